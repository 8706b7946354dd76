"""Make a large library, or large input for an import, of invented events.

    python benchmarks/generate.py 1000000 big.sqlite              a library; its claims are made with the texts
    python benchmarks/generate.py 100000 many.ndjson --length 3700   documents to import, one a line
    python benchmarks/generate.py 1000 folder                     the same, one a file

The same number, length and seed give the same file everywhere.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from invented import Inventor

from sahel_tui import __version__
from sahel_tui.library.fingerprint import make_fingerprint
from sahel_tui.model import Comparison, Document, Event
from sahel_tui.store.build import Kept, Packed, pack, write_library
from sahel_tui.store.entries import Names
from sahel_tui.store.swap import replace_library

LENGTH = 1_200


def main() -> None:
    """Write what the command line asks for, and say how long it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", type=int, help="how many events")
    parser.add_argument("path", type=Path, help="what to write: a .sqlite or .ndjson file, else a folder")
    parser.add_argument("--length", type=int, default=LENGTH, help="characters of a document (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    start = time.monotonic()
    write_invented(options.path, options.events, options.length, options.seed)
    print(f"{options.path}: {options.events:,} events in {time.monotonic() - start:.0f} s", file=sys.stderr)


def write_invented(path: Path, events: int, length: int = LENGTH, seed: int = 1) -> None:
    """A library, an export, or a folder of texts, by the ending of `path`."""
    inventor = Inventor(seed)
    if path.suffix == ".sqlite":
        meta = {"made_by": __version__, "fingerprint": make_fingerprint()}
        documents = pack_all(inventor.make_events(events, length))
        replace_library(path, lambda new: write_library(new, documents, (), meta))
    elif path.suffix == ".ndjson":
        with path.open("w", encoding="utf-8") as stream:
            for name, text in inventor.make_texts(events, length):
                stream.write(json.dumps({"name": name, "text": text, "format": "plain"}, ensure_ascii=False) + "\n")
    else:
        path.mkdir(parents=True)
        for name, text in inventor.make_texts(events, length):
            (path / name).write_text(text, encoding="utf-8")


def pack_all(made: Iterable[tuple[Event, Document, Comparison]]) -> Iterator[Packed]:
    """The documents of invented events."""
    for seen, (event, document, comparison) in enumerate(made, 1):
        fighters = tuple(side.label for side in comparison.sides)
        yield pack(Kept(document, event, comparison, Names((event.place,), fighters, fighters, fighters)), seen=seen)


if __name__ == "__main__":
    main()

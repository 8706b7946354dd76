"""Feed every reader with damaged inputs: no crash, no hang, memory bounded.

Each input is one of the tests' with bytes changed, cut out, doubled or spliced with another, read as what it looks like
or as a format forced on it. Prints how many were read, the slowest and the memory; ends with 1 at the first failure,
whose input is kept beside the working directory as `fuzz-failure`.
"""

import argparse
import os
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from sahel_tui.documents import FORMATS, Refusal, read_documents

FORMS = Path(__file__).parents[1] / "tests/documents/forms"
CASES = Path(__file__).parents[1] / "tests/documents/cases"
MARKS = (
    *(
        b"{{",
        b"}}",
        b"[[",
        b"]]",
        b"|",
        b"\n{|\n",
        b"\n|-\n",
        b"|}",
        b"<ref>",
        b"</ref>",
        b"<!--",
        b"<",
        b">",
        b"&",
        b'"',
    ),
    *(b"<table>", b"<td>", b"<p>", b"</", b"<a href=x>", b"\0", b"\xff", b"\n", b",", b";", b"\t", b"= ", b"- a: b\n"),
)
SLOWEST_ALLOWED = 10.0
"""Seconds of processor time that one input of a few kilobytes may take: readers wait for nothing."""


def load_seeds() -> list[bytes]:
    """The inputs of the tests."""
    paths = [path for path in sorted([*FORMS.glob("*/*"), *CASES.glob("*/*.txt")]) if path.suffix != ".expected"]
    return [path.read_bytes() for path in paths]


def damage(content: bytes, seeds: list[bytes], chance: random.Random) -> bytes:
    """An input with up to eight things done to it."""
    for _ in range(chance.randint(1, 8)):
        start = chance.randrange(len(content) + 1)
        end = min(len(content), start + chance.choice((0, 1, 2, 8, 64, 512)))
        middle = chance.choice(
            (
                chance.randbytes(chance.randint(0, 4)),
                chance.choice(MARKS) * chance.choice((1, 1, 1, 5, 60)),
                content[start:end] * chance.choice((0, 2, 20)),
                (other := chance.choice(seeds))[: chance.randrange(len(other) + 1)],
            )
        )
        content = content[:start] + middle + content[end:]
    return content[:60_000]


def run(count: int, seed: int) -> int:
    """Read `count` inputs; 1 when one of them failed."""
    chance, seeds = random.Random(seed), load_seeds()
    documents = refusals = 0
    slowest, began = 0.0, time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "input"
        for number in range(count):
            content = damage(chance.choice(seeds), seeds, chance)
            path.write_bytes(content)
            form = chance.choice((None, None, None, *FORMATS))
            start = time.process_time()
            try:
                for item in read_documents(path, format=form):
                    refusals += isinstance(item, Refusal)
                    documents += not isinstance(item, Refusal)
            except Exception:
                Path("fuzz-failure").write_bytes(content)
                print(f"input {number} of seed {seed} failed as {form}", file=sys.stderr)
                raise
            slowest = max(slowest, time.process_time() - start)
            if slowest > SLOWEST_ALLOWED:
                Path("fuzz-failure").write_bytes(content)
                print(f"input {number} of seed {seed} took {slowest:.1f} s as {form}", file=sys.stderr)
                return 1
    seconds, memory = time.monotonic() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{count:,} inputs, {documents:,} documents, {refusals:,} refusals; {seconds:,.0f} s, slowest "
        f"{slowest * 1000:,.0f} ms, at most {memory} MB; seed {seed}"
    )
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "big"))
    arguments = parser.parse_args()
    sys.exit(run(arguments.inputs, arguments.seed))

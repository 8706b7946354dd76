"""Which program made a library: with another one, the claims in it are read anew."""

import os
import zlib
from collections.abc import Iterator
from pathlib import Path

from sahel_tui import __version__
from sahel_tui.bundled import bundled_path
from sahel_tui.store.schema import SCHEMA_VERSION

BUILD_VERSION = 1
"""Raised when libraries must be built anew although neither schema nor rules changed."""

_MAKERS = ("documents", "claims", "compare", "linking", "library/row_claims.py", "library/typeset")
_FACTS = ("events", "actors.json", "people.json", "places.json")


def make_fingerprint() -> str:
    """Version, rules and bundled events of this program, told by the names and sizes of their files: under 2 ms."""
    package = Path(__file__).parents[1]
    folders = [*(package / name for name in _MAKERS), *(bundled_path(name) for name in _FACTS)]
    listed = "\n".join(line for folder in folders for line in _sizes(folder, folder.name))
    return f"{__version__}/{SCHEMA_VERSION}.{BUILD_VERSION}/{zlib.crc32(listed.encode()):08x}"


def _sizes(path: Path | os.DirEntry[str], shown: str) -> Iterator[str]:
    """A line a file, whatever order the folder is in; caches and hidden folders do not count."""
    if not path.is_dir():
        yield f"{shown} {path.stat().st_size}"
    elif path.name != "__pycache__" and not path.name.startswith("."):
        with os.scandir(path) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                yield from _sizes(entry, f"{shown}/{entry.name}")

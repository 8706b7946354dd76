"""The files a command reads documents from, and how they are to be read."""

import os
import shutil
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sahel_tui.cli.command import CommandError
from sahel_tui.documents import FORMATS

STANDARD_INPUT = Path("-")
_SPOOLED = "standard-input.txt"


def add_inputs(parser: ArgumentParser) -> None:
    """The paths and the options that say how to read them."""
    parser.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar="PATH",
        help="a file, a folder, an archive, or - for standard input",
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        metavar="FORMAT",
        help=f"read every text as one of {', '.join(FORMATS)} (else each is recognised by its content)",
    )
    parser.add_argument(
        "--all-pages", action="store_true", help="of an XML dump, read the pages that are about no event too"
    )


def check_inputs(paths: Sequence[Path]) -> None:
    """Raise CommandError for a path that leads nowhere."""
    for path in paths:
        if path != STANDARD_INPUT and not path.exists():
            raise CommandError(f"{path}: there is no such file or folder")


@contextmanager
def find_inputs(paths: Sequence[Path]) -> Iterator[list[Path]]:
    """The paths to read, standard input as a file of its own for as long as it is needed."""
    if STANDARD_INPUT not in paths:  # A killed import leaves no folder behind.
        yield list(paths)
        return
    with tempfile.TemporaryDirectory(prefix="sahel-tui-") as folder:
        spooled = Path(folder) / _SPOOLED
        with spooled.open("wb") as stream:
            shutil.copyfileobj(sys.stdin.buffer, stream)
        yield [spooled if path == STANDARD_INPUT else path for path in paths]


def name_input(path: str) -> str:
    """A path as the user gave it: what was read from standard input stood in a file for a while."""
    _, spooled, inside = path.partition(f"{os.sep}{_SPOOLED}")
    return f"standard input{inside}" if spooled else path

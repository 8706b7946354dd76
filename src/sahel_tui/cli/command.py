"""What a command is: a name, the words that teach it, its arguments and what it does."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable

from sahel_tui.cli.output import Output
from sahel_tui.dataclass import dataclass

FOUND, NOTHING_FOUND, FAILED = 0, 1, 2
"""Exit codes every command shares."""
LEAST_WIDTH = 30
"""Cells below which labels and figures have no room beside each other."""


class CommandError(Exception):
    """Something the user can mend, in one line that says how; ends the command with exit code 2."""


@dataclass(frozen=True, slots=True)
class Command:
    """One word after `sahel-tui`; the help, the parser and the tests all read it from here."""

    name: str
    summary: str
    """One line for the list of commands."""
    description: str
    """What it prints, for its own help."""
    examples: tuple[tuple[str, str], ...]
    """Command lines that work on the bundled events, each with what it does."""
    run: Callable[[Namespace, Output], int]
    add_arguments: Callable[[ArgumentParser], None] | None = None
    reads: bool = False
    """Whether it prints text to read, which has a width and colours and may go through a pager."""


def add_json(parser: ArgumentParser) -> None:
    """The option of every command that can answer a program."""
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")


def read_limit(text: str) -> int:
    """The number of a `--limit`: 1 or more."""
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"{text!r} is no number of lines; give 1 or more")
    return int(text)


def read_width(text: str) -> int:
    """The number of a `--width`: enough for a label and a figure."""
    if not text.isdecimal() or int(text) < LEAST_WIDTH:
        raise ArgumentTypeError(f"{text!r} is no width; give {LEAST_WIDTH} cells or more")
    return int(text)

"""The argument parser, built from the registry of commands."""

from argparse import SUPPRESS, ArgumentParser, BooleanOptionalAction, RawDescriptionHelpFormatter, _SubParsersAction
from pathlib import Path

from sahel_tui import __version__
from sahel_tui.cli.browse import browse_or_list
from sahel_tui.cli.command import Command
from sahel_tui.cli.registry import COMMANDS

PROGRAM = "sahel-tui"

_ABOUT = """\
Browse documents about conflict events in the Sahel and see who claims which
casualty figure, where the claims cannot all be true, and the sentence that
says so. Without a command: the browser.
"""
_EXITS = "exit codes: 0 found or done, 1 nothing found, 2 wrong use or unreadable input"
_EXAMPLES = (
    (PROGRAM, "browse"),
    (f"{PROGRAM} compare dioura", "who says what about the raid on Dioura"),
    (f"{PROGRAM} --library notes/ disputes", "the disputes in a folder of documents"),
)


def build_parser() -> ArgumentParser:
    """A parser whose result carries `run(arguments, output)`."""
    parser = ArgumentParser(
        PROGRAM,
        description=_ABOUT,
        epilog=f"{_list_examples(_EXAMPLES)}\n\n{_EXITS}",
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    _add_library(parser, default=None)
    parser.add_argument(
        "--low-bandwidth",
        action=BooleanOptionalAction,
        help="the browser reads an event only on Enter, waits longer for letters and uses no colours "
        "(else it measures the link, and on a slow one does the first two)",
    )
    parser.set_defaults(run=browse_or_list)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    for command in COMMANDS:
        _add_command(commands, command)
    return parser


def _add_command(commands: "_SubParsersAction[ArgumentParser]", command: Command) -> None:
    parser = commands.add_parser(
        command.name,
        help=command.summary,
        description=command.description,
        epilog=_list_examples(command.examples),
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    if command.add_arguments:
        command.add_arguments(parser)
    # Left out of the result unless given here, so that `--library` before the command keeps its value.
    _add_library(parser, default=SUPPRESS)
    parser.set_defaults(run=command.run)


def _add_library(parser: ArgumentParser, default: str | None) -> None:
    parser.add_argument(
        "--library",
        metavar="PATH",
        type=Path,
        default=default,
        help="a library file, or a document file or folder to read for this once "
        "(else $SAHEL_TUI_LIBRARY, else your own library)",
    )


def _list_examples(examples: tuple[tuple[str, str], ...]) -> str:
    width = max(len(line) for line, _ in examples)
    return "\n".join(["examples:", *(f"  {line:<{width}}  {meaning}" for line, meaning in examples)])

"""The argument parser, built from the registry of commands."""

from argparse import (
    REMAINDER,
    SUPPRESS,
    ArgumentParser,
    BooleanOptionalAction,
    Namespace,
    RawDescriptionHelpFormatter,
    _SubParsersAction,
)
from collections.abc import Iterable, Sequence
from pathlib import Path

from sahel_tui import __version__
from sahel_tui.cli.command import Command, read_width
from sahel_tui.cli.output import WHEN, Manner, Output, measure_terminal
from sahel_tui.cli.registry import NAMES, load_command

PROGRAM = "sahel-tui"

ABOUT = """\
Browse documents about conflict events in the Sahel and see who claims which
casualty figure, where the claims cannot all be true, and the sentence that
says so. Without a command: the browser.
"""
_EXITS = "exit codes: 0 found or done, 1 nothing found, 2 wrong use or unreadable input"
EXAMPLES = (
    (PROGRAM, "browse"),
    (f"{PROGRAM} --print | tee notes.txt", "browse, then print what you copied with y"),
    (f"{PROGRAM} compare dioura", "who says what about the raid on Dioura"),
    (f"{PROGRAM} --library notes/ disputes", "the disputes in a folder of documents"),
)


class _CommandParser(ArgumentParser):
    """Takes options before, between and behind the words of a command.

    `parse_intermixed_args` does not do it below a command, and loses `--` on the way.
    """

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: Namespace | None = None
    ) -> tuple[Namespace, list[str]]:
        """Parse the options as if they stood before the words; what is left over is an error of this command."""
        found, unknown = super().parse_known_args(self._put_options_first(args or ()), namespace)
        if unknown:
            from sahel_tui.present.text import visible

            self.error(f"unrecognized arguments: {visible(' '.join(unknown))}")
        return found, unknown

    def _put_options_first(self, given: Sequence[str]) -> list[str]:
        if any(action.nargs == REMAINDER for action in self._actions):
            return list(given)
        options: list[str] = []
        words: list[str] = []
        rest = iter(given)
        for one in rest:
            action = self._option_string_actions.get(one)
            if one == "--":
                words.extend(rest)
            elif self._is_word(one):
                words.append(one)
            elif action is None or action.nargs == 0:
                options.append(one)
            elif (value := next(rest, None)) is None:
                return list(given)  # For the parser to say that a value is missing.
            else:
                options += (one, value)
        ending = ["--"] if any(word[:1] == "-" for word in words) else []
        return [*options, *ending, *words]

    def _is_word(self, one: str) -> bool:
        """Whether it is no option: `-`, a negative number and what holds a blank are none."""
        named = one.partition("=")[0] in self._option_string_actions
        return not named and (one[:1] != "-" or one == "-" or " " in one or one[1:2].isdigit())


class _Help(RawDescriptionHelpFormatter):
    """Help as wide as the terminal; argparse makes one for each argument, and would measure it each time."""

    def __init__(self, prog: str, indent_increment: int = 2, max_help_position: int = 24) -> None:
        super().__init__(prog, indent_increment, max_help_position, measure_terminal() - 2)


def build_parser(names: Iterable[str] = NAMES) -> ArgumentParser:
    """A parser of these commands whose result carries `run(arguments, output)`."""
    parser = ArgumentParser(
        PROGRAM,
        description=ABOUT,
        epilog=f"{_list_examples(EXAMPLES)}\n\n{_EXITS}",
        formatter_class=_Help,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    parser.add_argument(
        "--print",
        action="store_true",
        help="when the browser ends, print what was copied in it: for terminals without a clipboard, and for pipes",
    )
    _add_library(parser, default=None)
    parser.add_argument(
        "--config",
        metavar="FILE",
        type=Path,
        help="the settings file of the browser (else $SAHEL_TUI_CONFIG, else config.toml in your configuration folder)",
    )
    parser.add_argument(
        "--low-bandwidth",
        action=BooleanOptionalAction,
        help="the browser reads an event only on Enter, waits longer for letters and uses no colours "
        "(else it measures the link, and on a slow one does the first two)",
    )
    parser.add_argument(
        "--fresh",
        action="store_true",
        help="the browser begins at the newest event, not where you were last, and remembers nothing of this time",
    )
    parser.set_defaults(run=_browse_or_list, width=None, color="auto", no_pager=False, reads=False)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command", parser_class=_CommandParser)
    for name in names:
        _add_command(commands, load_command(name))
    return parser


def parse_arguments(words: Sequence[str]) -> Namespace:
    """The arguments of a command line; a parser that knows the command meant alone is made in a tenth of the time."""
    named = _find_command(words)
    parser = build_parser([named] if named else NAMES)
    if not named:
        _refuse_unknown(words, parser)
    return parser.parse_args(words)


def _find_command(words: Sequence[str]) -> str | None:
    """The command a line begins with, behind `--library PATH`; None for any other beginning."""
    first = 2 if words[:1] == ["--library"] else 0
    return next((word for word in words[first : first + 1] if word in NAMES), None)


def _refuse_unknown(words: Sequence[str], parser: ArgumentParser) -> None:
    """End with the command that was probably meant, where a line begins with a word that is none."""
    word = next(iter(words[2:] if words[:1] == ["--library"] else words), "-")
    if word.startswith("-"):
        return
    from difflib import get_close_matches

    from sahel_tui.present.text import visible

    meant = get_close_matches(word, NAMES, n=1)
    suggestion = f"did you mean “{meant[0]}”? " if meant else ""
    parser.error(f"there is no command “{visible(word)}”; {suggestion}{PROGRAM} --help lists all")


def _browse_or_list(arguments: Namespace, output: Output) -> int:
    from sahel_tui.cli.browse import browse_or_list

    return browse_or_list(arguments, output)


def _add_command(commands: "_SubParsersAction[_CommandParser]", command: Command) -> None:
    parser = commands.add_parser(
        command.name,
        help=command.summary,
        description=command.description,
        epilog=_list_examples(command.examples),
        formatter_class=_Help,
        allow_abbrev=False,
    )
    if command.add_arguments:
        command.add_arguments(parser)
    # Left out of the result unless given here, so that `--library` before the command keeps its value.
    _add_library(parser, default=SUPPRESS)
    if command.reads:
        _add_manner(parser)
    parser.set_defaults(run=command.run, reads=command.reads)


def _add_library(parser: ArgumentParser, default: str | None) -> None:
    parser.add_argument(
        "--library",
        metavar="PATH",
        type=Path,
        default=default,
        help="a library file, or a document file or folder to read for this once "
        "(else $SAHEL_TUI_LIBRARY, else your own library)",
    )


def _add_manner(parser: ArgumentParser) -> None:
    parser.add_argument("--width", type=read_width, metavar="CELLS", help="set text for lines of so many cells")
    parser.add_argument(
        "--color", choices=WHEN, default="auto", help="colour the marks (auto: on a terminal, unless NO_COLOR is set)"
    )
    parser.add_argument(
        "--no-pager",
        action="store_true",
        help="on a terminal, do not show more than a screen in $SAHEL_TUI_PAGER, $PAGER or less",
    )


def read_manner(arguments: Namespace) -> Manner:
    """How what a command prints is to be printed; JSON and CSV are not for reading."""
    machine = any(getattr(arguments, name, False) for name in ("json", "csv"))
    machine |= getattr(arguments, "format", "text") != "text"
    paged = arguments.reads and not arguments.no_pager and not machine
    return Manner(arguments.width, "never" if machine or not arguments.reads else arguments.color, paged)


def _list_examples(examples: tuple[tuple[str, str], ...]) -> str:
    width = max(len(line) for line, _ in examples)
    return "\n".join(["examples:", *(f"  {line:<{width}}  {meaning}" for line, meaning in examples)])

"""`completion`: the scripts that make a shell complete commands, options, filters and events."""

from argparse import REMAINDER, ArgumentParser, Namespace
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from sahel_tui.cli.command import FOUND, NOTHING_FOUND, Command, CommandError
from sahel_tui.cli.output import Output

SHELLS, WORDS = ("bash", "zsh", "fish"), "words"
MOST_EVENTS, MOST_DATED = 50, 1000


def _run_completion(arguments: Namespace, output: Output) -> int:
    if arguments.shell == WORDS:
        return _print_candidates(arguments, output)
    if arguments.words:
        raise CommandError(f"only `completion {WORDS}` takes more words")
    script = files("sahel_tui.cli") / "completions" / f"sahel-tui.{arguments.shell}"
    output.exactly(script.read_text(encoding="utf-8"))
    return FOUND


def _print_candidates(arguments: Namespace, output: Output) -> int:
    """A candidate a line, behind a TAB what it means."""
    from sahel_tui.cli.completing import complete_words
    from sahel_tui.cli.parser import build_parser

    silent = Output(None, None)  # A shell that completes has no line for narration.

    def find_events(library: Path | None, typed: str) -> Iterator[tuple[str, str]]:
        return _find_events(library or arguments.library, typed, silent)

    count = 0
    for value, meaning in complete_words(build_parser(), arguments.words, find_events):
        output.cells((value, meaning) if meaning else (value,))
        count += 1
    return FOUND if count else NOTHING_FOUND


def _find_events(path: Path | None, typed: str, output: Output) -> Iterator[tuple[str, str]]:
    """Ids that begin with what was typed, else those of the events it finds, each with its title."""
    from sahel_tui.cli.content import open_path

    if path is not None and not path.exists():
        return
    with open_path(path, output) as library:
        year = f"date:{typed[:4]}" if typed[:4].isdecimal() and len(typed) >= 4 else ""
        dated = library.search(year, limit=MOST_DATED).events
        events = tuple(event for event in dated if event.id.startswith(typed))
        events = events or library.search(typed, titles_only=True).events
        yield from ((event.id, event.title) for event in events[:MOST_EVENTS])


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "shell",
        choices=(*SHELLS, WORDS),
        metavar="SHELL",
        help=f"{', '.join(SHELLS)}, or {WORDS} for what the scripts ask: how the last WORD could go on",
    )
    parser.add_argument("words", nargs=REMAINDER, help="a command line without the program's name")


COMPLETION = Command(
    name="completion",
    summary="make your shell complete commands, options and events",
    description="""\
Prints a script for your shell. Then TAB completes commands, options, their
values, the filters of a query, and events by any word of their title.

  bash  source <(sahel-tui completion bash)                      in ~/.bashrc
  zsh   source <(sahel-tui completion zsh)                        in ~/.zshrc
  fish  sahel-tui completion fish | source    in ~/.config/fish/config.fish
""",
    examples=(
        ("sahel-tui completion bash", "the script for bash"),
        ("sahel-tui completion words -- show diou", "what TAB would offer"),
    ),
    add_arguments=_add_arguments,
    run=_run_completion,
)

"""`compare`: figures by voice, verdicts, and the sentences behind what is disputed."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sahel_tui.cli.command import FOUND, NOTHING_FOUND, Command, add_json
from sahel_tui.cli.content import find_event, open_content
from sahel_tui.cli.output import Output
from sahel_tui.cli.records import comparison_record
from sahel_tui.model import Event

if TYPE_CHECKING:
    from sahel_tui.library import Library


def _run_compare(arguments: Namespace, output: Output) -> int:
    with open_content(arguments, output) as library:
        events = [find_event(library, words, output) for words in arguments.events]
        found = [event for event in events if event]
        if len(found) < len(events):
            return NOTHING_FOUND
        if arguments.json:
            for event in found:
                documents, comparison = library.documents(event.id), library.comparison(event.id)
                output.record(comparison_record(event, documents, comparison))
        else:
            _print_comparison(library, found, output)
    return FOUND


def _print_comparison(library: "Library", events: Sequence[Event], output: Output) -> None:
    from sahel_tui.cli.compare_text import compare_lines
    from sahel_tui.present.comparison import comparison_table
    from sahel_tui.present.side_by_side import side_by_side

    tables = [comparison_table(event, library.comparison(event.id), library.documents(event.id)) for event in events]
    title = " | ".join(table.title for table in tables)
    output.lines(compare_lines(tables[0] if len(tables) == 1 else side_by_side(tables, title), output.width))


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "events", nargs="+", metavar="EVENT", help="one event, or two for side by side; quote a title of several words"
    )
    add_json(parser)


COMPARE = Command(
    name="compare",
    summary="who says what, with verdicts and evidence",
    description="""\
For each side and category what every voice says now and said before, and
whether it can all be true: ≠ stands before a figure that contradicts another,
› behind that of a side that speaks of its enemy's losses. Under a disputed
row stand the sentences behind it, the figures between ▐ and ▌, each with its
section and document. Figures of two events are set beside each other, never
judged.
""",
    examples=(
        ("sahel-tui compare diafarabe", "14 or 12, 31 or 5, and who says so"),
        ("sahel-tui compare ogossagou 'sobane da'", "two events side by side"),
        ("sahel-tui compare --json dioura", "all rows and claims, an event a line"),
    ),
    add_arguments=_add_arguments,
    run=_run_compare,
    reads=True,
)

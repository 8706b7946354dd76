"""`disputes`: the rows whose figures cannot all be true, widest spread first."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sahel_tui.cli.command import FOUND, NOTHING_FOUND, Command, add_json, read_limit
from sahel_tui.cli.content import open_content, read_query
from sahel_tui.cli.output import Output
from sahel_tui.library import Library
from sahel_tui.model import MAIN_INCIDENT, Event, Row
from sahel_tui.present.records import row_record
from sahel_tui.present.spreadsheet import DISPUTE_COLUMNS, csv_lines, figure_rows

if TYPE_CHECKING:
    from sahel_tui.present.ranking import Sufferers


def _run_disputes(arguments: Namespace, output: Output) -> int:
    query, is_text = read_query(arguments, output), not (arguments.json or arguments.csv)
    with open_content(arguments, output) as library:
        disputes = tuple(library.disputes(query, limit=arguments.limit))
        named = _name_sufferers(disputes, library) if is_text else ()
    if arguments.json:
        for event, row in disputes:
            output.record({"event": event.id, "title": event.title, "date": event.date, **row_record(row)})
    elif arguments.csv:
        output.exactly(csv_lines([DISPUTE_COLUMNS]))
        for event, row in disputes:
            output.exactly(csv_lines(figure_rows(event, row)))
    else:
        _print_disputes(disputes, named, output)
    if not disputes:
        output.say("nothing here is disputed; `sahel-tui disputes` without words looks at every event")
    return FOUND if disputes else NOTHING_FOUND


def _name_sufferers(disputes: Sequence[tuple[Event, Row]], library: Library) -> "tuple[Sufferers, ...]":
    from sahel_tui.present.ranking import name_sufferers

    sides = {event.id: library.comparison(event.id).sides for event, _ in disputes}
    return tuple(
        name_sufferers(row, sides[event.id], library.documents(event.id) if row.incident != MAIN_INCIDENT else ())
        for event, row in disputes
    )


def _print_disputes(disputes: Sequence[tuple[Event, Row]], named: "Sequence[Sufferers]", output: Output) -> None:
    from sahel_tui.cli.dispute_text import print_dispute

    for (event, row), who in zip(disputes, named, strict=True):
        print_dispute(event, row, who, output)


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("query", nargs="*", metavar="QUERY", help="only of the events this finds, as in `search`")
    parser.add_argument("--limit", type=read_limit, metavar="N", help="at most N rows")
    add_json(parser)
    parser.add_argument("--csv", action="store_true", help="print a figure a line as CSV, with a heading")


DISPUTES = Command(
    name="disputes",
    summary="every disputed row, widest spread first",
    description="""\
A line a row whose figures cannot all be true: the largest over the smallest
figure, date, event, who was counted and of which side, and what each voice
says. Rows with an open or vague figure have no such ratio and come last.
Elsewhere than on a terminal the fields have a TAB between them, and the
event's id is the last.
""",
    examples=(
        ("sahel-tui disputes --limit 10", "the widest"),
        ("sahel-tui disputes date:2023", "of one year"),
        ("sahel-tui disputes --json actor:jnim", "for a program"),
        ("sahel-tui disputes --csv > disputes.csv", "for a spreadsheet"),
    ),
    add_arguments=_add_arguments,
    run=_run_disputes,
    reads=True,
)

"""`timeline`: how many events began in each month or year, and the lowest and highest number of their dead."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from sahel_tui.cli.command import FOUND, NOTHING_FOUND, Command, add_json
from sahel_tui.cli.content import NOTHING, open_content, read_query
from sahel_tui.cli.output import Output
from sahel_tui.present.periods import Period, Unit, make_periods
from sahel_tui.present.records import PERIOD_KEYS, period_record
from sahel_tui.present.spreadsheet import csv_lines

CELLS = ("period", "events", "disputed", "killed_low", "killed_high", "counted")


def _run_timeline(arguments: Namespace, output: Output) -> int:
    query = read_query(arguments, output)
    with open_content(arguments, output) as library:
        months = library.months(query, disputed_only=arguments.disputed) or ()
    periods = make_periods(months, arguments.by)
    records = (period_record(period) for period in periods if not period.empty)
    if arguments.json:
        for record in records:
            output.record(record)
    elif arguments.csv:
        output.exactly(csv_lines([PERIOD_KEYS, *(tuple(record.values()) for record in records)]))
    elif output.is_terminal:
        _print_lines(periods, arguments.by, output)
    else:
        for record in records:
            output.cells("" if record[key] is None else str(record[key]) for key in CELLS)
    if not periods:
        output.say(NOTHING)
    return FOUND if periods else NOTHING_FOUND


def _print_lines(periods: Sequence[Period], unit: Unit, output: Output) -> None:
    from sahel_tui.present.runs import line_text
    from sahel_tui.present.timeline import lay_out_timeline, timeline_heading, timeline_line

    if not periods:
        return
    layout = lay_out_timeline(periods, output.width)
    output.line(line_text(timeline_heading(layout, unit)))
    for period in periods:
        output.line(line_text(timeline_line(period, layout, unit)))


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("query", nargs="*", metavar="QUERY", help="only of the events this finds, as in `search`")
    parser.add_argument("--by", choices=("month", "year"), default="month", help="what a line is (else month)")
    parser.add_argument("--disputed", action="store_true", help="only events with a disputed row")
    add_json(parser)
    parser.add_argument("--csv", action="store_true", help="print a month or year a line as CSV, with a heading")


TIMELINE = Command(
    name="timeline",
    summary="events and their dead by month or year",
    description="""\
A line a month in which events began, newest first: how many, how many of them
have disputed figures, the lowest and the highest number of dead any voice
gives for one side of each event, added up, and how many events give one. Two
sums far apart are a month whose figures are. On a terminal the sums are drawn
on a scale (every tenfold as long as the last where they are of many sizes).
Elsewhere the fields have a TAB between them: the month, events, those with
disputed figures, lowest, highest, and events that give a number of dead.
""",
    examples=(
        ("sahel-tui timeline --by year", "fifteen years at a glance"),
        ("sahel-tui timeline date:2023", "the months of one year"),
        ("sahel-tui timeline --json actor:jnim", "for a program"),
        ("sahel-tui timeline --csv > months.csv", "for a spreadsheet"),
    ),
    add_arguments=_add_arguments,
    run=_run_timeline,
    reads=True,
)

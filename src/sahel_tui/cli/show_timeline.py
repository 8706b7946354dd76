"""`timeline`: how many events began in each month or year, and the lowest and highest number of their dead."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from sahel_tui.cli.command import FOUND, NOTHING_FOUND, Command, add_json
from sahel_tui.cli.content import open_content, read_query
from sahel_tui.cli.output import Output
from sahel_tui.present.periods import Period, Unit, make_periods
from sahel_tui.present.records import Record


def _run_timeline(arguments: Namespace, output: Output) -> int:
    query = read_query(arguments, output)
    with open_content(arguments, output) as library:
        months = library.months(query, disputed_only=arguments.disputed) or ()
    periods = make_periods(months, arguments.by)
    if arguments.json:
        for period in periods:
            if not period.empty:
                output.record(_period_record(period))
    elif output.is_terminal:
        _print_lines(periods, arguments.by, output)
    else:
        _print_cells(periods, output)
    return FOUND if periods else NOTHING_FOUND


def _period_record(period: Period) -> Record:
    """`year` and `month` are null where they are not known; without a number of dead both sums are null."""
    return {
        "period": period.label,
        "year": period.year,
        "month": period.month,
        "events": period.events,
        "disputed": period.disputed,
        "counted": period.counted,
        "killed_low": period.killed_low if period.counted else None,
        "killed_high": period.killed_high if period.counted else None,
        "open": period.open,
    }


def _print_lines(periods: Sequence[Period], unit: Unit, output: Output) -> None:
    from sahel_tui.present.runs import line_text
    from sahel_tui.present.timeline import lay_out_timeline, timeline_heading, timeline_line

    if not periods:
        return
    layout = lay_out_timeline(periods, output.width)
    output.line(line_text(timeline_heading(layout, unit)))
    for period in periods:
        output.line(line_text(timeline_line(period, layout, unit)))


def _print_cells(periods: Sequence[Period], output: Output) -> None:
    for period in periods:
        if not period.empty:
            killed = (str(period.killed_low), str(period.killed_high)) if period.counted else ("", "")
            output.cells((period.label, str(period.events), str(period.disputed), *killed, str(period.counted)))


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("query", nargs="*", metavar="QUERY", help="only of the events this finds, as in `search`")
    parser.add_argument("--by", choices=("month", "year"), default="month", help="what a line is (else month)")
    parser.add_argument("--disputed", action="store_true", help="only events with a disputed row")
    add_json(parser)


TIMELINE = Command(
    name="timeline",
    summary="events and their dead by month or year",
    description="""\
A line a month in which events began, newest first: how many, how many of them
have disputed figures, the lowest and the highest number of dead any voice
gives for one side of each event, added up, and how many events give one. Two
sums far apart are a month whose figures are. On a terminal the sums are drawn
on a scale (every tenfold as long as the last where they are of many sizes);
elsewhere the fields have a TAB between them.
""",
    examples=(
        ("sahel-tui timeline --by year", "fifteen years at a glance"),
        ("sahel-tui timeline date:2023", "the months of one year"),
        ("sahel-tui timeline --json actor:jnim", "for a program"),
    ),
    add_arguments=_add_arguments,
    run=_run_timeline,
)

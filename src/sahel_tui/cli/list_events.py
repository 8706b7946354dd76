"""`list` and `search`: a line an event."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from typing import Any

from sahel_tui.cli.command import FOUND, NOTHING_FOUND, Command, add_json, read_limit
from sahel_tui.cli.content import NOTHING, open_content, read_query
from sahel_tui.cli.output import Output
from sahel_tui.model import Event
from sahel_tui.present.events import event_mark, say_start
from sahel_tui.present.records import event_record
from sahel_tui.present.text import cell_width, fit_end, pad, visible

SORTS = ("date", "title", "disputed", "killed", "relevance")
DATE_WIDTH, GAP = 10, "  "

_LINES = """\
On a terminal: date, title, place and the number of disputed rows, in columns;
a dash behind a date says that the event went on after that day. Elsewhere the
same without the dash, and the event's id: five fields with a TAB between them.
"""


def _print_events(arguments: Namespace, output: Output) -> int:
    """Print the events that the query finds, or say that there are none."""
    query = read_query(arguments, output)
    order: dict[str, Any] = {
        "sort": arguments.sort,
        "ascending": _find_direction(arguments),
        "disputed_only": arguments.disputed,
    }
    with open_content(arguments, output) as library:
        limit = arguments.limit or 1
        hits = library.search(query, limit=limit, patient="rows", **order)
        if not (hits.events or query or arguments.disputed):
            output.say("there is no event here; `sahel-tui import PATH` brings documents in")
        elif not (hits.events or hits.suggestion):
            output.say(NOTHING)
        if hits.suggestion:
            output.say(f"nothing found; did you mean “{hits.suggestion}”?")
        events = hits.events if arguments.limit else library.events(query, **order)
        written = _write_records(events, output) if arguments.json else write_events(events, output)
    return FOUND if written else NOTHING_FOUND


def _write_records(events: Iterable[Event], output: Output) -> int:
    count = 0
    for event in events:
        output.record(event_record(event))
        count += 1
    return count


def _find_direction(arguments: Namespace) -> bool | None:
    """Titles run from A and everything else from the newest or largest, unless reversed."""
    return arguments.sort != "title" if arguments.reverse else None


def write_events(events: Iterable[Event], output: Output) -> int:
    """A line an event: columns for a person, TAB-separated fields for a program; how many there were."""
    if output.is_terminal:
        return _write_columns(tuple(events), output)
    count = 0
    for event in events:
        output.cells((event.date, event.title, event.place, str(event.disputed), event.id))
        count += 1
    return count


def _write_columns(events: Sequence[Event], output: Output) -> int:
    marks = [event_mark(event)[0] for event in events]
    room = output.width - DATE_WIDTH - 3 * len(GAP) - max(map(cell_width, marks), default=0)
    title_width = min(room * 2 // 3, max((cell_width(visible(event.title)) for event in events), default=0))
    for event, mark in zip(events, marks, strict=True):
        place = pad(fit_end(visible(event.place), room - title_width), room - title_width)
        start = f"{say_start(event):<{DATE_WIDTH + len(GAP)}}"
        output.line(start + GAP.join((pad(visible(event.title), title_width), place, mark)))
    return len(events)


def _add_list_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("query", nargs="*", metavar="QUERY", help="only the events this finds, as in `search`")
    _add_order(parser, "date")


def _add_search_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("query", nargs="+", metavar="QUERY", help="words and filters; after -- when one starts with -")
    _add_order(parser, "relevance")


def _add_order(parser: ArgumentParser, sort: str) -> None:
    parser.add_argument("--sort", choices=SORTS, default=sort, help=f"order of the lines (else {sort})")
    parser.add_argument("--reverse", action="store_true", help="the other way round: oldest or smallest first")
    parser.add_argument("--disputed", action="store_true", help="only events with a disputed row")
    parser.add_argument("--limit", type=read_limit, metavar="N", help="at most N events")
    add_json(parser)


LIST = Command(
    name="list",
    summary="every event, newest first",
    description="A line an event, newest first: every one, or those that a query finds.\n\n" + _LINES,
    examples=(
        ("sahel-tui list date:2023", "those of one year"),
        ("sahel-tui list --disputed", "those whose figures cannot all be true"),
        ("sahel-tui list --sort killed --limit 5", "the five deadliest"),
        ("sahel-tui list | cut -f5", "the id of every event"),
    ),
    add_arguments=_add_list_arguments,
    run=_print_events,
    reads=True,
)

SEARCH = Command(
    name="search",
    summary="the events that words and filters find",
    description=f"""\
A line an event, the best hit first, without words the newest. Every word must
be in the title, place, actors or text; the last may be the beginning of one.
Accents and capitals do not matter. A date finds every event with a day in it,
also one that began before.

  "exact phrase"  -word  place:kidal  actor:jnim  source:rfi
  date:2023  date:2023-09..2023-12  killed>=50  is:disputed  is:noted
  note:check (a word of a note of yours)

A filter that cannot be read is said, and nothing is searched.
{_LINES}""",
    examples=(
        ("sahel-tui search diaf", "a word that begins with diaf"),
        ("sahel-tui search 'actor:jnim killed>=50'", "filters go together"),
        ("sahel-tui search 'kidal -wagner'", "without a word"),
    ),
    add_arguments=_add_search_arguments,
    run=_print_events,
    reads=True,
)

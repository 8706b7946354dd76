"""`export`: the library, or what a query finds in it, as NDJSON, CSV or text."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sahel_tui.cli.command import FOUND, NOTHING_FOUND, Command, CommandError
from sahel_tui.cli.content import NOTHING, open_content, read_query
from sahel_tui.cli.list_claims import claims_csv
from sahel_tui.cli.output import Output
from sahel_tui.cli.show_event import print_event
from sahel_tui.cli.write_named import write_named
from sahel_tui.model import Event
from sahel_tui.present.records import Record, claims_record, document_record
from sahel_tui.present.spreadsheet import DISPUTE_COLUMNS, MARK, csv_lines, figure_rows

if TYPE_CHECKING:
    from sahel_tui.library import Library

Writer = Callable[["Library", Iterable[Event], Output], None]


def _run_export(arguments: Namespace, output: Output) -> int:
    if arguments.notes and arguments.format != "ndjson":
        raise CommandError(f"--notes goes with ndjson; `sahel-tui notes --csv` writes them beside {arguments.format}")
    query = read_query(arguments, output)
    with open_content(arguments, output) as library:
        events = _Counted(library.events(query))
        write = _write_with_notes if arguments.notes else WRITERS[arguments.format]
        if arguments.output is None:
            write(library, events, output)
        else:
            with write_named(arguments.output) as stream:
                if arguments.format in SPREADSHEETS:
                    Output(stream, None).exactly(MARK)
                write(library, events, Output(stream, None))
            output.say(f"{events.count} events written to {arguments.output}")
    if not events.count:
        output.say(NOTHING)
    return FOUND if events.count else NOTHING_FOUND


class _Counted:
    """Events on their way out, counted."""

    def __init__(self, events: Iterable[Event]) -> None:
        self._events = events
        self.count = 0

    def __iter__(self) -> Iterator[Event]:
        for event in self._events:
            self.count += 1
            yield event


def _write_ndjson(library: "Library", events: Iterable[Event], output: Output) -> None:
    for record in _document_records(library, events):
        output.record(record)


def _write_with_notes(library: "Library", events: Iterable[Event], output: Output) -> None:
    """The same, after the documents of each event what the reader has bookmarked, noted and taken away again."""
    from sahel_tui.notebook.records import mark_record

    placed, removals = library.marks.place().events, library.marks.notebook.removals()
    for event in events:
        _write_ndjson(library, (event,), output)
        for mark in (*placed.get(event.id, ()), *(one for one in removals if one.event.id == event.id)):
            output.record(mark_record(mark))


def _write_csv(library: "Library", events: Iterable[Event], output: Output) -> None:
    output.exactly(claims_csv(()))
    for record in _document_records(library, events):
        output.exactly(claims_csv((record,), heading=False))


def _write_disputes(library: "Library", events: Iterable[Event], output: Output) -> None:
    output.exactly(csv_lines([DISPUTE_COLUMNS]))
    for event in events:
        for row in library.comparison(event.id).disputed if event.disputed else ():
            output.exactly(csv_lines(figure_rows(event, row)))


def _write_text(library: "Library", events: Iterable[Event], output: Output) -> None:
    for number, event in enumerate(events):
        if number:
            output.lines(("", "═" * output.width, ""))
        print_event(library, event, output)


def _document_records(library: "Library", events: Iterable[Event]) -> Iterator[Record]:
    corrections = library.corrections()
    for event in events:
        known = {"date": event.date, "date_end": event.date_end, "place": event.place}
        for document in library.documents(event.id):
            claims = claims_record(event, document, library.document_comparison(document.id))
            together, apart = corrections.of(document.id)
            said = {name: list(ids) for name, ids in (("together", together), ("apart", apart)) if ids}
            yield document_record(document) | known | said | claims


WRITERS: dict[str, Writer] = {
    "ndjson": _write_ndjson,
    "csv": _write_csv,
    "disputes": _write_disputes,
    "text": _write_text,
}
SPREADSHEETS = ("csv", "disputes")


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("query", nargs="*", metavar="QUERY", help="only the events this finds, as in `search`")
    parser.add_argument(
        "--format",
        choices=tuple(WRITERS),
        default="ndjson",
        help="ndjson: a document with its text and claims a line (the default), which `import` reads back; "
        "csv: a claim a line; disputes: a disputed figure a line, as CSV; text: to read",
    )
    parser.add_argument(
        "--notes", action="store_true", help="with ndjson: your bookmarks and notes too, which `import` reads back"
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="write there, all or nothing, instead of printing")


EXPORT = Command(
    name="export",
    summary="the library as NDJSON, CSV or text",
    description="""\
Everything the library holds, or what a query finds, newest event first.
With --notes your bookmarks and notes stand behind the documents of their
event; `import` makes them those of whoever reads the file.
""",
    examples=(
        ("sahel-tui export --format csv --output claims.csv", "for a spreadsheet"),
        ("sahel-tui export date:2023 > 2023.ndjson", "the documents of one year"),
        ("sahel-tui export --notes date:2023 > mine.ndjson", "with what you noted on them"),
        ("sahel-tui export --format text dioura", "one event to read or print"),
    ),
    add_arguments=_add_arguments,
    run=_run_export,
)

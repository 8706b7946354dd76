"""`claims`: every claim with its span, document by document."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sahel_tui.cli.command import FAILED, FOUND, NOTHING_FOUND, Command, CommandError, add_json
from sahel_tui.cli.content import find_event, open_content, open_path
from sahel_tui.cli.output import Output
from sahel_tui.model import MAIN_INCIDENT, Count, Event
from sahel_tui.present.names import CATEGORY_NAMES
from sahel_tui.present.records import Record, claims_record
from sahel_tui.present.spreadsheet import csv_lines

if TYPE_CHECKING:
    from sahel_tui.library import Library

Found = TypeVar("Found")

CSV_COLUMNS = (
    *("doc", "event", "title", "where", "start", "end", "quote", "category", "low", "high", "vague"),
    *("victims", "side", "source", "incident", "flags", "rule"),
)


def _run_claims(arguments: Namespace, output: Output) -> int:
    if arguments.explain and (arguments.json or arguments.csv):
        raise CommandError("--explain prints text for people; leave it out, or leave out --json and --csv")
    with ExitStack() as opened:
        finder = _Finder(arguments, output, opened)
        found = _print_explained(finder, arguments, output) if arguments.explain else _print(finder, arguments, output)
    if finder.unreadable:
        return FAILED
    return FOUND if found and not finder.missed else NOTHING_FOUND


def _print(finder: "_Finder", arguments: Namespace, output: Output) -> int:
    """Print the claims; how many documents there are."""
    records = [record for words in arguments.events for record in finder.find(words, event_claims)]
    if arguments.json:
        for record in records:
            output.record(record)
    elif arguments.csv:
        output.exactly(claims_csv(records))
    else:
        output.lines(line for record in records for line in _claim_lines(record))
    return len(records)


def _print_explained(finder: "_Finder", arguments: Namespace, output: Output) -> int:
    """Print each claim in its sentence with its parts; how many documents there are."""
    from sahel_tui.cli.explain_text import document_lines

    printed = 0
    for words in arguments.events:
        for lines in finder.find(words, partial(document_lines, width=output.width)):
            output.lines(("", *lines) if printed else lines)
            printed += 1
    return printed


class _Finder:
    """Finds the documents that each word of the command line names; opens the library only when one names an event."""

    def __init__(self, arguments: Namespace, output: Output, opened: ExitStack) -> None:
        self._arguments = arguments
        self._output = output
        self._opened = opened
        self._library: Library | None = None
        self.unreadable = False
        self.missed = False

    def find(self, words: str, read: "Callable[[Library, Event], Iterable[Found]]") -> Iterator[Found]:
        """What `read` finds in the events of a file or folder, or in the event of the library."""
        path = Path(words)
        if _is_file_name(words) and not path.exists():
            raise CommandError(f"{path}: there is no such file or folder")
        if path.exists():
            with open_path(path, self._output) as library:
                self.unreadable |= bool(library.refusals)
                for event in library.events():
                    yield from read(library, event)
            return
        if self._library is None:
            self._library = self._opened.enter_context(open_content(self._arguments, self._output))
        found = find_event(self._library, words, self._output)
        self.missed |= found is None
        if found:
            yield from read(self._library, found)


def _is_file_name(words: str) -> bool:
    """Whether a missing file was meant rather than an event."""
    return "/" in words or (" " not in words and Path(words).suffix != "")


def event_claims(library: "Library", event: Event) -> Iterator[Record]:
    """One record a document of an event."""
    for document in library.documents(event.id):
        yield claims_record(event, document, library.document_comparison(document.id))


def claims_csv(records: Iterable[Record], *, heading: bool = True) -> str:
    """The claims of all records as CSV, one a line; an empty cell is null."""
    return csv_lines(_claim_rows(records, heading))


def _claim_rows(records: Iterable[Record], heading: bool) -> Iterator[list[object]]:
    if heading:
        yield list(CSV_COLUMNS)
    for record in records:
        for claim in record["claims"]:
            row = {**record, **claim, "flags": " ".join(claim["flags"])}
            yield [row[column] for column in CSV_COLUMNS]


def _claim_lines(record: Record) -> Iterator[str]:
    yield f"{record['doc']} · {record['title']}"
    for claim in record["claims"]:
        count = Count(claim["low"], claim["high"], None if claim["vague"] == "null" else claim["vague"])
        source = f" per {claim['source']}" if claim["source"] else ""
        incident = "" if claim["incident"] == MAIN_INCIDENT else f" · {claim['incident']}"
        yield f"  {count} {CATEGORY_NAMES[claim['category']]}{source} · {claim['side']}{incident}"
        yield f"      {claim['where']} {claim['start']}–{claim['end']} “{' '.join(claim['quote'].split())}”"


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "events", nargs="+", metavar="EVENT|FILE", help="an event of the library, or a document file or folder"
    )
    add_json(parser)
    parser.add_argument("--csv", action="store_true", help="print one claim a line as CSV, with a heading")
    parser.add_argument("--explain", action="store_true", help="print why each claim is read as it is, as text")


CLAIMS = Command(
    name="claims",
    summary="every claim with the characters it was read from",
    description="""\
A claim is one figure, one category, one group of victims, one source. Its span
counts characters of the document's text. What names an existing file or folder
is read from there; anything else is an event of the library.

--json prints one object a document: doc, event, title, claims, and in
disagreements the rows whose figures cannot all be true.

--explain prints each claim in its sentence, the quote between ▐ and ▌, then
its parts in words: count, category, victims, side, source and where it is
named, incident, flags, the rule that found it, and the verdict of its row.
""",
    examples=(
        ("sahel-tui claims dioura", "the claims of one event"),
        ("sahel-tui claims --json notes/*.txt", "of documents in no library"),
        ("sahel-tui claims --explain report.txt", "sentence, parts and rule of each"),
        ("sahel-tui claims --csv bourem > bourem.csv", "for a spreadsheet"),
    ),
    add_arguments=_add_arguments,
    run=_run_claims,
    reads=True,
)

"""Adding documents to a library: all or nothing, and every one accounted for."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import chain, islice
from pathlib import Path

from sahel_tui.dataclass import replace
from sahel_tui.documents import Refusal, Trace, UnreadRow, Wanted, read_inputs
from sahel_tui.library.opening import IN_MEMORY
from sahel_tui.library.reports import Arrival, ImportReport, OnProgress
from sahel_tui.library.shelf import Listener, Shelf, read_corrections
from sahel_tui.model import Document
from sahel_tui.notebook.marks import Mark
from sahel_tui.notebook.notebook import open_notebook
from sahel_tui.notebook.pages import NotebookError
from sahel_tui.notebook.records import parse_mark
from sahel_tui.store.arrivals import count_joined, list_arrivals
from sahel_tui.store.connections import Connections, open_file
from sahel_tui.store.lookup import count_events
from sahel_tui.store.swap import lock_library, replace_library

_MOST_NAMED = 50
"""New documents whose events are named."""


def import_into_file(path: Path, paths: Sequence[Path], wanted: Wanted, on_progress: OnProgress) -> ImportReport:
    """Put a new library in the place of the one at `path`, if there is anything new to hold."""
    with lock_library(path), closing(open_file(path)) as old:
        shelf, listener = Shelf(old), _Listener()
        before = after = count_events(old)
        arriving = shelf.take(_read_all(paths, wanted, listener), listener, on_progress, _measure(paths))
        first = list(islice(arriving, 1)) if shelf.current else []
        if first or not shelf.current or shelf.corrections != read_corrections(old):
            replace_library(path, lambda new: shelf.write(new, chain(shelf.stock(), first, arriving), on_progress))
            with closing(open_file(path)) as new:
                after = count_events(new)
                listener.follow(new)
    return listener.report(str(path), after - before, *listener.keep_marks())


def import_into_memory(
    connections: Connections, paths: Sequence[Path], wanted: Wanted, on_progress: OnProgress
) -> tuple[ImportReport, sqlite3.Connection]:
    """A new library in memory that holds what the old one does and what was read; the old one stays readable."""
    with closing(sqlite3.connect(":memory:")) as old:
        with connections.reading() as shared:
            shared.backup(old)
        shelf, listener = Shelf(old, current=True), _Listener()
        arriving = shelf.take(_read_all(paths, wanted, listener), listener, on_progress, _measure(paths))
        new = shelf.write_in_memory(chain(shelf.stock(), arriving), on_progress)
        new_events = count_events(new) - count_events(old)
        listener.follow(new)
    notice = "this library is in memory: what was imported is gone when the program ends"
    return listener.report(IN_MEMORY, new_events, *listener.keep_marks(), notice), new


def read_into_memory(path: Path) -> tuple[ImportReport, sqlite3.Connection]:
    """A library in memory of the documents at `path`."""
    shelf, listener = Shelf(), _Listener()
    arriving = shelf.take(_read_all([path], Wanted(), listener), listener, lambda progress: None)
    memory = shelf.write_in_memory(arriving)
    return listener.report(IN_MEMORY, count_events(memory)), memory


def _read_all(paths: Iterable[Path], wanted: Wanted, trace: Trace) -> Iterator[Document | UnreadRow | Refusal]:
    for path in paths:
        yield from read_inputs(path, replace(wanted, unread_rows=True), trace)


def _measure(paths: Iterable[Path]) -> int:
    """Bytes of these files and of the files in these folders, hidden ones left out; what cannot be seen counts 0."""
    return sum(_measure_path(path) for path in paths)


def _measure_path(path: Path) -> int:
    try:
        if not path.is_dir():
            return path.stat().st_size
        seen = (entry for entry in path.iterdir() if not entry.name.startswith(".") and not entry.is_symlink())
        return _measure(seen)
    except OSError:
        return 0  # Reading it says why.


class _Listener(Listener):
    """Keeps what the readers tell besides documents for the report."""

    def __init__(self) -> None:
        super().__init__()
        self._skipped = 0
        self._reasons: list[str] = []
        self._remarks = 0
        self._marks: list[Mark] = []
        self._new_marks = self._removals = self._joined = 0
        self._arrivals: tuple[Arrival, ...] = ()

    def on_bytes(self, count: int) -> None:
        """Add them: they are how far the import is."""
        self.tally.size += count

    def on_skipped(self, path: str, count: int, reason: str) -> None:
        """Count them; the report names where and why."""
        self._skipped += count
        self._reasons.append(f"{path}: left out {reason}: {count:,}")

    def on_remark(self, path: str, line: int | None, message: str) -> None:
        """Count them; `check` tells them one by one."""
        self._remarks += 1

    def on_mark(self, path: str, line: int, record: dict[str, object]) -> None:
        """Keep it until the documents are safe; what is no mark is refused."""
        try:
            self._marks.append(parse_mark(record))
        except ValueError as error:
            name = Path(path).name
            advice = "import the file that `sahel-tui notes --json` or `export --notes` wrote"
            self.tally.refused.append(Refusal(name, path, line, f"a note cannot be read: {error}", advice))

    def keep_marks(self) -> tuple[str, ...]:
        """Write what came of bookmarks and notes into the reader's notebook; what the reader should know of that."""
        if not self._marks:
            return ()
        notebook = open_notebook()
        try:
            self._new_marks = notebook.merge(mark for mark in self._marks if not mark.removed)
            self._removals = notebook.merge(mark for mark in self._marks if mark.removed)
        except NotebookError as error:
            return (f"the {len(self._marks)} notes were not kept: {error}",)
        return (notebook.notice,) if notebook.notice else ()

    def follow(self, library: sqlite3.Connection) -> None:
        """Find out of which events the new documents are."""
        if self.tally.first:
            self._joined = count_joined(library, self.tally.first)
            self._arrivals = tuple(Arrival(*row) for row in list_arrivals(library, self.tally.first, _MOST_NAMED))

    def report(self, location: str, new_events: int, *notices: str) -> ImportReport:
        """What became of every document."""
        tally = self.tally
        odd = f"{self._remarks:,} lines that were read look odd; `sahel-tui check` names them"
        return ImportReport(
            tally.new + tally.unchanged,
            tally.new,
            tally.unchanged,
            tuple(tally.refused),
            self._skipped,
            new_events,
            location,
            (*self._reasons, *([odd] if self._remarks else []), *notices),
            len(self._marks),
            self._new_marks,
            self._removals,
            tally.title,
            self._joined,
            self._arrivals,
        )

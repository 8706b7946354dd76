"""The library: all that a front end may ask for or change."""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self

from sahel_tui.library.answers import Answers
from sahel_tui.library.marked import Marks
from sahel_tui.library.opening import IN_MEMORY, Opened, open_content
from sahel_tui.model import Comparison, Document, Event, Row
from sahel_tui.store import lookup
from sahel_tui.store.connections import Connections, naming_damage
from sahel_tui.store.errors import LibraryClosed, SearchInterrupted
from sahel_tui.store.naming import find_named
from sahel_tui.store.page import Page

if TYPE_CHECKING:
    from sahel_tui.library.correcting import Correct
    from sahel_tui.library.linked import LinkReport
    from sahel_tui.library.reports import ImportReport, LibraryInfo, OnProgress
    from sahel_tui.linking.corrections import Corrections
    from sahel_tui.store.hits import Hits, Month, Sort


def open_library(path: Path | None = None) -> "Library":
    """The library file at `path`, or the documents of a file or folder read into memory.

    Without `path`: the file that `$SAHEL_TUI_LIBRARY` names, or `library.sqlite` in the user's data directory; made
    from the bundled events on first start, in memory when it cannot be. Raises `LibraryError`.
    """
    return Library(open_content(path))


class Library:
    """An open library; its methods may be called from any thread, and import what a look-up of one event need not."""

    def __init__(self, opened: Opened) -> None:
        self._connections = opened.connections
        self._answers = Answers()
        self.marks = Marks(self._reading)
        """What the reader has bookmarked and noted."""
        self.notices = opened.notices
        """Lines the user should see once."""
        self.refusals = opened.refusals
        """Documents that could not be read when the library was made."""

    @property
    def location(self) -> str:
        """The path of its file, or `in memory`."""
        return str(self._connections.path or IN_MEMORY)

    def search(
        self,
        query: str = "",
        *,
        sort: "Sort" = "date",
        ascending: bool | None = None,
        disputed_only: bool = False,
        start: int = 0,
        limit: int = 200,
        patient: Literal["rows", "count"] | None = None,
        titles_only: bool = False,
    ) -> "Hits":
        """The events that `query` finds, from the `start`th on.

        `ascending` None means titles from A and everything else from the newest or largest. A search is cut after a
        tenth of a second; `patient` takes as long as it takes for the rows and counts no others, or some seconds for
        the count; `titles_only` looks at titles, places and actors. After `answer` every window is whole and exact.
        """
        from sahel_tui.store.search import INTERRUPTED, PATIENT, search_events

        page = Page(sort, ascending, start, limit)
        limits = PATIENT[patient] if patient else None
        try:
            with self._reading(searching=True) as (connections, connection):
                find_marked, version = self.marks.find_in(connections, connection), self.marks.version_for(query)
                known = None if titles_only else self._answers.get(connections, version, query, page, disputed_only)
                asked = {"disputed_only": disputed_only, "titles_only": titles_only}
                return search_events(
                    connection, query, page, limits=limits, known=known, find_marked=find_marked, **asked
                )
        except SearchInterrupted:
            return INTERRUPTED

    def answer(
        self, query: str = "", *, sort: "Sort" = "date", ascending: bool | None = None, disputed_only: bool = False
    ) -> bool:
        """Find all events of a search however long it takes, for the windows asked for later; False: interrupted."""
        from sahel_tui.store.answers import find_ids

        page = Page(sort, ascending)
        try:
            with self._reading(searching=True) as (connections, connection):
                find_marked, version = self.marks.find_in(connections, connection), self.marks.version_for(query)
                ids = find_ids(connection, query, page, disputed_only=disputed_only, find_marked=find_marked)
        except SearchInterrupted:
            return False
        self._answers.put(connections, version, query, page, disputed_only, ids)
        return True

    def events(
        self, query: str = "", *, sort: "Sort" = "date", ascending: bool | None = None, disputed_only: bool = False
    ) -> Iterator[Event]:
        """Every event that `query` finds, read a few at a time."""
        from sahel_tui.store.answers import find_ids, read_events

        page = Page(sort, ascending)
        with self._reading() as (connections, connection):
            find_marked = self.marks.find_in(connections, connection)
            ids = find_ids(connection, query, page, disputed_only=disputed_only, find_marked=find_marked)
            yield from read_events(connection, ids)

    def event(self, event_id: str) -> Event:
        """The event with this id; raises `EventNotFound`."""
        with self._reading() as (_, connection):
            return lookup.read_one_event(connection, event_id)

    def find_events(self, words: str, *, limit: int = 50) -> tuple[Event, ...]:
        """The newest events that `words` name: an id, a whole title, or words of a title, a place, an actor, a text."""
        with self._reading() as (connections, connection):
            return find_named(connection, words, limit, self.marks.find_in(connections, connection))

    def documents(self, event_id: str) -> tuple[Document, ...]:
        """The documents of an event, the one that names it first; raises `EventNotFound`."""
        with self._reading() as (_, connection):
            return lookup.read_documents(connection, event_id)

    def comparison(self, *event_ids: str) -> Comparison:
        """The claims and rows of one event, or of several compared with each other; raises `EventNotFound`."""
        with self._reading() as (_, connection):
            comparisons = [lookup.read_comparison(connection, event_id) for event_id in dict.fromkeys(event_ids)]
        if len(comparisons) == 1:
            return comparisons[0]
        from sahel_tui.library.entries import compare_together

        return compare_together(comparisons)

    def document_comparison(self, document_id: str) -> Comparison:
        """The claims and rows of one document alone; raises `DocumentNotFound`."""
        with self._reading() as (_, connection):
            return lookup.read_document_comparison(connection, document_id)

    def disputes(self, query: str = "", *, limit: int | None = None) -> Iterator[tuple[Event, Row]]:
        """The disputed rows of the events that `query` finds, widest spread first, read a few at a time."""
        from sahel_tui.store.ranking import rank_disputes, read_all_ranked

        with self._reading() as (connections, connection):
            keys = rank_disputes(connection, query, self.marks.find_in(connections, connection))[:limit]
            yield from read_all_ranked(connection, keys)

    def rank_disputes(self, query: str = "") -> Sequence[int] | None:
        """The keys of the rows of `disputes` in the same order, for `read_disputes`; None when it was interrupted."""
        from sahel_tui.store.ranking import rank_disputes

        try:
            with self._reading(searching=True) as (connections, connection):
                return rank_disputes(connection, query, self.marks.find_in(connections, connection))
        except SearchInterrupted:
            return None

    def read_disputes(self, keys: Sequence[int]) -> tuple[tuple[Event, Row], ...]:
        """The disputed rows of some keys of `rank_disputes`; those an import has taken away are left out."""
        from sahel_tui.store.ranking import read_ranked

        with self._reading() as (_, connection):
            return read_ranked(connection, keys)

    def months(self, query: str = "", *, disputed_only: bool = False) -> "tuple[Month, ...] | None":
        """How many events that `query` finds began in each month, and their dead; None when it was interrupted."""
        from sahel_tui.store.months import count_months

        try:
            with self._reading(searching=True) as (connections, connection):
                find_marked = self.marks.find_in(connections, connection)
                return count_months(connection, query, disputed_only=disputed_only, find_marked=find_marked)
        except SearchInterrupted:
            return None

    def import_paths(
        self,
        paths: Sequence[Path],
        *,
        format: str | None = None,
        every_page: bool = False,
        on_progress: "OnProgress | None" = None,
    ) -> "ImportReport":
        """Add documents, all or none; raises `LibraryError` when the library cannot be written, and is as it was.

        `format` forces one for every text; `every_page` reads the pages of a wiki that are about no event too.
        """
        from sahel_tui.documents import Wanted
        from sahel_tui.library.importing import import_into_file, import_into_memory

        say = on_progress or (lambda progress: None)
        wanted = Wanted(format, every_page)
        with self._replacing() as old:
            if old.path:
                return import_into_file(old.path, paths, wanted, say)
            report, memory = import_into_memory(old, paths, wanted, say)
            self._connections = Connections(memory=memory)
            return report

    def documents_from(self, source: str) -> tuple[str, ...]:
        """The ids of the imported documents that are called `source` or come from that site or address."""
        from sahel_tui.library.removing import find_from

        with self._reading() as (_, connection):
            return find_from(connection, source)

    def remove(self, document_ids: Collection[str], *, on_progress: "OnProgress | None" = None) -> None:
        """Take documents out, all or none; raises `LibraryError` when it cannot be written, and is as it was."""
        from sahel_tui.library.removing import remove_from_file

        with self._replacing() as old:
            remove_from_file(old.path, document_ids, on_progress or (lambda progress: None))

    def link(self, event_ids: Sequence[str], *, on_progress: "OnProgress | None" = None) -> bool:
        """Make one event of several, all or nothing; False: it is one already. Raises `LibraryError`."""
        from sahel_tui.library.correcting import join_events

        return self._correct(join_events(event_ids), on_progress)

    def unlink(self, event_id: str, document_ids: Collection[str], *, on_progress: "OnProgress | None" = None) -> bool:
        """Make an event of its own of some documents of an event, all or nothing; raises `LibraryError`."""
        from sahel_tui.library.correcting import part_event

        return self._correct(part_event(event_id, document_ids), on_progress)

    def _correct(self, correct: "Correct", on_progress: "OnProgress | None") -> bool:
        from sahel_tui.library.correcting import correct_file

        with self._replacing() as old:
            return correct_file(old.path, correct, on_progress or (lambda progress: None))

    def links(self, event_id: str) -> "LinkReport":
        """Why the documents of an event are taken for one, and what else comes near; raises `EventNotFound`."""
        from sahel_tui.library.linked import explain_links

        with self._reading() as (_, connection):
            return explain_links(connection, event_id)

    def corrections(self) -> "Corrections":
        """What the reader has said about which documents are of one event."""
        from sahel_tui.library.shelf import read_corrections

        with self._reading() as (_, connection):
            return read_corrections(connection)

    def info(self) -> "LibraryInfo":
        """Where it is, what it holds, and who made it."""
        from sahel_tui.library.info import read_info

        with self._reading() as (_, connection):
            return read_info(connection, self.location)

    def interrupt(self) -> None:
        """Stop the searches that run in other threads; they answer `Hits.interrupted`."""
        self._connections.interrupt()

    def close(self) -> None:
        """Close it; reads that still run in other threads are the last."""
        self._connections.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _replacing(self) -> Iterator[Connections]:
        """Open anew, when the block has written it without an error, the library that it was given."""
        old = self._connections
        with naming_damage(old.path):
            yield old
        if old.path:
            self._connections = Connections(old.path)
        old.close()

    @contextmanager
    def _reading(self, *, searching: bool = False) -> Iterator[tuple[Connections, sqlite3.Connection]]:
        with ExitStack() as stack:
            connections, connection = self._enter(stack, searching)
            with naming_damage(connections.path):
                yield connections, connection

    def _enter(self, stack: ExitStack, searching: bool) -> tuple[Connections, sqlite3.Connection]:
        """A connection to the library as it is now, even if an import has just put another in its place."""
        while True:
            connections = self._connections
            try:
                return connections, stack.enter_context(connections.reading(searching=searching))
            except LibraryClosed:
                if connections is self._connections:
                    raise

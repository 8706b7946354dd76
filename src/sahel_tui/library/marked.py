"""The reader's marks, each with the event of this library that it is about."""

import sqlite3
import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from sahel_tui.model import Claim, Event
from sahel_tui.notebook.place import find_notebook
from sahel_tui.store.anchored import Anchored, FindMarked, find_anchored
from sahel_tui.store.connections import Connections
from sahel_tui.store.lookup import count_events, list_members

if TYPE_CHECKING:  # A look-up that asks for no mark does not pay for the notebook.
    from sahel_tui.library.placed import Placed
    from sahel_tui.notebook.marks import EventAnchor, Mark, MarkKind
    from sahel_tui.notebook.notebook import Notebook
    from sahel_tui.store.filters import MarkFilter

Reading = Callable[[], AbstractContextManager[tuple[Connections, sqlite3.Connection]]]
_ASKING = ("is:", "note:")
"""What stands in a query that asks for marks."""
_KINDS: "dict[str, MarkKind]" = {"noted": "note", "bookmarked": "bookmark"}


def asks_for_marks(query: str) -> bool:
    """Whether what a query finds may depend on bookmarks and notes."""
    return any(key in query.lower() for key in _ASKING)


class Marks:
    """Bookmarks and notes as a library sees them; usable from any thread."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._turn = threading.RLock()
        self._notebook: Notebook | None = None
        self._placed: Placed | None = None

    @property
    def notebook(self) -> "Notebook":
        """The reader's own, opened when it is first asked for."""
        from sahel_tui.notebook.notebook import open_notebook

        with self._turn:
            self._notebook = self._notebook or open_notebook()
        return self._notebook

    def place(self) -> "Placed":
        """All marks, looked up anew only when the notebook or the library has changed."""
        with self._reading() as (connections, connection):
            return self._place(connections, connection)

    def of(self, event_id: str) -> "tuple[Mark, ...]":
        """The marks of an event; where there is no notebook, none is opened."""
        if self._notebook is None and not ((path := find_notebook()) and path.exists()):
            return ()
        return self.place().events.get(event_id, ())

    def note(self, event: Event, text: str, claim: Claim | None = None) -> "Mark":
        """Put down a note about an event, or about one of its claims; raises `NotebookError`, `EventNotFound`."""
        from sahel_tui.notebook.marks import anchor_claim, anchor_event

        first = (claim.document,) if claim else ()
        anchor = anchor_event(event, (*first, *self._list_documents(event.id)))
        return self.notebook.note(anchor, text, anchor_claim(claim) if claim else None)

    def toggle_bookmark(self, event: Event) -> bool:
        """Bookmark an event, or take its bookmark away; whether it has one now. Raises `NotebookError`."""
        from sahel_tui.notebook.marks import anchor_event

        marks = [mark for mark in self.of(event.id) if mark.kind == "bookmark"]
        for mark in marks:
            self.notebook.remove(mark)
        if not marks:
            self.notebook.bookmark(anchor_event(event, self._list_documents(event.id)))
        return not marks

    def _list_documents(self, event_id: str) -> tuple[str, ...]:
        with self._reading() as (_, connection):
            return list_members(connection, event_id)

    def find(self, anchor: "EventAnchor") -> tuple[int, str] | None:
        """The row of an event in the list of all, newest first, and its id; None when the library does not hold it."""
        with self._reading() as (_, connection):
            (found,) = find_anchored(connection, [Anchored(anchor.id, anchor.title, anchor.documents)])
            return (count_events(connection) - found[0], found[1]) if found else None

    def find_in(self, connections: Connections, connection: sqlite3.Connection) -> FindMarked:
        """How a search finds the events marked so; only a query that asks for them pays for it."""

        def find(marked: "MarkFilter") -> Sequence[int]:
            placed = self._place(connections, connection)
            if marked.tokens:
                return placed.find_words(marked.tokens, exact=marked.exact)
            return placed.numbers.get(_KINDS[marked.mark], ())

        return find

    def version_for(self, query: str) -> int:
        """What an answer to `query` depends on besides the library; 0 when it asks for no mark."""
        return self.notebook.refresh() if asks_for_marks(query) else 0

    def _place(self, connections: Connections, connection: sqlite3.Connection) -> "Placed":
        version = self.notebook.refresh()
        placed = self._placed
        if placed is None or placed.connections is not connections or placed.version != version:
            from sahel_tui.library.placed import place_all

            found = placed.found if placed and placed.connections is connections else {}
            placed = self._placed = place_all(self.notebook.marks(), connections, connection, version, found)
        return placed

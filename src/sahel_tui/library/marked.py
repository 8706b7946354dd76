"""The reader's marks, each with the event of this library that it is about."""

import sqlite3
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sahel_tui.model import Claim, Event
from sahel_tui.store.anchored import Anchored, FindMarked, find_anchored
from sahel_tui.store.connections import Connections
from sahel_tui.store.lookup import count_events, list_members

if TYPE_CHECKING:  # A look-up that asks for no mark does not pay for the notebook.
    from sahel_tui.notebook.marks import EventAnchor, Mark, MarkKind
    from sahel_tui.notebook.notebook import Notebook

Reading = Callable[[], AbstractContextManager[tuple[Connections, sqlite3.Connection]]]
_KINDS: "dict[str, MarkKind]" = {"noted": "note", "bookmarked": "bookmark"}


@dataclass(frozen=True, slots=True)
class Placed:
    """All marks of a notebook among the events of one version of a library."""

    connections: Connections
    version: int
    """Of the notebook."""
    events: "Mapping[str, tuple[Mark, ...]]" = field(default_factory=dict)
    """By event id, in the order in which they were put down."""
    elsewhere: "tuple[Mark, ...]" = ()
    """Those of events that this library does not hold."""
    numbers: "Mapping[MarkKind, tuple[int, ...]]" = field(default_factory=dict)
    found: Mapping[Anchored, tuple[int, str] | None] = field(default_factory=dict)
    """What was looked up, so that one more note is one more look."""


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

    def place(self) -> Placed:
        """All marks, looked up anew only when the notebook or the library has changed."""
        with self._reading() as (connections, connection):
            return self._place(connections, connection)

    def of(self, event_id: str) -> "tuple[Mark, ...]":
        """The marks of an event."""
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

        def find(mark: str) -> Sequence[int]:
            return self._place(connections, connection).numbers.get(_KINDS[mark], ())

        return find

    def version_for(self, query: str) -> int:
        """What an answer to `query` depends on besides the library; 0 when it asks for no mark."""
        return self.notebook.refresh() if "is:" in query.lower() else 0

    def _place(self, connections: Connections, connection: sqlite3.Connection) -> Placed:
        version = self.notebook.refresh()
        placed = self._placed
        if placed is None or placed.connections is not connections or placed.version != version:
            found = placed.found if placed and placed.connections is connections else {}
            placed = self._placed = _place_all(self.notebook.marks(), connections, connection, version, found)
        return placed


def _place_all(
    marks: "Sequence[Mark]",
    connections: Connections,
    connection: sqlite3.Connection,
    version: int,
    known: Mapping[Anchored, tuple[int, str] | None],
) -> Placed:
    anchors = [Anchored(mark.event.id, mark.event.title, mark.event.documents) for mark in marks]
    new = [anchor for anchor in dict.fromkeys(anchors) if anchor not in known]
    places = {**known, **dict(zip(new, find_anchored(connection, new), strict=True))}
    found = [(mark, places[anchor]) for mark, anchor in zip(marks, anchors, strict=True)]
    events: dict[str, list[Mark]] = {}
    numbers: dict[MarkKind, dict[int, None]] = {}
    for mark, place in found:
        if place:
            number, slug = place
            events.setdefault(slug, []).append(mark)
            numbers.setdefault(mark.kind, {})[number] = None
    return Placed(
        connections,
        version,
        {slug: tuple(own) for slug, own in events.items()},
        tuple(mark for mark, place in found if place is None),
        {kind: tuple(sorted(own)) for kind, own in numbers.items()},
        places,
    )

"""Events found again by what somebody outside the library remembers of them."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:  # A look-up by id has no filters.
    from sahel_tui.store.filters import MarkFilter

FindMarked: TypeAlias = "Callable[[MarkFilter], Sequence[int]]"
"""The numbers of the events that the reader has marked so."""


def find_none(marked: "MarkFilter") -> Sequence[int]:
    """For those who ask a library without a reader."""
    return ()


class Anchored(NamedTuple):
    """What is remembered of an event."""

    slug: str
    title: str
    """Empty: any."""
    documents: tuple[str, ...]
    """Ids of its documents, the one that matters most first."""


def find_anchored(connection: sqlite3.Connection, anchors: Sequence[Anchored]) -> list[tuple[int, str] | None]:
    """Number and id of the event of each: that of its first document which is still there, else of this id and title.

    None: the library does not hold it.
    """
    found: list[tuple[int, str] | None] = []
    moved: dict[int, int] = {}
    for place, anchor in enumerate(anchors):
        event = connection.execute("SELECT id, title FROM event WHERE slug = ?", (anchor.slug,)).fetchone()
        seen = _find_first(connection, anchor.documents)
        if seen is None:
            found.append((event[0], anchor.slug) if event and anchor.title in (event[1], "") else None)
        elif event and _holds(connection, event[0], seen):
            found.append((event[0], anchor.slug))
        else:
            moved[place] = seen
            found.append(None)
    if moved:  # No index leads from a document to its event: one pass for all of them.
        events = _find_events(connection, moved.values())
        for place, seen in moved.items():
            found[place] = events.get(seen)
    return found


def _find_first(connection: sqlite3.Connection, documents: Iterable[str]) -> int | None:
    rows = (connection.execute("SELECT seen FROM document WHERE key = ?", (key,)).fetchone() for key in documents)
    return next((int(row[0]) for row in rows if row), None)


def _holds(connection: sqlite3.Connection, event: int, seen: int) -> bool:
    row = connection.execute("SELECT 1 FROM member WHERE event = ? AND document = ?", (event, seen)).fetchone()
    return row is not None


def _find_events(connection: sqlite3.Connection, documents: Iterable[int]) -> dict[int, tuple[int, str]]:
    rows = connection.execute(
        "SELECT member.document, event.id, event.slug FROM member JOIN event ON event.id = member.event "
        "WHERE member.document IN (SELECT value FROM json_each(?))",
        (f"[{','.join(map(str, documents))}]",),
    )
    return {document: (number, slug) for document, number, slug in rows}

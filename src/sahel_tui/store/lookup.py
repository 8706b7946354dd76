"""Events, documents and comparisons by id."""

import json
import sqlite3
from collections.abc import Iterable, Iterator

from sahel_tui.model import Comparison, Document, Event
from sahel_tui.store.coding import decode_comparison, decode_document
from sahel_tui.store.errors import DocumentNotFound, EventNotFound
from sahel_tui.store.rows import COMPARISON_COLUMNS, DOCUMENT_COLUMNS, EVENT_COLUMNS, read_event, read_own


def read_meta(connection: sqlite3.Connection) -> dict[str, str]:
    """Who made the library, and what it holds."""
    return dict(connection.execute("SELECT key, value FROM meta"))


def count_events(connection: sqlite3.Connection) -> int:
    """How many events there are; their ids have no gaps."""
    (count,) = connection.execute("SELECT coalesce(max(id), 0) FROM event").fetchone()
    return int(count)


def read_one_event(connection: sqlite3.Connection, event_id: str) -> Event:
    """The event called `event_id`; raises `EventNotFound`."""
    row = connection.execute(f"SELECT {EVENT_COLUMNS} FROM event WHERE slug = ?", (event_id,)).fetchone()
    if row is None:
        raise EventNotFound(event_id)
    return read_event(row)


def read_documents(connection: sqlite3.Connection, event_id: str) -> tuple[Document, ...]:
    """The documents of an event, the one that names it first; raises `EventNotFound`."""
    rows = connection.execute(
        f"SELECT {DOCUMENT_COLUMNS} FROM event JOIN member ON member.event = event.id "
        "JOIN document ON document.seen = member.document WHERE event.slug = ? ORDER BY member.place",
        (event_id,),
    ).fetchall()
    if not rows:
        raise EventNotFound(event_id)
    return tuple(decode_document(*row) for row in rows)


def list_members(connection: sqlite3.Connection, event_id: str) -> tuple[str, ...]:
    """The ids of the documents of an event, the one that names it first; raises `EventNotFound`."""
    rows = connection.execute(
        "SELECT document.key FROM event JOIN member ON member.event = event.id "
        "JOIN document ON document.seen = member.document WHERE event.slug = ? ORDER BY member.place",
        (event_id,),
    ).fetchall()
    if not rows:
        raise EventNotFound(event_id)
    return tuple(key for (key,) in rows)


def read_near_members(connection: sqlite3.Connection, first: int, last: int) -> Iterator[tuple[str, str]]:
    """Events that begin within these days (`20230110`), each with the id of every document."""
    yield from connection.execute(
        "SELECT event.slug, document.key FROM event JOIN member ON member.event = event.id "
        "JOIN document ON document.seen = member.document WHERE event.first_day BETWEEN ? AND ? "
        "ORDER BY event.first_day, event.id, member.place",
        (first, last),
    )


def find_seen(connection: sqlite3.Connection, keys: Iterable[str]) -> dict[str, int]:
    """The places of documents in the order of arrival, of those that the library holds."""
    wanted = json.dumps([*keys])
    found = connection.execute(
        "SELECT key, seen FROM document WHERE key IN (SELECT value FROM json_each(?))", (wanted,)
    )
    return dict(found.fetchall())


def read_comparison(connection: sqlite3.Connection, event_id: str) -> Comparison:
    """What comparing all documents of an event says; raises `EventNotFound`."""
    row = connection.execute(
        f"SELECT comparison.comparison, {COMPARISON_COLUMNS} FROM event "
        "JOIN member ON member.event = event.id AND member.place = 0 JOIN document ON document.seen = member.document "
        "LEFT JOIN comparison ON comparison.event = event.id WHERE event.slug = ?",
        (event_id,),
    ).fetchone()
    if row is None:
        raise EventNotFound(event_id)
    together, *own = row
    return read_own(own) if together is None else decode_comparison(together)


def read_document_comparison(connection: sqlite3.Connection, document_id: str) -> Comparison:
    """What comparing one document alone says; raises `DocumentNotFound`."""
    row = connection.execute(f"SELECT {COMPARISON_COLUMNS} FROM document WHERE key = ?", (document_id,)).fetchone()
    if row is None:
        raise DocumentNotFound(document_id)
    return read_own(row)

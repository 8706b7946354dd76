"""Where the documents of an import went: those that came with it are the last in the order of arrival."""

import sqlite3
from collections.abc import Iterator


def count_joined(connection: sqlite3.Connection, first: int) -> int:
    """How many events have documents from `first` on and others that came before."""
    mixed = "SELECT event FROM member GROUP BY event HAVING min(document) < ? AND max(document) >= ?"
    (count,) = connection.execute(f"SELECT count(*) FROM ({mixed})", (first, first)).fetchone()
    return int(count)


def list_arrivals(connection: sqlite3.Connection, first: int, limit: int) -> Iterator[tuple[str, str, str, bool]]:
    """Of some documents from `first` on: name, title and date of its event, and whether this has others from before."""
    before = "EXISTS (SELECT 1 FROM member other WHERE other.event = event.id AND other.document < ?)"
    rows = connection.execute(
        f"SELECT document.name, event.title, event.date, {before} FROM member"
        " JOIN event ON event.id = member.event JOIN document ON document.seen = member.document"
        " WHERE member.document >= ? LIMIT ?",
        (first, first, limit),
    )
    return ((name, title, date, bool(joined)) for name, title, date, joined in rows)

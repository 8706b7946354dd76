"""What the documents of a library were read from, and what was made of them."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from sahel_tui.model import Event
from sahel_tui.store.build import Kept, Origin
from sahel_tui.store.coding import decode_comparison, decode_document, decode_event
from sahel_tui.store.rows import DOCUMENT_COLUMNS


@dataclass(frozen=True, slots=True)
class Original:
    """The text of a document and where it came from: enough to read it again."""

    key: str
    """`Document.id`, where it is known."""
    text: str
    name: str
    format: str
    """Empty: as it looks."""
    address: str | None = None


def read_originals(connection: sqlite3.Connection, origin: Origin) -> Iterator[Original]:
    """The documents of one origin in the order in which they came; whatever the version of the schema."""
    rows = connection.execute(
        "SELECT key, text, name, format, address FROM document WHERE origin = ? ORDER BY seen", (origin,)
    )
    for row in rows:
        yield Original(*row)


def list_described(connection: sqlite3.Connection) -> Iterator[tuple[str, int, str, Event]]:
    """Id, place in the order of arrival, format and own event of each document."""
    rows = connection.execute("SELECT key, seen, format, described FROM document ORDER BY seen")
    for key, seen, form, described in rows:
        yield key, seen, form, decode_event(described)


def read_kept(connection: sqlite3.Connection, document_id: str) -> Kept:
    """A document with all that was made of it."""
    *columns, described, comparison, origin, seen = connection.execute(
        f"SELECT {DOCUMENT_COLUMNS}, described, comparison, origin, seen FROM document WHERE key = ?", (document_id,)
    ).fetchone()
    return Kept(decode_document(*columns), decode_event(described), decode_comparison(comparison), origin, seen)

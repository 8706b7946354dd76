"""Writing a library: first its documents, then the events they make up, with all that finds them."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Literal, NamedTuple

from sahel_tui.model import Comparison, Document, Event, Row
from sahel_tui.store.coding import encode_comparison, encode_event, encode_names, encode_parts, encode_row
from sahel_tui.store.folding import find_tokens, parse_days
from sahel_tui.store.schema import APPLICATION_ID, BOUNDARY, INDEXES, SCHEMA, SCHEMA_VERSION, WORDS

Origin = Literal["bundled", "imported"]

_LAST_DAY = 9999_12_31
_HASH_SIZE = 32 * 1024 * 1024
"""Bytes of words an index gathers in memory before it writes a piece of itself; small pieces must be merged again."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names an event is found by."""

    places: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    """Who fought, for the words of a query: names as written and their acronyms."""
    mentioned: tuple[str, ...] = ()
    """For `actor:`, all names of all actors that fight, speak or are spoken of."""
    sources: tuple[str, ...] = ()
    """For `source:`, all names of those who give figures."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A document with the event it describes by itself, what comparing it alone says, and its names."""

    document: Document
    described: Event
    comparison: Comparison
    names: Names = field(default=Names())
    circumstances: bytes = b""
    """What links it to other documents, as whoever links them writes it."""


class Packed(NamedTuple):
    """A row of the table of documents: a `Kept` as it is stored, and as processes hand it on."""

    seen: int
    key: str
    origin: Origin
    name: str
    format: str
    address: str | None
    text: str
    parts: bytes
    claims: int
    described: bytes
    comparison: bytes
    names: bytes
    circumstances: bytes


@dataclass(frozen=True, slots=True)
class Entry:
    """An event, complete, as the library keeps it."""

    event: Event
    documents: tuple[int, ...]
    """`Packed.seen` of its documents, the one that names it first."""
    disputed: tuple[Row, ...] = ()
    names: Names = field(default=Names())
    comparison: Comparison | None = None
    """Of all documents together; None when there is only one."""


def pack(kept: Kept, origin: Origin = "imported", seen: int = 0) -> Packed:
    """A document as it is stored."""
    document = kept.document
    return Packed(
        seen,
        document.id,
        origin,
        document.name,
        document.format,
        document.address,
        document.text,
        encode_parts(document),
        len(kept.comparison.claims),
        encode_event(kept.described),
        encode_comparison(kept.comparison),
        encode_names([kept.names.places, kept.names.actors, kept.names.mentioned, kept.names.sources]),
        kept.circumstances,
    )


def write_library(
    connection: sqlite3.Connection, documents: Iterable[Packed], entries: Iterable[Entry], meta: Mapping[str, str]
) -> None:
    """Fill an empty database.

    `entries` are asked for when all documents are written; they come in the order of their dates, the undated first.
    """
    connection.execute("BEGIN")
    _execute(connection, SCHEMA)
    for table in _SEARCHED:
        connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('hashsize', ?)", (_HASH_SIZE,))
    marks = ", ".join("?" * len(Packed._fields))
    connection.executemany(f"INSERT INTO document VALUES ({marks})", documents)
    for number, entry in zip(count(1), entries, strict=False):
        _write_entry(connection, number, entry)
    for table in _SEARCHED:
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
    _execute(connection, WORDS + INDEXES)
    connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted({**meta, **_count(connection)}.items()))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.execute("COMMIT")


_SEARCHED = ("heading", "body", "facet")
_COUNTS = {
    "events": "SELECT count(*) FROM event",
    "documents": "SELECT count(*) FROM document",
    "claims": "SELECT coalesce(sum(claims), 0) FROM document",
    "disputes": "SELECT count(*) FROM dispute",
    "imported": "SELECT count(*) FROM document WHERE origin = 'imported'",
    "disputed_events": "SELECT count(*) FROM event WHERE disputed > 0",
    "first_date": "SELECT coalesce(min(date), '') FROM event WHERE date <> ''",
    "last_date": "SELECT coalesce(max(date), '') FROM event WHERE date <> ''",
}


def _count(connection: sqlite3.Connection) -> dict[str, str]:
    """What takes seconds to count in a large library, counted once."""
    return {key: str(connection.execute(statement).fetchone()[0]) for key, statement in _COUNTS.items()}


def _execute(connection: sqlite3.Connection, statements: str) -> None:
    """Several statements without the commit that `executescript` begins with."""
    for statement in statements.split(";\n"):
        connection.execute(statement)


def find_day_range(event: Event) -> tuple[int | None, int | None]:
    """First and last day as numbers; an event without an end is still going on; None when undated."""
    begins, ends = parse_days(event.date), parse_days(event.date_end)
    if not begins:
        return None, None
    return begins[0], ends[1] if ends else _LAST_DAY


def _write_entry(connection: sqlite3.Connection, number: int, entry: Entry) -> None:
    _write_event(connection, number, entry.event)
    connection.executemany(
        "INSERT INTO member VALUES (?, ?, ?)", [(number, place, seen) for place, seen in enumerate(entry.documents)]
    )
    if entry.comparison:
        connection.execute("INSERT INTO comparison VALUES (?, ?)", (number, encode_comparison(entry.comparison)))
    connection.executemany(
        "INSERT INTO dispute (event, spread, row) VALUES (?, ?, ?)",
        [(number, row.spread, encode_row(row)) for row in entry.disputed],
    )
    _write_words(connection, number, entry)


def _write_event(connection: sqlite3.Connection, number: int, event: Event) -> None:
    values = (
        number,
        event.id,
        event.title,
        event.date,
        event.date_end,
        event.place,
        event.documents,
        event.disputed,
        event.verdict,
        event.killed_low,
        event.killed_high,
        " ".join(find_tokens(event.title)),
        *find_day_range(event),
    )
    connection.execute(f"INSERT INTO event VALUES ({', '.join('?' * len(values))})", values)


def _write_words(connection: sqlite3.Connection, number: int, entry: Entry) -> None:
    """The body index also holds what the title index holds, so that one look finds a word in either."""
    names = entry.names
    heading = (entry.event.title, " ".join(names.places), " ".join(names.actors))
    boundary = f" {BOUNDARY} "
    facets = (boundary.join(names.places), boundary.join(names.mentioned), boundary.join(names.sources))
    text = "\n".join(
        connection.execute("SELECT text FROM document WHERE seen = ?", (seen,)).fetchone()[0]
        for seen in entry.documents
    )
    connection.execute("INSERT INTO heading (rowid, title, place, actor) VALUES (?, ?, ?, ?)", (number, *heading))
    connection.execute("INSERT INTO body (rowid, names, text) VALUES (?, ?, ?)", (number, " ".join(heading), text))
    connection.execute("INSERT INTO facet (rowid, place, actor, source) VALUES (?, ?, ?, ?)", (number, *facets))

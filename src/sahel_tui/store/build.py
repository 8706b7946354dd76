"""Writing a library: first its documents, then the events they make up, with all that finds them."""

import sqlite3
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from sahel_tui.dataclass import dataclass, field
from sahel_tui.model import Comparison, Document, Event, Verdict
from sahel_tui.store.coding import dump, encode_comparison, encode_names, encode_parts
from sahel_tui.store.entries import Entry, Names, OnWritten, ignore_written, join_names, write_entries
from sahel_tui.store.folding import find_days, join_words, make_title_key
from sahel_tui.store.schema import APPLICATION_ID, INDEXES, SCHEMA, SCHEMA_VERSION, SEARCHED_TABLES, execute
from sahel_tui.store.words import Aliases, WordIndexes

Origin = Literal["bundled", "imported"]

_MOST_PIECES = 16_384
"""That are remembered: of a data set whose rows have little in common, memory must not hold all."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A document with the event it describes by itself, what comparing it alone says, and its names."""

    document: Document
    described: Event
    comparison: Comparison
    names: Names = field(default=Names())
    circumstances: bytes = b""
    """What links it to other documents, as whoever links them writes it."""
    catalogue: str = ""
    """The data set it is a row of; empty for a text."""


class Packed(NamedTuple):
    """A row of the table of documents: a `Kept` as it is stored, and as processes hand it on."""

    seen: int
    key: str
    origin: Origin
    name: str
    format: str
    address: str | None
    text: str
    parts: bytes | None
    claims: int
    slug: str
    title: str
    date: str
    date_end: str
    place: str
    disputed: int
    verdict: Verdict | None
    killed_low: int | None
    killed_high: int | None
    titles: bytes | None
    comparison: bytes | None
    places: str
    circumstances: bytes
    catalogue: str
    words: str
    title_key: str
    first_day: int
    last_day: int
    people: bytes
    """Their names, which many documents have in common, as the pieces below: such are stored once."""
    frame: bytes | None = None
    totals: bytes | None = None


def pack(kept: Kept, origin: Origin = "imported", seen: int = 0) -> Packed:
    """A document as it is stored."""
    document, event = kept.document, kept.described
    words = join_words(event.title)
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
        event.id,
        event.title,
        event.date,
        event.date_end,
        event.place,
        event.disputed,
        event.verdict,
        event.killed_low,
        event.killed_high,
        dump([*event.names]) if event.names else None,
        encode_comparison(kept.comparison),
        join_names(kept.names.places),
        kept.circumstances,
        kept.catalogue,
        words,
        make_title_key(event.title, words),
        *find_days(event.date, event.date_end),
        encode_names([kept.names.actors, kept.names.mentioned, kept.names.sources]),
    )


def write_library(
    connection: sqlite3.Connection,
    documents: Iterable[Packed],
    entries: Iterable[Entry],
    meta: Mapping[str, str],
    aliases: Aliases = MappingProxyType({}),
    on_written: OnWritten = ignore_written,
) -> None:
    """Fill an empty database.

    `entries` are asked for when all documents are written; each other document is an event as it tells it.
    """
    connection.execute("BEGIN")
    execute(connection, SCHEMA + SEARCHED_TABLES)
    marks, pieces = ", ".join("?" * len(Packed._fields)), _Pieces(connection)
    rows = ((*row[:-3], pieces[row.people], pieces[row.frame], pieces[row.totals]) for row in documents)
    connection.executemany(f"INSERT INTO document VALUES ({marks})", rows)
    with WordIndexes(connection) as words:
        write_entries(connection, entries, words, on_written)
        words.finish(aliases)
        execute(connection, INDEXES)
        connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted({**meta, **_count(connection)}.items()))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
        words.pour()


class _Pieces(dict[bytes | None, int | None]):
    """What many documents have in common, numbered as it comes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__({None: None})
        self._connection = connection

    def __missing__(self, piece: bytes | None) -> int | None:
        """The number of a piece that comes first or was forgotten, which is written."""
        if len(self) > _MOST_PIECES:
            self.clear()
            self[None] = None
        self[piece] = self._connection.execute("INSERT INTO piece (said) VALUES (?)", (piece,)).lastrowid
        return self[piece]


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

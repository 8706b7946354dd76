"""Writing a library: its events in the order of their dates, with everything found by searching them."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from sahel_tui.model import Comparison, Document, Event
from sahel_tui.store.coding import encode_comparison, encode_event, encode_parts, encode_row
from sahel_tui.store.folding import find_tokens, parse_days
from sahel_tui.store.schema import APPLICATION_ID, BOUNDARY, INDEXES, SCHEMA, SCHEMA_VERSION, WORDS

Origin = Literal["bundled", "imported"]

OnEvent = Callable[[int, str], None]
"""Called with the number and title of each event that is written."""

_LAST_DAY = 9999_12_31


@dataclass(frozen=True, slots=True)
class Kept:
    """A document with the event it describes by itself and what comparing it alone says."""

    document: Document
    described: Event
    comparison: Comparison
    origin: Origin = "imported"
    seen: int = 0
    """Its place in the order in which documents came into the library."""


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
class Entry:
    """An event, complete, as the library keeps it."""

    event: Event
    documents: tuple[Kept, ...]
    comparison: Comparison
    names: Names = field(default=Names())


def write_library(
    connection: sqlite3.Connection, entries: Iterable[Entry], meta: Mapping[str, str], on_event: OnEvent | None = None
) -> None:
    """Fill an empty database; `entries` come in the order of their dates, the undated first."""
    connection.execute("BEGIN")
    for statement in SCHEMA.split(";\n"):
        connection.execute(statement)
    totals = {"events": 0, "documents": 0, "claims": 0, "disputes": 0}
    for number, entry in enumerate(entries, 1):
        _write_entry(connection, number, entry)
        if on_event:
            on_event(number, entry.event.title)
        totals["events"] += 1
        totals["documents"] += len(entry.documents)
        totals["claims"] += len(entry.comparison.claims)
        totals["disputes"] += len(entry.comparison.disputed)
    for table in ("heading", "body", "facet"):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
    for statement in (*WORDS.split(";\n"), *INDEXES.split(";\n")):
        connection.execute(statement)
    kept = {**meta, **{key: str(total) for key, total in totals.items()}, **_count(connection)}
    connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted(kept.items()))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.execute("COMMIT")


_COUNTS = {
    "imported": "SELECT count(*) FROM document WHERE origin = 'imported'",
    "disputed_events": "SELECT count(*) FROM event WHERE disputed > 0",
    "first_date": "SELECT coalesce(min(date), '') FROM event WHERE date <> ''",
    "last_date": "SELECT coalesce(max(date), '') FROM event WHERE date <> ''",
}


def _count(connection: sqlite3.Connection) -> dict[str, str]:
    """What takes seconds to count in a large library, counted once."""
    return {key: str(connection.execute(statement).fetchone()[0]) for key, statement in _COUNTS.items()}


def find_day_range(event: Event) -> tuple[int | None, int | None]:
    """First and last day as numbers; an event without an end is still going on; None when undated."""
    begins, ends = parse_days(event.date), parse_days(event.date_end)
    if not begins:
        return None, None
    return begins[0], ends[1] if ends else _LAST_DAY


def _write_entry(connection: sqlite3.Connection, number: int, entry: Entry) -> None:
    _write_event(connection, number, entry.event)
    for kept in entry.documents:
        _write_document(connection, number, kept)
    if len(entry.documents) > 1:
        blob = encode_comparison(entry.comparison)
        connection.execute("INSERT INTO comparison VALUES (?, ?)", (number, blob))
    connection.executemany(
        "INSERT INTO dispute (event, spread, row) VALUES (?, ?, ?)",
        [(number, row.spread, encode_row(row)) for row in entry.comparison.disputed],
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


def _write_document(connection: sqlite3.Connection, number: int, kept: Kept) -> None:
    document = kept.document
    values = (
        document.id,
        kept.seen,
        kept.origin,
        document.name,
        document.format,
        document.address,
        document.text,
        number,
        encode_parts(document),
        encode_event(kept.described),
        encode_comparison(kept.comparison),
    )
    connection.execute(f"INSERT INTO document VALUES (NULL, {', '.join('?' * len(values))})", values)


def _write_words(connection: sqlite3.Connection, number: int, entry: Entry) -> None:
    """The body index also holds what the title index holds, so that one look finds a word in either."""
    names = entry.names
    heading = (entry.event.title, " ".join(names.places), " ".join(names.actors))
    text = "\n".join(kept.document.text for kept in entry.documents)
    boundary = f" {BOUNDARY} "
    facets = (boundary.join(names.places), boundary.join(names.mentioned), boundary.join(names.sources))
    connection.execute("INSERT INTO heading (rowid, title, place, actor) VALUES (?, ?, ?, ?)", (number, *heading))
    connection.execute("INSERT INTO body (rowid, names, text) VALUES (?, ?, ?)", (number, " ".join(heading), text))
    connection.execute("INSERT INTO facet (rowid, place, actor, source) VALUES (?, ?, ?, ?)", (number, *facets))

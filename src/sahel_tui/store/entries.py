"""The events of a library as they are written: their rows, and the words that find them."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from sahel_tui.dataclass import dataclass
from sahel_tui.model import Comparison, Event, Row
from sahel_tui.store.coding import decode_names, encode_comparison, encode_row
from sahel_tui.store.folding import find_days, join_words
from sahel_tui.store.schema import BOUNDARY
from sahel_tui.store.words import WordIndexes, Words

_BATCH = 4_096
"""Events written together: calling SQLite for each costs as much as what it does."""
_READ = 64
"""Events whose texts are read together."""
_MOST_CHARACTERS = 8_000_000
"""Of the texts that wait to be indexed."""
_BETWEEN = f" {BOUNDARY} "

Numbered = Sequence[tuple[int, "Entry"]]


class Names(NamedTuple):
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
    documents: tuple[int, ...]
    """`Packed.seen` of its documents, the one that names it first."""
    disputed: tuple[Row, ...] = ()
    names: Names | None = None
    """None: those of its only document."""
    comparison: Comparison | None = None
    """Of all documents together; None when there is only one."""
    words: str = ""
    """Those of its title, folded, if at hand."""


def write_entries(connection: sqlite3.Connection, entries: Iterable[Entry], words: WordIndexes) -> None:
    """Number the events from 1 in the order in which they come, and write them."""
    numbered = enumerate(entries, 1)
    while batch := list(islice(numbered, _BATCH)):
        _write_rows(connection, batch)
        for found in _find_words(connection, batch):
            words.add(found)


def find_day_range(event: Event) -> tuple[int | None, int | None]:
    """First and last day as numbers; an event without an end is still going on; None when undated."""
    first, last = find_days(event.date, event.date_end)
    return (first, last) if first else (None, None)


def _write_rows(connection: sqlite3.Connection, batch: Numbered) -> None:
    rows = [_event_row(number, entry) for number, entry in batch]
    connection.executemany(f"INSERT INTO event VALUES ({', '.join('?' * len(rows[0]))})", rows)
    connection.executemany(
        "INSERT INTO member VALUES (?, ?, ?)",
        [(number, place, seen) for number, entry in batch for place, seen in enumerate(entry.documents)],
    )
    connection.executemany(
        "INSERT INTO comparison VALUES (?, ?)",
        [(number, encode_comparison(entry.comparison)) for number, entry in batch if entry.comparison],
    )
    connection.executemany(
        "INSERT INTO dispute (event, spread, row) VALUES (?, ?, ?)",
        [(number, row.spread, encode_row(row)) for number, entry in batch for row in entry.disputed],
    )


def _event_row(number: int, entry: Entry) -> tuple[object, ...]:
    event = entry.event
    return (
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
        entry.words or join_words(event.title),
        *find_day_range(event),
    )


def _find_words(connection: sqlite3.Connection, batch: Numbered) -> Iterator[Words]:
    """The words of events, as many at a time as are worth a call and fit into memory, however long their texts are.

    The body index also holds what the title index holds, so that one look finds a word in either.
    """
    words, size = Words([], [], []), 0
    for start in range(0, len(batch), _READ):
        some = batch[start : start + _READ]
        known = _read_documents(connection, some)
        for number, entry in some:
            if entry.names:
                places, people = entry.names.places, _join_people(entry.names[1:])
            else:
                told, said, _ = known[entry.documents[0]]
                (places,), people = decode_names(told), _read_people(said)
            actors, mentioned, sources = people
            heading = (entry.event.title, " ".join(places), actors)
            text = "\n".join([known[seen][2] for seen in entry.documents])
            words.heading.append((number, *heading))
            words.body.append((number, " ".join(heading), text))
            words.facet.append((number, _BETWEEN.join(places), mentioned, sources))
            size += len(text)
        if size > _MOST_CHARACTERS:
            yield words
            words, size = Words([], [], []), 0
    if words.heading:
        yield words


@lru_cache(maxsize=4_096)
def _read_people(said: bytes) -> tuple[str, str, str]:
    return _join_people(decode_names(said))


def _join_people(people: Sequence[Sequence[str]]) -> tuple[str, str, str]:
    """Who fought, who is mentioned, and who gives figures."""
    actors, mentioned, sources = people
    return " ".join(actors), _BETWEEN.join(mentioned), _BETWEEN.join(sources)


def _read_documents(connection: sqlite3.Connection, batch: Numbered) -> dict[int, tuple[bytes, bytes, str]]:
    """Places, people and text of all documents of some events."""
    seen = [str(one) for _, entry in batch for one in entry.documents]
    read = (
        "SELECT seen, places, said, text FROM document JOIN piece ON piece.id = people "
        f"WHERE seen IN ({', '.join(seen)})"
    )
    return {one: (places, people, text) for one, places, people, text in connection.execute(read)}

"""The events of a library as they are written: their rows, and the words that find them."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from sahel_tui.dataclass import dataclass
from sahel_tui.model import Comparison, Event, Row
from sahel_tui.store.coding import decode_disputed, decode_names, encode_comparison, encode_names, encode_row
from sahel_tui.store.folding import find_days, join_words, make_title_key
from sahel_tui.store.rows import COMPARISON_COLUMNS, read_own
from sahel_tui.store.schema import BOUNDARY
from sahel_tui.store.words import WordIndexes, Words

_BATCH = 4_096
"""Events written together: calling SQLite for each costs as much as what it does."""
_MOST_CHARACTERS = 8_000_000
"""Of the texts that wait to be indexed."""
_BETWEEN = f" {BOUNDARY} "

_TURNS = """
CREATE TEMP TABLE taken (seen INTEGER PRIMARY KEY, first_day INTEGER, last_day INTEGER, title_key TEXT);
CREATE TEMP TABLE turn (id INTEGER PRIMARY KEY, seen INTEGER NOT NULL)
"""
_FILL_TURNS = """
INSERT INTO turn (seen) SELECT seen FROM (
    SELECT first_day, last_day, title_key, seen FROM document WHERE seen NOT IN (SELECT seen FROM taken)
    UNION ALL SELECT first_day, last_day, title_key, seen FROM taken WHERE title_key IS NOT NULL
) ORDER BY first_day, last_day, title_key DESC, seen DESC
"""
_READ_TURNS = """
SELECT turn.id, slug, title, date, date_end, place, 1, disputed, verdict, killed_low, killed_high, words,
    nullif(first_day, 0), iif(first_day, last_day, NULL), turn.seen, places, said, text
FROM turn CROSS JOIN document ON document.seen = turn.seen JOIN piece ON piece.id = people ORDER BY turn.id
"""

OnWritten = Callable[[int, int, str], None]
"""Told how many events are written, of how many, and the title of the last."""


def ignore_written(done: int, total: int, title: str) -> None:
    """For those who do not watch."""


class Names(NamedTuple):
    """The names an event is found by."""

    places: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    """Who fought, for the words of a query: names as written and their acronyms."""
    mentioned: tuple[str, ...] = ()
    """For `actor:`, the names written of all that fight or speak, and the words of all known actors among those who
    fight, speak or are spoken of."""
    sources: tuple[str, ...] = ()
    """For `source:`, the names written of those who give figures, and the words of known actors among them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An event that is more than its only document says by itself: of several documents, or called otherwise."""

    event: Event
    documents: tuple[int, ...]
    """`Packed.seen` of its documents, the one that names it first."""
    names: Names | None = None
    """None: those of its only document."""
    comparison: Comparison | None = None
    """Of all documents together; None when there is only one."""


class _Turn(NamedTuple):
    """An event with all that is written of it."""

    number: int
    slug: str
    title: str
    date: str
    date_end: str
    place: str
    documents: int
    disputed: int
    verdict: str | None
    killed_low: int | None
    killed_high: int | None
    words: str
    first_day: int | None
    last_day: int | None
    seen: int
    places: str
    people: bytes
    text: str


_COLUMNS = _Turn._fields.index("seen")
"""Those of the table of events come first."""
_MARKS = ", ".join("?" * _COLUMNS)
_take_event = itemgetter(slice(_COLUMNS))

_Words = tuple[object, ...]
Entries = Mapping[int, Entry]
"""By the document that names each."""


def join_names(names: Iterable[str]) -> str:
    """Names parted so that no phrase reaches over two."""
    return _BETWEEN.join(names)


def split_names(joined: str) -> tuple[str, ...]:
    """The names that `join_names` has joined."""
    return tuple(joined.split(_BETWEEN)) if joined else ()


def write_entries(
    connection: sqlite3.Connection, entries: Iterable[Entry], words: WordIndexes, on_written: OnWritten
) -> None:
    """Number all events from 1 in the order of their dates, the undated first, titles of a day from Z; write them.

    Read from the end, as the list of events is, the newest come first and the titles of a day from A.
    """
    known = {entry.documents[0]: entry for entry in entries}
    total = _take_turns(connection, known.values())
    turns = (_Turn._make(row) for row in connection.execute(_READ_TURNS))
    for batch in _cut(_complete(connection, turn, known.get(turn.seen)) for turn in turns):
        _write_rows(connection, batch, known)
        words.add(_find_words(batch))
        on_written(batch[-1].number, total, batch[-1].title)
    connection.execute("DROP TABLE turn")
    connection.execute("DROP TABLE taken")


def _take_turns(connection: sqlite3.Connection, entries: Iterable[Entry]) -> int:
    """Put all events in order; how many there are."""
    for statement in _TURNS.split(";"):
        connection.execute(statement)
    for entry in entries:
        event, (lead, *others) = entry.event, entry.documents
        days = find_days(event.date, event.date_end)
        connection.execute("INSERT INTO taken VALUES (?, ?, ?, ?)", (lead, *days, make_title_key(event.title)))
        connection.executemany("INSERT INTO taken (seen) VALUES (?)", [(other,) for other in others])
    connection.execute(_FILL_TURNS)
    (total,) = connection.execute("SELECT count(*) FROM turn").fetchone()
    return int(total)


def _complete(connection: sqlite3.Connection, turn: _Turn, entry: Entry | None) -> _Turn:
    """An event with what all of its documents say."""
    if entry is None:
        return turn
    event, names = entry.event, entry.names
    return _Turn(
        turn.number,
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
        join_words(event.title),
        *find_day_range(event),
        turn.seen,
        join_names(names.places) if names else turn.places,
        encode_names(names[1:]) if names else turn.people,
        "\n".join([_read_text(connection, seen) for seen in entry.documents]),
    )


def _read_text(connection: sqlite3.Connection, seen: int) -> str:
    (text,) = connection.execute("SELECT text FROM document WHERE seen = ?", (seen,)).fetchone()
    return str(text)


def find_day_range(event: Event) -> tuple[int | None, int | None]:
    """First and last day as numbers; an event without an end is still going on; None when undated."""
    first, last = find_days(event.date, event.date_end)
    return (first, last) if first else (None, None)


def _cut(turns: Iterable[_Turn]) -> Iterator[list[_Turn]]:
    """As many at a time as are worth a call and fit into memory, however long their texts are."""
    batch: list[_Turn] = []
    size = 0
    for turn in turns:
        batch.append(turn)
        size += len(turn.text)
        if len(batch) >= _BATCH or size > _MOST_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _write_rows(connection: sqlite3.Connection, batch: Sequence[_Turn], entries: Entries) -> None:
    connection.executemany(f"INSERT INTO event VALUES ({_MARKS})", map(_take_event, batch))
    connection.executemany("INSERT INTO member VALUES (?, 0, ?)", [(turn.number, turn.seen) for turn in batch])
    for turn in batch:
        entry = entries.get(turn.seen)
        if entry:
            others = enumerate(entry.documents[1:], 1)
            connection.executemany("INSERT INTO member VALUES (?, ?, ?)", [(turn.number, *other) for other in others])
        if entry and entry.comparison:
            comparison = encode_comparison(entry.comparison)
            connection.execute("INSERT INTO comparison VALUES (?, ?)", (turn.number, comparison))
        if turn.disputed:
            rows = _find_disputed(connection, turn.seen, entry)
            found = [(turn.number, row.spread, encode_row(row)) for row in rows]
            connection.executemany("INSERT INTO dispute (event, spread, row) VALUES (?, ?, ?)", found)


def _find_disputed(connection: sqlite3.Connection, seen: int, entry: Entry | None) -> tuple[Row, ...]:
    if entry and entry.comparison:
        return entry.comparison.disputed
    (own,) = connection.execute("SELECT comparison FROM document WHERE seen = ?", (seen,)).fetchone()
    return decode_disputed(own) if own else read_own_comparison(connection, seen).disputed


def read_own_comparison(connection: sqlite3.Connection, seen: int) -> Comparison:
    """What comparing one document alone says."""
    return read_own(connection.execute(f"SELECT {COMPARISON_COLUMNS} FROM document WHERE seen = ?", (seen,)).fetchone())


def _find_words(batch: Sequence[_Turn]) -> Words:
    """The body index also holds what the title index holds, so that one look finds a word in either."""
    heading, body, facet = list[_Words](), list[_Words](), list[_Words]()
    for turn in batch:
        actors, mentioned, sources = _read_people(turn.people)
        names = (turn.title, turn.places.replace(_BETWEEN, " "), actors)
        heading.append((turn.number, *names))
        body.append((turn.number, " ".join(names), turn.text))
        facet.append((turn.number, turn.places, mentioned, sources))
    return {"heading": heading, "body": body, "facet": facet}


@lru_cache(maxsize=4_096)
def _read_people(said: bytes) -> tuple[str, str, str]:
    """Who fought, who is mentioned, and who gives figures."""
    actors, mentioned, sources = decode_names(said)
    return " ".join(actors), join_names(mentioned), join_names(sources)

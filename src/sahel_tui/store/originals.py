"""What the documents of a library were read from, and what was made of them."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from sahel_tui.dataclass import dataclass
from sahel_tui.model import Verdict
from sahel_tui.store.build import Origin, Packed
from sahel_tui.store.coding import decode_names
from sahel_tui.store.entries import Names, split_names
from sahel_tui.store.rows import PIECE_NAMES, PIECES


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


def list_keys(connection: sqlite3.Connection, origin: Origin | None = None) -> Iterator[tuple[str, int]]:
    """The id of each document, and its place in the order of arrival; whatever the version of the schema."""
    statement = "SELECT key, seen FROM document WHERE origin = coalesce(?, origin) ORDER BY seen"
    yield from connection.execute(statement, (origin,))


def read_packed(connection: sqlite3.Connection, key: str | None = None) -> Iterator[Packed]:
    """The document called `key`, or all of them, as they are stored."""
    columns = ", ".join((*Packed._fields[: -len(PIECE_NAMES)], PIECES))
    condition = "" if key is None else "WHERE key = ?"
    rows = connection.execute(
        f"SELECT {columns} FROM document {condition} ORDER BY seen", () if key is None else (key,)
    )
    return map(Packed._make, rows)


class Sketch(NamedTuple):
    """What links a document, without the document."""

    seen: int
    format: str
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
    circumstances: bytes
    words: str
    title_key: str


_SKETCH = ", ".join(Sketch._fields)


def read_sketches(connection: sqlite3.Connection, condition: str, *values: str) -> Iterator[Sketch]:
    """Those of the documents for which `condition` holds, in the order of arrival."""
    rows = connection.execute(f"SELECT {_SKETCH} FROM document WHERE {condition} ORDER BY seen", values)
    return map(Sketch._make, rows)


def read_rows(connection: sqlite3.Connection, catalogue: str) -> Iterator[tuple[int, str, str, bytes | None, bytes]]:
    """The number, the name and the title of each row of a data set, its other titles, and what links it."""
    columns = "seen, slug, title_key, titles, circumstances"
    return connection.execute(f"SELECT {columns} FROM document WHERE catalogue = ? ORDER BY seen", (catalogue,))


def find_longest_list(connection: sqlite3.Connection) -> str:
    """The data set that most documents are rows of; empty where none is."""
    row = connection.execute(
        "SELECT catalogue FROM document WHERE catalogue <> '' GROUP BY catalogue ORDER BY count(*) DESC LIMIT 1"
    ).fetchone()
    return row[0] if row else ""


def find_shared_titles(connection: sqlite3.Connection) -> set[str]:
    """The titles, as titles are compared, that several documents have."""
    rows = connection.execute("SELECT title_key FROM document GROUP BY title_key HAVING count(*) > 1")
    return {title for (title,) in rows}


def read_names(connection: sqlite3.Connection, seen: int) -> Names:
    """The names an event is found by, as one document knows them."""
    places, people = connection.execute(
        "SELECT places, said FROM document JOIN piece ON piece.id = people WHERE seen = ?", (seen,)
    ).fetchone()
    return Names(split_names(places), *decode_names(people))

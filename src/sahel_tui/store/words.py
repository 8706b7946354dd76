"""The indexes of words, written by threads of their own while the other tables of a library are written.

SQLite works through an index without holding up Python, so that all go on at once. A file has one writer, so that of
texts and those of names get each a file of their own beside the library and are poured into it when they are whole. A
library in memory has no file, and is small.
"""

import os
import sqlite3
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Self

from sahel_tui.store.folding import find_tokens
from sahel_tui.store.schema import ACTOR, SEARCHED, SEARCHED_TABLES, WORDS, execute

_GATHERED = 32 * 1024 * 1024
"""Bytes of words an index gathers in memory before it writes a piece of itself."""
_MOST_PIECES = 1_000
"""Of an index; half of what SQLite can read at once."""
_SETTINGS = {"hashsize": _GATHERED, "automerge": 0, "crisismerge": _MOST_PIECES}
"""Pieces are merged once, when all are there, and not with every few that come: that took as long as all else."""
_FILES = {b".words": ("body",), b".names": ("heading", "facet")}
"""Endings of the files, with their indexes: that of texts takes as long as all else."""
_PARTS = ("config", "data", "idx")
"""The tables that FTS5 keeps an index in."""
_QUICK = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; PRAGMA secure_delete = OFF;"
_AHEAD = 2
"""Lots of words an index has before it, one at hand and one waiting: they bound what is in memory."""

Aliases = Mapping[str, Sequence[str]]
"""The names of actors, by the words that stand for them."""


Words = Mapping[str, Sequence[tuple[object, ...]]]
"""What some events are found by, for each index, each row with the number of its event first."""


class WordIndexes:
    """The indexes of a library that is being written; their files go when the block ends."""

    def __init__(self, library: sqlite3.Connection) -> None:
        self._library = library
        path = _find_file(library)
        self._indexes = (
            [_Indexes(library, path + ending, tables) for ending, tables in _FILES.items()]
            if path
            else [_Indexes(library, None, tuple(SEARCHED))]
        )
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        for indexes in self._indexes:
            self._stack.enter_context(indexes)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.__exit__(kind, error, trace)

    def add(self, words: Words) -> None:
        """Write more of them, while the caller gets the next ready."""
        for indexes in self._indexes:
            indexes.add(words)

    def finish(self, aliases: Aliases) -> None:
        """Write what is known of all of them together, while the caller does something else."""
        for indexes in self._indexes:
            indexes.finish(aliases)

    def pour(self) -> None:
        """Put them into the library, whose last transaction has ended."""
        for indexes in self._indexes:
            indexes.pour()


class _Indexes:
    """Some of the indexes, in a file of their own and with a thread; those of a library in memory have neither."""

    def __init__(self, library: sqlite3.Connection, path: bytes | None, tables: Sequence[str]) -> None:
        self._library = self._own = library
        self._path = path
        self._tables = tables
        self._stack = ExitStack()
        self._thread = ThreadPoolExecutor(1)
        self._at_work: deque[Future[None]] = deque()

    def __enter__(self) -> Self:
        if self._path:
            file = Path(os.fsdecode(self._path))
            file.unlink(missing_ok=True)
            self._stack.callback(file.unlink, missing_ok=True)
            self._own = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
            self._stack.callback(self._own.close)
            self._own.executescript(_QUICK)
            self._own.execute("BEGIN")
            execute(self._own, SEARCHED_TABLES)
        self._stack.enter_context(self._thread)
        for table in self._tables:
            self._own.executemany(f"INSERT INTO {table} ({table}, rank) VALUES (?, ?)", _SETTINGS.items())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error and self._path:
            for work in self._at_work:
                work.cancel()
            self._own.interrupt()  # Nobody waits for an index that is thrown away.
        self._stack.close()

    def add(self, words: Words) -> None:
        self._begin(lambda: _insert(self._own, {table: words[table] for table in self._tables}))

    def finish(self, aliases: Aliases) -> None:
        self._begin(lambda: _finish(self._own, self._tables, aliases))

    def pour(self) -> None:
        self._wait(0)
        if self._path:
            self._own.execute("COMMIT")
            self._library.execute("ATTACH ? AS beside", (self._path,))
            self._library.execute("BEGIN")
            for table in (f"{name}_{part}" for name in self._tables for part in _PARTS):
                self._library.execute(f"DELETE FROM main.{table}")
                self._library.execute(f"INSERT INTO main.{table} SELECT * FROM beside.{table}")
            for table in ("word", "alias"):
                self._library.execute(f"INSERT OR IGNORE INTO main.{table} SELECT * FROM beside.{table}")
            self._library.execute("COMMIT")
            self._library.execute("DETACH beside")

    def _begin(self, work: Callable[[], None]) -> None:
        if self._path:
            self._wait(_AHEAD - 1)
            self._at_work.append(self._thread.submit(work))
        else:
            work()

    def _wait(self, left: int) -> None:
        """Until no more of what was begun is left to do; raises what went wrong with it."""
        while len(self._at_work) > left:
            self._at_work.popleft().result()


def _find_file(library: sqlite3.Connection) -> bytes:
    """Where a library is written; nothing for one in memory."""
    query = "SELECT CAST(file AS BLOB) FROM pragma_database_list WHERE name = 'main'"
    (path,) = library.execute(query).fetchone()
    return bytes(path)


def _insert(connection: sqlite3.Connection, words: Words) -> None:
    """Many rows at a call: between two calls a thread waits for the others, and FTS5 writes out its memory."""
    most = connection.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER)
    for table, rows in words.items():
        marks = f"({', '.join('?' * len(rows[0]))})"
        step = most // len(rows[0])
        for some in (rows[start : start + step] for start in range(0, len(rows), step)):
            statement = f"INSERT INTO {table} (rowid, {SEARCHED[table]}) VALUES {', '.join([marks] * len(some))}"
            connection.execute(statement, [*chain.from_iterable(some)])


def _finish(connection: sqlite3.Connection, tables: Iterable[str], aliases: Aliases) -> None:
    for table in tables:
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
    for table in filter(WORDS.__contains__, tables):
        connection.execute(f"CREATE VIRTUAL TABLE temp.term USING fts5vocab (main, {table}, row)")
        connection.execute(WORDS[table])
        connection.execute("DROP TABLE temp.term")
    _keep_aliases(connection, aliases)


def _keep_aliases(connection: sqlite3.Connection, aliases: Aliases) -> None:
    """The names of the actors that facets hold the word of, instead of that word."""
    found = connection.execute(f"DELETE FROM word WHERE word GLOB '{ACTOR}*' RETURNING word").fetchall()
    for (actor,) in found:
        names = [find_tokens(name) for name in aliases.get(actor, ())]
        rows = {(actor, f" {' '.join(name)} ") for name in names}
        connection.executemany("INSERT INTO alias VALUES (?, ?)", sorted(rows))
        connection.executemany("INSERT OR IGNORE INTO word VALUES (?, 0)", [(word,) for name in names for word in name])

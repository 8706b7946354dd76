"""Read-only connections to a library, one a thread, or one for all when it is in memory or has been replaced."""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from sahel_tui.store.errors import LibraryClosed, LibraryDamaged, LibraryError, LibraryOutdated, SearchInterrupted
from sahel_tui.store.folding import word_pattern
from sahel_tui.store.schema import APPLICATION_ID, SCHEMA_VERSION

MAGIC = b"SQLite format 3\x00"

_UNREADABLE = frozenset(
    (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_PERM)
)
"""What the system says when it does not let a file be read."""


class Connections:
    """Connections to one library file, or to one database in memory; usable from any thread."""

    def __init__(self, path: Path | None = None, memory: sqlite3.Connection | None = None) -> None:
        self.path = path
        self._memory = memory
        self._own = threading.local()
        self._turn = threading.RLock()
        self._opened: list[sqlite3.Connection] = []
        self._readers = 0
        self._searching: set[sqlite3.Connection] = set()
        self._closed = False
        self._count = threading.Lock()
        if memory is not None:
            _prepare(memory)
            self._opened.append(memory)
            self._first = memory
        else:
            self._first, self._version = self._open_first()

    @contextmanager
    def reading(self, *, searching: bool = False) -> Iterator[sqlite3.Connection]:
        """The connection of this thread; `searching` marks what `interrupt` may stop."""
        with self._counted():
            connection = self._take()
            with self._turn if connection is self._first else nullcontext():
                if searching:
                    self._searching.add(connection)
                try:
                    yield connection
                finally:
                    self._searching.discard(connection)

    def interrupt(self) -> None:
        """Stop the searches that are running in other threads."""
        with self._count:
            for connection in () if self._closed else tuple(self._searching):
                connection.interrupt()

    def close(self) -> None:
        """Close all connections, now or when the last reader is done."""
        with self._count:
            self._closed = True
            self._close_if_idle()

    @contextmanager
    def _counted(self) -> Iterator[None]:
        with self._count:
            if self._closed and not self._readers:
                raise LibraryClosed(f"{self.path or 'the library'} is closed")
            self._readers += 1
        try:
            yield
        finally:
            with self._count:
                self._readers -= 1
                self._close_if_idle()

    def _close_if_idle(self) -> None:
        if self._closed and not self._readers:
            for connection in self._opened:
                connection.close()
            self._opened.clear()

    def _take(self) -> sqlite3.Connection:
        if self._memory:
            return self._memory
        connection: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if connection is None:
            connection = self._own.connection = self._open_same()
        return connection

    def _open_first(self) -> tuple[sqlite3.Connection, "_Version"]:
        """A connection, and which version of the file it reads."""
        assert self.path is not None
        while True:
            before = _find_version(self.path)
            connection = open_file(self.path)
            if before is not None and _find_version(self.path) == before:
                self._opened.append(connection)
                self._own.connection = connection
                return connection, before
            connection.close()

    def _open_same(self) -> sqlite3.Connection:
        """One more connection to the version that was opened first; when there is another by now, the first is shared.

        A window of the list and its count must not come from two versions.
        """
        assert self.path is not None
        try:
            connection = open_file(self.path)
        except LibraryError:
            return self._first
        if _find_version(self.path) != self._version:
            connection.close()
            return self._first
        self._opened.append(connection)
        return connection


_Version = tuple[int, int]


def _find_version(path: Path) -> _Version | None:
    """What tells a file from another that takes its place; None when there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def open_file(path: Path, *, older: bool = False) -> sqlite3.Connection:
    """Open a library to read it; raises `LibraryError` when it is none, is damaged, too new, or too old.

    `older` also opens a library whose schema this program no longer reads.
    """
    try:
        with path.open("rb") as file:
            magic = file.read(len(MAGIC))
        if magic != MAGIC:
            raise make_damage(path, "it does not start like a library")
        connection = sqlite3.connect(_read_only_uri(path), uri=True, check_same_thread=False, isolation_level=None)
    except OSError as error:
        raise LibraryError(f"{path} cannot be read ({error.strerror})") from error
    except sqlite3.Error as error:
        raise LibraryError(f"{path} cannot be opened ({error})") from error
    try:
        _check(connection, path, older)
    except Exception:
        connection.close()
        raise
    _prepare(connection)
    return connection


def _read_only_uri(path: Path) -> str:
    name = str(path.absolute()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return f"file:{name}?mode=ro"


@contextmanager
def naming_damage(path: Path | None) -> Iterator[None]:
    """Turn what SQLite finds wrong with a file, or with reading it, into a `LibraryError`."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = error.sqlite_errorcode & 0xFF
        if code == sqlite3.SQLITE_INTERRUPT:
            raise SearchInterrupted("the search was interrupted") from error
        if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise make_damage(path or Path("the library"), str(error)) from error
        if code in _UNREADABLE:
            raise LibraryError(f"{path or 'the library'} cannot be read ({error})") from error
        raise


def make_damage(path: Path, what: str) -> LibraryDamaged:
    return LibraryDamaged(
        f"{path} is damaged ({what}); `sahel-tui --library {path} repair` sets it aside and builds a new library from "
        "what can still be read in it",
        what,
    )


def _check(connection: sqlite3.Connection, path: Path, older: bool) -> None:
    with naming_damage(path):
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if application != APPLICATION_ID:
        raise LibraryError(f"{path} is an SQLite file of another program, not a library of sahel-tui")
    if version > SCHEMA_VERSION:
        raise LibraryError(
            f"{path} was made by a newer sahel-tui (library version {version}, this program reads {SCHEMA_VERSION}); "
            "upgrade sahel-tui, or choose another library with --library"
        )
    if version < SCHEMA_VERSION and not older:
        raise LibraryOutdated(f"{path} was made by an older sahel-tui")


def _prepare(connection: sqlite3.Connection) -> None:
    connection.executescript("PRAGMA query_only = ON; PRAGMA trusted_schema = OFF; PRAGMA busy_timeout = 2000;")
    connection.create_function("holds_phrase", 3, _holds_phrase, deterministic=True)


def _holds_phrase(text: str, words: str, prefix: int) -> bool:
    return bool(word_pattern(words, prefix=bool(prefix)).search(text))

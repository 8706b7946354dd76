"""One writer at a time, and a new file in place of the old one only when it is whole."""

import fcntl
import os
import shutil
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sahel_tui.store.errors import LibraryBusy, LibraryError

_REFUSED = frozenset(
    (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)
)
"""What the system says when it does not let a file be written."""


@contextmanager
def lock_library(path: Path, *, wait: bool = False) -> Iterator[None]:
    """Keep other writers from the library at `path`; raises `LibraryBusy` when one is at work.

    The lock is the system's, on a file beside the library, and ends with the process.
    """
    try:
        handle = os.open(path.with_name(path.name + ".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    except OSError as error:
        raise LibraryError(f"{path} cannot be written ({error.strerror})") from error
    try:
        _lock(handle, path, wait)
        yield
    finally:
        os.close(handle)


def _lock(handle: int, path: Path, wait: bool) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError as error:
        raise LibraryBusy(
            f"another sahel-tui is writing {path}; nothing was changed, try again when it is done"
        ) from error
    except OSError as error:
        raise LibraryError(f"{path} cannot be locked ({error.strerror}); put the library on a local disk") from error


def replace_library(path: Path, write: Callable[[sqlite3.Connection], None], *, aside: Path | None = None) -> None:
    """Write a new library beside `path`, check it, and put it in place; call this with the lock held.

    Whatever `write` raises, or whenever the process dies, the old file is whole. It is kept under the name `aside`.
    """
    new = path.with_name(path.name + ".new")
    _remove(new)
    try:
        _write_checked(new, write)
        if path.exists():
            os.chmod(new, stat.S_IMODE(path.stat().st_mode))
        if aside:
            _keep(path, aside)
        os.replace(new, path)
        _sync(path.parent)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in _REFUSED:
            raise
        raise LibraryError(f"{path} cannot be written ({error}); the library is as it was") from error
    except OSError as error:
        raise LibraryError(f"{path} cannot be written ({error.strerror}); the library is as it was") from error
    finally:
        _remove(new)


def _keep(path: Path, aside: Path) -> None:
    """A second name for the file at `path`, or a copy of it where files have one name only."""
    try:
        os.link(path, aside)
    except OSError:
        shutil.copy2(path, aside)


def _write_checked(new: Path, write: Callable[[sqlite3.Connection], None]) -> None:
    """A file that is not in place yet needs no journal: killed half-way, it is thrown away."""
    with closing(sqlite3.connect(new, isolation_level=None)) as connection:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;")
        write(connection)
        verdict = connection.execute("PRAGMA quick_check").fetchone()[0]
        if verdict != "ok":
            raise LibraryError(f"{new} came out damaged ({verdict}); the library is as it was")
    _sync(new)


def _sync(path: Path) -> None:
    """Have the file or folder at `path` on disk before going on."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove(path: Path) -> None:
    with suppress(FileNotFoundError):
        path.unlink()

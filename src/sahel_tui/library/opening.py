"""Finding a library, making it on first start, and making it anew when the program has changed."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from sahel_tui.dataclass import dataclass, replace
from sahel_tui.store.connections import MAGIC, Connections, naming_damage, open_file
from sahel_tui.store.errors import LibraryError, LibraryOutdated
from sahel_tui.user_folders import find_user_file

if TYPE_CHECKING:
    from sahel_tui.documents import Refusal

VARIABLE = "SAHEL_TUI_LIBRARY"
IN_MEMORY = "in memory"
"""The location of a library without a file."""
RENEWED_AT_ONCE = 5_000
"""Imported documents that are read anew without asking when the program has changed: under a minute."""
LIBRARY_SUFFIXES = (".sqlite", ".sqlite3", ".db")


@dataclass(frozen=True, slots=True)
class Opened:
    """Connections to a library, and what the user should know about it."""

    connections: Connections
    notices: tuple[str, ...] = ()
    refusals: "tuple[Refusal, ...]" = ()
    made: bool = False
    """There was none before."""


def open_content(path: Path | None) -> Opened:
    """The library file at `path` or the user's own, or the documents at `path` in memory; raises `LibraryError`."""
    named = os.environ.get(VARIABLE)
    if path is None and not named:
        return _open_own()
    path = path or Path(str(named))
    with naming_damage(path):
        if not _is_library(path):
            return _read_into_memory(path)
        opened = _open_library(path)
    if opened.made:
        return replace(opened, notices=(*opened.notices, f"a new library was made at {path}"))
    return opened


def find_path(path: Path | None) -> Path | None:
    """The library file that is meant; None when the user has no home to keep one in."""
    named = os.environ.get(VARIABLE)
    return path or (Path(named) if named else find_user_library())


def find_user_library() -> Path | None:
    """Where the user's own library is or will be; None when the user has no home."""
    return find_user_file("data", "library.sqlite")


def _open_own() -> Opened:
    path = find_user_library()
    if path is None:
        return _bundled_in_memory("there is no home directory to keep a library in")
    with naming_damage(path):
        return _open_library(path)


def _is_library(path: Path) -> bool:
    """A file that starts like a library, or one that is called so, be it there or not."""
    if path.is_dir():
        return False
    if path.suffix in LIBRARY_SUFFIXES:
        return True
    try:
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def _open_library(path: Path) -> Opened:
    if path.is_symlink():
        path = path.resolve()
    if not os.path.exists(path):
        return _create(path)
    try:
        connections = Connections(path)
    except LibraryOutdated as error:
        with closing(open_file(path, older=True)) as old:
            many = _count_imported(old)
        if many > RENEWED_AT_ONCE:
            raise LibraryError(f"{error}; {_advise_repair(path)}") from error
        return _renew(path, None, str(error))
    if _is_current(connections):
        return Opened(connections)
    why = f"{path} was made by another version of sahel-tui"
    with connections.reading() as connection:
        many = _count_imported(connection)
    if many > RENEWED_AT_ONCE:
        return Opened(connections, (f"{why}; {_advise_repair(path)}",))
    return _renew(path, connections, why)


def _count_imported(connection: sqlite3.Connection) -> int:
    """Imported documents; whatever the version of the schema, and not all of them when they are many."""
    (count,) = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM document WHERE origin = 'imported' LIMIT ?)", (RENEWED_AT_ONCE + 1,)
    ).fetchone()
    return int(count)


def _advise_repair(path: Path) -> str:
    return f"`sahel-tui --library {path} repair` reads its documents anew, which takes a while"


def _is_current(connections: Connections) -> bool:
    from sahel_tui.library.fingerprint import make_fingerprint
    from sahel_tui.store.lookup import read_meta

    with connections.reading() as connection:
        return read_meta(connection).get("fingerprint") == make_fingerprint()


def _create(path: Path) -> Opened:
    """A library of the bundled events; two programs that start at once make it once."""
    from sahel_tui.library.shelf import Shelf
    from sahel_tui.store.swap import lock_library, replace_library

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with lock_library(path, wait=True):
            if path.exists():
                return Opened(Connections(path))
            shelf = Shelf()
            replace_library(path, lambda new: shelf.write(new, shelf.stock()))
    except (LibraryError, OSError) as error:
        return _bundled_in_memory(f"no library can be made at {path} ({_reason(error)})")
    return Opened(Connections(path), (), tuple(shelf.refusals), made=True)


def _renew(path: Path, connections: Connections | None, why: str) -> Opened:
    """The same documents read by this program; the old library as it is when it cannot be replaced now."""
    from sahel_tui.library.shelf import Shelf
    from sahel_tui.store.swap import lock_library, replace_library

    try:
        with lock_library(path), closing(open_file(path, older=True)) as old:
            shelf = Shelf(old)
            if connections is None or not shelf.current:
                replace_library(path, lambda new: shelf.write(new, shelf.stock()))
    except LibraryError as error:
        notice = f"{why} and cannot be made anew ({error}); its figures are as that version read them"
        if connections is None:
            raise LibraryError(notice) from error
        return Opened(connections, (notice,))
    if connections:
        connections.close()
    return Opened(Connections(path), (), tuple(shelf.refusals))


def _bundled_in_memory(why: str) -> Opened:
    from sahel_tui.library.shelf import Shelf

    shelf = Shelf()
    memory = shelf.write_in_memory(shelf.stock())
    notice = f"{why}, so this one is in memory and imports are gone when the program ends"
    return Opened(Connections(memory=memory), (notice,), tuple(shelf.refusals))


def _read_into_memory(path: Path) -> Opened:
    from sahel_tui.library.importing import read_into_memory

    if not os.path.exists(path):
        raise LibraryError(f"there is no file or folder {path}; a library to be made needs a name that ends in .sqlite")
    report, memory = read_into_memory(path)
    return Opened(Connections(memory=memory), report.notices, report.refused)


def _reason(error: Exception) -> str:
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)

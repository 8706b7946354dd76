"""Whatever happens while a library is written, the old one is whole."""

import fcntl
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from many_events import make_documents, put, write

from sahel_tui.store.build import write_library
from sahel_tui.store.connections import open_file
from sahel_tui.store.errors import LibraryBusy, LibraryError
from sahel_tui.store.lookup import count_events
from sahel_tui.store.swap import lock_library, replace_library


def count(path: Path) -> int:
    """How many events the library at `path` holds."""
    with closing(open_file(path)) as connection:
        return count_events(connection)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library of two events."""
    put(tmp_path / "library.sqlite", 2)
    return tmp_path / "library.sqlite"


def test_a_new_library_takes_the_place_of_the_old(path: Path) -> None:
    put(path, 5)
    assert count(path) == 5
    assert [entry.name for entry in path.parent.iterdir()] == ["library.sqlite"]


def test_a_reader_keeps_the_library_it_opened(path: Path) -> None:
    with closing(open_file(path)) as connection:
        put(path, 5)
        assert count_events(connection) == 2


def test_a_library_is_read_without_a_journal_beside_it(path: Path) -> None:
    with closing(open_file(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            connection.execute("DELETE FROM event")


def test_a_new_library_is_on_disk_before_it_is_in_place(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file, then its name, then the folder that holds the name: whatever a power cut leaves is whole."""
    done: list[str] = []
    fsync, replace = os.fsync, os.replace

    def sync(handle: int) -> None:
        fsync(handle)
        done.append(f"fsync {Path(os.readlink(f'/proc/self/fd/{handle}')).name}")

    def put_in_place(new: Path, old: Path) -> None:
        replace(new, old)
        done.append("replace")

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(os, "replace", put_in_place)
    put(path, 5)
    assert done == ["fsync library.sqlite.new", "replace", f"fsync {path.parent.name}"]


def test_an_error_half_way_leaves_the_old_library(path: Path) -> None:
    def fail(connection: sqlite3.Connection) -> None:
        write_library(connection, make_documents(3), (1 / 0 for _ in range(3)), {})  # type: ignore[misc]

    with pytest.raises(ZeroDivisionError):
        replace_library(path, fail)
    assert count(path) == 2
    assert [entry.name for entry in path.parent.iterdir()] == ["library.sqlite"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_an_error_of_the_system_leaves_the_old_library(path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    def fail(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(LibraryError, match=r"cannot be written \(No space left on device\); the library is as it was"):
        put(path, 5)
    monkeypatch.undo()
    assert count(path) == 2


def test_a_full_disk_leaves_the_old_library(path: Path) -> None:
    def fill(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA max_page_count = 20")
        write(connection, 500)

    with pytest.raises(LibraryError, match=r"database or disk is full"):
        replace_library(path, fill)
    assert count(path) == 2


def test_a_mistake_of_ours_is_not_blamed_on_the_disk(path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        replace_library(path, lambda connection: connection.execute("SELECT * FROM tables").close())


KILLED_WRITER = """
import os, signal, sys
from pathlib import Path
from many_events import make_documents
from sahel_tui.store.build import write_library
from sahel_tui.store.swap import lock_library, replace_library

def die(*arguments):
    os.kill(os.getpid(), signal.SIGKILL)

def write(connection):
    write_library(connection, make_documents(50), (), {}, {}, lambda *written: step == "write" and die())

path, step = Path(sys.argv[1]), sys.argv[2]
if step != "write":
    setattr(os, step, die)
with lock_library(path):
    replace_library(path, write)
"""


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_a_killed_writer_leaves_the_old_library_and_no_lock(path: Path, step: str) -> None:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
    killed = subprocess.run([sys.executable, "-c", KILLED_WRITER, path, step], env=environment, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert count(path) == 2
    with lock_library(path):
        put(path, 5)
    assert count(path) == 5


def test_a_second_writer_is_told(path: Path) -> None:
    with (
        lock_library(path),
        pytest.raises(LibraryBusy, match=r"another sahel-tui is writing .*library\.sqlite; nothing was changed"),
        lock_library(path),
    ):
        pass
    with lock_library(path):
        pass


def test_a_lock_where_nothing_can_be_written(path: Path) -> None:
    with pytest.raises(LibraryError, match="cannot be written"), lock_library(path / "library.sqlite"):
        pass


def test_a_network_share_that_locks_nothing_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    wanted = r"cannot be locked \(No locks available\); put the library on a local disk"
    with pytest.raises(LibraryError, match=wanted), lock_library(path):
        pass
    assert count(path) == 2

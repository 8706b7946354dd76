"""Opening files that are libraries, and files that are not."""

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from sahel_tui.store.connections import Connections, naming_damage, open_file
from sahel_tui.store.errors import LibraryError, LibraryOutdated, SearchInterrupted
from sahel_tui.store.page import Page
from sahel_tui.store.schema import APPLICATION_ID, SCHEMA_VERSION
from sahel_tui.store.search import search_events


@pytest.fixture
def path(library_file: Path, tmp_path: Path) -> Path:
    """A library of its own, to be spoiled."""
    path = tmp_path / "library.sqlite"
    path.write_bytes(library_file.read_bytes())
    return path


def set_pragma(path: Path, pragma: str, value: int) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA {pragma} = {value}")
        connection.commit()


def test_a_newer_library(path: Path) -> None:
    set_pragma(path, "user_version", SCHEMA_VERSION + 1)
    with pytest.raises(LibraryError, match=r"made by a newer sahel-tui .* upgrade sahel-tui"):
        open_file(path)


def test_an_older_library_is_opened_only_to_make_it_anew(path: Path) -> None:
    set_pragma(path, "user_version", SCHEMA_VERSION - 1)
    with pytest.raises(LibraryOutdated):
        open_file(path)
    open_file(path, older=True).close()


def test_a_file_of_another_program(path: Path) -> None:
    set_pragma(path, "application_id", APPLICATION_ID + 1)
    with pytest.raises(LibraryError, match="SQLite file of another program"):
        open_file(path)


@pytest.mark.parametrize("content", [b"", b"SQLite", b"= A battle =\n\nIt was fought.\n" * 20])
def test_a_file_that_is_no_library(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(LibraryError, match=r"is damaged .* repair` sets it aside"):
        open_file(path)


def test_a_library_cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(LibraryError, match="is damaged"):
        open_file(path)


def test_a_library_with_damaged_pages(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with (
        pytest.raises(LibraryError, match="is damaged"),
        naming_damage(path),
        closing(open_file(path)) as connection,
    ):
        search_events(connection, "", Page())


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match=r"cannot be read \(No such file or directory\)"):
        open_file(tmp_path / "none.sqlite")


@pytest.mark.parametrize("name", ["with space.sqlite", "100%.sqlite", "what?#.sqlite", "Sévaré.sqlite"])
def test_names_of_files(path: Path, name: str) -> None:
    open_file(path.rename(path.with_name(name))).close()


def test_many_threads_read_one_file(library_file: Path) -> None:
    connections = Connections(library_file)

    def count(text: str) -> int:
        with connections.reading() as connection:
            return search_events(connection, text, Page()).total

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(count, ["kidal", "general", "-kidal", ""] * 25)) == [4, 3, 2, 5] * 25
    connections.close()


def test_many_threads_read_one_memory(library_file: Path) -> None:
    memory = sqlite3.connect(":memory:", check_same_thread=False)
    with closing(open_file(library_file)) as file:
        file.backup(memory)
    connections = Connections(memory=memory)

    def count(text: str) -> int:
        with connections.reading() as connection:
            return search_events(connection, text, Page()).total

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(count, ["kidal", "general", "-kidal", ""] * 25)) == [4, 3, 2, 5] * 25
    connections.close()


ENDLESS = "WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number) SELECT count(*) FROM number"


def test_a_search_is_interrupted_from_another_thread(library_file: Path) -> None:
    connections = Connections(library_file)
    started = threading.Event()

    def search() -> None:
        with naming_damage(library_file), connections.reading(searching=True) as connection:
            connection.set_progress_handler(started.set, 1000)
            connection.execute(ENDLESS)

    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(search)
        assert started.wait(10)
        connections.interrupt()
        with pytest.raises(SearchInterrupted):
            running.result(10)
    connections.close()


def test_what_is_no_search_is_not_interrupted(library_file: Path) -> None:
    connections = Connections(library_file)
    with connections.reading() as connection:
        connections.interrupt()
        assert search_events(connection, "kidal", Page()).total == 4
    connections.close()


def test_closing_waits_for_the_last_reader(library_file: Path) -> None:
    connections = Connections(library_file)
    with connections.reading() as connection:
        connections.close()
        assert search_events(connection, "kidal", Page()).total == 4
    with pytest.raises(LibraryError, match="is closed"), connections.reading():
        pass
    with pytest.raises(sqlite3.ProgrammingError):
        connection.execute("SELECT 1")

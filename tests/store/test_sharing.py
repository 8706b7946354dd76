"""One library read by many while new versions of it are put in place."""

import os
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from many_events import put
from steady_reader import read_until_told

from sahel_tui.store.connections import Connections
from sahel_tui.store.lookup import count_events
from sahel_tui.store.page import Page
from sahel_tui.store.search import search_events

READERS, SWAPS = 50, 10


def test_fifty_readers_during_ten_new_versions(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    put(path, 20)
    processes = get_context("forkserver")  # Fifty real processes that need not import the program first.
    processes.set_forkserver_preload(["steady_reader"])
    told, tell = processes.Pipe(duplex=False)
    heard, hear = processes.Pipe(duplex=False)
    readers = [processes.Process(target=read_until_told, args=(path, hear, told)) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    for _ in readers:
        assert heard.poll(60)
        heard.recv()
    for number in range(1, SWAPS + 1):
        put(path, 20 + number)
    tell.send("stop")
    for reader in readers:
        reader.join()
    assert [reader.exitcode for reader in readers] == [0] * READERS


def test_all_threads_of_a_program_read_the_version_it_opened(tmp_path: Path) -> None:
    """A window of the list must not come from another version than the window before it."""
    path = tmp_path / "library.sqlite"
    put(path, 5)
    connections = Connections(path)
    put(path, 9)

    def count(query: str) -> int:
        with connections.reading() as connection:
            return search_events(connection, query, Page()).total

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(count, ["", "event", "about"] * 20)) == {5}
    connections.close()
    with Connections(path).reading() as connection:
        assert count_events(connection) == 9


def test_a_library_that_is_removed_is_read_on(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    put(path, 5)
    connections = Connections(path)
    path.unlink()
    with ThreadPoolExecutor(1) as pool, connections.reading() as connection:
        assert count_events(connection) == 5
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(lambda: connections._take().total_changes).result() == 0
    connections.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="whoever may do everything may also write read-only folders")
def test_a_library_in_a_read_only_folder(tmp_path: Path) -> None:
    put(tmp_path / "library.sqlite", 5)
    tmp_path.chmod(0o555)
    try:
        with Connections(tmp_path / "library.sqlite").reading() as connection:
            assert count_events(connection) == 5
    finally:
        tmp_path.chmod(0o755)

"""One library read by many while new versions of it are put in place."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from many_events import put

from sahel_tui.store.connections import Connections
from sahel_tui.store.lookup import count_events
from sahel_tui.store.page import Page
from sahel_tui.store.search import search_events

READERS, SWAPS = 50, 10
READER = """
import select, sys
from pathlib import Path
from sahel_tui.store.answers import find_ids
from sahel_tui.store.connections import Connections
from sahel_tui.store.lookup import read_meta
from sahel_tui.store.page import Page
from sahel_tui.store.search import search_events

rounds = 0
while not select.select([sys.stdin], [], [], 0)[0] or not rounds:
    connections = Connections(Path(sys.argv[1]))
    for query in ("", "event", "about"):
        with connections.reading() as connection:
            events = int(read_meta(connection)["events"])
            ids = find_ids(connection, query, Page(), disputed_only=False)
            hits = search_events(connection, query, Page(limit=events), known=ids)
            assert [event.id for event in hits.events] == [f"event-{n}" for n in reversed(range(events))], hits
    connections.close()
    if not rounds:
        print("reading", flush=True)
    rounds += 1
"""


def test_fifty_readers_during_ten_new_versions(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    put(path, 20)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    readers = [
        subprocess.Popen(
            [sys.executable, "-c", READER, str(path)],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(READERS)
    ]
    for reader in readers:
        assert reader.stdout
        reader.stdout.readline()
    for number in range(1, SWAPS + 1):
        put(path, 20 + number)
    for reader in readers:
        _, said = reader.communicate("stop")
        assert (reader.returncode, said) == (0, "")


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

"""What outlasts the browser: one place a library, recent searches, nothing lost between two browsers, no complaint."""

import os
from pathlib import Path

import pytest

from sahel_tui.notebook.lasting import MOST_SEARCHES, Lasting, Position
from sahel_tui.notebook.marks import EventAnchor

HERE = Position(EventAnchor("2023-raid", "Raid", "2023", ("7ce3d732e8a6",)), "article", "7ce3d732e8a6", 120)
THERE = Position(EventAnchor("2021-ferry", "Ferry", "2021"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "browser.json"


def test_each_library_has_its_place(path: Path) -> None:
    one, two = Lasting(path), Lasting(path)
    one.keep_position("a.sqlite", HERE)
    two.keep_position("b.sqlite", THERE)
    one.keep_search("kidal")
    for memory in (one, two, Lasting(path)):
        assert memory.position("a.sqlite") == HERE
        assert memory.position("b.sqlite") == THERE
        assert memory.position("c.sqlite") is None
        assert memory.searches() == ("kidal",)


def test_searches_of_two_browsers_are_kept_each_once(path: Path) -> None:
    one, two = Lasting(path), Lasting(path)
    for memory, text in ((one, "kidal"), (two, "dioura"), (one, " kidal  2023 "), (two, "kidal"), (one, "  ")):
        memory.keep_search(text)
    assert one.searches() == ("dioura", "kidal 2023", "kidal")
    for number in range(MOST_SEARCHES):
        one.keep_search(f"search {number}")
    assert two.searches() == tuple(f"search {number}" for number in range(MOST_SEARCHES))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[" * 50_000,
        b"null",
        b'{"positions": 4, "searches": {"a": 1}}',
        b'{"positions": {"a": {"event": 1}}}',
    ],
)
def test_a_damaged_memory_is_forgotten_and_begun_anew(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    memory = Lasting(path)
    assert memory.position("a") is None
    assert memory.searches() == ()
    memory.keep_position("a", HERE)
    memory.keep_search("kidal")
    assert (Lasting(path).position("a"), Lasting(path).searches()) == (HERE, ("kidal",))


def test_without_a_place_to_write_to_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for memory in (Lasting(None), Lasting(tmp_path / "file" / "browser.json")):
        memory.keep_position("a", HERE)
        memory.keep_search("kidal")
        assert (memory.position("a"), memory.searches()) == (None, ())


def test_a_browser_that_is_stopped_while_it_writes_holds_up_nobody(path: Path) -> None:
    import fcntl

    memory = Lasting(path)
    memory.keep_position("a", HERE)
    handle = os.open(path.with_suffix(".lock"), os.O_RDWR)
    fcntl.flock(handle, fcntl.LOCK_EX)
    memory.keep_position("a", THERE)
    os.close(handle)
    assert memory.position("a") == HERE
    memory.keep_position("a", THERE)
    assert memory.position("a") == THERE

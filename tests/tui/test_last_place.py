"""The next start begins where the last one ended."""

from pathlib import Path

import pytest
from conftest import Browser
from fake_library import FakeLibrary, make_library

from sahel_tui.notebook.lasting import Lasting, Position
from sahel_tui.notebook.marks import EventAnchor
from sahel_tui.settings.read import parse_settings
from sahel_tui.tui.compare.screen import CompareScreen
from sahel_tui.tui.last_place import LastPlace


@pytest.fixture
def memory(library: FakeLibrary, tmp_path: Path) -> Lasting:
    library.location = "library.sqlite"
    return Lasting(tmp_path / "browser.json")


async def test_event_pane_document_and_line_are_where_they_were(browse: Browser, memory: Lasting) -> None:
    async with browse((80, 24), memory=memory) as driver:
        await driver.press("j", "tab", "pagedown", "pagedown", "down")
        first = driver.lines()
    async with browse((80, 24), memory=memory) as driver:
        assert driver.lines() == first
        await driver.press("m", "tab")
        second = driver.lines()
    async with browse((120, 40), memory=memory) as driver:
        assert driver.browser.reader.reading.number == 1
    async with browse((80, 24), memory=memory) as driver:
        assert driver.lines() == second


async def test_disputed_events_only_lasts(browse: Browser, memory: Lasting) -> None:
    async with browse(memory=memory) as driver:
        await driver.press("d")
        first = driver.left()[:3]
        assert "disputed event" in first[0]
    async with browse(memory=memory) as driver:
        assert driver.left()[:3] == first
        assert "d all events" in driver.bottom() or "d all" in driver.bottom()
        await driver.press("d")
    async with browse(memory=memory) as driver:
        assert driver.left()[0].strip().startswith("33 events")


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)], ids=str)
async def test_a_comparison_lasts_with_its_figure(browse: Browser, memory: Lasting, size: tuple[int, int]) -> None:
    async with browse(size, memory=memory) as driver:
        await driver.find("tessi", "c")
        await driver.wait_until(lambda: isinstance(driver.app.screen, CompareScreen))
        await driver.press("tab", "l")
        await driver.pilot.pause(0)
        driver.app.screen.settle()
        compared = driver.lines()[:-1]
    async with browse(size, memory=memory) as driver:
        await driver.wait_until(
            lambda: isinstance(driver.app.screen, CompareScreen) and driver.lines()[:-1] == compared
        )
        await driver.press("q")
        assert driver.app.screen is driver.browser
    async with browse(size, memory=memory) as driver:
        await driver.browser.workers.wait_for_complete()
        assert driver.app.screen is driver.browser


@pytest.mark.parametrize("keys", [("D", "j", "enter"), ("space", "j", "space", "c")], ids=["ranking", "two events"])
async def test_a_comparison_of_other_events_than_the_one_listed_lasts(
    browse: Browser, memory: Lasting, keys: tuple[str, ...]
) -> None:
    async with browse(memory=memory) as driver:
        await driver.press("G")
        for key in keys:
            await driver.press(key)
            await driver.settle()
        await driver.wait_until(lambda: "verdict" in driver.text())
        await driver.press("j")
        driver.app.screen.settle()
        compared = driver.lines()[:-1]
    async with browse(memory=memory) as driver:
        await driver.wait_until(
            lambda: isinstance(driver.app.screen, CompareScreen) and driver.lines()[:-1] == compared
        )
        await driver.press("q")
        assert driver.app.screen is driver.browser


async def test_a_figure_that_is_gone_opens_no_comparison(
    browse: Browser, memory: Lasting, library: FakeLibrary
) -> None:
    event = next(event for event, _, comparison in library.entries.values() if comparison.disputed)
    position = Position(EventAnchor(event.id, event.title, event.date), compared=("gone", 3))
    memory.keep_position("library.sqlite", position)
    async with browse(memory=memory) as driver:
        await driver.browser.workers.wait_for_complete()
        assert driver.app.screen is driver.browser


async def test_the_first_question_is_for_the_window_that_is_shown(
    browse: Browser, memory: Lasting, tmp_path: Path
) -> None:
    many = make_library(extra=450)
    many.location = "many.sqlite"
    async with browse(over=many, memory=memory) as driver:
        await driver.press("G")
        last = driver.browser.events.event
    asked = many.asked.copy()
    async with browse(over=many, memory=memory) as driver:
        assert driver.browser.events.event == last
        assert driver.left()[0].strip().startswith("453 events")
        assert driver.left()[-2].startswith("▌")
        assert len(many.asked) - len(asked) <= 3
        await driver.press("g")
        assert driver.left()[1].startswith("▌ 2023-11-14")


async def test_a_killed_browser_has_kept_its_place_a_moment_after_the_last_key(
    browse: Browser, memory: Lasting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sahel_tui.tui.last_place._KEEP_AFTER", 0.01)
    async with browse(memory=memory) as driver:
        await driver.press("j", "j")
        event = driver.browser.events.event

        def is_kept() -> bool:
            position = memory.position("library.sqlite")
            return position is not None and position.event.id == event.id

        await driver.wait_until(is_kept)


async def test_an_event_that_is_gone_or_a_query_begins_at_the_top(
    browse: Browser, memory: Lasting, library: FakeLibrary
) -> None:
    async with browse(memory=memory) as driver:
        await driver.press("j")
        event = driver.browser.events.event
    async with browse(memory=memory, query="tessi") as driver:
        assert driver.left()[0].strip().startswith("1 event")
    del library.entries[event.id]
    async with browse(memory=memory) as driver:
        assert driver.browser.events.cursor == 0


async def test_a_slow_link_begins_in_the_list(browse: Browser, memory: Lasting) -> None:
    async with browse((80, 24), memory=memory) as driver:
        await driver.press("j", "tab")
    async with browse((80, 24), memory=memory, low_bandwidth=True) as driver:
        assert driver.browser.panes.focus_name == "list"
        assert driver.browser.events.cursor == 1


async def test_searches_outlast_the_browser(browse: Browser, memory: Lasting) -> None:
    async with browse(memory=memory) as driver:
        await driver.type("/tessi")
        await driver.press("enter")
    async with browse(memory=memory) as driver:
        await driver.press("escape", "/", "up")
        assert driver.browser.search_line.query_text == "tessi"


async def test_without_a_memory_or_a_file_nothing_is_kept(
    browse: Browser, library: FakeLibrary, tmp_path: Path
) -> None:
    async with browse() as driver:
        await driver.press("j")
        assert isinstance(driver.browser.last_place, LastPlace)
    library.location = "in memory"
    async with browse(memory=Lasting(tmp_path / "browser.json")) as driver:
        await driver.press("j")
    assert not (tmp_path / "browser.json").exists()


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15), (20, 5)], ids=str)
@pytest.mark.parametrize("keys", [("G",), ("G", "enter", "z")], ids=["list", "article"])
async def test_a_mistake_in_the_settings_is_seen_wherever_the_start_leads(
    browse: Browser, memory: Lasting, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    async with browse(size, memory=memory) as driver:
        await driver.press(*keys)
    async with browse(size, memory=memory, settings=parse_settings("[looks", Path("config.toml"))) as driver:
        assert "1 mistake in conf" in driver.text()
        assert any(line.startswith("▌") for line in driver.lines()) or driver.browser.panes.focus_name != "list"
        await driver.press("q", "G", "k")
        assert "1 mistake in conf" in driver.left()[1]

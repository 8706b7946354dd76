"""A step back leads to the screen one came from."""

from collections.abc import Callable

import pytest
from conftest import Browser
from driver import Driver

SIZES = [(120, 40), (80, 24), (40, 15)]


def pointed(driver: Driver) -> str:
    """The line with the cursor of the screen on top."""
    return next((line for line in driver.lines() if line.startswith("▌")), "")


async def go(driver: Driver, *keys: str, to: Callable[[], bool]) -> None:
    """Press keys, then wait for the screen they lead to."""
    await driver.press(*keys)
    await driver.wait_until(to)


def kind(driver: Driver) -> str:
    """Which screen is on top."""
    return type(driver.app.screen).__name__


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("key", ["q", "escape"])
async def test_from_the_ranking_to_the_article_and_back(browse: Browser, size: tuple[int, int], key: str) -> None:
    async with browse(size) as driver:
        await driver.press("3", "j")
        here = driver.browser.events.event
        await go(driver, "D", to=lambda: "×6.2" in pointed(driver))
        await driver.press("j")
        ranked = pointed(driver)
        for _ in range(2):
            await go(
                driver, "enter", to=lambda: kind(driver) == "CompareScreen" and driver.app.screen._cursor is not None
            )
            row = driver.app.screen._cursor.row
            await go(driver, "enter", to=lambda: kind(driver) == "BrowseScreen")
            assert driver.browser.reader.reading.event.title == "Ambush near Tessi"
            await go(driver, key, to=lambda: kind(driver) == "CompareScreen" and driver.app.screen._cursor is not None)
            assert driver.app.screen._cursor.row.label == row.label
            await go(driver, key, to=lambda: kind(driver) == "DisputesScreen" and pointed(driver) == ranked)
        await go(driver, key, to=lambda: kind(driver) == "BrowseScreen")
        assert (driver.browser.panes.focus_name, driver.browser.events.event) == ("list", here)


async def test_from_the_article_to_the_comparison_and_back(browse: Browser) -> None:
    async with browse((80, 12)) as driver:
        await driver.press("j", "enter", "m", "m", "4", "j")
        top = driver.browser.reader.article.top
        await go(driver, "c", to=lambda: kind(driver) == "CompareScreen")
        await go(driver, "enter", to=lambda: kind(driver) == "BrowseScreen")
        await go(driver, "q", to=lambda: kind(driver) == "CompareScreen")
        await go(driver, "q", to=lambda: kind(driver) == "BrowseScreen")
        assert (driver.browser.panes.focus_name, driver.browser.reader.article.top) == ("article", top)
        await driver.press("q")
        assert driver.browser.panes.focus_name == "list"


@pytest.mark.parametrize("sorts", [0, 1, 3])
async def test_from_the_timeline_into_the_list_and_back(browse: Browser, sorts: int) -> None:
    async with browse() as driver:
        await driver.press(*"s" * sorts, "2", "j")
        here, title = driver.browser.events.event, driver.lines()[0]
        await go(driver, "t", to=lambda: "counting" not in driver.lines()[0])
        await driver.press("g")
        while "2019-09" not in pointed(driver):
            await driver.press("j")
        period = pointed(driver)
        await go(driver, "enter", to=lambda: kind(driver) == "BrowseScreen")
        await driver.settle()
        await driver.press("j", "k")
        assert driver.bottom().endswith("q back")
        await driver.press("enter", "q")
        await go(driver, "q", to=lambda: kind(driver) == "TimelineScreen" and pointed(driver) == period)
        await go(driver, "q", to=lambda: kind(driver) == "BrowseScreen")
        assert (driver.browser.events.event, driver.lines()[0]) == (here, title)
        assert driver.bottom().endswith("Q quit")


async def test_another_list_ends_the_way_back_to_the_timeline(browse: Browser) -> None:
    async with browse() as driver:
        await go(driver, "t", to=lambda: "counting" not in driver.lines()[0])
        await go(driver, "enter", to=lambda: kind(driver) == "BrowseScreen")
        await driver.settle()
        await driver.press("d", "escape", "escape")
        assert driver.bottom() == "q quits"


async def test_a_search_leads_from_the_comparison_to_the_list(browse: Browser) -> None:
    async with browse() as driver:
        await driver.find("tessi", "c")
        await driver.wait_until(lambda: "verdict" in driver.text())
        await driver.press("/", *"herders", "enter")
        assert driver.app.screen is driver.browser
        assert driver.browser.events.question.query == "herders"
        assert driver.browser.panes.focus_name == "list"


async def test_a_search_from_a_ranked_comparison_is_ranked_again(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press("D")
        await driver.wait_until(lambda: "Ambush" in driver.text())
        await driver.press("enter", "/", *"tessi", "enter")
        await driver.wait_until(lambda: "“tessi”" in driver.lines()[0])
        assert "disputed row" in driver.lines()[0]


@pytest.mark.parametrize("key", ["x", "w", "y", "e", "a", "S", ":"])
async def test_a_panel_leaves_the_comparison_under_it_in_sight(browse: Browser, key: str) -> None:
    async with browse() as driver:
        await driver.find("tessi", "c")
        await driver.wait_until(lambda: "verdict" in driver.text())
        await driver.press(key)
        assert driver.app.screen.is_modal
        assert driver.lines()[0].strip().startswith("Ambush near Tessi · 10 January 2023")

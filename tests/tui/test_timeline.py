"""The months of the listed events, under the keys of a reader."""

import asyncio
import threading

import pytest
from conftest import Browser
from driver import Driver
from fake_library import FakeLibrary

SIZES = [(120, 40), (80, 24), (40, 15), (20, 5)]


def _pointed(driver: Driver) -> str:
    return next((line for line in driver.lines() if line.startswith("▌")), "")


async def _count(driver: Driver, *keys: str) -> None:
    await driver.press(*keys, "t")
    await driver.wait_until(lambda: "counting" not in driver.lines()[0])


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_month_a_line_newest_first(browse: Browser, size: tuple[int, int]) -> None:
    async with browse(size) as driver:
        await _count(driver)
        assert driver.lines()[0].strip().startswith("33 events by m")
        assert "2023-11" in _pointed(driver)
        await driver.press("G")
        assert "2010-03" in _pointed(driver)


async def test_enter_goes_to_that_month_in_the_list(browse: Browser) -> None:
    async with browse() as driver:
        await _count(driver)
        await driver.press("g")
        while "2019-09" not in _pointed(driver):
            await driver.press("j")
        await driver.press("enter")
        await driver.wait_until(lambda: driver.app.screen is driver.browser)
        await driver.settle()
        assert driver.browser.events.event
        assert driver.browser.events.event.date == "2019-09-30"


@pytest.mark.parametrize(("sorts", "words"), [(1, "oldest first"), (2, "newest first")])
async def test_it_goes_there_in_every_order(browse: Browser, sorts: int, words: str) -> None:
    async with browse() as driver:
        await _count(driver, *"s" * sorts)
        await driver.press("g")
        while "2019-09" not in _pointed(driver):
            await driver.press("j")
        await driver.press("enter")
        await driver.wait_until(lambda: driver.app.screen is driver.browser)
        await driver.settle()
        assert driver.browser.events.event
        assert driver.browser.events.event.date == "2019-09-30"
        assert words in driver.lines()[0]


async def test_years_and_back_to_the_months_of_one(browse: Browser) -> None:
    async with browse() as driver:
        await _count(driver)
        await driver.press("m")
        assert "by year" in driver.lines()[0]
        assert "2023 " in _pointed(driver)
        await driver.press("j", "enter")
        assert "by month" in driver.lines()[0]
        assert "2021-03" in _pointed(driver)
        await driver.press("q")
        assert driver.app.screen is driver.browser


async def test_the_filters_of_the_list_apply(browse: Browser) -> None:
    async with browse() as driver:
        await _count(driver, "d")
        assert "1 event by month · 2023–2023 · of disputed events" in driver.lines()[0]
        await driver.press("q", "d")
        await _count(driver, "slash", *"boulkessi", "enter")
        assert "of “boulkessi”" in driver.lines()[0]
        assert "2019-09" in _pointed(driver)


async def test_the_numbers_are_said_in_words_and_what_they_are(browse: Browser) -> None:
    async with browse() as driver:
        await _count(driver)
        await driver.press("j")
        await driver.wait_until(lambda: "January 2023 · 1 event, 1 with disputed figures" in driver.text())
        assert (
            "5–31 killed: the lowest and the highest any voice gives for one side of each event, added up"
            in driver.text()
        )
        assert "├" in _pointed(driver)


async def test_no_key_waits_for_long_while_it_is_counted(browse: Browser, library: FakeLibrary) -> None:
    async with browse() as driver:
        library.gates[""] = threading.Event()
        await driver.pilot.press("t")
        assert "counting" in driver.lines()[0]
        async with asyncio.timeout(5):
            await driver.pilot.press("j", "m", "enter")
            assert "still to come" in driver.bottom()
            await driver.pilot.press("q")
        assert driver.app.screen is driver.browser
        library.gates.pop("").set()


async def test_a_count_that_another_search_interrupts_begins_again(
    browse: Browser, library: FakeLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    count, answers = library.months, [None]
    monkeypatch.setattr(library, "months", lambda *a, **b: answers.pop() if answers else count(*a, **b))
    async with browse() as driver:
        await _count(driver)
        assert "33 events by month" in driver.lines()[0]
        assert answers == []


async def test_a_month_or_year_of_marked_events_carries_their_sign(browse: Browser, library: FakeLibrary) -> None:
    newest, tessi = library.search().events[0], library.event("2023-01-10-tessi")
    library.marks.toggle_bookmark(newest)
    library.marks.note(tessi, "ask for the roll")
    async with browse() as driver:
        await _count(driver)
        await driver.wait_until(lambda: _pointed(driver).startswith("▌◆2023-11"))
        await driver.wait_until(lambda: any(line.startswith(" ¶2023-01") for line in driver.lines()))
        await driver.press("m")
        assert _pointed(driver).startswith("▌◈2023 ")


async def test_it_opens_at_the_time_of_the_event_under_the_cursor(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press("j", "t")
        await driver.wait_until(lambda: "January 2023" in driver.text())
        assert _pointed(driver).startswith("▌ 2023-01")

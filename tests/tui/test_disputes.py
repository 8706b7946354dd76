"""The disputes of the listed events, under the keys of a reader."""

import re

import pytest
from compare_library import make_compare_library
from conftest import Browser
from driver import Driver
from fake_library import FakeLibrary

SIZES = [(120, 40), (80, 24), (40, 15), (20, 5)]


def _pointed(driver: Driver) -> str:
    return next((line for line in driver.lines() if line.startswith("▌")), "")


async def _ranked(driver: Driver, *keys: str) -> None:
    await driver.press(*keys, "D")
    await driver.wait_until(lambda: "ranking" not in driver.lines()[0] and _pointed(driver)[2:3] != "…")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_widest_spread_comes_first(browse: Browser, size: tuple[int, int]) -> None:
    async with browse(size) as driver:
        await _ranked(driver)
        assert "×6.2" in _pointed(driver)
        await driver.wait_until(lambda: ("· JNIM" in _pointed(driver)) == (size[0] > 60))  # Read after the rows.
        assert ("━" in _pointed(driver)) == (size[0] > 60)
        assert bool(re.search("31.* ≠ 5", _pointed(driver))) == (size[0] > 30)
        await driver.press("j")
        assert "×1.2" in _pointed(driver)
        await driver.press("k", "G", "g")
        assert "×6.2" in _pointed(driver)


async def test_the_figures_of_the_row_stand_below_with_their_voices(browse: Browser) -> None:
    async with browse() as driver:
        await _ranked(driver)
        await driver.wait_until(lambda: "cannot both be true" in driver.text())
        assert any(line.strip().startswith("Mali ≠") and line.endswith("● 31") for line in driver.lines())
        await driver.press("j")
        await driver.wait_until(lambda: "● 14" in driver.text())


async def test_enter_opens_the_comparison_on_that_row_and_q_comes_back(browse: Browser) -> None:
    async with browse() as driver:
        await _ranked(driver)
        await driver.press("j", "enter")
        await driver.wait_until(lambda: "verdict" in driver.text())
        assert "≠14" in _pointed(driver)
        await driver.press("q")
        assert "2 disputed rows" in driver.text()
        await driver.press("q")
        assert driver.app.screen is driver.browser


@pytest.mark.parametrize("size", SIZES[:3], ids=str)
@pytest.mark.parametrize("screen", ["D", "t"])
async def test_a_search_begins_here_and_its_finds_are_shown_here(
    browse: Browser, size: tuple[int, int], screen: str
) -> None:
    async with browse(size) as driver:
        await driver.press(screen, "/")
        await driver.wait_until(lambda: driver.browser.is_typing)
        assert "Esc back" in driver.bottom() or size[0] < 60
        await driver.type("tessi")
        await driver.press("enter")
        await driver.wait_until(lambda: "“tessi”" in driver.lines()[0] or size[0] < 60)
        await driver.wait_until(lambda: driver.app.screen is not driver.browser)
        await driver.press("/", "escape")
        await driver.wait_until(lambda: driver.app.screen is not driver.browser and not driver.browser.is_typing)
        await driver.press("q")
        assert driver.browser.search_line.query_text == "tessi"


@pytest.mark.parametrize("moves", [(), ("j",), ("G", "k")], ids=" ".join)
async def test_keys_that_come_with_its_own_mean_the_lines_that_are_then_there(
    browse: Browser, moves: tuple[str, ...]
) -> None:
    async with browse() as driver:
        await _ranked(driver)
        await driver.press(*moves)
        wanted = driver.app.screen.pane.cursor
        await driver.press("q")
        await driver.type_ahead("D", *moves, "enter")
        await driver.wait_until(lambda: type(driver.app.screen).__name__ == "CompareScreen")
        assert driver.app.screen_stack[-2].pane.cursor == wanted


async def test_evidence_is_one_key_from_the_comparison(browse: Browser) -> None:
    async with browse() as driver:
        await _ranked(driver)
        await driver.press("enter")
        await driver.wait_until(lambda: "verdict" in driver.text())
        await driver.press("enter")
        await driver.wait_until(lambda: driver.app.screen is driver.browser)
        await driver.wait_until(lambda: "31" in driver.bottom())
        assert driver.browser.events.event
        assert driver.browser.events.event.title == "Ambush near Tessi"


async def test_the_title_says_which_of_many_it_is(browse: Browser) -> None:
    async with browse((40, 5), over=make_compare_library()) as driver:
        await _ranked(driver)
        await driver.press("j")
        await driver.wait_until(lambda: driver.lines()[0].rstrip().endswith("2 of 4"))


async def test_the_filters_of_the_list_apply(browse: Browser) -> None:
    async with browse(over=make_compare_library()) as driver:
        await _ranked(driver, "slash", *"dioula", "enter")
        assert "2 disputed rows · of “dioula” · widest first" in driver.lines()[0]
        assert "Tessi" not in driver.text()


async def test_an_event_that_was_noted_carries_its_sign(browse: Browser, library: FakeLibrary) -> None:
    async with browse() as driver:
        await _ranked(driver)
        assert _pointed(driver).startswith("▌ ")
        await driver.press("enter")
        await driver.wait_until(lambda: "verdict" in driver.text())
        library.marks.note(library.event("2023-01-10-tessi"), "ask for the roll")
        await driver.press("q")
        await driver.wait_until(lambda: _pointed(driver).startswith("▌¶"))

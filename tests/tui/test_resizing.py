"""After a change of size the cursor is in sight, on what it was on."""

from collections.abc import Callable

import pytest
from compare_library import make_compare_library
from conftest import Browser
from driver import Driver

SIZES = [(200, 60), (20, 5), (120, 40), (40, 15), (80, 24), (61, 12), (20, 5), (80, 24), (40, 15), (120, 40)]
"""Wide after narrow and narrow after wide, by small steps and by large ones."""


def has_cursor(driver: Driver) -> bool:
    """Whether one line is marked as the cursor's."""
    return sum(line.startswith("▌") for line in driver.lines()) == 1


def has_row(driver: Driver) -> bool:
    """Whether one row of a comparison is marked as the cursor's; the text of its figure may be, too."""
    marked = [number for number, line in enumerate(driver.lines()) if line.startswith("▌")]
    rule = next((number for number, line in enumerate(driver.lines()) if line.startswith("──")), len(driver.lines()))
    return sum(number < rule for number in marked) == 1


async def through_sizes(driver: Driver, seen: Callable[[], bool]) -> None:
    """Through every size."""
    for size in SIZES:
        await driver.pilot.resize_terminal(*size)
        await driver.settle()
        assert seen(), (size, driver.lines())


@pytest.mark.parametrize("keys", [("G",), ("2", "0", "j"), ("pagedown", "pagedown")], ids=str)
async def test_list(browse: Browser, keys: tuple[str, ...]) -> None:
    async with browse() as driver:
        await driver.press(*keys)
        event = driver.browser.events.event
        await through_sizes(driver, lambda: has_cursor(driver))
        assert driver.browser.events.event == event


async def test_list_that_was_hidden(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press("G", "enter")
        await driver.pilot.resize_terminal(40, 10)
        await driver.settle()
        await driver.press("q")
        assert has_cursor(driver)


async def test_no_line_is_left_empty_below(browse: Browser) -> None:
    async with browse((80, 12)) as driver:
        await driver.press("G")
        await driver.pilot.resize_terminal(80, 24)
        await driver.settle()
        assert all(line[2:6].isdigit() for line in driver.left()[1:-1])


async def test_infobox(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press("j", "tab", "G")
        infobox = driver.browser.reader.infobox
        entry = infobox.chosen[1].entry
        for size in ((80, 24), (61, 6), (120, 18), (80, 8), (200, 60)):
            await driver.pilot.resize_terminal(*size)
            await driver.settle()
            assert infobox.figure == entry, size


async def test_infobox_that_gets_the_keys_afterwards(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press("j", "tab", "G", "q")
        await driver.pilot.resize_terminal(61, 6)
        await driver.settle()
        await driver.press("tab", "tab" if driver.browser.panes.focus_name != "infobox" else "ctrl+l")
        if driver.browser.panes.focus_name != "infobox":
            await driver.press("i")
        assert driver.browser.reader.infobox.figure is not None


def _text_at_top(driver: Driver) -> str:
    block = driver.browser.reader.article.block_at_top()
    assert block is not None
    return block.text


async def test_article_figure_in_sight(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press("j", "enter", "]", "]", "]", "j")
        figure = driver.browser.reader.article.figure
        await through_sizes(driver, lambda: driver.browser.reader.article.figure == figure)
        await driver.press("G")
        top = _text_at_top(driver)
        await driver.pilot.resize_terminal(120, 40)
        await driver.settle()
        assert _text_at_top(driver) == top


async def test_compare(browse: Browser) -> None:
    async with browse(over=make_compare_library()) as driver:
        await driver.find("tessi", "c")
        await driver.wait_until(lambda: "verdict" in driver.text())
        await driver.press("G")
        await through_sizes(driver, lambda: has_row(driver))


@pytest.mark.parametrize("key", ["D", "t"])
async def test_overviews(browse: Browser, key: str) -> None:
    async with browse(over=make_compare_library()) as driver:
        await driver.press(key)
        await driver.wait_until(lambda: has_cursor(driver))
        await driver.press("G")
        await through_sizes(driver, lambda: has_cursor(driver))

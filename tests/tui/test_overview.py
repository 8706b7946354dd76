"""What the screens over the listed events share: disputes (`D`) and the timeline (`t`)."""

import pytest
from conftest import Browser
from driver import Driver
from fake_library import FakeLibrary

SIZES = [(120, 40), (80, 24), (40, 15), (20, 5)]


async def _open(driver: Driver, key: str) -> None:
    await driver.press(key)
    await driver.wait_until(lambda: not {"ranking", "counting"} & {*driver.lines()[0].split()})


@pytest.mark.parametrize(("key", "said"), [("D", "No figure"), ("t", "There are no")])
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_of_an_empty_library_it_says_what_to_do(
    browse: Browser, size: tuple[int, int], key: str, said: str
) -> None:
    async with browse(size, over=FakeLibrary()) as driver:
        await _open(driver, key)
        await driver.wait_until(lambda: said in driver.text())
        await driver.press("j", "enter", "pagedown", "m", "G", "escape")
        assert driver.app.screen is driver.browser


@pytest.mark.parametrize(
    ("key", "help_line", "typed", "found"),
    [
        ("D", "Compare: every voice", "compare", "Enter c"),
        ("t", "Months or years", "months", "Months or years"),
    ],
)
async def test_help_and_palette_know_its_keys(
    browse: Browser, key: str, help_line: str, typed: str, found: str
) -> None:
    async with browse() as driver:
        await _open(driver, key)
        await driver.press("?")
        assert help_line in driver.text()
        await driver.press("q", ":")
        await driver.type(typed)
        assert found in driver.text()
        await driver.press("escape", "q")
        assert driver.app.screen is driver.browser

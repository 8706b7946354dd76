"""What is done is done to the figure that is shown reversed, and there is never more than one."""

import pytest
from conftest import Browser
from driver import Driver

SIZES = [(120, 40), (80, 24), (40, 15)]


def reversed_words(driver: Driver) -> str:
    """All that is shown reversed, but the cursor of a line that is typed in."""
    strips = driver.app.screen._compositor.render_strips()
    words = [part.text for strip in strips for part in strip if part.style and part.style.reverse]
    return " ".join("".join(words).split())


def note_title(driver: Driver) -> str:
    """What the line of a note is about."""
    return driver.lines()[-2].strip("─ ")


async def test_a_bracket_in_the_infobox_takes_the_keys_to_the_figure_it_leads_to(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press("j", "tab", "j")
        assert reversed_words(driver) == "12 per JNIM"
        await driver.press("]")
        assert reversed_words(driver) == "fourteen soldiers were dead"
        assert driver.browser.panes.focus_name == "article"
        await driver.press("a")
        assert note_title(driver) == "14 killed per Mali · Ambush near Tessi"
        await driver.press("escape", "x")
        assert "14 killed · Mali · Fighting" in driver.text()
        await driver.press("q", "y", "f")
        assert "killed: 14 per Mali" in driver.app.clipboard
        await driver.press("c")
        await driver.wait_until(lambda: "verdict" in driver.text())
        assert reversed_words(driver) == "14"


@pytest.mark.parametrize("key", [".", "comma", "["])
async def test_every_key_that_goes_to_a_figure_does(browse: Browser, key: str) -> None:
    async with browse() as driver:
        await driver.press("j", "tab", "j", key)
        assert driver.browser.panes.focus_name == "article"
        assert reversed_words(driver) not in ("", "12 per JNIM")


async def test_each_pane_shows_its_figure_only_while_it_is_meant(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press("j", "enter", "]", "]")
        second = reversed_words(driver)
        await driver.press("i")
        assert reversed_words(driver) == "14 per Mali"
        await driver.press("a")
        assert note_title(driver).startswith("14 killed per Mali")
        await driver.press("escape", "i")
        assert reversed_words(driver) == second
        await driver.press("q", "a")
        assert note_title(driver) == "Ambush near Tessi"


@pytest.mark.parametrize("size", SIZES[:2], ids=str)
async def test_from_the_list_the_figure_a_bracket_led_to_is_meant_until_escape(
    browse: Browser, size: tuple[int, int]
) -> None:
    async with browse(size) as driver:
        await driver.press("j", "]", "a")
        assert note_title(driver) == "14 killed per Mali · Ambush near Tessi"
        await driver.press("escape", "escape")
        assert reversed_words(driver) == ""
        await driver.press("a")
        assert note_title(driver) == "Ambush near Tessi"
        await driver.press("escape", "]", "k", "j", "a")
        assert note_title(driver) == "Ambush near Tessi"


async def test_a_figure_out_of_sight_is_not_meant(browse: Browser) -> None:
    async with browse((80, 16)) as driver:
        await driver.press("j", "enter", "]", "pagedown", "pagedown")
        assert reversed_words(driver) == ""
        await driver.press("a")
        assert note_title(driver) == "Ambush near Tessi"
        await driver.press("escape", "x")
        assert driver.bottom().startswith("no figure here")
        await driver.press("pageup", "pageup", "a")
        assert note_title(driver) == "14 killed per Mali · Ambush near Tessi"


async def test_a_figure_hidden_behind_the_infobox_is_not_meant(browse: Browser) -> None:
    async with browse((80, 24)) as driver:
        await driver.press("j", "]", "i", "a")
        assert note_title(driver) == "Ambush near Tessi"


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_after_a_resize_the_same_figure_is_meant(browse: Browser, size: tuple[int, int]) -> None:
    async with browse((200, 50)) as driver:
        await driver.press("j", "tab", "l")
        await driver.pilot.resize_terminal(61, 30)
        await driver.settle()
        await driver.pilot.resize_terminal(*size)
        await driver.settle()
        await driver.press("i" if size[0] > 60 and driver.browser.panes.focus_name != "infobox" else "ctrl+l", "a")
        assert note_title(driver).startswith("12 killed per JNIM" if size[0] > 60 else "Ambush")

"""Every key of every screen shows something, or says in one line why it cannot; driven by the registry of keys."""

import string
from collections.abc import Sequence
from typing import Any

import pytest
from compare_library import make_compare_library
from conftest import Browser
from driver import Driver
from textual import events

from sahel_tui.present.text import cell_width
from sahel_tui.tui.keyed import KeyedScreen
from sahel_tui.tui.overview.disputes import DisputesScreen
from sahel_tui.tui.registry import list_actions

_SEEN_ELSEWHERE = {"quit", "repaint"}
"""One ends the program, the other sends again what is on the screen already."""
_WAYS: dict[str, tuple[str, tuple[str, ...], str]] = {
    "list": ("dioula", (), "browse"),
    "infobox": ("dioula", ("i", "tab"), "browse"),
    "article": ("dioula", ("enter",), "browse"),
    "comparison": ("dioula", ("c",), "compare"),
    "disputes": ("dioula", ("D",), "disputes"),
    "timeline": ("dioula", ("t",), "timeline"),
    "help": ("dioula", ("?",), "page"),
    "settings": ("dioula", ("S",), "settings"),
    "explanation": ("dioula", ("]", "x"), "page"),
    "a quiet event": ("quiet", (), "browse"),
    "a quiet article": ("quiet", ("enter",), "browse"),
    "an empty comparison": ("quiet", ("c",), "compare"),
}
"""The event under the cursor, the keys that lead from the list to each screen, and its name in the registry."""
_SMALL = ("list", "article", "comparison", "disputes")
"""Screens that are laid out otherwise where there is little room: their keys are pressed there as well."""
_WIDE = [(name, (120, 40)) for name in _WAYS]
_EVERY = 5
"""Of the letters that no action has, every fifth is pressed: one line of the program answers them all."""


def _picture(driver: Driver) -> list[list[tuple[str, str]]]:
    strips = driver.app.screen._compositor.render_strips()
    return [[(segment.text, str(segment.style)) for segment in strip] for strip in strips]


async def _lead(driver: Driver, way: Sequence[str]) -> KeyedScreen[Any]:
    """From wherever the last key led to the screen that is meant, nothing said there yet."""
    if driver.app.tour:
        driver.app.tour.end()
    while driver.app.screen is not driver.browser:
        await driver.press("escape")
    browser = driver.browser
    browser.panes.zoomed, browser.panes.side, browser.trail.to_comparison = False, "article", None
    browser.panes.go_to("list")
    await driver.press(*way)
    screen = driver.app.screen
    assert isinstance(screen, KeyedScreen)
    screen.say("")
    await driver.settle()
    return screen


def _place(driver: Driver) -> tuple[object, ...]:
    """Where the reader is, whatever the line: a key that leaves this unchanged needs no way back."""
    panes, event = driver.browser.panes, driver.browser.events.event
    return driver.app.screen, driver.app.focused, panes.zoomed, panes.side, event and event.id, driver.app.tour


@pytest.mark.parametrize(("name", "size"), [*_WIDE, *((name, (40, 15)) for name in _SMALL)], ids=str)
async def test_each_key_shows_something(browse: Browser, name: str, size: tuple[int, int]) -> None:
    """And no line is longer than the screen is wide."""
    event, way, registry = _WAYS[name]
    silent = []
    async with browse(size, over=make_compare_library(), event=event) as driver:
        screen = await _lead(driver, way)
        place = _place(driver)
        for listed in list_actions()[registry]:
            quits = listed.action == "back" and not way
            if listed.action in _SEEN_ELSEWHERE or quits:
                continue
            before = driver.app.screen, _picture(driver)
            await driver.press(listed.keys[0])
            after = driver.app.screen, _picture(driver)
            lines = ["".join(text for text, _ in line) for line in after[1]]
            assert all(cell_width(line) <= size[0] for line in lines), (listed.action, lines)
            if before == after:
                silent.append(f"{listed.action} {listed.keys[0]}")
            if _place(driver) == place:
                screen.say("")
            else:
                screen = await _lead(driver, way)
                place = _place(driver)
    assert not silent, f"nothing seen of: {', '.join(silent)}"


@pytest.mark.parametrize("name", ["list", "comparison", "disputes", "timeline", "help", "settings", "explanation"])
async def test_each_other_letter_says_that_it_does_nothing(browse: Browser, name: str) -> None:
    event, way, _ = _WAYS[name]
    async with browse(over=make_compare_library(), event=event) as driver:
        screen = await _lead(driver, way)
        for key in [key for key in string.ascii_letters if screen.find_action(key) is None][::_EVERY]:
            await driver.press(key)
            assert f"{key} does nothing here · ? " in driver.text()
            assert driver.app.screen is screen


async def test_a_letter_that_chooses_nothing_is_named(browse: Browser) -> None:
    async with browse(event="tessi") as driver:
        await driver.press("y", "z")
        assert driver.bottom() == "z is none of these · letter or Enter chooses · Esc leaves"
        await driver.press("j")
        assert driver.bottom() == "letter or Enter chooses · Esc leaves"


async def _press_with_escape(driver: Driver, letter: str) -> None:
    """Both in one packet, as Textual reads them."""
    name = f"alt+shift+{letter.lower()}" if letter.isupper() else f"alt+{letter}"
    driver.app.post_message(events.Key(name, letter))
    await driver.settle()


async def test_a_letter_that_comes_with_escape_is_pressed_behind_it(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press(":", *"sett")
        await _press_with_escape(driver, "j")
        assert (driver.app.screen, driver.browser.events.cursor) == (driver.browser, 1)
        await driver.press("slash", *"tessi")
        await _press_with_escape(driver, "D")
        assert not driver.browser.search_line.query_text
        assert isinstance(driver.app.screen, DisputesScreen)
        await driver.press("q", "y")
        await _press_with_escape(driver, "k")
        assert (driver.app.screen, driver.browser.events.cursor) == (driver.browser, 0)


async def test_alt_leaves_no_note_that_is_being_typed(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press("a", *"once")
        await _press_with_escape(driver, "b")
        await driver.press(*" more", "enter")
        assert "once more" in driver.text()


async def test_a_line_feed_is_an_enter(browse: Browser) -> None:
    """What was typed before the browser had the terminal comes with line feeds."""
    async with browse() as driver:
        await driver.type_ahead("slash", *"tessi", "ctrl+j", "ctrl+j")
        assert driver.browser.panes.focus_name == "article"

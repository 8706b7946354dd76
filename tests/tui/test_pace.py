"""On a thin link nothing is read that was not asked for."""

import pytest
from conftest import Browser
from driver import Driver

from sahel_tui.tui import pace
from sahel_tui.tui.messages import LinkTimed
from sahel_tui.tui.pace import FULL, SLOW_ANSWER, THIN
from sahel_tui.tui.preview import Preview
from sahel_tui.tui.theme import DARK, PLAIN


def read_title(driver: Driver) -> str | None:
    reading = driver.browser.reader.reading
    return reading.event.title if reading else None


async def press_down(driver: Driver, times: int) -> None:
    for _ in range(times):
        await driver.pilot.press("down")


async def test_only_enter_reads_an_event(browse: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    async with browse(low_bandwidth=True) as driver:
        documents = driver.browser.library.documents
        monkeypatch.setattr(driver.browser.library, "documents", lambda name: read.append(name) or documents(name))
        driver.browser.pace = THIN._replace(debounce=0)
        await press_down(driver, 1)
        await driver.pilot.press("slash", *"tess", "enter")
        await driver.browser.events.settled()
        assert read == []
        await driver.press("enter")
        assert read == ["2023-01-10-tessi"]
        assert read_title(driver) == "Ambush near Tessi"


async def test_the_key_line_says_how_to_read(browse: Browser) -> None:
    async with browse(low_bandwidth=True) as driver:
        assert driver.bottom() == "slow link: Enter reads an event"


async def test_no_colours_but_those_asked_for(browse: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    async with browse(low_bandwidth=True) as driver:
        assert driver.app.theme == PLAIN
    monkeypatch.setenv("SAHEL_TUI_THEME", "dark")
    async with browse(low_bandwidth=True) as driver:
        assert driver.app.theme == DARK


@pytest.mark.parametrize(
    ("asked", "seconds", "paced"),
    [(None, 2 * SLOW_ANSWER, THIN), (None, SLOW_ANSWER / 2, FULL), (False, 2 * SLOW_ANSWER, FULL)],
)
async def test_a_slow_answer_slows_down(browse: Browser, asked: bool | None, seconds: float, paced: object) -> None:
    async with browse(low_bandwidth=asked) as driver:
        driver.app.post_message(LinkTimed(seconds))
        await driver.settle()
        assert driver.browser.pace is paced


async def test_letters_typed_on_do_not_change_what_is_read(browse: Browser) -> None:
    async with browse() as driver:
        before = read_title(driver)
        await driver.pilot.press("slash", *"clash")
        await driver.browser.events.settled()
        assert driver.browser.events.event is not None
        assert driver.browser.events.event.title != before
        assert read_title(driver) == before
        await driver.wait_until(lambda: read_title(driver) != before)


async def test_what_a_search_finds_is_read_while_the_search_line_has_the_keys(browse: Browser) -> None:
    async with browse() as driver:
        await driver.pilot.press("slash", *"tessi")
        await driver.wait_until(lambda: read_title(driver) == "Ambush near Tessi")
        assert driver.app.focused is driver.browser.search_line
        assert FULL.typing is not None
        assert FULL.debounce < FULL.typing <= 0.25


async def test_a_press_by_itself_is_followed_sooner_than_a_held_key(
    browse: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with browse() as driver:
        waited: list[float] = []
        monkeypatch.setattr(driver.browser, "set_timer", lambda delay, act: waited.append(delay))
        driver.browser.preview = Preview(driver.browser)
        driver.browser.preview.awake = True
        monkeypatch.setattr(pace, "_REPEATING", 60)
        await press_down(driver, 2)
        assert waited[0] < FULL.preview == waited[1]

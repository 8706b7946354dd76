"""Counts and dates typed before a key, letters on places, and the way back."""

import pytest
from conftest import Browser

from sahel_tui.tui.search_history import SearchHistory


async def test_a_number_before_a_key_is_how_often(browse: Browser) -> None:
    async with browse() as driver:
        events = driver.browser.events
        await driver.press("1", "2")
        assert driver.bottom().startswith("12 · then a key, as 12j · Esc forgets it")
        await driver.press("j", "5", "k")
        assert (events.cursor, driver.bottom()[:9]) == (7, "c compare")
        await driver.press("3", "G", "2", "backspace", "j", "4", "escape", "j")
        assert events.cursor == 4
        await driver.press("0")
        assert driver.bottom().startswith("0 does nothing here")
        await driver.press("j", "<ignore>")
        assert driver.bottom().startswith("c compare")


async def test_a_number_counts_in_the_article_and_in_help(browse: Browser) -> None:
    async with browse((80, 10)) as driver:
        await driver.press("slash", *"tessi", "enter", "enter", "3", "j")
        assert driver.browser.reader.article.top == 3
        await driver.press("2", "]")
        assert driver.browser.reader.article.place_of(driver.browser.reader.article.current, "disputed") == 2
        await driver.press("?", "4", "j")
        assert driver.app.screen.page.top == 4


async def test_a_month_typed_is_gone_to(browse: Browser) -> None:
    async with browse() as driver:
        events = driver.browser.events
        await driver.press(*"2010-0")
        assert driver.bottom().startswith("2010-0 · Enter, or on as 2023-09")
        await driver.press("3")
        assert events.event.date.startswith("2010-03")
        assert driver.bottom() == "2010-03 · Enter"
        latest = events.cursor
        await driver.press(*"-13", "enter")
        assert (events.event.date, driver.browser.panes.focus_name) == ("2010-03-13", "list")
        await driver.press("'")
        assert events.cursor == latest
        await driver.press(*"2010", "enter")
        assert events.event.date.startswith("2010")
        await driver.press(*"1999-9")
        assert "no event of September 1999 here; the nearest is of" in driver.bottom()
        await driver.press("escape", "g")
        assert events.cursor == 0


async def test_a_date_without_events_leads_to_the_nearest_of_both_sides(browse: Browser) -> None:
    async with browse() as driver:
        events = driver.browser.events
        for typed, found in ((("2023-01-12",), "2023-01-10"), (("2023-01-2", "enter"), "2023-01-10")):
            await driver.press("g", *typed[0], *typed[1:])
            assert events.event.date == found
            assert f"the nearest is of {found}" in driver.bottom()


async def test_a_day_that_is_in_no_calendar_is_refused(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press(*"2023-02-31")
        assert "there is no 2023-02-31 · still 2023-02-3" in driver.bottom()


async def test_a_date_sorts_a_list_that_is_not_by_date(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press("s", "s", *"2010-03")
        assert driver.browser.events.question.order.words == "newest first"
        assert driver.browser.events.event.date.startswith("2010-03")


async def test_a_month_typed_in_the_timeline_is_gone_to(browse: Browser) -> None:
    async with browse() as driver:
        await driver.type_ahead("t", *"2014-08")
        pane = driver.app.screen.pane
        assert pane.chosen.label == "2014-03"
        await driver.press("'")
        assert pane.cursor == 0


@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=str)
async def test_letters_lead_to_panes_and_figures(browse: Browser, size: tuple[int, int]) -> None:
    async with browse(size) as driver:
        await driver.press("slash", *"tessi", "enter", "i", "f")
        letters = driver.browser._letters.targets
        named = {target.place[0]: key for key, target in letters.items()}
        assert all(f"{key}" in driver.text() for key in letters)
        await driver.press(named["infobox"])
        assert driver.browser.panes.focus_name == "infobox"
        assert driver.browser.reader.infobox._chosen == len(driver.browser.reader.infobox._spots) - 1
        await driver.press("f", "a")
        assert driver.browser.panes.focus_name == "list"
        before = driver.text()
        await driver.press("f", "escape")
        assert driver.text() == before


async def test_letters_lead_to_cells_of_the_compare_screen(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press("slash", *"tessi", "enter", "c")
        await driver.wait_until(lambda: "explain" in driver.text())
        compare = driver.app.screen
        before = (compare._cursor.here, compare._cursor.cell_voice)
        await driver.press("f")
        letters = compare._letters.targets
        assert len(letters) > 3
        await driver.press(list(letters)[-1])
        after = (compare._cursor.here, compare._cursor.cell_voice)
        assert after != before
        await driver.press("'")
        assert (compare._cursor.here, compare._cursor.cell_voice) == before
        await driver.press("ctrl+o")
        assert (compare._cursor.here, compare._cursor.cell_voice) == after


async def test_quote_leads_back_to_the_search_and_the_line_before(browse: Browser) -> None:
    async with browse((80, 12)) as driver:
        browser = driver.browser
        await driver.press("'")
        assert driver.bottom().startswith("nothing has led away")
        await driver.press("4", "j", "slash", *"tessi", "enter", "enter", "5", "j", "G")
        jumped = browser.reader.article.top
        await driver.press("'")
        assert browser.reader.article.top == 5 != jumped
        await driver.press("q", "q", "g", "slash", *"diaf", "enter", "'")
        assert (browser.events.question.query, browser.search_line.query_text) == ("", "")
        await driver.press("'")
        assert browser.search_line.query_text == "diaf"


async def test_up_and_down_go_through_earlier_searches(browse: Browser) -> None:
    async with browse() as driver:
        line, events = driver.browser.search_line, driver.browser.events
        await driver.press("slash", *"tessi", "enter", "slash", *"village", "enter", "escape")
        await driver.press("slash", "up")
        assert (line.query_text, driver.left()[0].strip()[:2]) == ("village", "31")
        await driver.press("up", "up")
        assert line.query_text == "tessi"
        await driver.press("down", "down")
        assert (line.query_text, events.question.query) == ("", "")
        await driver.press(*"vi", "down", "up", "up")
        assert (line.query_text, events.cursor) == ("village", 0)
        await driver.press("down", "down")
        assert (line.query_text, events.cursor) == ("vi", 1)


def test_searches_are_told_once_and_in_order() -> None:
    kept: list[str] = []
    history = SearchHistory(["old"], kept.append)
    for query in ("kidal", "  ", "old"):
        history.add(query)
    assert (history.searches, kept) == (("kidal", "old"), ["kidal", "old"])


async def test_a_number_after_a_date_is_a_new_one(browse: Browser) -> None:
    async with browse() as driver:
        events = driver.browser.events
        await driver.press(*"2020-03")
        there = events.cursor
        await driver.press(*"3k")
        assert events.cursor == there - 3
        await driver.press(*"2020-03-11", *"2021-03")
        assert events.event.date.startswith("2021-03")


@pytest.mark.parametrize(
    ("typed", "said"),
    [("2023-13", "there is no 2023-13 · still 2023-1"), ("12345678", "there is no 12345678"), ("5-", "there is no 5-")],
)
async def test_what_makes_no_number_is_said(browse: Browser, typed: str, said: str) -> None:
    async with browse() as driver:
        await driver.press(*typed)
        assert driver.bottom().startswith(said)
        assert "Esc forgets it" in driver.bottom()


@pytest.mark.parametrize(("typed", "month"), [("2010-3", "2010-03"), ("2014-3-", "2014-03")])
async def test_a_month_of_one_digit_is_meant_by_enter_and_before_a_day(browse: Browser, typed: str, month: str) -> None:
    async with browse() as driver:
        await driver.press(*typed, "enter")
        assert driver.browser.events.event.date.startswith(month)


@pytest.mark.parametrize("key", ["escape", "ctrl+c"])
async def test_what_was_typed_before_a_key_is_forgotten(browse: Browser, key: str) -> None:
    async with browse() as driver:
        await driver.press("5", key, "j")
        assert driver.browser.events.cursor == 1

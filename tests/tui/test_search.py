"""Searching as one types: what is shown, and what never is."""

import asyncio
import threading

import pytest
from conftest import Browser
from fake_library import COMPLAINT, FakeLibrary
from textual.worker import Worker, WorkerState

SIZES = [(120, 40), (80, 24), (40, 15), (20, 5)]


async def test_each_letter_narrows_the_list(browse: Browser) -> None:
    async with browse() as driver:
        await driver.type("/tess")
        await driver.counted()
        assert driver.left()[0].strip() == "1 event · best match · 1 disputed"
        assert driver.left()[-1].strip() == "/ tess                                    1 event"
        await driver.press("backspace", "ctrl+u")
        assert driver.left()[0].strip().startswith("33 events · newest first")


@pytest.mark.parametrize("query", ["date:2021", "date:2021 killed>=5", "date:2021 te"])
async def test_filters_leave_the_order_as_it_is(browse: Browser, query: str) -> None:
    async with browse() as driver:
        await driver.type("/")
        await driver.type(query)
        assert driver.browser.events.question.order.words == "newest first"
        await driver.type("ssi" if query.endswith("te") else " tessi")
        assert driver.browser.events.question.order.words == "best match"


async def test_hits_are_underlined_in_the_list_and_reversed_in_the_article(browse: Browser) -> None:
    async with browse() as driver:
        await driver.type("/tessi")
        await driver.press("enter")
        styles = driver.cells("Tessi")
        assert any("underline" in style for style in styles)
        assert any("reverse" in style for style in styles)


async def test_a_hit_in_the_text_shows_its_words_under_the_chosen_event_only(browse: Browser) -> None:
    async with browse() as driver:
        await driver.type("/closed")
        assert driver.left()[2].strip().startswith("closed.")
        assert "2021-03-24" in driver.left()[3]
        await driver.press("down")
        assert "2021-03-24" in driver.left()[2]
        assert driver.left()[3].strip().startswith("closed.")


async def test_enter_keeps_the_search_and_escape_drops_it(browse: Browser) -> None:
    async with browse() as driver:
        await driver.type("/tessi")
        await driver.press("enter")
        assert driver.app.focused is not driver.browser.search_line
        assert driver.left()[0].strip().startswith("1 event")
        await driver.press("escape")
        assert driver.left()[0].strip().startswith("33 events")
        assert "Ambush near Tessi" in next(line for line in driver.left() if line.startswith("▌"))
        await driver.type("/clash")
        await driver.press("escape")
        assert driver.left()[0].strip().startswith("33 events")
        assert driver.browser.search_line.query_text == ""


@pytest.mark.parametrize("key", ["escape", "ctrl+c"])
@pytest.mark.parametrize("size", SIZES[:3], ids=str)
async def test_escape_leads_back_to_where_the_search_began(browse: Browser, size: tuple[int, int], key: str) -> None:
    async with browse(size) as driver:
        await driver.press("2", "5", "G", "k")
        await driver.counted()
        before = driver.left()[:-1]
        await driver.type("/tessi")
        assert driver.left()[:-1] != before
        await driver.press(key)
        await driver.counted()
        assert driver.left()[:-1] == before
        assert driver.app.focused is driver.browser.events
        await driver.press("slash", "down", "down", key)
        await driver.counted()
        assert driver.left()[:-1] == before


@pytest.mark.parametrize("size", SIZES[:3], ids=str)
async def test_escape_leads_back_into_the_article_too(browse: Browser, size: tuple[int, int]) -> None:
    async with browse(size) as driver:
        await driver.find("tessi", "enter", "3", "j")
        if size[0] < 80:
            await driver.press("pagedown")
        await driver.counted()
        before = driver.lines()[:-1]
        await driver.press("slash", *"clash")
        driver.browser.read_event()
        await driver.press("escape")
        await driver.counted()
        assert driver.lines()[:-1] == before
        assert driver.browser.panes.focus_name == "article"
        await driver.press("slash", "escape")
        assert driver.browser.events.question.query == "tessi"


async def test_nothing_found_and_kept_leads_back_to_the_event_before(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press("5", "G")
        before = next(line for line in driver.left() if line.startswith("▌"))
        await driver.type("/zzzzzz")
        await driver.press("enter")
        assert "Esc goes back to where you were." in driver.text()
        await driver.press("escape")
        assert next(line for line in driver.left() if line.startswith("▌")) == before


async def test_arrows_move_the_list_while_typing(browse: Browser) -> None:
    async with browse() as driver:
        await driver.type("/clash")
        await driver.press("down", "down", "up")
        assert driver.browser.events.cursor == 1
        await driver.press("pagedown")
        assert driver.browser.events.cursor > 1


async def test_the_line_can_be_edited(browse: Browser) -> None:
    async with browse() as driver:
        await driver.type("/tesi")
        await driver.press("left", "s", "home", "x", "delete", "end", "backspace", "ctrl+w")
        assert driver.browser.search_line.query_text == ""
        await driver.type("tessi q")
        await driver.press("ctrl+w", "right")
        assert driver.browser.search_line.query_text == "tessi "


async def test_nothing_found_suggests_and_tab_takes_it(browse: Browser) -> None:
    async with browse() as driver:
        await driver.type("/tezzi")
        assert "Nothing found for “tezzi”." in driver.text()
        assert "Did you mean tessi?" in driver.text()
        assert "Nine soldiers" not in driver.text()
        await driver.press("tab")
        assert driver.left()[0].strip().startswith("1 event")
        assert driver.browser.search_line.query_text == "tessi"


async def test_nothing_found_among_disputed_events_says_that_there_are_others(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press("d")
        await driver.type("/clash")
        assert "Only disputed events are listed: d lists all." in driver.text()


@pytest.mark.parametrize("size", SIZES[:3], ids=str)
async def test_what_was_not_understood_is_said_over_the_list_of_the_rest(
    browse: Browser, size: tuple[int, int]
) -> None:
    async with browse(size) as driver:
        await driver.type("/colour: te")
        assert "“colour:red” searched as words" in driver.lines()[1]
        await driver.press("ctrl+u")
        assert "no filter" not in driver.text()


async def test_a_failing_search_is_said_and_the_next_one_works(browse: Browser) -> None:
    async with browse() as driver:
        await driver.type("/explode")
        await driver.wait_until(lambda: "disk is on fire" in driver.bottom())
        await driver.press("ctrl+u")
        await driver.type("tessi")
        assert driver.left()[0].strip().startswith("1 event")


async def test_a_count_of_disputed_events_takes_its_time_and_gives_way_to_another_question(
    browse: Browser, library: FakeLibrary
) -> None:
    library.gates["count "] = gate = threading.Event()
    async with browse() as driver:
        await driver.wait_until(lambda: "count " in library.asked)
        assert driver.left()[0].strip() == "33 events · newest first"
        assert not library.interrupts
        await driver.pilot.press("slash", "t")
        assert library.interrupts
        gate.set()
        await driver.wait_until(lambda: driver.left()[0].strip().endswith("1 disputed"))


async def test_an_outdated_answer_is_never_shown(browse: Browser, library: FakeLibrary) -> None:
    library.gates["clash"] = gate = threading.Event()
    async with browse() as driver:
        await driver.pilot.press("slash", *"clash")
        await driver.wait_until(lambda: "clash" in library.asked)
        await driver.pilot.press("ctrl+u", *"tessi")
        await driver.settle()
        assert library.interrupts
        gate.set()
        await asyncio.to_thread(gate.wait)
        await driver.settle()
        assert driver.left()[0].strip().startswith("1 event")
        assert "failed" not in driver.text()


@pytest.mark.parametrize(("state", "told"), [(WorkerState.CANCELLED, False), (WorkerState.ERROR, True)])
async def test_a_cancelled_search_is_no_failure(browse: Browser, state: WorkerState, told: bool) -> None:
    """Textual keeps the cancellation as the worker's error too; only the state tells them apart."""
    async with browse() as driver:
        worker = driver.browser.events.run_worker(asyncio.sleep(0), exit_on_error=False)
        await driver.settle()
        worker._error = asyncio.CancelledError()
        driver.browser.events.on_worker_state_changed(Worker.StateChanged(worker, state))
        await driver.settle()
        assert ("failed" in driver.text()) is told


async def test_the_key_line_offers_what_works_while_typing(browse: Browser) -> None:
    async with browse() as driver:
        await driver.type("/tessi")
        assert "Enter keep" in driver.text()
        assert "Q quit" not in driver.text()
        await driver.press("enter")
        assert "Enter keep" not in driver.text()


@pytest.mark.parametrize("size", SIZES[:3], ids=str)
@pytest.mark.parametrize("keys", [(), ("enter",)], ids=["typing", "kept"])
async def test_a_complaint_about_the_query_stands_whole_over_the_events(
    browse: Browser, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    async with browse(size) as driver:
        await driver.type("/colour:red")
        await driver.press(*keys)
        assert COMPLAINT in " ".join(line.strip() for line in driver.left()[1:-1])


async def test_fast_typing_asks_the_library_once(browse: Browser, library: FakeLibrary) -> None:
    async with browse() as driver:
        library.asked.clear()
        await driver.type_ahead("slash", *"tessi")
        assert "tessi" in library.asked
        assert not {"t", "te", "tes", "tess"} & set(library.asked)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_keys_typed_ahead_reach_the_compare_screen(browse: Browser, size: tuple[int, int]) -> None:
    async with browse(size) as driver:
        await driver.type_ahead("slash", *"tessi", "enter", "c")
        await driver.wait_until(lambda: type(driver.app.screen).__name__ == "CompareScreen")
        await driver.wait_until(lambda: "Tessi" in driver.text() or size == (20, 5))


async def test_enter_typed_ahead_opens_the_event_that_was_meant(browse: Browser) -> None:
    async with browse((80, 24)) as driver:
        await driver.type_ahead("slash", *"tessi", "enter", "enter")
        assert driver.browser.panes.focus_name == "article"
        assert "roadside bomb" in driver.text()


async def test_what_was_cut_short_is_completed(browse: Browser, library: FakeLibrary) -> None:
    library.cut.add("clash")
    async with browse() as driver:
        await driver.type("/clash")
        await driver.wait_until(lambda: not library.cut)
        await driver.settle()
        assert driver.left()[0].strip().startswith("30 events")


async def test_ctrl_c_leaves_the_search_line_and_then_the_program(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press("slash", *"tessi", "ctrl+c")
        assert driver.app.focused is driver.browser.events
        assert driver.browser.events.question.query == ""
        assert driver.app.is_running
        await driver.press("ctrl+c")
        assert not driver.app.is_running

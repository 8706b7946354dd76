"""The first minute: three lines that go away for good, and a tour with the real keys."""

from pathlib import Path

import pytest
from conftest import Browser
from driver import Driver
from fake_library import FakeLibrary

from sahel_tui.library import open_library
from sahel_tui.library.first_start import is_first_start, remember_start
from sahel_tui.tui import WELCOME
from sahel_tui.tui.app import SahelApp
from sahel_tui.tui.tour import TourStrip, choose_word, make_steps

SIZES = [(120, 40), (80, 24), (40, 15)]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_welcome_says_what_how_to_search_how_to_compare(browse: Browser, size: tuple[int, int]) -> None:
    async with browse(size, welcome=WELCOME) as driver:
        shown = " ".join(" ".join(line.partition("│")[0] for line in driver.lines()).split())
        assert " ".join(driver.browser.fill(words) for words in WELCOME) in shown
        assert "▌ 2023-11-14  B" in driver.text()


@pytest.mark.parametrize("key", ["/", "c", "?", "tab", "enter"])
async def test_welcome_goes_with_the_first_thing_done(browse: Browser, key: str) -> None:
    async with browse(welcome=WELCOME) as driver:
        await driver.press("j", "k", "ctrl+l")
        words = driver.browser.fill(WELCOME[1])
        assert words in driver.text()
        await driver.press(key, "escape")
        assert words not in driver.text()
        assert driver.browser.events.top == 0


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_help_says_it_again_and_the_welcome_says_so(browse: Browser, size: tuple[int, int]) -> None:
    async with browse(size, welcome=WELCOME) as driver:
        words = [driver.browser.fill(words) for words in WELCOME]
        assert words[-1].endswith("T takes a tour; ? keys, marks, this again")
        await driver.press("j", "?")
        shown = " ".join(" ".join(driver.lines()).split())
        assert " ".join(words) in shown


async def test_cursor_stays_in_sight_under_the_welcome(browse: Browser) -> None:
    async with browse((80, 24), welcome=WELCOME) as driver:
        for _ in range(33):
            await driver.press("j")
            assert sum(line.startswith("▌") for line in driver.lines()) == 1
        assert driver.browser.events.cursor == 32


def test_first_start_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", f"{tmp_path}/state")
    assert is_first_start()
    remember_start()
    assert not is_first_start()


def test_a_home_that_cannot_be_written_is_borne(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/proc/nowhere")
    remember_start()
    assert is_first_start()


KEYS = ("/ tessi", "enter", "]", "x", "q", "c", "tab", "y t", "q", "?")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_tour_goes_on_with_every_key(library: FakeLibrary, size: tuple[int, int]) -> None:
    app = SahelApp(library, tour="tessi")
    steps = make_steps("tessi", app.keymap)
    async with app.run_test(size=size) as pilot:
        driver = Driver(app, pilot)
        await driver.settle()
        assert len(KEYS) == len(steps) - 1
        for number, keys in enumerate(KEYS):
            await driver.wait_until(lambda number=number: said(app) in ("", f"tour {number + 1} of {len(steps)}"))
            assert app.tour.number == number
            for part in keys.split():
                await driver.press(*(part if part.isalpha() and len(part) > 3 and part != "enter" else [part]))
            await driver.wait_until(lambda number=number: app.tour.number > number)
        await driver.wait_until(lambda: "That was the tour" in driver.text())
        await driver.press("q")
        assert app.tour is None
        assert not any(screen.query(TourStrip) for screen in app.screen_stack)


async def test_the_tour_begins_and_ends_with_a_key_of_the_browser(
    browse: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sahel_tui.tui.tour.choose_word", lambda library: "tessi")
    async with browse((80, 24)) as driver:
        await driver.press(":", *"tour", "enter")
        await driver.wait_until(lambda: "─ tour 1 of 11 · T ends it ─" in driver.text())
        await driver.press("c")
        await driver.wait_until(lambda: "─ tour 7 of 11 · T ends it ─" in driver.text())
        await driver.press("T")
        assert "─ tour" not in driver.text()
        assert "the tour has ended" in driver.lines()[-1]
        assert driver.app.tour is None


async def test_without_a_dispute_there_is_no_tour(browse: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sahel_tui.tui.tour.choose_word", lambda library: None)
    async with browse() as driver:
        await driver.press("T")
        await driver.wait_until(lambda: "nothing in this library is disputed" in driver.bottom())


def said(app: SahelApp) -> str:
    """Where the strip says that the tour is; empty where a panel lies over it."""
    strips = app.screen.query(TourStrip)
    return strips.first()._place.partition(" · ")[0] if strips else ""


async def test_tour_waits_for_what_it_asked_for(library: FakeLibrary) -> None:
    app = SahelApp(library, tour="tessi")
    async with app.run_test(size=(80, 24)) as pilot:
        driver = Driver(app, pilot)
        await driver.press("j", "j", "k")
        await driver.wait_until(lambda: said(app) == "tour 1 of 11")
        assert app.tour.number == 0


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_tour_says_how_to_come_back_to_it(library: FakeLibrary, size: tuple[int, int]) -> None:
    app = SahelApp(library, tour="tessi")
    async with app.run_test(size=size) as pilot:
        driver = Driver(app, pilot)
        await driver.press("D")
        await driver.wait_until(lambda: "the tour waits. q leads back to it." in " ".join(driver.text().split()))
        await driver.press("q")
        await driver.wait_until(lambda: "and type tessi" in " ".join(driver.text().split()))


async def test_tour_goes_on_from_where_the_reader_is(library: FakeLibrary) -> None:
    app = SahelApp(library, tour="tessi")
    async with app.run_test(size=(80, 24)) as pilot:
        driver = Driver(app, pilot)
        await driver.press("c")
        await driver.wait_until(lambda: said(app) == "tour 7 of 11")
        await driver.press("q")
        await driver.wait_until(lambda: said(app) == "tour 6 of 11")
        await driver.press("c")
        await driver.wait_until(lambda: said(app) == "tour 7 of 11")


async def test_what_keys_say_is_seen_over_the_tour(library: FakeLibrary) -> None:
    app = SahelApp(library, tour="tessi")
    async with app.run_test(size=(80, 24)) as pilot:
        driver = Driver(app, pilot)
        await driver.wait_until(lambda: said(app) == "tour 1 of 11")
        await driver.press("K")
        assert "K does nothing here" in driver.lines()[-3]


async def test_the_tour_covers_neither_of_the_two_sentences(library: FakeLibrary) -> None:
    app = SahelApp(library, tour="tessi")
    async with app.run_test(size=(40, 15)) as pilot:
        driver = Driver(app, pilot)
        await driver.press("j", "c")
        await driver.wait_until(lambda: said(app) == "tour 7 of 11")
        step = "below stand both sentences"
        await driver.wait_until(lambda: step in " ".join(driver.text().split()) and driver.text().count("▐") == 2)
        await driver.press("T")
        await driver.wait_until(lambda: "the tour has ended" in driver.lines()[-1])


async def test_accents_need_not_be_typed_on_the_tour(library: FakeLibrary) -> None:
    app = SahelApp(library, tour="téssi")
    async with app.run_test(size=(80, 24)) as pilot:
        driver = Driver(app, pilot)
        await driver.wait_until(lambda: "and type tessi" in driver.text())
        await driver.press("slash", *"tessi")
        await driver.wait_until(lambda: said(app) == "tour 2 of 11")


def test_tour_leads_to_the_widest_dispute_a_word_finds(bundled_library: Path) -> None:
    with open_library(bundled_library) as real:
        word = choose_word(real)
        assert word is not None
        found = real.search(word, sort="relevance", limit=1).events[0]
        assert found.disputed


def test_there_is_no_tour_where_nothing_is_disputed(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("= Quiet day =\n\nNothing happened.\n", encoding="utf-8")
    with open_library(tmp_path) as quiet:
        assert choose_word(quiet) is None


async def test_a_new_search_replaces_the_one_before(browse: Browser) -> None:
    async with browse() as driver:
        await driver.find("tessi", "slash")
        assert driver.browser.search_line.query_text == "tessi"
        await driver.type("village")
        assert driver.browser.search_line.query_text == "village"


async def test_a_search_can_be_gone_on_with(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press("slash", *"tess", "enter", "slash", "end", *"i", "enter", "slash", "escape")
        assert driver.browser.events.question.query == "tessi"
        await driver.press("escape")
        assert driver.browser.events.question.query == ""
        await driver.press("slash", *"tess", "enter", "slash", "end", *"i")
        assert driver.browser.search_line.query_text == "tessi"


@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=str)
async def test_compare_screen_offers_to_copy(browse: Browser, size: tuple[int, int]) -> None:
    async with browse(size) as driver:
        await driver.find("tessi", "c")
        await driver.wait_until(lambda: "y copy" in driver.text())


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_no_panel_covers_what_the_tour_says(library: FakeLibrary, size: tuple[int, int]) -> None:
    app = SahelApp(library, tour="tessi")
    async with app.run_test(size=size) as pilot:
        driver = Driver(app, pilot)
        await driver.press("slash", *"tessi", "enter", "]", "x")
        await driver.wait_until(lambda: app.tour.number == 4)
        await driver.settle()
        assert "─ tour 5 of 11" in driver.text()
        assert "Why this figure" in driver.text()
        assert "goes back, from here and from everywhere" in " ".join(driver.text().split())
        for keys, number in ((("q", "c"), 6), (("tab",), 7)):
            await driver.press(*keys)
            await driver.wait_until(lambda number=number: app.tour.number == number)
        await driver.press("y")
        await driver.wait_until(lambda: any(widget.styles.margin.bottom for widget in app.screen.children))
        await driver.settle()
        assert "Esc leaves" in driver.text()
        assert "t among what it offers" in " ".join(driver.text().split())
        await driver.press("escape", "T", "S")
        assert driver.lines()[-1].strip().endswith("Esc undoes")


@pytest.mark.parametrize("begin", [("D",), ("c",)], ids=["D", "c"])
async def test_the_tour_begins_with_its_first_step_wherever_it_is_asked_for(
    browse: Browser, monkeypatch: pytest.MonkeyPatch, begin: tuple[str, ...]
) -> None:
    monkeypatch.setattr("sahel_tui.tui.tour.choose_word", lambda library: "tessi")
    async with browse((80, 24)) as driver:
        await driver.find("tessi", "]", *begin, "T")
        await driver.wait_until(lambda: "─ tour 1 of 11" in driver.text())
        await driver.wait_until(lambda: "The tour begins in the list; q leads there." in driver.text())
        await driver.press("q")
        await driver.wait_until(lambda: "and type tessi" in driver.text())
        await driver.press("slash", *"tessi")
        await driver.wait_until(lambda: "─ tour 2 of 11" in driver.text())

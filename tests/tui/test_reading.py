"""Reading an event: the preview, its figures, its documents, and what can be taken along."""

import pytest
from conftest import Browser
from driver import Driver
from fake_library import make_library

from sahel_tui.tui.acts.comparing import read_claim
from sahel_tui.tui.pace import FULL


async def open_tessi(driver: Driver, *keys: str) -> None:
    await driver.find("tessi", *keys)


def marked(driver: Driver) -> str:
    """The characters that the last key led to."""
    article = driver.browser.reader.article
    stop, reading = article.current, article.reading
    return reading.document.text[stop.start : stop.end] if stop and reading and reading.document else ""


async def test_the_preview_follows_when_the_cursor_rests(browse: Browser) -> None:
    async with browse() as driver:
        reader = driver.browser.reader
        await driver.pilot.press("j")
        assert reader.reading is None or reader.reading.event.title == "Battle of Bérébo"
        await driver.wait_until(lambda: bool(reader.reading) and reader.reading.event.title == "Ambush near Tessi")
        assert "Ambush near Tessi" in driver.right()[0]


async def test_a_held_key_moves_only_the_list(browse: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    async with browse() as driver:
        read: list[str] = []
        documents = driver.browser.library.documents
        monkeypatch.setattr(driver.browser.library, "documents", lambda name: read.append(name) or documents(name))
        driver.browser.pace = FULL._replace(preview=60.0)
        for _ in range(20):
            await driver.pilot.press("down")
        assert driver.browser.events.cursor == 20
        assert read == []


async def test_disputed_figures_are_bold_and_announced_in_the_margin(browse: Browser) -> None:
    async with browse() as driver:
        await open_tessi(driver)
        styles = driver.cells("fourteen soldiers were dead")
        assert styles
        assert all("bold" in style and "underline" not in style for style in styles)
        assert any(line.startswith("≠ ") and "fourteen soldiers" in line for line in driver.right())
        assert all("underline" in style for style in driver.cells("two captured lorries"))
        assert all("bold" in style for style in driver.cells("Aftermath"))


async def test_bracket_goes_from_dispute_to_dispute_and_round(browse: Browser) -> None:
    async with browse() as driver:
        await open_tessi(driver, "]")
        assert marked(driver) == "fourteen soldiers were dead"
        assert driver.bottom() == "≠ 1 of 8 · Mali's 14 and JNIM's 12 cannot both be true"
        assert "≠ place 1 of 8" in driver.text().replace(driver.bottom(), "")
        await driver.press("]")
        assert marked(driver) == "thirty-one militants killed"
        await driver.press("[", "[")
        assert marked(driver) == "5 killed"
        assert "Infobox as written" in driver.text()
        await driver.press(")")
        assert marked(driver) == "fourteen soldiers were dead"
        assert any("reverse" in style for style in driver.cells("fourteen soldiers were dead"))


async def test_bracket_goes_on_from_what_is_seen(browse: Browser) -> None:
    async with browse() as driver:
        await open_tessi(driver, "]", "enter", "G", "[")
        assert marked(driver) == "5 killed"


async def test_dot_and_comma_walk_all_figures(browse: Browser) -> None:
    async with browse() as driver:
        await open_tessi(driver, "]", "]", "]", "]", ".")
        assert marked(driver) == "two captured lorries"
        assert driver.bottom() == "figure 5 of 9 · 2 per JNIM"
        await driver.press("comma")
        assert marked(driver) == "its own dead at five"


async def test_n_goes_through_the_searched_words(browse: Browser) -> None:
    async with browse() as driver:
        await open_tessi(driver, "n")
        assert driver.bottom() == "hit 1 of 2"
        await driver.press("N")
        assert driver.bottom() == "hit 2 of 2"
        assert marked(driver) == "Tessi"


async def test_commands_without_an_object_say_so(browse: Browser) -> None:
    async with browse() as driver:
        said = {}
        for key in ("]", "n", "m", "!", "h", "escape"):
            await driver.press(key)
            said[key] = driver.bottom()
        assert said == {
            "]": "no figure of this document is disputed",
            "n": "no searched word is in this document",
            "m": "this event has one document",
            "!": "there is nothing to report",
            "h": "left and right go between the figures of the infobox",
            "escape": "q quits",
        }
        await driver.press("j")
        assert "help" in driver.bottom()


async def test_enter_on_a_figure_of_the_infobox_goes_to_its_characters(browse: Browser) -> None:
    async with browse() as driver:
        await open_tessi(driver, "tab")
        assert driver.browser.panes.focus_name == "infobox"
        await driver.press("j", "enter")
        assert marked(driver) == "twelve soldiers dead"
        assert driver.browser.panes.focus_name == "article"
        assert driver.bottom() == "≠ 3 of 8 · Mali's 14 and JNIM's 12 cannot both be true"
        await driver.press("shift+tab", "j", "enter")
        assert marked(driver) == "two captured lorries"


async def test_moving_between_the_figures_of_the_infobox(browse: Browser) -> None:
    async with browse() as driver:
        await open_tessi(driver, "tab")
        infobox = driver.browser.reader.infobox

        async def text_after(*keys: str) -> str:
            await driver.press(*keys)
            return infobox.chosen[1].entry.text if infobox.chosen else ""

        assert [await text_after(key) for key in ("l", "l", "right", "h", "j", "k", "G", "g", "left")] == [
            "31", "12", "5", "12", "2", "12", "2", "14", "14",
        ]  # fmt: skip


async def test_m_turns_to_the_next_document_and_back(browse: Browser) -> None:
    async with browse() as driver:
        await open_tessi(driver)
        assert any("document 1 of 2" in line for line in driver.right())
        await driver.press("m")
        assert driver.bottom() == "document 2 of 2 · tessi-2.txt"
        assert "An early capture of the page." in driver.text()
        await driver.press("m")
        assert "roadside bomb" in driver.text()


async def test_i_goes_between_infobox_and_article(browse: Browser) -> None:
    async with browse((80, 24)) as driver:
        await open_tessi(driver)
        assert "roadside bomb" in driver.text()
        await driver.press("i")
        assert "roadside bomb" not in driver.text()
        assert "14 per Mali ≠ 12 per JNIM" in driver.text()
        assert driver.browser.panes.focus_name == "list"
        await driver.press("tab", "i")
        assert driver.browser.panes.focus_name == "article"


async def test_z_gives_a_pane_the_whole_screen_and_q_gives_it_back(browse: Browser) -> None:
    async with browse() as driver:
        await open_tessi(driver, "tab", "z")
        assert "│" not in driver.text()
        assert "14 per Mali ≠ 12 per JNIM" in driver.text()
        await driver.press("tab")
        assert "roadside bomb" in driver.text()
        await driver.press("q")
        assert "│" in driver.text()
        await driver.press("q")
        assert driver.browser.panes.focus_name == "list"


async def test_tab_goes_through_the_panes_that_are_seen(browse: Browser) -> None:
    async with browse() as driver:
        names = []
        for key in ("tab", "tab", "tab", "shift+tab"):
            await driver.press(key)
            names.append(driver.browser.panes.focus_name)
        assert names == ["infobox", "article", "list", "article"]


async def test_o_shows_addresses_and_sources(browse: Browser) -> None:
    async with browse() as driver:
        await open_tessi(driver, "o")
        assert "https://example.org/tessi-capture" in driver.text()
        assert "tessi-2.txt" in driver.text()
        assert "https://example.org/one" in driver.text()


async def test_paging_the_article(browse: Browser) -> None:
    async with browse(over=make_library(extra=0, paragraphs=30)) as driver:
        await open_tessi(driver, "enter")
        article = driver.browser.reader.article
        tops = []
        for key in ("j", "k", "pagedown", "pageup", "ctrl+d", "ctrl+u", "G", "g"):
            await driver.press(key)
            tops.append(article.top)
        page, end = article.room - 1, article.count_lines() - article.room
        assert tops == [1, 0, page, 0, page // 2, 0, end, 0]
        await driver.press("G")
        assert any("100%" in line for line in driver.right())


async def test_a_claim_chosen_in_the_compare_screen_is_opened_in_the_article(browse: Browser) -> None:
    async with browse() as driver:
        await open_tessi(driver)
        claim = driver.browser.reader.reading.comparison.claims[9]
        await read_claim(driver.browser, ["2023-01-10-tessi"], claim)
        assert marked(driver) == "fourteen soldiers fell"
        assert "document 2 of 2" in driver.text()


async def test_a_claim_of_the_other_compared_event_opens_that_event(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press("j", "space", "g", "space", "G")
        claim = driver.browser.library.comparison("2023-01-10-tessi").claims[8]
        await read_claim(driver.browser, [event.id for event in driver.browser.events.marked], claim)
        await driver.paint()
        assert marked(driver) == "two captured lorries"


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_one_step_back_from_a_claim_is_the_comparison_at_its_figure(browse: Browser, key: str) -> None:
    async with browse() as driver:
        await open_tessi(driver, "c")
        await driver.wait_until(lambda: "verdict" in driver.text())
        await driver.press("j")
        here = next(line for line in driver.lines() if line.startswith("▌"))
        await driver.press("enter")
        await driver.wait_until(lambda: driver.app.screen is driver.browser)
        await driver.press(key)
        await driver.wait_until(lambda: "verdict" in driver.text())
        assert here in driver.lines()
        await driver.press("q", key)
        assert driver.app.screen is driver.browser
        assert driver.browser.panes.focus_name == "list"


async def test_the_list_ends_the_way_back_to_a_comparison(browse: Browser) -> None:
    async with browse() as driver:
        await open_tessi(driver, "c")
        await driver.wait_until(lambda: "verdict" in driver.text())
        await driver.press("enter")
        await driver.wait_until(lambda: driver.app.screen is driver.browser)
        await driver.press("shift+tab", "shift+tab", "enter", "q")
        assert driver.app.screen is driver.browser


async def test_reading_that_fails_is_said(browse: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    async with browse() as driver:

        def fail(event_id: str) -> None:
            raise OSError("the disk is gone")

        monkeypatch.setattr(driver.browser.library, "documents", fail)
        await driver.pilot.press("j")
        await driver.wait_until(lambda: "the disk is gone" in driver.bottom())


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)], ids=str)
async def test_enter_in_the_list_says_what_it_changed(browse: Browser, size: tuple[int, int]) -> None:
    async with browse(size) as driver:
        await driver.press("j")
        top = driver.browser.reader.article.top
        assert driver.bottom().startswith("c compare")
        await driver.press("enter")
        assert any("▌ " in line.rpartition("│")[2][:2] for line in driver.lines())
        assert driver.bottom().startswith("j scrolls · z widens · ? help · q back" if size[0] > 60 else "] ")
        await driver.press("j")
        assert driver.browser.reader.article.top == top + 1
        assert driver.bottom().startswith("] ")

"""Bookmarks and notes in the browser: put down, seen where they belong, taken back, and never lost."""

from pathlib import Path

import pytest
from conftest import Browser
from driver import Driver
from fake_library import FakeLibrary

from sahel_tui.notebook.marks import EventAnchor
from sahel_tui.notebook.notebook import Notebook
from sahel_tui.notebook.pages import NotebookError


def row(driver: Driver, title: str) -> str:
    return next(line for line in driver.left() if title in line)


async def test_a_note_on_the_event_is_seen_in_the_list_and_in_the_infobox(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press("j")
        await driver.type("awho counted?")
        assert driver.lines()[-2].startswith("─ Ambush near Tessi ─")
        assert driver.lines()[-1].startswith("  note: who counted?")
        await driver.press("enter")
        assert row(driver, "Ambush near Tessi").startswith("▌¶2023-01-10")
        assert "¶ who counted?" in driver.text()
        await driver.type("a How?")
        await driver.press("enter")
        assert "¶ who counted? How?" in driver.text()
        await driver.press("a", "ctrl+u", "enter")
        assert "¶" not in driver.text()


async def test_a_note_on_a_figure_is_seen_beside_it(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press("j", "tab", "j")
        await driver.type("afrom the radio")
        assert driver.lines()[-2].startswith("─ 12 killed per JNIM · Ambush near Tessi ─")
        await driver.press("enter")
        assert "12 per JNIM ¶" in driver.text()
        assert "¶ 12 killed per JNIM: from the radio" in driver.text()
        assert "¶ 1 · " in driver.text()
        assert any(line.startswith("≠¶") for line in driver.right())
        assert driver.browser.reader.infobox.chosen[1].entry.text == "12"
        await driver.press("x")
        assert "note      from the radio" in driver.text()


async def test_a_title_line_with_little_room_keeps_the_count_of_notes(browse: Browser) -> None:
    async with browse((80, 24)) as driver:
        await driver.find("boulkessi")
        assert driver.right()[0].endswith("  i infobox")
        await driver.type("awho counted?")
        await driver.press("enter")
        assert driver.right()[0].endswith(" ¶ 1")
        await driver.find("tessi")
        assert driver.right()[0].endswith("1/2 · i infobox · ≠2")
        await driver.type("awho counted?")
        await driver.press("enter")
        assert driver.right()[0].endswith("1/2 · ¶ 1 · ≠2")


async def test_bookmarks_go_on_and_off(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press("b")
        assert driver.left()[1].startswith("▌◆2023-11-14")
        await driver.type("aand a note")
        await driver.press("enter")
        assert driver.left()[1].startswith("▌◈2023-11-14")
        await driver.press("b")
        assert driver.left()[1].startswith("▌¶2023-11-14")


async def test_an_empty_answer_says_how_to_note(browse: Browser) -> None:
    async with browse() as driver:
        await driver.type("/is:noted")
        assert "a notes something on an event or a" in driver.text()


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)], ids=str)
async def test_what_finds_a_note_is_said(browse: Browser, size: tuple[int, int]) -> None:
    async with browse(size) as driver:
        await driver.type("awho counted these?")
        await driver.press("enter")
        assert driver.bottom().startswith("noted · note:counted finds it")
        await driver.type("/tezzi")
        assert "note:tezzi searches" in driver.text()
        await driver.press("escape", "a", "ctrl+u", "enter")
        assert driver.bottom().startswith("the note is gone · u brings it back")


async def test_undo_takes_back_one_by_one(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press("b")
        await driver.type("afirst")
        await driver.press("enter", "a", "ctrl+u", "enter")
        assert driver.left()[1].startswith("▌◆")
        await driver.press("u")
        assert driver.bottom().startswith("note “first” is as it was")
        assert driver.left()[1].startswith("▌◈")
        await driver.press("u", "u")
        assert driver.bottom().startswith("bookmark taken back")
        assert driver.left()[1].startswith("▌ ")
        await driver.press("u")
        assert driver.bottom() == "there is no note or bookmark to take back"


async def test_escape_leaves_the_note_as_it_was(browse: Browser) -> None:
    async with browse() as driver:
        await driver.type("anever")
        await driver.press("escape")
        assert "¶" not in driver.text()
        assert driver.browser.library.marks.notebook.marks() == ()


async def test_a_note_that_cannot_be_written_stays_in_the_line(
    browse: Browser, library: FakeLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise NotebookError("the disk is full")

    async with browse((60, 20)) as driver:
        with monkeypatch.context() as patch:
            patch.setattr(library.marks.notebook, "note", fail)
            await driver.type("aa thought of some length, longer than the line")
            await driver.press("enter")
            assert driver.lines()[-2].startswith("─ the disk is full ─")
            assert "longer than the line" in driver.lines()[-1]
        await driver.press("enter")
    assert [mark.text for mark in library.marks.notebook.marks()] == ["a thought of some length, longer than the line"]


async def test_a_note_half_typed_is_kept_when_the_terminal_is_lost(browse: Browser, library: FakeLibrary) -> None:
    async with browse() as driver:
        await driver.type("ahalf a thou")
        driver.app.exit()
    assert [mark.text for mark in library.marks.notebook.marks()] == ["half a thou"]


async def test_of_several_notes_one_is_chosen(browse: Browser, library: FakeLibrary) -> None:
    event = next(iter(library.entries.values()))[0]
    for text in ("mine", "a colleague's"):
        library.marks.note(event, text)
    async with browse() as driver:
        await driver.press("j", "a")
        assert "1 a note      mine" in driver.text()
        await driver.press("2")
        await driver.type("!")
        await driver.press("enter")
    assert [mark.text for mark in library.marks.notebook.marks()] == ["mine", "a colleague's!"]


async def test_what_another_browser_has_put_down_is_seen(browse: Browser, library: FakeLibrary, tmp_path: Path) -> None:
    library.marks._notebook = Notebook(tmp_path / "notebook.ndjson")
    async with browse() as driver:
        event = driver.browser.events.event
        anchor = EventAnchor(event.id, event.title, event.date)
        Notebook(tmp_path / "notebook.ndjson").note(anchor, "from the other window")
        await driver.press("j", "k")
        assert driver.left()[1].startswith("▌¶")
        assert "¶ from the other window" in driver.text()


async def test_a_broken_notebook_is_one_line_and_browsing_goes_on(
    browse: Browser, library: FakeLibrary, tmp_path: Path
) -> None:
    (tmp_path / "notebook.ndjson").write_bytes(b"\xff\n")
    library.marks._notebook = Notebook(tmp_path / "notebook.ndjson")
    async with browse() as driver:
        assert driver.left()[1].strip().startswith("1 line is no note this program can read")
        await driver.press("j", "b")
        assert "◆" in driver.text()


@pytest.mark.parametrize("size", [(80, 24), (40, 15), (20, 5)])
async def test_notes_are_put_down_at_every_size(browse: Browser, size: tuple[int, int]) -> None:
    async with browse(size) as driver:
        await driver.type("ax")
        await driver.press("enter")
        assert any(line.startswith("▌¶") for line in driver.lines())


async def test_a_note_in_the_compare_screen_is_seen_there_and_behind_it(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press("j", "c")
        await driver.wait_until(lambda: "verdict" in driver.text())
        await driver.type("afrom the radio")
        assert driver.lines()[-2].startswith("─ 31 killed per Mali · Ambush near Tessi ─")
        await driver.press("enter")
        assert "31¶" in driver.text()
        assert "¶ 31 killed per Mali: from the radio" in driver.text()
        await driver.press("l")
        assert "¶ 31 killed per Mali: from the radio" in driver.text()
        await driver.press("b", "q")
        assert row(driver, "Ambush near Tessi").startswith("▌◈")
        await driver.press("u", "u")
        assert row(driver, "Ambush near Tessi").startswith("▌ ")


async def test_ctrl_c_drops_half_a_note_only_when_pressed_again(browse: Browser) -> None:
    async with browse((80, 24)) as driver:
        await driver.press("a", *"half", "ctrl+c")
        assert "Ctrl+c again drops it" in "".join(driver.lines()[-2:])
        await driver.press("x", "ctrl+c")
        assert "note: halfx" in driver.lines()[-1]
        await driver.press("ctrl+c")
        assert driver.app.screen is driver.browser


@pytest.mark.parametrize("key", ["a", "I"])
async def test_enter_on_nothing_says_so(browse: Browser, key: str) -> None:
    async with browse((80, 24)) as driver:
        await driver.press(key, "enter")
        assert "nothing is typed · Esc leaves" in "".join(driver.lines()[-2:])
        await driver.press("escape")
        assert driver.app.screen is driver.browser

"""The list of events: moving, sorting, marking, and what it says when it is empty."""

import pytest
from conftest import Browser
from fake_library import FakeLibrary, make_library

from sahel_tui.documents import Refusal


def chosen(lines: list[str]) -> str:
    """The line with the cursor."""
    return next(line for line in lines if line.startswith("▌"))


async def test_starts_with_the_newest_event_beside_its_article(browse: Browser) -> None:
    async with browse() as driver:
        await driver.counted()
        assert driver.left()[0].strip() == "33 events · newest first · 1 disputed"
        assert "Battle of Bérébo" in chosen(driver.left())
        assert "Nine soldiers were" in driver.text()


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        (["j"], 1),
        (["down", "down", "k"], 1),
        (["j", "j", "up"], 1),
        (["G"], 32),
        (["end", "k"], 31),
        (["G", "g"], 0),
        (["G", "home"], 0),
        (["k"], 0),
        (["G", "j"], 32),
        (["ctrl+d"], 18),
        (["ctrl+d", "ctrl+u"], 0),
        (["pagedown"], 32),
        (["pagedown", "pageup"], 0),
        (["ctrl+f"], 32),
    ],
)
async def test_keys_move_the_cursor(browse: Browser, keys: list[str], row: int) -> None:
    async with browse() as driver:
        await driver.press(*keys)
        assert driver.browser.events.cursor == row
        assert chosen(driver.left()) == driver.left()[1 + row]


async def test_cursor_stays_in_sight_at_every_step(browse: Browser) -> None:
    async with browse((40, 15)) as driver:
        for key in ["j"] * 32 + ["k"] * 32:
            await driver.press(key)
            assert chosen(driver.lines())


async def test_a_long_list_is_read_in_windows(browse: Browser) -> None:
    library = make_library(extra=700)
    async with browse(over=library) as driver:
        await driver.press("G")
        assert driver.browser.events.cursor == 702
        await driver.wait_until(lambda: "…" not in driver.left()[-2])
        assert "Clash at village" in chosen(driver.left())
        await driver.press("g")
        assert "Battle of Bérébo" in chosen(driver.left())


async def test_s_goes_through_the_orders_and_says_so(browse: Browser) -> None:
    async with browse() as driver:
        tops = []
        for _ in range(5):
            await driver.press("s")
            tops.append((driver.left()[0].split(" · ")[1], chosen(driver.left())[14:].split("  ")[0]))
    assert tops == [
        ("oldest first", "Clash at village 0"),
        ("most disputed", "Ambush near Tessi"),
        ("most killed", "Ambush near Tessi"),
        ("by title", "Ambush near Tessi"),
        ("newest first", "Battle of Bérébo"),
    ]


async def test_d_lists_disputed_events_only_and_all_again_with_the_cursor_on_the_same(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press("j", "d")
        assert driver.left()[0].strip() == "1 disputed event · newest first"
        await driver.press("d")
        assert driver.left()[0].strip().startswith("33 events")
        assert "Tessi" in chosen(driver.left())


async def test_a_step_back_from_disputed_events_lists_all_before_it_quits(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press("j", "d", "q")
        assert driver.left()[0].strip().startswith("33 events")
        assert "Tessi" in chosen(driver.left())
        await driver.press("d", "escape")
        assert driver.left()[0].strip().startswith("33 events")


async def test_space_marks_at_most_two(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press("space", "j", "space")
        assert "2 marked" in driver.left()[0]
        assert driver.left()[1].startswith(" •2023-11-14")
        assert driver.bottom() == "c compares the two"
        await driver.press("j", "space")
        assert [event.title for event in driver.browser.events.marked] == ["Ambush near Tessi", "Clash at village 23"]
        await driver.press("space")
        assert len(driver.browser.events.marked) == 1


async def test_an_empty_library_says_what_to_do(browse: Browser) -> None:
    async with browse(over=FakeLibrary()) as driver:
        assert "This library is empty." in driver.text()
        assert "I imports a file or a folder." in driver.text()
        await driver.press("j", "enter", "c", "]", "y", "space", "z", "z")
        assert driver.bottom() == driver.bottom().strip()


async def test_no_disputed_event_says_how_to_go_on(browse: Browser) -> None:
    library = make_library(extra=2)
    del library.entries["2023-01-10-tessi"]
    async with browse(over=library) as driver:
        await driver.press("d")
        assert "No event has disputed figures." in driver.text()
        assert "d lists all events." in driver.text()


async def test_unread_files_are_announced_and_explained(browse: Browser) -> None:
    library = make_library()
    library.refusals = (Refusal("broken.txt", "/notes/broken.txt", 7, "the infobox never ends", "add an empty line"),)
    library.notices = ("nothing can be written, so this library is in memory",)
    async with browse((80, 24), over=library) as driver:
        assert driver.left()[1].strip() == "1 file not read · ! says why"
        await driver.press("!")
        assert "the infobox never ends" in driver.text()
        assert "add an empty line" in driver.text()
        assert "line 7" in driver.text()
        assert "nothing can be written" in driver.text()
        await driver.press("q")
        assert "not read" not in driver.text()


async def test_a_notice_is_shown_over_the_list(browse: Browser) -> None:
    library = make_library()
    library.notices = ("this library is in memory",)
    async with browse(over=library) as driver:
        assert "this library is in memory" in driver.left()[1]
        await driver.press("down")
        assert "Ambush near Tessi" in chosen(driver.left())


async def test_opens_where_the_command_line_asked(browse: Browser) -> None:
    async with browse(query="tessi") as driver:
        assert driver.left()[0].strip().startswith("1 event")
        assert driver.left()[-1].strip().startswith("/ tessi")
    async with browse(event="2023-01-10-tessi") as driver:
        assert "Tessi" in chosen(driver.left())
        assert driver.browser.panes.focus_name == "article"

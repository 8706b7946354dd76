"""Every size a terminal may have: what is seen, and that no key breaks it."""

import pytest
from conftest import Browser
from fake_library import FakeLibrary

from sahel_tui.present.text import cell_width
from sahel_tui.tui.acts.comparing import read_claim
from sahel_tui.tui.commands import COMMANDS
from sahel_tui.tui.layout import Layout, PaneName, choose_layout, choose_panes

SIZES = [(120, 40), (80, 24), (40, 15), (20, 5)]
ODD_SIZES = [(61, 6), (120, 5), (21, 40)]
SAFE = [
    key
    for command in COMMANDS.values()
    if command.id not in {"quit", "back", "palette", "bring_in", "annotate"}
    for key in command.keys
]


@pytest.mark.parametrize(
    ("size", "layout"),
    [
        ((200, 60), "wide"),
        ((120, 18), "wide"),
        ((120, 17), "normal"),
        ((119, 40), "normal"),
        ((61, 24), "normal"),
        ((60, 24), "narrow"),
        ((20, 5), "narrow"),
        ((20, 4), "tiny"),
        ((19, 5), "tiny"),
    ],
)
def test_layouts(size: tuple[int, int], layout: Layout) -> None:
    assert choose_layout(*size) == layout


@pytest.mark.parametrize(
    ("layout", "focus", "side", "zoomed", "shown"),
    [
        ("wide", "list", "article", False, ("list", "infobox", "article")),
        ("wide", "infobox", "infobox", True, ("infobox",)),
        ("normal", "list", "infobox", False, ("list", "infobox")),
        ("normal", "article", "article", False, ("list", "article")),
        ("narrow", "article", "article", False, ("article",)),
        ("tiny", "list", "article", False, ()),
    ],
)
def test_panes(layout: Layout, focus: PaneName, side: PaneName, zoomed: bool, shown: tuple[PaneName, ...]) -> None:
    assert choose_panes(layout, focus, side, zoomed) == shown


@pytest.mark.parametrize("size", [(80, 24), (20, 5), *ODD_SIZES], ids=str)
async def test_every_key_at_every_size(browse: Browser, size: tuple[int, int]) -> None:
    """Every other key in the next pane; at the two sizes left out `test_no_key_is_silent` presses them in each."""
    async with browse(size) as driver:
        for number, key in enumerate(SAFE):
            await driver.press(*("tab",) * (number % 2), key)
            while driver.app.screen is not driver.browser:
                await driver.press("q")
            lines = driver.lines()
            assert len(lines) == size[1]
            assert all(cell_width(line) <= size[0] for line in lines), (key, lines)
            if driver.app.focused is driver.browser.search_line:
                await driver.press("escape")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_journey_at_every_size(browse: Browser, size: tuple[int, int]) -> None:
    async with browse(size) as driver:
        await driver.type("/tess")
        await driver.press("enter", "enter")
        assert driver.browser.panes.focus_name == "article"
        await driver.press("]")
        article = driver.browser.reader.article
        assert article.place_of(article.current, "disputed") == 1
        await driver.press("c")
        assert driver.app.screen is not driver.browser
        await driver.wait_until(lambda: "Tessi" in driver.text() or size[0] < 40)
        await driver.press("q")
        assert driver.app.screen is driver.browser
        await driver.press("q", "q")
        assert driver.browser.panes.focus_name == "list"
        assert driver.browser.search_line.query_text == ""


async def test_normal_shows_list_and_article(browse: Browser) -> None:
    async with browse((80, 24)) as driver:
        await driver.press("j")
        assert all(line[34] == "│" for line in driver.lines())
        assert driver.right()[0].strip().startswith("Ambush near Tessi ─")
        assert driver.right()[0].endswith("1/2 · i infobox · ≠2")


async def test_narrow_shows_the_infobox_then_the_article_in_one_scroll(browse: Browser) -> None:
    async with browse((40, 15)) as driver:
        await driver.press("j")
        await driver.counted()
        assert "│" not in driver.text()
        assert driver.lines()[0].strip() == "33 events · newest first · 1 disputed"
        await driver.press("enter")
        assert driver.lines()[0].strip("▌ ").startswith("Ambush near Tessi ─")
        assert "14 per Mali" in driver.text()
        await driver.press("i")
        assert "A patrol ran into a roadside bomb" in driver.lines()[1]
        await driver.press("i", "G")
        assert "100%" in driver.lines()[0]
        await driver.press("q")
        assert "33 events" in driver.lines()[0]


async def test_key_line_always_offers_help_and_the_way_out(browse: Browser) -> None:
    for size in SIZES:
        async with browse(size) as driver:
            assert driver.bottom().endswith("Q quit")
            await driver.press("enter")
            assert driver.bottom().endswith("q back")
            assert "?" in driver.bottom().split()


async def test_too_small_says_how_much_is_needed(browse: Browser) -> None:
    async with browse((18, 4)) as driver:
        assert driver.lines()[:3] == ["18×4 is too small", "needs 20×5", "Q quits"]
        await driver.press("j", "enter", "z", "slash", "x", "escape", "?", "q")
        await driver.pilot.resize_terminal(80, 24)
        await driver.settle()
        assert "33 events" in driver.text()


@pytest.mark.parametrize("late", [0, 1, 2, 5], ids=lambda late: f"painted {late} pauses late")
async def test_resizing_keeps_the_place_and_the_keys(browse: Browser, late: int) -> None:
    """To the character, whatever was painted in between."""
    async with browse() as driver:
        await driver.press("j", "tab", "tab", "pagedown")
        article = driver.browser.reader.article
        top, shown = article.top, article.place
        for size in ((80, 24), (40, 15), (10, 3), (61, 9), (200, 60), (20, 5), (120, 40)):
            with driver.app.batch_update():
                await driver.pilot.resize_terminal(*size)
                for _ in range(late):
                    await driver.pilot.pause(0)
            await driver.settle()
            assert (driver.browser.panes.focus_name, article.place) == ("article", shown)
            if size != (10, 3):
                assert driver.app.focused is article
        assert (article.top, article.place) == (top, shown)


async def test_a_place_among_the_figures_comes_back_with_its_size(browse: Browser) -> None:
    """In a narrow terminal the infobox is the beginning of the article; elsewhere it is not."""
    async with browse((40, 15)) as driver:
        await driver.press("j", "enter", "j", "j", "j")
        article = driver.browser.reader.article
        for size in ((120, 40), (80, 24), (40, 15)):
            await driver.pilot.resize_terminal(*size)
            await driver.settle()
            assert article.top == (3 if size == (40, 15) else 0)


async def test_resizing_from_the_infobox_to_narrow_goes_to_the_article(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press("j", "tab")
        await driver.pilot.resize_terminal(40, 15)
        await driver.settle()
        assert driver.browser.panes.focus_name == "article"
        assert "14 per Mali" in driver.text()


async def test_typing_survives_a_resize(browse: Browser) -> None:
    async with browse() as driver:
        await driver.type("/tes")
        await driver.pilot.resize_terminal(40, 15)
        await driver.settle()
        await driver.type("si")
        assert driver.lines()[-1].strip().startswith("/ tessi")


async def test_an_empty_library_at_every_size(browse: Browser) -> None:
    for size in SIZES:
        async with browse(size, over=FakeLibrary()) as driver:
            await driver.press("enter", "]", "c", "tab")
            assert all(cell_width(line) <= size[0] for line in driver.lines())


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_claim_is_in_sight_in_a_pane_that_was_hidden(browse: Browser, size: tuple[int, int]) -> None:
    async with browse(size) as driver:
        await driver.find("tessi")
        claim = driver.browser.library.comparison("2023-01-10-tessi").claims[3]
        await read_claim(driver.browser, ["2023-01-10-tessi"], claim)
        await driver.settle()
        article = driver.browser.reader.article
        assert article.current is not None
        assert article.top <= article.current.line + article.article_top < article.top + article.room
        await driver.pilot.resize_terminal(61, 12)
        await driver.settle()
        assert "killed (per JNIM)" in driver.text()


@pytest.mark.parametrize(
    ("key", "said"),
    [("d", "the list: disputed events only"), ("s", "the list: "), ("z", "this pane has the whole screen already")],
)
async def test_a_key_whose_work_is_out_of_sight_says_so(browse: Browser, key: str, said: str) -> None:
    async with browse((40, 15)) as driver:
        await driver.press("j", "enter", key)
        assert driver.bottom().strip().startswith(said)


async def test_the_article_offers_to_explain_in_a_narrow_terminal(browse: Browser) -> None:
    async with browse((40, 15)) as driver:
        await driver.press("j", "enter")
        assert [key in driver.bottom() for key in ("x why", "a note", "q back")] == [True] * 3

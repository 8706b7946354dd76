"""The panel that explains the figure under the cursor, over the panes and over the compare screen."""

import pytest
from compare_library import make_compare_library
from conftest import Browser
from driver import Driver

from sahel_tui.present.text import cell_width
from sahel_tui.tui.explanation import ExplanationScreen

SIZES = [(120, 40), (80, 24), (40, 15), (20, 5)]
TITLE = "─ Why "


async def open_tessi(driver: Driver, *keys: str) -> None:
    await driver.find("tessi", *keys)


def panel(driver: Driver) -> list[str]:
    """The lines from the panel's title down."""
    lines = driver.lines()
    return lines[next(number for number, line in enumerate(lines) if line.startswith(TITLE)) :]


def row(driver: Driver, label: str) -> str:
    """What stands beside a label of the panel."""
    return next(line.split(maxsplit=1)[1] for line in panel(driver) if line.split()[:1] == [label])


@pytest.mark.parametrize("size", SIZES[:3], ids=str)
async def test_x_explains_the_figure_a_bracket_led_to(browse: Browser, size: tuple[int, int]) -> None:
    async with browse(size) as driver:
        await open_tessi(driver, "]", "x")
        shown = panel(driver)
        assert shown[0].endswith("q back")
        assert shown[1].strip().startswith("14 killed · Mali · Fighting")
        assert "▐fourteen soldiers" in " ".join(shown)
        assert row(driver, "count") == "14"
        await driver.press("G")
        assert row(driver, "place").startswith("text:Fighting, characters")
        await driver.press("q")
        assert driver.app.screen is driver.browser


async def test_every_part_is_on_the_screen(browse: Browser) -> None:
    async with browse() as driver:
        await open_tessi(driver, "]", "]", "]", "x")
        assert row(driver, "category") == "killed"
        assert row(driver, "side") == "Mali, Wagner Group (combatant1)"
        assert row(driver, "source") == "JNIM: named here as “JNIM”"
        assert row(driver, "incident") == "the event itself (main)"
        assert not any(line.split()[:1] == ["flags"] for line in panel(driver))
        assert row(driver, "verdict") == "disputed ×1.2: Mali's 14 and JNIM's 12 cannot both be true"
        assert row(driver, "figure") == "12 per JNIM"


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_panel_fits_and_leaves_what_is_below(browse: Browser, size: tuple[int, int]) -> None:
    async with browse(size) as driver:
        await open_tessi(driver, "]")
        below = driver.lines()[:-1]
        await driver.press("x")
        lines = driver.lines()
        height = len(panel(driver))
        assert 3 <= height <= size[1] - 2
        assert lines[: size[1] - height] == below[: size[1] - height]
        assert all(cell_width(line) <= size[0] for line in lines)
        await driver.press("escape")
        assert driver.lines()[:-1] == below


@pytest.mark.parametrize("key", ["q", "escape", "x", "enter"])
async def test_the_ways_back(browse: Browser, key: str) -> None:
    async with browse() as driver:
        await open_tessi(driver, "]", "x")
        assert isinstance(driver.app.screen, ExplanationScreen)
        await driver.press(key)
        assert driver.app.screen is driver.browser


async def test_the_panel_scrolls_where_it_is_low(browse: Browser) -> None:
    async with browse((40, 15)) as driver:
        await open_tessi(driver, "]", "x")
        assert "0% · q back" in panel(driver)[0]
        before = panel(driver)[2]
        await driver.press("j")
        assert panel(driver)[1] == before
        await driver.press("g", "G")
        assert "100% · q back" in panel(driver)[0]
        await driver.press("pagedown")
        assert "this is the end" in panel(driver)[0]


async def test_x_in_the_infobox_explains_every_claim_of_the_figure(browse: Browser) -> None:
    async with browse() as driver:
        await open_tessi(driver, "tab", "j", "x")
        headings = [line.strip() for line in panel(driver) if " killed · JNIM · " in line]
        assert headings == ["12 killed · JNIM · Fighting · document 1", "12 killed · JNIM · infobox · document 1"]


@pytest.mark.parametrize("keys", [(), ("tab", "tab"), ("n",)], ids=["list", "article", "hit"])
async def test_without_a_figure_x_says_what_to_do(browse: Browser, keys: tuple[str, ...]) -> None:
    async with browse() as driver:
        await open_tessi(driver, *keys, "x")
        assert driver.app.screen is driver.browser
        assert driver.bottom() == "no figure here: ] goes to ≠, . to any"


async def test_x_is_offered_in_help_palette_and_key_line(browse: Browser) -> None:
    async with browse((120, 60)) as driver:
        await open_tessi(driver, "]", "tab")
        assert "x explain" in driver.bottom()
        await driver.press("?")
        assert any(line.split()[:3] == ["x", "Explain", "the"] for line in driver.lines())
        await driver.press("q", ":", *"explain", "enter")
        assert panel(driver)


@pytest.mark.parametrize("size", SIZES[:3], ids=str)
async def test_resizing_sets_the_panel_anew(browse: Browser, size: tuple[int, int]) -> None:
    async with browse((120, 40)) as driver:
        await open_tessi(driver, "]", "x", "G")
        await driver.pilot.resize_terminal(*size)
        await driver.settle()
        assert len(driver.lines()) == size[1]
        await driver.press("G")
        assert row(driver, "place").startswith("text:Fighting")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_x_explains_the_cell_of_the_compare_screen(browse: Browser, size: tuple[int, int]) -> None:
    async with browse(size, over=make_compare_library()) as driver:
        await open_tessi(driver, "c")
        await driver.wait_until(lambda: "≠" in driver.text())
        await driver.press("x")
        await driver.wait_until(lambda: TITLE in driver.text())
        assert panel(driver)[1].strip().startswith("31 killed ·")
        await driver.press("q", "l", "x")
        await driver.wait_until(lambda: TITLE in driver.text())
        assert panel(driver)[1].strip().startswith("5 killed · JNIM")
        await driver.press("escape", "q")
        assert driver.app.screen is driver.browser


async def test_documents_apart_are_explained_by_their_own_rows(browse: Browser) -> None:
    async with browse(over=make_compare_library()) as driver:
        await open_tessi(driver, "c")
        await driver.wait_until(lambda: "×6.2" in driver.text())
        await driver.press("d", "x")
        await driver.wait_until(lambda: TITLE in driver.text())
        assert panel(driver)[1].strip() == "31 killed · Mali · Fighting · document 1"


async def test_a_comparison_of_nothing_has_no_figure_to_explain(browse: Browser) -> None:
    async with browse(over=make_compare_library()) as driver:
        await driver.find("quiet", "c")
        await driver.wait_until(lambda: "No casualty figure" in driver.text())
        await driver.press("x")
        assert "there is nothing to compare" in driver.text()

"""What the key line offers where there is little room for it."""

import pytest
from conftest import Browser

from sahel_tui.present.runs import line_text, line_width
from sahel_tui.tui.key_hints import key_runs

OFFERS = (("c", "compare"), ("d", "disputed only/only ≠/≠"), ("D", "disputes"), ("?", "help"), ("Q", "quit"))
OTHER_HELP = (*OFFERS[:3], (":", "help"), OFFERS[-1])


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (60, "c compare   d disputed only   D disputes   ? help   Q quit"),
        (50, "c compare  d only ≠  D disputes  ? help  Q quit"),
        (46, "c compare  d only ≠  D disputes  ?  Q quit"),
        (37, "c compare  d ≠  D disputes  ?  Q quit"),
        (36, "c compare  d only ≠  ? help  Q quit"),
        (28, "c compare  d ≠  ?  Q quit"),
        (23, "c compare  ?  Q quit"),
        (12, "? help Q quit"),
    ],
)
def test_words_are_as_long_as_there_is_room(width: int, said: str) -> None:
    assert line_text(key_runs(OFFERS, width)) == said


@pytest.mark.parametrize("width", range(13, 90))
def test_help_and_the_way_out_are_always_there(width: int) -> None:
    line = key_runs(OFFERS, width)
    assert line_text(line).endswith("Q quit")
    assert " ?" in f" {line_text(line)}"
    assert line_width(line) <= width
    assert ": help" in line_text(key_runs(OTHER_HELP, width))


@pytest.mark.parametrize(
    ("size", "keys"),
    [((120, 40), "cDads?Q"), ((80, 24), "cDa?Q"), ((40, 15), "c/D?Q")],
    ids=str,
)
async def test_the_list_offers_what_a_newcomer_needs(browse: Browser, size: tuple[int, int], keys: str) -> None:
    async with browse(size) as driver:
        assert [offer[0] for offer in driver.bottom().split("  ") if offer.strip()] == list(keys)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)], ids=str)
async def test_disputed_only_says_how_to_leave_it(browse: Browser, size: tuple[int, int]) -> None:
    async with browse(size) as driver:
        await driver.press("d")
        assert "d all" in driver.bottom()
        assert "disputed event" in driver.lines()[0]
        await driver.press("d")
        assert "d all" not in driver.bottom()


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)], ids=str)
async def test_the_article_offers_to_note(browse: Browser, size: tuple[int, int]) -> None:
    async with browse(size) as driver:
        await driver.find("tessi", "enter", "j")
        assert "a note" in driver.bottom()
        await driver.press("c")
        await driver.wait_until(lambda: "a note" in driver.lines()[-1])
        assert "y copy" in driver.lines()[-1]


async def test_on_a_narrow_screen_a_figure_leads_to_its_explanation(browse: Browser) -> None:
    async with browse((40, 15)) as driver:
        await driver.find("tessi", "enter", "]")
        assert driver.bottom().endswith("· x explains")
        await driver.press("c")
        await driver.wait_until(lambda: driver.lines()[-1].strip() == "Tab ≠  y copy  a note  x why  ?  q back")


async def test_help_explains_every_mark(browse: Browser) -> None:
    async with browse((80, 24)) as driver:
        await driver.press("?", "G")
        shown = driver.text()
        await driver.press("pageup")
        shown += driver.text()
        for mark in ("≠3", "≠3 in 8 places", "≈", "=", "↻", "⊂", "∥", "›", "·", "×6.2", "¶ ◆ ◈"):
            assert f"  {mark} " in shown


async def test_list_and_article_count_the_same(browse: Browser) -> None:
    async with browse() as driver:
        await driver.find("tessi")
        assert driver.left()[1].endswith("≠2")
        assert "≠2 in 8 places" in driver.text()

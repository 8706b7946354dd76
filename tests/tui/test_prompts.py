"""What is said and asked at the foot is whole where there is least room."""

import pytest
from conftest import Browser

from sahel_tui.present.text import fit_parts

SMALL = (40, 15)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("f",), "type the letter of a pane or figure"),
        (("n",), "no searched word is in this document"),
        (("x",), "no figure here: ] goes to ≠, . to any"),
        (("5",), "5 · then a key, as 5j · Esc forgets it"),
        (("2", "0", "1", "0"), "2010 · Enter, or on as 2023-09"),
        (("b",), "bookmarked · is:bookmarked finds it"),
        (("y", "c"), "event sent · not there? y p prints it"),
    ],
)
async def test_a_line_is_said_whole(browse: Browser, keys: tuple[str, ...], said: str) -> None:
    async with browse(SMALL) as driver:
        await driver.press(*keys)
        assert driver.lines()[-1].strip() == said


async def test_the_import_line_says_what_its_keys_do(browse: Browser) -> None:
    async with browse(SMALL) as driver:
        await driver.press("I")
        assert "Tab completes, Enter imports" in driver.lines()[-2]
        assert "import file or folder:" in driver.lines()[-1]


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (
            ("c", "e"),
            (
                "markdown  for notes and wikis: t…",
                "csv       for a spreadsheet: a f…",
                "html      for a web browser: a p…",
            ),
        ),
        (("y",), ("print     printed when you leave…",)),
    ],
    ids=["export", "copy"],
)
async def test_what_a_choice_is_for_is_told_where_its_line_is_cut(
    browse: Browser, keys: tuple[str, ...], said: tuple[str, ...]
) -> None:
    async with browse(SMALL) as driver:
        await driver.find("tessi", *keys)
        await driver.wait_until(lambda: "letter or Enter chooses" in driver.lines()[-1])
        assert [words for words in said if words not in driver.text()] == []


async def test_the_settings_have_their_keys_on_the_last_line(browse: Browser) -> None:
    async with browse(SMALL) as driver:
        await driver.press("S")
        assert driver.lines()[-1].split()[-2:] == ["Esc", "undoes"]


async def test_what_says_a_word_the_soonest_comes_first_in_the_palette(browse: Browser) -> None:
    async with browse(SMALL) as driver:
        await driver.press(":", *"disp")
        first = next(line for line in driver.lines() if line.startswith("▌ ") and line[2].isalpha())
        assert first.startswith("▌ List disputed events only")
        assert any(line.split()[-1] == "D" for line in driver.lines()[-6:] if line.strip())


async def test_an_empty_screen_says_why_in_full(browse: Browser) -> None:
    async with browse(SMALL) as driver:
        await driver.find("zzzz", "t")
        await driver.wait_until(lambda: "There are no events to count" in driver.text())
        assert "there Esc lists all events." in " ".join(" ".join(driver.lines()).split())


def test_a_part_that_would_be_cut_short_is_left_out() -> None:
    said = "≠ 4 of 10 · 98 Ramadane · Ramadane's 98 and Mola's 81 differ"
    assert fit_parts(said, 40) == "≠ 4 of 10 · 98 Ramadane"
    assert fit_parts(said, 44) == "≠ 4 of 10 · 98 Ramadane · Ramadane's 98 and…"
    assert fit_parts("one word too long for it", 10) == "one word…"

"""Both sentences behind the row under the cursor, on the smallest terminals."""

import re

import pytest
from compare_library import make_compare_library
from compare_reader import CompareApp, Reader

from sahel_tui.present.runs import line_text
from sahel_tui.tui.compare.cursor import Cursor
from sahel_tui.tui.compare.loading import load_table
from sahel_tui.tui.compare.view import draw

TESSI, DIOULA = "2023-01-10-tessi", "dioula"
TWO_FIT = [(40, 15), (40, 10), (38, 13), (48, 16), (60, 12), (80, 15), (100, 9), (120, 15)]


def find_texts(lines: list[str]) -> list[str]:
    """What stands under the rule, without the key line."""
    rule = max(number for number, line in enumerate(lines) if "──" in line)
    return lines[rule + 1 : -1]


@pytest.mark.parametrize("size", TWO_FIT, ids=str)
async def test_both_sentences_are_on_the_screen(size: tuple[int, int]) -> None:
    app = CompareApp(TESSI)
    async with app.run_test(size=size) as pilot:
        reader = Reader(app, pilot)
        await reader.press()
        shown = " ".join(find_texts(reader.lines))
        assert "31" in reader.pointed
        assert reader.reversed == "31"
        assert re.search(r"\bMali · ", shown)
        assert re.search(r"\bJNIM · ", shown)
        assert "▐thirty-one" in shown
        assert "five▌" in shown


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (120, 40)], ids=str)
async def test_the_text_whose_sentence_is_copied_has_the_cursor(size: tuple[int, int]) -> None:
    app = CompareApp(TESSI)
    async with app.run_test(size=size) as pilot:
        reader = Reader(app, pilot)
        await reader.press()
        assert re.search(r"▌ ?Mali · ", " ".join(find_texts(reader.lines)))
        await reader.press("l")
        heading = next(line for line in reversed(reader.lines) if re.search(r"▌ ?JNIM · ", line))
        assert "▌ Mali" not in heading
        await reader.press("y", "s")
        assert "five" in app.clipboard


async def test_one_text_is_left_where_two_do_not_fit() -> None:
    app = CompareApp(TESSI)
    async with app.run_test(size=(40, 9)) as pilot:
        reader = Reader(app, pilot)
        await reader.press()
        assert reader.shows("▐thirty-one")
        assert not reader.shows("JNIM · ")
        await reader.press("l")
        assert reader.shows("five▌")
        assert not reader.shows("Mali · ")


async def test_every_dispute_shows_both_its_figures() -> None:
    app = CompareApp(DIOULA)
    async with app.run_test(size=(40, 15)) as pilot:
        reader = Reader(app, pilot)
        await reader.press()
        assert reader.shows("▐70 soldiers died▌")
        assert reader.shows("said ▐98")
        await reader.press("tab")
        assert reader.shows("▐3 traders killed▌")
        assert reader.shows("▐4 traders")


async def test_voices_out_of_sight_are_counted() -> None:
    app = CompareApp(DIOULA)
    async with app.run_test(size=(40, 15)) as pilot:
        reader = Reader(app, pilot)
        await reader.press()
        assert "70 Mali ≠ 98› Ram… +5" in reader.pointed
        await reader.press("tab")
        assert "+" not in reader.pointed


async def test_the_keys_work_there() -> None:
    app = CompareApp(TESSI)
    async with app.run_test(size=(40, 15)) as pilot:
        reader = Reader(app, pilot)
        await reader.press("tab", "m")
        assert reader.shows("2 of 3")
        assert reader.shows("▐fourteen soldiers fell▌")
        assert reader.shows("▐twelve soldiers dead▌")
        await reader.press("right")
        assert reader.reversed == "12"
        await reader.press("down")
        assert reader.pointed.count("▌") == 1
        await reader.press("g", "enter")
        assert app.left_with[0]


async def test_the_rows_around_the_cursor_are_seen_and_the_others_counted() -> None:
    app = CompareApp(TESSI)
    async with app.run_test(size=(40, 12)) as pilot:
        reader = Reader(app, pilot)
        heights = set()
        for _ in range(6):
            rule = next(number for number, line in enumerate(reader.lines) if "──" in line)
            heights.add(rule)
            assert reader.pointed
            assert re.search(r"table: \d more rows? (above|below)", reader.lines[rule])
            await reader.press("down")
        assert len(heights) == 1
        await reader.press("G")
        assert re.search(r"table: \d more rows? above", reader.lines[heights.pop()])


@pytest.mark.parametrize("size", [(40, 15), (80, 24)], ids=str)
async def test_all_disputed_rows_are_in_sight_wherever_the_cursor_stands(size: tuple[int, int]) -> None:
    app = CompareApp(TESSI)
    async with app.run_test(size=size) as pilot:
        reader = Reader(app, pilot)
        await reader.press()
        for key in ("g", "tab", "tab", "tab", "G"):
            await reader.press(key)
            table = reader.lines[: next(n for n, line in enumerate(reader.lines) if "──" in line)]
            assert sum("×" in line for line in table) >= 2, table


@pytest.fixture
def cursor() -> Cursor:
    """On the widest dispute of the event near Tessi, whose texts are longer than their rooms."""
    return Cursor(load_table(make_compare_library(), [TESSI]))


def test_what_is_left_out_is_marked(cursor: Cursor) -> None:
    first = _texts(cursor, 40, 14)
    assert first[1].startswith(" … ")
    assert first[2].endswith(" …") or first[2].endswith(".")
    cursor.scroll_texts(-100)
    assert not _texts(cursor, 40, 14)[1].startswith(" …")
    assert _texts(cursor, 40, 14)[2].endswith(" …")
    cursor.scroll_texts(200)
    assert not _texts(cursor, 40, 14)[2].endswith("…")


async def test_scrolling_jumps_over_no_line() -> None:
    app = CompareApp(TESSI)
    async with app.run_test(size=(40, 15)) as pilot:
        reader = Reader(app, pilot)
        await reader.press("tab")
        seen = find_texts(reader.lines)[1:3]
        await reader.press("pagedown")
        seen += find_texts(reader.lines)[1:3]
        words = " ".join(" ".join(seen).replace("…", "").split())
        assert "a day later that ▐fourteen soldiers were dead▌, and that it had counted" in words


def _texts(cursor: Cursor, width: int, height: int) -> list[str]:
    lines = [line_text(line) for line in draw(cursor, width, height).lines]
    return find_texts([*lines, ""])

"""Text in cells, and text that cannot act."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.present.text import cell_width, character_width, clip, fit, fit_end, pad, visible, wrap

ACTING = ["\x1b", "\x00", "\x07", "\r", "\x7f", "\x9b", "\u202e", "\u2066", "\ufeff", "\ud800"]


@pytest.mark.parametrize("acting", ACTING)
def test_what_acts_is_shown_as_a_mark(acting: str) -> None:
    assert visible(f"5{acting}killed") == "5·killed"


def test_joiners_and_accents_stay() -> None:
    assert visible("Diafarabé می\u200cخواهم 👩\u200d⚕") == "Diafarabé می\u200cخواهم 👩\u200d⚕"


def test_line_ends_are_spaces_unless_kept() -> None:
    assert visible("a\nb\tc") == "a b c"
    assert visible("a\nb\tc", keep_newlines=True) == "a\nb c"


@given(st.text(st.characters(codec=None)))
def test_spans_stay_true(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert shown.encode("utf-8").decode("utf-8") == shown


@pytest.mark.parametrize(
    ("text", "cells"),
    [("Sévaré", 6), ("Se\u0301vare\u0301", 6), ("战斗", 4), ("a\u200db", 1), ("\u2060", 0), ("≠×●├", 4)],
)
def test_cells_are_not_characters(text: str, cells: int) -> None:
    assert cell_width(text) == cells


@given(st.text("a é中\u0301…", max_size=40), st.integers(0, 30))
def test_nothing_is_wider_than_its_room(text: str, width: int) -> None:
    for cut in (clip(text, width), fit(text, width), fit_end(text, width)):
        assert cell_width(cut) <= width
    assert cell_width(pad(text, width)) == width


def test_long_names_lose_their_middle() -> None:
    assert fit("Tchoma Bangou and Zaroumdareye massacres", 21) == "Tchoma Ban… massacres"


@pytest.mark.parametrize("word", ["é", "中", "é "])
def test_a_huge_text_is_read_at_its_ends_only(word: str) -> None:
    huge = word * 500_000
    before = character_width.cache_info()
    assert cell_width(fit(huge, 40)) <= 40
    assert cell_width(fit_end(huge, 40)) <= 40
    after = character_width.cache_info()
    assert after.hits + after.misses - before.hits - before.misses < 400


@pytest.mark.parametrize("pile", ["e\u0301" + "\u0301" * 200_000, "e\u200d" * 100_000])
def test_cells_without_end_are_read_once(pile: str) -> None:
    before = character_width.cache_info()
    assert cell_width(fit(pile + "中" * 60 + pile, 40)) <= 40
    after = character_width.cache_info()
    assert after.hits + after.misses - before.hits - before.misses < 8 * len(pile)


@given(st.text("ab 中\u0301", max_size=60), st.integers(2, 20))
def test_wrapping_loses_nothing_but_spaces(text: str, width: int) -> None:
    spans = wrap(text, width)
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == text.replace(" ", "")
    assert all(cell_width(text[start:end]) <= width for start, end in spans)

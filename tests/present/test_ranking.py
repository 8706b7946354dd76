"""Disputed rows ranked, with a bar each."""

import re
from itertools import pairwise

import pytest

from sahel_tui.dataclass import replace
from sahel_tui.model import Count, Event, Figure, Row, Side
from sahel_tui.present.glyphs import to_ascii
from sahel_tui.present.ranking import (
    Sufferers,
    dispute_lines,
    lay_out_ranking,
    name_sufferers,
    ranking_heading,
    ranking_line,
)
from sahel_tui.present.runs import line_text, line_width

EVENT = Event("x", "Diafarabé and Koumara attacks", "2023-01-10", "2023-01-10", "Diafarabé")


FIVE = Count(5, 5)


def _row(spread: float | None = 6.2, *, low: Count = FIVE, victims: str = "militants") -> Row:
    figures = (
        Figure("Mali", "Mali", Count(31, 31), (0,), disputed=True),
        Figure("JNIM", "JNIM", low, (1,), disputed=True),
    )
    return Row(
        "main", "combatant2", victims, "killed", figures, "disputed", spread, "Mali's 31 and JNIM's 5 differ", (0, 1)
    )


def test_a_line_has_spread_bar_event_and_both_voices() -> None:
    line = line_text(ranking_line(EVENT, _row(), lay_out_ranking(116, 6.2), Sufferers()))
    assert line.startswith(f"   ×6.2 {'━' * 14}  ")
    assert re.search("2023-01-10  Diafarabé and Kou[^…]*… · killed · militants", line)
    assert line.endswith("31 per Mali ≠ 5 per JNIM")


@pytest.mark.parametrize(
    ("width", "side", "said"),
    [
        (196, "MNLA, HCUA", "Diafarabé and Koumara attacks · militants killed · MNLA, HCUA "),
        (116, "MNLA, HCUA", "… · killed · MNLA… "),
        (76, "Mali", "… · killed · Mali "),
        (40, "Mali", "Diafarab… · killed  31"),
    ],
)
def test_a_line_says_the_side_where_it_can(width: int, side: str, said: str) -> None:
    line = line_text(ranking_line(EVENT, _row(), lay_out_ranking(width, 6.2), Sufferers(side)))
    assert said in line


@pytest.mark.parametrize(
    ("width", "plain", "long"),
    [
        (196, "31 per Mali ≠ 5 per JNIM", "31 per security sources ≠ 5 per JNIM"),
        (116, "31 per Mali ≠ 5 per JNIM", "31 per sec[a-z ]+… ≠ 5 per JNIM"),
        (76, "31 Mali ≠ 5 JNIM", "31 sec[a-z ]+… ≠ 5 JNIM"),
        (56, "31 Mali ≠ 5 JNIM", "31 sec[a-z ]+… ≠ 5 JNIM"),
        (40, "31 ≠ 5", "31 ≠ 5"),
    ],
)
def test_all_lines_of_a_screen_say_alike_who_gives_a_figure(width: int, plain: str, long: str) -> None:
    row = _row()
    wordy = replace(row.figures[0], voice="security sources", source="security sources")
    layout = lay_out_ranking(width, 6.2)
    for shown, figures in ((plain, row.figures), (long, (wordy, row.figures[1]))):
        line = line_text(ranking_line(EVENT, replace(row, figures=figures), layout, Sufferers()))
        assert re.search(f" {shown}$", line.rstrip())


def test_a_side_that_the_row_names_is_not_said_twice() -> None:
    sides = (Side("combatant2", "JNIM"),)
    assert name_sufferers(_row(), sides, ()) == ("JNIM", "")
    assert name_sufferers(_row(victims="JNIM fighters"), sides, ()).side == ""
    assert name_sufferers(replace(_row(), side="unspecified"), sides, ()).side == ""


@pytest.mark.parametrize("width", [76, 116])
def test_a_title_loses_its_date_before_its_place(width: int) -> None:
    event = Event("x", "Battle of the Wagadou Forest (2011)", "2011-06-24", "2011-06-24", "Wagadou")
    layout = lay_out_ranking(width, 6.2)
    line = line_text(ranking_line(event, _row(victims="soldiers"), layout, Sufferers("Mauritania, Mali")))
    assert "2011)" not in line
    assert "Forest · killed" in line


def test_each_doubling_of_the_spread_is_as_long_as_the_last() -> None:
    layout = lay_out_ranking(116, 16)
    lengths = [layout.bar_length(spread) for spread in (2, 4, 8, 16)]
    assert [later - before for before, later in pairwise(lengths)] == pytest.approx([3, 3, 3], abs=1)
    assert lengths[-1] == layout.bar
    assert layout.bar_length(1.0) == 1


def test_the_ticks_stand_where_bars_of_their_spread_end() -> None:
    layout = lay_out_ranking(116, 42.5)
    heading = line_text(ranking_heading(layout))
    start = heading.index("×1")
    assert heading.index("×10") - start == layout.bar_length(10)


@pytest.mark.parametrize("width", [196, 116, 76, 40])
def test_heads_stand_over_their_columns(width: int) -> None:
    layout = lay_out_ranking(width, 6.2)
    heading = line_text(ranking_heading(layout))
    line = line_text(ranking_line(EVENT, _row(), layout, Sufferers()))
    assert heading.index("event") == line.index("Diaf")
    figures = re.search("furthest apart|apart|figures", heading)
    assert figures
    assert line[figures.start() :].startswith("31 ")
    assert line[figures.start() - 2 : figures.start()] == "  "


def test_a_row_without_a_ratio_says_so_and_has_no_bar() -> None:
    line = line_text(
        ranking_line(EVENT, _row(None, low=Count(vague="several")), lay_out_ranking(116, 6.2), Sufferers())
    )
    assert line.startswith("      ≠ no ratio")
    assert "━" not in line
    assert "several per JNIM" in line


def test_one_dispute_is_drawn_with_its_voices() -> None:
    text = [line_text(line) for line in dispute_lines(EVENT, _row(), 76, 9, Sufferers())]
    assert text[0] == "Diafarabé and Koumara attacks"
    assert text[1] == "militants killed · 10 January 2023 · Diafarabé"
    assert any(line.startswith("Mali ≠") and line.endswith("● 31") for line in text)
    assert any(line.startswith("JNIM ≠") and "● 5" in line for line in text)


def test_where_no_scale_has_room_the_figures_are_said() -> None:
    assert line_text(dispute_lines(EVENT, _row(), 36, 5, Sufferers())[-1]) == "31 per Mali · 5 per JNIM"


@pytest.mark.parametrize("width", [16, 20, 36, 60, 61, 76, 99, 100, 116, 196])
def test_no_line_is_wider_than_its_room(width: int) -> None:
    layout = lay_out_ranking(width, 42.5)
    rows = (_row(), _row(42.5, victims="people of the villages around the market"), _row(None))
    lines = [ranking_heading(layout), *(ranking_line(EVENT, row, layout, Sufferers(), here=True) for row in rows)]
    assert all(line_width(line) <= max(width, 26) for line in lines)
    for height in (1, 3, 5, 11):
        shown = dispute_lines(EVENT, _row(), width, height, Sufferers())
        assert len(shown) <= height
        assert all(line_width(line) <= width for line in shown)
    assert all(to_ascii(line_text(line)).replace("é", "e").isascii() for line in lines)


def test_a_side_is_told_as_the_one_that_lost() -> None:
    text = [line_text(line) for line in dispute_lines(EVENT, _row(), 120, 9, Sufferers("MNLA, HCUA"))]
    assert "militants killed · losses of MNLA, HCUA · 10 January 2023" in text[0]
    narrow = [line_text(line) for line in dispute_lines(EVENT, _row(), 38, 9, Sufferers("MNLA, HCUA"))]
    assert narrow[1] == "militants killed · losses of MNLA…"


def test_the_two_furthest_apart_are_on_the_scale_wherever_there_is_one() -> None:
    row = _row()
    row = replace(row, figures=(*row.figures, Figure("RFI", "RFI", FIVE, (2,)), Figure("AFP", "AFP", FIVE, (3,))))
    for height in range(3, 14):
        text = "\n".join(line_text(line) for line in dispute_lines(EVENT, row, 76, height, Sufferers()))
        assert text.count("\n") < height
        assert "●" not in text or ("● 31" in text and "JNIM ≠" in text), text

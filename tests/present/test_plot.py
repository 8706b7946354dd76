"""Figures on one scale."""

import pytest

from sahel_tui.dataclass import replace
from sahel_tui.model import Count, Figure, Row
from sahel_tui.present.glyphs import to_ascii
from sahel_tui.present.plot import plot
from sahel_tui.present.runs import line_text, line_width


def _row(**counts: Count) -> Row:
    figures = tuple(Figure(name, name, count, (0,)) for name, count in counts.items())
    return Row("main", "combatant1", "", "killed", figures, "disputed")


def _draw(row: Row, width: int) -> list[str]:
    return [line_text(line) for line in plot(row, width)]


def test_a_dot_a_range_and_an_open_end() -> None:
    assert _draw(_row(Mali=Count(0, 0), RFI=Count(20, 40), JNIM=Count(30, None), UN=Count(None, 10)), 54) == [
        "       0         10        20        30        40",
        "Mali   ● 0       ·         ·         ·         ·",
        "RFI    ·         ·         ├───────────────────┤ 20–40",
        "JNIM   ·         ·         ·         ├─────────> 30+",
        "UN     <─────────┤ ≤10     ·         ·         ·",
    ]


def test_a_vague_word_is_the_interval_it_stands_for_and_unlike_a_stated_one() -> None:
    row = _row(Mali=Count(11, 11), JNIM=Count(vague="dozens"), AFP=Count(vague="several"), RFI=Count(vague="unknown"))
    assert _draw(row, 50) == [
        "       0          10        20         30",
        "Mali   ·          ·● 11     ·          ·",
        "JNIM   ·          ·         ·┆╌╌╌╌╌╌╌╌╌╌╌> dozens",
        "AFP    · ┆╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌> several",
        "RFI    unknown    ·         ·          ·",
    ]


def test_a_vague_word_ends_where_nobody_would_use_it() -> None:
    assert "╌┆ several" in _draw(_row(Mali=Count(120, 120), JNIM=Count(vague="several")), 60)[2]


def test_an_approximate_figure_has_its_slack() -> None:
    drawn = _draw(_row(Mali=Count(50, 50, hedge="approx"), JNIM=Count(54, 54, hedge="approx"), RFI=Count(3, 3)), 80)
    assert "╌╌╌╌╌╌○╌╌╌╌╌ ~50" in drawn[1]
    assert drawn[2].endswith(" ○ ~54")


def test_figures_that_contradict_are_marked_without_colour() -> None:
    row = _row(Mali=Count(31, 31), JNIM=Count(5, 5), RFI=Count(9, 9))
    figures = tuple(replace(figure, disputed=figure.voice != "RFI") for figure in row.figures)
    assert [line.partition("·")[0].split()[1:] for line in _draw(replace(row, figures=figures), 60)[1:]] == [
        ["≠"],
        ["≠"],
        [],
    ]


def test_the_voice_under_the_cursor_is_told_apart() -> None:
    lines = plot(_row(Mali=Count(31, 31), JNIM=Count(5, 5)), 60, here="JNIM")
    assert [line[0][1] for line in lines[1:]] == ["muted", "focus"]


def test_few_lines_keep_the_two_furthest_apart_and_count_the_others() -> None:
    row = _row(A=Count(5, 5), B=Count(6, 6), C=Count(7, 7), D=Count(31, 31))
    assert [line.split()[0] for line in map(line_text, plot(row, 60, most=4))] == ["0", "A", "D", "+2"]
    assert len(plot(row, 60, most=5)) == 5


def test_every_sign_has_an_ascii_form() -> None:
    row = _row(
        A=Count(11, 11), B=Count(vague="dozens"), C=Count(60, 60, hedge="approx"), D=Count(None, 9), E=Count(3, 8)
    )
    assert all(to_ascii(line_text(line)).isascii() for line in plot(row, 80))


def test_nothing_to_draw_where_there_are_no_numbers() -> None:
    assert plot(_row(JNIM=Count(vague="dozens")), 80) == ()
    assert plot(_row(JNIM=Count(0, 0, "none")), 80) == ()


@pytest.mark.parametrize("most", [None, 3, 4])
@pytest.mark.parametrize("top", [1, 3, 98, 50_000])
def test_no_line_is_wider_than_its_room(top: int, most: int | None) -> None:
    row = _row(Mali=Count(top, top), JNIM=Count(0, top), RFI=Count(top, None), **{"Human Rights Watch": Count(1, 1)})
    for width in range(1, 130, 3):
        lines = plot(row, width, most=most)
        assert max(map(line_width, lines), default=0) <= width
        assert most is None or len(lines) <= most

"""Figures on one scale."""

import pytest

from sahel_tui.model import Count, Figure, Row
from sahel_tui.present.plot import plot
from sahel_tui.present.runs import line_text, line_width


def _row(**counts: Count) -> Row:
    figures = tuple(Figure(name, name, count, (0,)) for name, count in counts.items())
    return Row("main", "combatant1", "", "killed", figures, "disputed")


def _draw(row: Row, width: int) -> list[str]:
    return [line_text(line) for line in plot(row, width)]


def test_a_dot_a_range_and_an_open_end() -> None:
    assert _draw(_row(Mali=Count(0, 0), RFI=Count(20, 40), JNIM=Count(30, None), UN=Count(None, 10)), 54) == [
        "      0         10        20         30        40",
        "Mali  ● 0",
        "RFI                       ├────────────────────┤ 20–40",
        "JNIM                                 ├──> 30+",
        "UN    <─────────┤ ≤10",
    ]


def test_a_vague_figure_is_said_in_words() -> None:
    assert _draw(_row(Mali=Count(11, 11), JNIM=Count(vague="dozens")), 40)[2] == "JNIM  dozens"


def test_nothing_to_draw_where_there_are_no_numbers() -> None:
    assert plot(_row(JNIM=Count(vague="dozens")), 80) == ()
    assert plot(_row(JNIM=Count(0, 0, "none")), 80) == ()


@pytest.mark.parametrize("width", range(1, 130))
@pytest.mark.parametrize("top", [1, 3, 98, 50_000])
def test_no_line_is_wider_than_its_room(width: int, top: int) -> None:
    row = _row(Mali=Count(top, top), JNIM=Count(0, top), RFI=Count(top, None), **{"Human Rights Watch": Count(1, 1)})
    assert all(line_width(line) <= width for line in plot(row, width))

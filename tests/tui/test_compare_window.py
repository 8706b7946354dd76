"""Which lines of a compare table are in sight: always under the title of their side."""

import pytest

from sahel_tui.present.runs import Line, line_text
from sahel_tui.tui.compare.cursor import Stop
from sahel_tui.tui.compare.table_part import Spot, TablePart
from sahel_tui.tui.compare.window import cut_window

BODY = ["Mali", "killed", "at first", "wounded", "captured", "JNIM", "killed", "wounded", "missing"]
TITLES = (0, 0, 0, 0, 0, 5, 5, 5, 5)
STARTS = (1, 3, 4, 6, 7, 8)


def make_table(first: int, last: int) -> TablePart:
    """The table with the cursor on the row of these lines."""
    body: tuple[Line, ...] = tuple(((words, ""),) for words in BODY)
    spots = tuple(Spot(line, 0, Stop(TITLES[line], line), None) for line in STARTS)
    return TablePart((), body, first, last, (0, 0), False, spots, TITLES)


@pytest.mark.parametrize(
    ("row", "top", "room", "seen"),
    [
        (8, 0, 4, ["JNIM", "killed", "wounded", "missing"]),
        (8, 0, 3, ["JNIM", "wounded", "missing"]),  # in place of the first of three rows
        (4, 1, 4, ["Mali", "wounded", "captured", "JNIM"]),  # the second line of a row goes with its first
        (6, 2, 6, ["Mali", "wounded", "captured", "JNIM", "killed", "wounded"]),
        (4, 0, 6, ["Mali", "killed", "at first", "wounded", "captured", "JNIM"]),
        (8, 7, 2, ["wounded", "missing"]),  # no room
    ],
)
def test_the_title_of_a_side_stands_over_its_rows(row: int, top: int, room: int, seen: list[str]) -> None:
    window = cut_window(make_table(row, row), top, room)
    assert [line_text(line) for line in window.lines] == seen
    assert window.shows(row)
    assert BODY[window.first + seen.index(BODY[row])] == BODY[row]


@pytest.mark.parametrize("room", range(1, 10))
@pytest.mark.parametrize("row", STARTS)
def test_the_row_under_the_cursor_is_never_covered(row: int, room: int) -> None:
    for top in range(len(BODY)):
        window = cut_window(make_table(row, row), top, room)
        assert window.shows(row)
        assert line_text(window.lines[row - window.first]) == BODY[row]
        assert len(window.lines) + window.above + window.below == len(BODY)

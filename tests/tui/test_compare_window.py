"""Which lines of a compare table are in sight: disputed ones if they fit, each under the title of its side."""

import pytest

from sahel_tui.present.runs import Line, line_text
from sahel_tui.tui.compare.cursor import Stop
from sahel_tui.tui.compare.table_part import Spot, TablePart
from sahel_tui.tui.compare.window import cut_window

BODY = ["Mali", "killed", "at first", "wounded", "captured", "JNIM", "killed", "wounded", "missing"]
TITLES = (0, 0, 0, 0, 0, 5, 5, 5, 5)
STARTS = (1, 3, 4, 6, 7, 8)


def make_table(first: int, last: int, disputed: tuple[int, ...] = ()) -> TablePart:
    """The table with the cursor on the row of these lines, and disputed rows that begin at others."""
    body: tuple[Line, ...] = tuple(((words, ""),) for words in BODY)
    spots = tuple(Spot(line, 0, Stop(TITLES[line], line), None) for line in STARTS)
    return TablePart((), body, first, last, (0, 0), False, spots, TITLES, disputed)


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
    assert window.find(row) == seen.index(BODY[row])


@pytest.mark.parametrize("disputed", [(), (1,), (1, 7), STARTS], ids=str)
@pytest.mark.parametrize("room", range(1, 10))
@pytest.mark.parametrize("row", STARTS)
def test_the_row_under_the_cursor_is_never_covered(row: int, room: int, disputed: tuple[int, ...]) -> None:
    for top in range(len(BODY)):
        table = make_table(row, row, disputed)
        window = cut_window(table, top, room)
        place = window.find(row)
        assert place is not None
        assert line_text(window.lines[place]) == BODY[row]
        assert len(window.lines) == min(room, len(BODY))
        assert list(window.numbers) == sorted(window.numbers)
        hidden = [start for start in STARTS if window.find(start) is None]
        assert (window.above, window.below) == (sum(n < row for n in hidden), sum(n > row for n in hidden))


@pytest.mark.parametrize(
    ("row", "room", "seen"),
    [
        (1, 4, ["Mali", "killed", "JNIM", "wounded"]),
        (7, 4, ["Mali", "killed", "JNIM", "wounded"]),
        (8, 5, ["Mali", "killed", "JNIM", "wounded", "missing"]),
        (8, 4, ["JNIM", "killed", "wounded", "missing"]),  # the dispute that is further off gives way, its title too
        (4, 6, ["Mali", "killed", "wounded", "captured", "JNIM", "wounded"]),
        (1, 6, ["Mali", "killed", "at first", "wounded", "JNIM", "wounded"]),
    ],
)
def test_disputed_rows_stay_in_sight(row: int, room: int, seen: list[str]) -> None:
    window = cut_window(make_table(row, row, (1, 7)), 0, room)
    assert [line_text(line) for line in window.lines] == seen

"""The lines of the table that are in sight, under the title of their group also where it has scrolled away."""

from dataclasses import dataclass

from sahel_tui.present.runs import Line
from sahel_tui.tui.compare.table_part import TablePart

_LEAST_ROOM = 3
"""Lines without which a title that has scrolled away is not put back over its rows."""


@dataclass(frozen=True, slots=True)
class Window:
    """Some lines of the table's body."""

    top: int
    """Where the table is scrolled to; to be given back for the next window."""
    first: int
    """The body line whose place the first line has."""
    lines: tuple[Line, ...]
    above: int
    below: int
    """Body lines out of sight before and after it."""
    covered: bool = False
    """Whether the title stands in place of the body line `first`."""

    def shows(self, line: int) -> bool:
        """Whether a body line is in sight at its own place."""
        return self.first + self.covered <= line < self.first + len(self.lines)


def cut_window(table: TablePart, top: int, room: int) -> Window:
    """`room` lines scrolled as little as needed from `top` to show the row under the cursor."""
    top = _scroll(top, table, room)
    first = _find_covered(table, top, room)
    lines, covered = table.body[top : top + room], first is not None
    if first is not None:
        lines = (table.body[table.titles[top]], *table.body[first + 1 : first + room])
    first = top if first is None else first
    return Window(top, first, lines, first, max(0, len(table.body) - first - room), covered)


def _scroll(top: int, table: TablePart, room: int) -> int:
    """The least scrolling that shows the row under the cursor, with a line before and after it where they fit."""
    first, last = max(0, table.first - 1), min(table.last + 1, len(table.body) - 1)
    if last - first >= room:
        first = 0 if table.first == 1 and room > 1 else table.first
        last = min(table.last, first + room - 1)
    top = min(max(top, last - room + 1), first)
    return max(0, min(top, len(table.body) - room))


def _find_covered(table: TablePart, top: int, room: int) -> int | None:
    """The line before a row that gives its place to the title over it; None where the title is in sight or no room."""
    if room < _LEAST_ROOM or not table.body or table.titles[top] >= top:
        return None
    starts = {spot.line for spot in table.spots} | set(table.titles)
    covered = next((line for line in range(top, len(table.body) - 1) if line + 1 in starts), top)
    return covered if covered < table.first and table.titles[covered + 1] == table.titles[top] else None

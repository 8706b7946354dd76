"""The painter: turns the difference between two rows of cells into bytes for the terminal.

It uses what xterm, tmux, screen, PuTTY and the Linux console share: cursor moves, SGR and erasing, and of the last only
what the terminal's description promises.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable
from typing import NamedTuple

from sahel_tui.tui.wire.cells import Cell, Row, is_settled
from sahel_tui.tui.wire.pens import PLAIN, RESET, Pen, blank_pen, change_pen, pen_for_blank
from sahel_tui.tui.wire.runs import Run, Runs, count_columns, find_runs

_CLEAR = "\x1b[2J"
_ERASE_TAIL = "\x1b[K"
_DOWN = "\x1bD"
_BRIDGE = 4
"""So many unchanged cells are written again rather than jumped over, when the pen is right already."""
_ROWS_AT_ONCE = 6
"""So many rows are painted together, so that a pen writes in all of them before it changes."""
_WORTH_ERASING = 12
"""So many changed blanks inside a row cost more than erasing them and moving on."""


class Abilities(NamedTuple):
    """What the terminal can do beyond moving the cursor."""

    erases_coloured: bool = False
    """Erased cells take the background of the pen (`bce`)."""
    erases_cells: bool = False
    """It can erase some cells inside a row (`ech`)."""


class _Painting(NamedTuple):
    """A row that is being painted."""

    y: int
    new: Row
    runs: Runs


class Painter:
    """Collects the bytes of one frame; begins and ends with the plain pen."""

    def __init__(self, abilities: Abilities, width: int, cursor: tuple[int, int] | None) -> None:
        """`cursor` is the column and row where the terminal's cursor is known to be."""
        self._abilities = abilities
        self._width = width
        self._written: list[str] = []
        self._pen = PLAIN
        self._x, self._y = cursor or (-1, -1)

    def clear(self, ground: Pen) -> Pen:
        """Clear the screen to `ground` where the terminal can; returns the pen its cells now have."""
        ground = ground if self._can_erase(ground) else PLAIN
        self._written.append(RESET)
        self._write_in(ground, _CLEAR)
        self._x = self._y = -1
        return ground

    def paint(self, changes: Iterable[tuple[int, Row, Row]]) -> None:
        """Write the cells that differ, of rows given from the top down: number, old row, new row.

        Next comes always what takes the fewest bytes to reach and begin, in a few rows at once: most bytes that are no
        text are changes of the pen.
        """
        waiting = deque(_Painting(y, new, runs) for y, old, new in changes if (runs := find_runs(old, new)))
        while waiting:
            within = [waiting[place] for place in range(min(_ROWS_AT_ONCE, len(waiting)))]
            nearest, run = min(
                ((row, queue[0]) for row in within for queue in row.runs.values()),
                key=lambda choice: self._cost(choice[0].y, choice[1]),
            )
            self._paint_run(nearest.y, nearest.new, run)
            nearest.runs[run.pen].popleft()
            if not nearest.runs[run.pen]:
                del nearest.runs[run.pen]
            if not nearest.runs:
                waiting.remove(nearest)

    def _cost(self, y: int, run: Run) -> int:
        """Bytes until the first character of a run."""
        x = run.columns[0]
        move = "" if (x, y) == (self._x, self._y) else _shortest_move(self._x, self._y, x, y)
        return len(move) + (len(change_pen(self._pen, run.pen)) if run.pen else 0)

    def _paint_run(self, y: int, row: Row, run: Run) -> None:
        done = 0
        for index, x in enumerate(run.columns):
            if x >= done:
                done = self._paint_cell(x, y, row, run.columns[index:])

    def finish(self, x: int, y: int) -> str:
        """All bytes of the frame, ending with the cursor at `x`, `y`; empty when there is nothing to say."""
        self._write_in(PLAIN, "")
        self._move(x, y)
        return "".join(self._written)

    def _paint_cell(self, x: int, y: int, row: Row, changed: list[int]) -> int:
        """Write the cell at `x`, or erase the blanks that begin there; returns the next column to look at."""
        text, pen = row[x]
        if text == " ":
            end = _blanks_end(row, x)
            sequence = self._erasure(end, row, changed[: bisect_left(changed, end)])
            pen = pen_for_blank(self._pen, blank_pen(pen))
            if sequence:
                self._reach(x, y, row)
                self._write_in(pen, sequence)
                return end
        if text:
            self._reach(x, y, row)
            self._draw(text, pen, row)
        return x + 1

    def _erasure(self, end: int, row: Row, changed: list[int]) -> str:
        """The sequence that erases the blanks from `changed[0]` to `end`; empty when writing them is better."""
        x = changed[0]
        if not self._can_erase(blank_pen(row[x][1])):
            return ""
        if end == self._width:
            return _ERASE_TAIL if changed[-1] - x >= len(_ERASE_TAIL) else ""
        worth = self._abilities.erases_cells and len(changed) >= _WORTH_ERASING
        return f"\x1b[{changed[-1] + 1 - x}X" if worth else ""

    def _can_erase(self, seen: Pen) -> bool:
        return not seen.attributes and (not seen.background or self._abilities.erases_coloured)

    def _draw(self, text: str, pen: Pen, row: Row) -> None:
        """Write one character at the cursor, which is in `row`."""
        x, y = self._x, self._y
        columns = count_columns(row, x)
        if not is_settled(text):
            self._write_in(pen, " " * columns)
            self._x = -1
            self._move(x, y)
        self._write_in(pen, text)
        self._x = x + columns if x + columns < self._width and is_settled(text) else -1

    def _reach(self, x: int, y: int, row: Row) -> None:
        """Bring the cursor to `x`, `y`, over unchanged cells when that is shorter than a jump."""
        if y == self._y and 0 <= self._x < x <= self._x + _BRIDGE:
            between = row[self._x : x]
            if all(_drawn_by(self._pen, cell) for cell in between):
                self._written.extend(text for text, _ in between)
                self._x = x
        self._move(x, y)

    def _move(self, x: int, y: int) -> None:
        if (x, y) != (self._x, self._y):
            self._written.append(_shortest_move(self._x, self._y, x, y))
            self._x, self._y = x, y

    def _write_in(self, pen: Pen, text: str) -> None:
        self._written.append(change_pen(self._pen, pen) + text)
        self._pen = pen


def common_blank(rows: list[Row]) -> Pen:
    """The blank pen most spaces of a frame have: its ground."""
    counts: dict[Pen, int] = {}
    for row in rows:
        for text, pen in row:
            if text == " ":
                counts[pen] = counts.get(pen, 0) + 1
    return blank_pen(max(counts, key=lambda pen: counts[pen])) if counts else PLAIN


def _blanks_end(row: Row, start: int) -> int:
    """Where the spaces end that look like the one at `start`."""
    seen = blank_pen(row[start][1])
    end = start
    while end < len(row) and row[end][0] == " " and blank_pen(row[end][1]) == seen:
        end += 1
    return end


def _drawn_by(pen: Pen, cell: Cell) -> bool:
    """Whether the cell can be written again with `pen` as it is."""
    text, wanted = cell
    return blank_pen(wanted) == blank_pen(pen) if text == " " else wanted == pen and is_settled(text)


def _shortest_move(from_x: int, from_y: int, x: int, y: int) -> str:
    """The shortest way for the cursor; a negative column or row is unknown.

    The way down is the index, which only goes down: the line discipline makes a carriage return, too, of a line feed.
    """
    down = y - from_y
    ways = [_absolute(x, y)]
    if from_y >= 0 and 0 <= down <= _ROWS_AT_ONCE:
        if 0 <= from_x <= x:
            ways.append(_DOWN * down + _forward(x - from_x))
        ways += ["\r" + _DOWN * down + _forward(x), f"\x1b[{x + 1}G" + _DOWN * down]
    return min(ways, key=len)


def _forward(count: int) -> str:
    return "" if count == 0 else "\x1b[C" if count == 1 else f"\x1b[{count}C"


def _absolute(x: int, y: int) -> str:
    if x:
        return f"\x1b[{y + 1};{x + 1}H"
    return f"\x1b[{y + 1}H" if y else "\x1b[H"

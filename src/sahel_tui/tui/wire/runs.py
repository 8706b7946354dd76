"""Which cells of a row are to be written, in runs that one pen writes."""

from collections import deque
from typing import NamedTuple

from sahel_tui.tui.wire.cells import Cell, Row, is_settled
from sahel_tui.tui.wire.pens import Pen, blank_pen


class Run(NamedTuple):
    """Changed columns of one row, from left to right, that are written one behind the other."""

    pen: Pen | None
    """None: blanks, which any pen without lines writes."""
    columns: list[int]


Runs = dict[Pen | None, deque[Run]]
"""The runs of a row still to be written, by their pen, from left to right."""


def find_runs(old: Row, new: Row) -> Runs:
    """The cells of `new` that differ from `old`.

    What may have been touched by a character that terminals draw more or less wide stays behind it, whatever its pen.
    """
    found: list[Run] = []
    for x in find_changed(old, new):
        pen = _needed_pen(new[x])
        last = found[-1] if found else None
        if last and (pen in (None, last.pen) or _touches(new, last.columns[-1], x)):
            last.columns.append(x)
        elif last and last.pen is None:
            found[-1] = Run(pen, [*last.columns, x])
        else:
            found.append(Run(pen, [x]))
    runs: Runs = {}
    for run in found:
        runs.setdefault(run.pen, deque()).append(run)
    return runs


def find_changed(old: Row, new: Row) -> list[int]:
    """The columns whose cells look different, and those an unsettled character beside them may have touched."""
    changed = set()
    for x, (before, after) in enumerate(zip(old, new, strict=True)):
        if before != after and not _looks_same(before, after):
            changed.add(x)
            for row in (old, new):
                if not is_settled(row[x][0]):
                    changed.add(x + count_columns(row, x))
    changed.discard(len(new))
    return sorted(changed)


def count_columns(row: Row, x: int) -> int:
    """How many columns the character at `x` takes."""
    return 2 if x + 1 < len(row) and row[x + 1][0] == "" else 1


def _needed_pen(cell: Cell) -> Pen | None:
    text, pen = cell
    return None if text == "" or (text == " " and not blank_pen(pen).attributes) else pen


def _touches(row: Row, before: int, x: int) -> bool:
    """Whether what is drawn at `before`, or at the column it begins in, may reach into `x`."""
    start = before - 1 if before and row[before][0] == "" else before
    return not is_settled(row[start][0]) and start + count_columns(row, start) == x


def _looks_same(before: Cell, after: Cell) -> bool:
    return before[0] == " " == after[0] and blank_pen(before[1]) == blank_pen(after[1])

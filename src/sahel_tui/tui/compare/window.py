"""The lines of the table that are in sight: all disputed rows if they fit, each under the title of its group."""

from collections.abc import Iterable, Iterator, Sequence

from sahel_tui.dataclass import dataclass
from sahel_tui.present.runs import Line
from sahel_tui.tui.compare.table_part import TablePart

_LEAST_ROOM = 3
"""Lines without which a title that has scrolled away is not put back over its rows."""


@dataclass(frozen=True, slots=True)
class Window:
    """Some lines of the table's body."""

    top: int
    """Where the table is scrolled to; to be given back for the next window."""
    numbers: tuple[int, ...]
    """Which body lines they are, in their order."""
    lines: tuple[Line, ...]
    above: int
    below: int
    """Rows out of sight before and after the row under the cursor."""

    def find(self, line: int) -> int | None:
        """Where a body line is in sight; None where it is not."""
        return self.numbers.index(line) if line in self.numbers else None


def cut_window(table: TablePart, top: int, room: int) -> Window:
    """`room` lines: the row under the cursor and all disputed ones; where those are too many, scrolled from `top`."""
    top = _scroll(top, table, room)
    numbers = _pick(table, room) if _must_pick(table, room) else _cut(table, top, room)
    shown = set(numbers)
    hidden = [spot.line for spot in table.spots if spot.line not in shown]
    above = sum(line < table.first for line in hidden)
    air: tuple[Line, ...] = ((),) * (min(room, len(table.body)) - len(numbers))
    return Window(top, numbers, (*(table.body[n] for n in numbers), *air), above, len(hidden) - above)


# Lines picked: what is disputed is in sight wherever the cursor stands.


def _must_pick(table: TablePart, room: int) -> bool:
    """Whether the table is too long, but not its disputed rows with their titles; the same for every row of it."""
    wanted = {*table.disputed, *(table.titles[line] for line in table.disputed)}
    return bool(wanted) and _LEAST_ROOM <= len(wanted) <= room < len(table.body)


def _pick(table: TablePart, room: int) -> tuple[int, ...]:
    """The row under the cursor, then disputed rows, then whatever is near, each after its title."""
    picked: set[int] = set()
    for lines in _order(table):
        fresh = [line for line in lines if line not in picked]
        if len(picked) + len(fresh) <= room:
            picked.update(fresh)
    return tuple(sorted(picked))


def _order(table: TablePart) -> Iterator[Sequence[int]]:
    """What should be in sight, the most wanted first; lines that make sense together only stand together."""
    here = table.first
    yield (here,)
    yield (table.titles[here],)
    for line in _nearest(table.disputed, here):
        yield (table.titles[line], line)
    yield range(here, table.last + 1)
    for line in _nearest(range(len(table.body)), here):
        yield (table.titles[line], *range(_find_start(table, line), line + 1))


def _find_start(table: TablePart, line: int) -> int:
    """The first line of the row that a line belongs to."""
    return max((spot.line for spot in table.spots if spot.line <= line), default=line)


def _nearest(lines: Iterable[int], here: int) -> list[int]:
    return sorted(lines, key=lambda line: abs(line - here))


# Lines as they follow each other.


def _scroll(top: int, table: TablePart, room: int) -> int:
    """The least scrolling that shows the row under the cursor, with a line before and after it where they fit."""
    first, last = max(0, table.first - 1), min(table.last + 1, len(table.body) - 1)
    if last - first >= room:
        first = 0 if table.first == 1 and room > 1 else table.first
        last = min(table.last, first + room - 1)
    top = min(max(top, last - room + 1), first)
    return max(0, min(top, len(table.body) - room))


def _cut(table: TablePart, top: int, room: int) -> tuple[int, ...]:
    """The lines from `top` on; a title that has scrolled away stands in place of one that can be spared."""
    covered = _find_covered(table, top, room)
    start = top if covered is None else covered + 1
    numbers = range(start, min(len(table.body), (top if covered is None else covered) + room))
    return tuple(numbers) if covered is None else (table.titles[top], *numbers)


def _find_covered(table: TablePart, top: int, room: int) -> int | None:
    """The line before a row that gives its place to the title over it; None where the title is in sight or no room."""
    if room < _LEAST_ROOM or not table.body or table.titles[top] >= top:
        return None
    starts = {spot.line for spot in table.spots} | set(table.titles)
    covered = next((line for line in range(top, len(table.body) - 1) if line + 1 in starts), top)
    return covered if covered < table.first and table.titles[covered + 1] == table.titles[top] else None

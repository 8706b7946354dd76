"""The figures of one row on one scale: `●` a figure, `├──┤` a range, `├──>` at least."""

from collections.abc import Sequence

from sahel_tui.compare.ranges import is_stated
from sahel_tui.model import Count, Figure, Row
from sahel_tui.present.figures import say_count
from sahel_tui.present.runs import Line, Tag, join_runs
from sahel_tui.present.text import cell_width, pad
from sahel_tui.present.voices import short_names

_LONGEST_NAME = 16
_SHORTEST_SCALE = 12


def plot(row: Row, width: int, voices: Sequence[str] = ()) -> tuple[Line, ...]:
    """A scale from zero and a line for each voice, those of `voices` first, at most `width` cells wide.

    Empty when the figures do not differ, none of them is a number, or there is no room for a scale.
    """
    places = {voice: place for place, voice in enumerate(voices)}
    figures = sorted(row.figures, key=lambda figure: places.get(figure.voice, len(places)))
    names = short_names(figure.voice for figure in row.figures)
    label = min(_LONGEST_NAME, max((cell_width(name) for name in names.values()), default=0)) + 2
    note = max((cell_width(say_count(figure.count)) for figure in row.figures), default=0) + 1
    room = width - label - note
    top = max((_top(figure.count) for figure in row.figures), default=0)
    if room < _SHORTEST_SCALE or not top or len({say_count(figure.count) for figure in figures}) < 2:
        return ()
    scale = _Scale(top, room)
    axis: Line = ((" " * label, ""), (scale.axis(), "muted"))
    return (axis, *(_plot_figure(figure, pad(names[figure.voice], label), scale) for figure in figures))


def _top(count: Count) -> int:
    return max(count.low or 0, count.high or 0)


class _Scale:
    """Numbers from zero to `top` on `room` cells."""

    def __init__(self, top: int, room: int) -> None:
        self._room = room
        self._step = _find_step(top, max(1, room // 8))
        self._top = max(top, self._step)

    def place(self, number: int) -> int:
        """The cell of a number."""
        return round(number * (self._room - 1) / self._top)

    @property
    def last(self) -> int:
        """The last cell."""
        return self._room - 1

    def axis(self) -> str:
        """The numbers of the scale over their cells."""
        axis = ""
        for number in range(0, self._top + 1, self._step):
            start = self.place(number)
            if not axis or start > len(axis):
                axis = axis.ljust(start) + f"{number:,}"
        return axis


def _find_step(top: int, ticks: int) -> int:
    """The smallest of 1, 2, 5, 10, 20 … that needs at most `ticks` steps to reach `top`."""
    unit = 1
    while True:
        for factor in (1, 2, 5):
            if unit * factor * ticks >= top:
                return unit * factor
        unit *= 10


def _plot_figure(figure: Figure, label: str, scale: _Scale) -> Line:
    tag: Tag = "disputed" if figure.disputed else ""
    if not is_stated(figure.count):
        return join_runs(((label, "muted"), (say_count(figure.count), tag)))
    start, drawn = _draw(figure.count, scale)
    shown = f"{drawn} {say_count(figure.count)}"
    return join_runs(((label, "muted"), (" " * start, ""), (shown, tag)))


def _draw(count: Count, scale: _Scale) -> tuple[int, str]:
    """The first cell of a count, and its marks from there."""
    if count.low is None:
        return 0, _bar("<", scale.place(count.high or 0), "┤")
    start = scale.place(count.low)
    if count.high is None:
        return start, _bar("├", min(scale.last, start + 3) - start, ">")
    end = scale.place(count.high)
    return start, _bar("├", end - start, "┤") if count.high > count.low else "●"


def _bar(first: str, length: int, last: str) -> str:
    """A bar over `length` + 1 cells; a bar too short for both its ends is a dot."""
    return f"{first}{'─' * (length - 1)}{last}" if length > 0 else "●"

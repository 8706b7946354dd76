"""The figures of one row on one scale, a line a voice.

`●` a figure, `○` an approximate one, `├──┤` a range, `├──>` at least, `<──┤` at most, `┆╌╌┆` what a
vague word stands for; `>` also where more is allowed than the scale shows.
"""

import math
from collections.abc import Sequence

from sahel_tui.compare.ranges import allowed_range
from sahel_tui.model import Count, Figure, Row
from sahel_tui.present.figures import furthest_apart, say_count
from sahel_tui.present.glyphs import glyph
from sahel_tui.present.runs import Line, Run, Tag, join_runs
from sahel_tui.present.scale import EvenScale, Scale
from sahel_tui.present.text import cell_width, fit, pad
from sahel_tui.present.voices import short_names

_LONGEST_NAME = 16
_LEAST_NAME = 6
_SHORTEST_SCALE = 12
_SIGN = 2
"""Cells of the `≠` before a figure that contradicts another."""
_GRID = "·"


def plot(
    row: Row, width: int, voices: Sequence[str] = (), *, here: str = "", most: int | None = None
) -> tuple[Line, ...]:
    """A scale from zero and a line for each voice, those of `voices` first, at most `width` cells wide.

    The name of the voice `here` is tagged as under the cursor. Of more than `most` lines the two figures furthest
    apart are kept, and the last line says how many voices are left out. Empty when the figures do not differ, none of
    them can be drawn, or there is no room for a scale.
    """
    figures = _order(row, voices)
    top = max((_reach(figure.count) for figure in figures), default=0)
    if not top or len({say_count(figure.count) for figure in figures}) < 2:
        return ()
    names = short_names(figure.voice for figure in figures)
    note = max(cell_width(say_count(figure.count)) for figure in figures) + 1
    longest = max(_LEAST_NAME, min(_LONGEST_NAME, width - note - _SIGN - 2 * _SHORTEST_SCALE))
    label = min(longest, max(cell_width(name) for name in names.values())) + 1
    room = width - label - _SIGN - note
    if room < _SHORTEST_SCALE:
        return ()
    scale = EvenScale(top, room)
    shown = _choose(row, figures, len(figures) if most is None else most - 1)
    axis: Line = ((" " * (label + _SIGN), ""), (scale.axis(), "muted"))
    lines = [axis]
    for figure in shown:
        name: Run = (pad(fit(names[figure.voice], label - 1), label), "focus" if figure.voice == here else "muted")
        lines.append(_plot_figure(figure, name, scale))
    hidden = len(figures) - len(shown)
    if hidden:
        lines.append(((f"+{hidden} voice{'s' * (hidden > 1)}", "muted"),))
    return tuple(lines)


def _order(row: Row, voices: Sequence[str]) -> list[Figure]:
    places = {voice: place for place, voice in enumerate(voices)}
    return sorted(row.figures, key=lambda figure: places.get(figure.voice, len(places)))


def _choose(row: Row, figures: Sequence[Figure], room: int) -> list[Figure]:
    """As many figures as fit `room` lines, in their order; when some must go, a line is left to say so."""
    if len(figures) <= room:
        return list(figures)
    apart = furthest_apart(row)
    first = [*apart, *(figure for figure in figures if not any(figure is one for one in apart))][: max(0, room - 1)]
    return [figure for figure in figures if any(figure is one for one in first)]


def _reach(count: Count) -> int:
    """The number a scale must reach to show a count: beyond the beginning of an open or vague one."""
    allowed = allowed_range(count)
    if allowed is None:
        return 0
    low, high = allowed
    if count.high is not None:
        return math.ceil(high)
    return math.ceil(low * (1.5 if count.low is None else 1.2))


def _plot_figure(figure: Figure, name: Run, scale: Scale) -> Line:
    tag: Tag = "disputed" if figure.disputed else ""
    sign = glyph("disputed") if figure.disputed else ""
    start, drawn = _draw(figure.count, scale)
    said = say_count(figure.count)
    grid = scale.grid(_GRID)
    marked = f"{drawn} {said}" if drawn else said
    before, after = grid[:start], grid[start + len(marked) + 1 :]
    return join_runs(
        (name, (f"{sign:<{_SIGN}}", tag), (before, "muted"), (marked, tag), (f" {after}".rstrip(), "muted"))
    )


def _draw(count: Count, scale: Scale) -> tuple[int, str]:
    """The first cell of a count, and its marks from there; no marks where any number is allowed."""
    allowed = allowed_range(count)
    if allowed is None:
        return 0, ""
    low, high = allowed
    start, end = scale.place(low), min(scale.last, scale.place(min(high, scale.top)))
    if count.low is not None and count.low == count.high:
        place = scale.place(count.low)
        dot = "○" if count.hedge == "approx" else "●"
        return start, "╌" * (place - start) + dot + "╌" * (end - place)
    left, dash, right = "├", "─", "┤"
    if count.vague:
        left, dash, right = "┆", "╌", "┆"
    elif count.low is None:
        left = "<"
    if high > scale.top:
        end, right = scale.last, ">"
    if end <= start:
        return start, "●" if right == "┤" else right
    return start, f"{left}{dash * (end - start - 1)}{right}"

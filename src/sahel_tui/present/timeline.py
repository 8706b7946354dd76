"""A timeline as lines: how many events began in each period, and the lowest and highest number of their dead."""

from collections.abc import Sequence

from sahel_tui.dataclass import dataclass
from sahel_tui.present.periods import MONTHS, Period, Unit
from sahel_tui.present.runs import Line, Tag, join_runs
from sahel_tui.present.scale import EvenScale, RatioScale, Scale
from sahel_tui.present.text import cell_width, wrap

BAR = "━"
SPARKS = "▁▂▃▄▅▆▇█"
_LABEL, _GAP = 7, 2
_LEAST_SCALE = 18
_OF_ONE_SIZE = 10
"""Times the least number of dead up to which the greatest is shown on an even scale."""
_GRID = "·"
_KILLED = "killed"
_SUMS = "the lowest and the highest any voice gives for one side of each event, added up"


@dataclass(frozen=True, slots=True)
class TimelineLayout:
    """Cells of the columns, and what fills them; 0 for a column that has no room."""

    sparks: int
    bar: int
    count: int
    scale: Scale | None
    note: int
    most_events: int
    most_in_month: int


def lay_out_timeline(periods: Sequence[Period], width: int) -> TimelineLayout:
    """The columns for `periods` on lines of `width` cells."""
    most = max((period.events for period in periods), default=1)
    in_month = max((events for period in periods for events in period.by_month), default=0)
    count = max(len(f"{most:,}"), 1)
    note = max(cell_width(_KILLED), *(cell_width(say_killed(period)) for period in periods))
    sparks = MONTHS if in_month and width >= 60 else 0
    bar = max(4, min(20, width // 8))
    room = width - _LABEL - _GAP - (sparks + _GAP if sparks else 0) - bar - 1 - count - _GAP - note - 1
    scale = _choose_scale(periods, room) if room >= _LEAST_SCALE else None
    return TimelineLayout(sparks, bar, count, scale, note, max(1, most), in_month)


def _choose_scale(periods: Sequence[Period], room: int) -> Scale | None:
    """An even scale where the periods are of one size, else one on which few and many are seen; None without dead."""
    top = max((period.killed_high for period in periods), default=0)
    least = min((period.killed_low for period in periods if period.counted), default=0)
    if not top:
        return None
    return RatioScale(top, room) if top > _OF_ONE_SIZE * least else EvenScale(top, room)


def timeline_heading(layout: TimelineLayout, unit: Unit) -> Line:
    """What the columns are; round numbers over those of the dead."""
    sparks = f"{'by month':<{layout.sparks + _GAP}}" if layout.sparks else ""
    head = f"{unit:<{_LABEL + _GAP}}{sparks}{'events':<{layout.bar + 1 + layout.count + _GAP}}"
    return ((head + (_label_scale(layout.scale, layout.note) if layout.scale else _KILLED), "muted"),)


def _label_scale(scale: Scale, note: int) -> str:
    """Round numbers, and what they count; the last number stands back where there is no room for both."""
    axis, room = scale.axis(), scale.last + 2 + note
    if cell_width(f"{axis} {_KILLED}") > room:
        axis = axis.rpartition(" ")[0].rstrip()
    return f"{axis} {_KILLED}"


def timeline_line(period: Period, layout: TimelineLayout, unit: Unit, *, here: bool = False) -> Line:
    """Label, events of each month, a bar of the events, and the dead from lowest to highest."""
    if period.empty:
        return ((f"{'⋮':>4}   {say_empty(period.empty, unit)}", "muted"),)
    tag: Tag = "heading" if here else ""
    sparks = f"{_draw_sparks(period, layout):<{layout.sparks + _GAP}}" if layout.sparks else ""
    length = max(1, round(layout.bar * period.events / layout.most_events))
    bar = f"{BAR * length} {period.events:,}"
    left: Line = ((f"{period.label:<{_LABEL + _GAP}}", tag), (sparks, "muted"))
    events: Line = ((f"{bar:<{layout.bar + 1 + layout.count + _GAP}}", "agree"),)
    return join_runs((*left, *events, *_draw_killed(period, layout)))


def _draw_sparks(period: Period, layout: TimelineLayout) -> str:
    top = len(SPARKS) - 1
    return "".join(
        SPARKS[min(top, events * len(SPARKS) // (layout.most_in_month + 1))] if events else " "
        for events in period.by_month
    )


def _draw_killed(period: Period, layout: TimelineLayout) -> Line:
    """A whisker from the lowest to the highest sum, with both behind it."""
    said = say_killed(period)
    if layout.scale is None or not period.counted:
        tag: Tag = "" if period.counted else "muted"
        return ((said, tag),)
    start, end = layout.scale.place(period.killed_low), layout.scale.place(period.killed_high)
    last = ">" if period.open else "┤"
    drawn = f"├{'─' * (end - start - 1)}{last}" if end > start else "●"
    grid = layout.scale.grid(_GRID)
    marked = f"{drawn} {said}"
    after = f" {grid[start + len(marked) + 1 :]}".rstrip()
    return (grid[:start], "muted"), (marked, ""), (after, "muted")


def say_killed(period: Period) -> str:
    """`61–140`, `5`, `12–31+` where some know no highest figure; `–` where no event gives a number."""
    if not period.counted:
        return "–"
    low, high = f"{period.killed_low:,}", f"{period.killed_high:,}"
    return (low if low == high else f"{low}–{high}") + "+" * bool(period.open)


def say_empty(number: int, unit: Unit) -> str:
    """`3 months without events`."""
    return f"{number:,} {unit}{'s' * (number > 1)} without events"


def period_lines(period: Period, width: int, height: int) -> tuple[Line, ...]:
    """What there is to say about one period, in at most `height` lines."""
    events = f"{period.events:,} event{'s' * (period.events != 1)}"
    disputed = f", {period.disputed:,} with disputed figures" if period.disputed else ""
    silent = period.events - period.counted
    none = f"; {silent:,} event{'s give' if silent > 1 else ' gives'} none" if silent else ""
    killed = f"{say_killed(period)} killed: {_SUMS}{none}" if period.counted else "no event gives a number of dead"
    texts: tuple[tuple[str, Tag], ...] = ((f"{period.words} · {events}{disputed}", "heading"), (killed, ""))
    lines: list[Line] = [((text[start:end], tag),) for text, tag in texts for start, end in wrap(text, max(1, width))]
    return tuple(lines)[:height]

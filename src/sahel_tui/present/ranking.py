"""Disputed rows ranked: how far each is apart as a bar, and what the two voices furthest apart say."""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sahel_tui.dataclass import dataclass
from sahel_tui.model import UNSPECIFIED, Document, Event, Row, Side
from sahel_tui.present.calendar import say_dates
from sahel_tui.present.figures import furthest_apart, say_count
from sahel_tui.present.glyphs import glyph
from sahel_tui.present.incident_words import spell_incident
from sahel_tui.present.names import CATEGORY_NAMES, per, side_name
from sahel_tui.present.plot import plot
from sahel_tui.present.runs import Line, Run, Tag, clip_line, join_runs, line_width, pad_line
from sahel_tui.present.text import ELLIPSIS, cell_width, fit, fit_end, pad, visible, wrap
from sahel_tui.present.titles import drop_date, shorten_title
from sahel_tui.present.voices import share_names, short_names

BAR = "━"
_SPREAD, _DATE, _GAP = 7, 10, 2
_TICKS = (1, 2, 5)
_FIGURED, _BARRED, _DATED = 30, 61, 100
"""Widths from which on there is room for figures, for a bar too, for the date too."""
_SPELT_FIGURES = 31
"""Cells of the figures from which on all of them say `per`: one notation a screen, whatever a name's length."""
_LEAST_TITLE = 12
"""Cells of an event's title beside which what is counted is told."""

_SHORTEST_TITLE = 6
"""Cells of a title that is cut for the sake of what is counted: several rows may be of one event."""
_LEAST_CATEGORY = 5
"""Cells in which the name of a category can still be told from others."""
_LEAST_NAME = 4
"""Cells in which a name can still be told from others."""
_EVENTS = ("event · whose losses", "event")
_APART = ("furthest apart, per voice", "apart, per voice", "figures")
"""Heads of columns, shorter ones behind."""


class Sufferers(NamedTuple):
    """Whose losses a row is about, as its documents call them."""

    side: str = ""
    """Empty where the row itself names it, or where none was stated."""
    incident: str = ""
    """Another incident than the event itself."""


@dataclass(frozen=True, slots=True)
class RankingLayout:
    """Cells of the columns; 0 for a column that has no room."""

    bar: int
    date: int
    title: int
    figures: int
    widest: float
    """The spread whose bar fills its column."""

    @property
    def before(self) -> int:
        """Cells before the date, or the title."""
        return _SPREAD + 1 + (self.bar + _GAP if self.bar else 0)

    def bar_length(self, spread: float) -> int:
        """Cells of a bar: each doubling of the spread is as long as the last."""
        return max(1, round(self.bar * math.log(max(1.0, spread)) / math.log(max(2.0, self.widest))))


def lay_out_ranking(width: int, widest: float) -> RankingLayout:
    """The columns on lines of `width` cells."""
    bar = max(6, min(20, width // 8)) if width >= _BARRED else 0
    date = _DATE + _GAP if width >= _DATED else 0
    room = max(0, width - RankingLayout(bar, 0, 0, 0, widest).before - date)
    figures = (room - _GAP) * 3 // 7 if width >= _FIGURED else 0
    return RankingLayout(bar, date, room - (figures and figures + _GAP), figures, widest)


def ranking_heading(layout: RankingLayout) -> Line:
    """Round spreads over the bars, and what stands beside them."""
    axis = ""
    for power in range(1 + int(math.log10(max(2.0, layout.widest)))):
        for tick in (factor * 10**power for factor in _TICKS):
            start = layout.bar_length(tick) if tick > 1 else 0
            if start + cell_width(f"×{tick:,}") <= layout.bar and (not axis or start > len(axis)):
                axis = axis.ljust(start) + f"×{tick:,}"
    parts = [f"{'spread':>{_SPREAD}} {axis}".ljust(layout.before), pad("date" * bool(layout.date), layout.date)]
    parts.append(pad(_fit_head(_EVENTS, layout.title), layout.title))
    parts.append(" " * _GAP + _fit_head(_APART, layout.figures) if layout.figures else "")
    return (("".join(parts), "muted"),)


def _fit_head(heads: Sequence[str], room: int) -> str:
    return next((head for head in heads if cell_width(head) <= room), heads[-1])


def ranking_line(event: Event, row: Row, layout: RankingLayout, who: Sufferers, *, here: bool = False) -> Line:
    """Spread, bar, date, event, subject and side, and the two figures furthest apart, each with its voice.

    In few styles, for each change of one is bytes on the link.
    """
    tag: Tag = "heading" if here else ""
    spread = say_spread(row) or glyph("disputed")
    bar = BAR * layout.bar_length(row.spread) if row.spread else ""
    drawn: Run = (pad(bar, layout.bar), "disputed") if bar else (pad("no ratio", layout.bar), "muted")
    date: Run = (pad(visible(event.date), layout.date), "muted")
    title, subject = _fit_title(event, row, who, layout.title)
    left: Line = (
        (f"{spread:>{_SPREAD}} ", "disputed"),
        *((drawn, (" " * _GAP, "")) if layout.bar else ()),
        date,
        (title, tag),
        (subject, "muted"),
    )
    if not layout.figures:
        return join_runs(left)
    room = layout.before + layout.date + layout.title
    figures = fit_end(_say_figures(row, layout.figures), layout.figures)
    return join_runs((*pad_line(left, room), (" " * _GAP + figures, "")))


def _fit_title(event: Event, row: Row, who: Sufferers, width: int) -> tuple[str, str]:
    """The title and what is counted of which side: in full, else shorter beside as much of the title as fits."""
    titled = visible(event.title)
    titles = (titled, drop_date(titled, event.date))
    category, first, subject = CATEGORY_NAMES[row.category], shorten_side(who.side), say_subject(row, who.incident)
    named = first or ("" if category.startswith(row.victims) else shorten_side(visible(row.victims)))
    ways = [_join(subject, who.side), _join(subject, first), _join(category, named), _join(category)]
    whole = ((title, way) for title in titles for way in ways[:3] if cell_width(title + way) <= width)
    shorter = [(shorten_title(titled, width - cell_width(way), event.date), way) for way in (*ways[2:], "")]
    told = ((title, way) for title, way in shorter if way and _tells(title, width - cell_width(way)))
    way = next(whole, None) or next(told, None) or _cut_category(titled, category, event.date, width)
    return way or next((way for way in shorter if cell_width(way[0]) >= _SHORTEST_TITLE), shorter[-1])


def _cut_category(title: str, category: str, date: str, width: int) -> tuple[str, str] | None:
    """The title as short as it tells which event it is, and the beginning of what is counted; None without room."""
    short = shorten_title(title, width - cell_width(_join(" " * _LEAST_CATEGORY)), date)
    room = width - cell_width(short + _join(" ")) + 1
    return (short, _join(fit_end(category, room))) if short and ELLIPSIS not in short else None


def _tells(title: str, width: int) -> bool:
    """Whether a title of at most `width` cells says which event it is."""
    return width >= _LEAST_TITLE or (title != "" and ELLIPSIS not in title)


def _join(*parts: str) -> str:
    return "".join(f" · {part}" for part in parts if part)


def shorten_side(side: str) -> str:
    """The first party of a side.

    >>> shorten_side("MNLA, HCUA, MAA"), shorten_side("Mali")
    ('MNLA…', 'Mali')
    """
    first, comma, _ = side.partition(",")
    return first + "…" * bool(comma)


def _say_figures(row: Row, width: int) -> str:
    """`31 per Mali ≠ 5 per JNIM`; in a narrow column `31 Mali ≠ 5 JNIM`; the longest names cut, or left out."""
    figures = sorted(furthest_apart(row), key=lambda figure: -(figure.count.low or figure.count.high or 0))
    names = {key: visible(name) for key, name in short_names(figure.voice for figure in row.figures).items()}
    said = per if width >= _SPELT_FIGURES else str
    leads = [f"{say_count(figure.count)} {said('')}" for figure in figures]
    sign = f" {glyph('disputed')} "
    room = width - sum(map(cell_width, leads)) - cell_width(sign) * (len(leads) - 1)
    if room < len(figures) * _LEAST_NAME:
        return sign.join(say_count(figure.count) for figure in figures)
    longest = share_names([cell_width(names[figure.voice]) for figure in figures], room)
    return sign.join(lead + fit_end(names[figure.voice], longest) for lead, figure in zip(leads, figures, strict=True))


def say_spread(row: Row) -> str:
    """`×6.2`, or nothing where an open or vague figure leaves no ratio."""
    return f"×{row.spread:,g}" if row.spread else ""


def say_subject(row: Row, incident: str) -> str:
    """Who was counted and how: `soldiers killed`; the category alone where it says both; `incident` is its name."""
    category = CATEGORY_NAMES[row.category]
    counted = category if category.startswith(row.victims) else f"{row.victims} {category}"
    return f"{counted} ({incident})" if incident else counted


def name_sufferers(row: Row, sides: tuple[Side, ...], documents: Sequence[Document]) -> Sufferers:
    """Whose losses a row is about; `documents` are read for the name of another incident only."""
    return Sufferers(_say_side(row, sides), spell_incident(row.incident, documents))


def _say_side(row: Row, sides: tuple[Side, ...]) -> str:
    """The side a row is about; empty where the row itself names it, or where none was stated."""
    name = side_name(row.side, sides)
    return "" if row.side == UNSPECIFIED or name.casefold() in row.victims.casefold() else name


def dispute_lines(event: Event, row: Row, width: int, height: int, who: Sufferers) -> tuple[Line, ...]:
    """One dispute in at most `height` lines: event and subject, why it cannot all be true, the figures on a scale."""
    dates = say_dates(event.date, event.date_end)
    about = _say_about(row, who, (dates, visible(event.place)), width)
    title = shorten_title(visible(event.title), width, event.date)
    head: Line = clip_line(((title, "heading"), (f" · {about}", "muted")), width)
    lines: list[Line] = [head] if line_width(((title, ""), (f" · {about}", ""))) <= width else [((title, "heading"),)]
    if len(lines) == 1 and lines[0] != head and height > 4:
        lines.append(((fit(about, width), "muted"),))
    lines += _reason_lines(row, width)
    return (*lines, *_draw_figures(row, width, height - len(lines)))[:height]


def _draw_figures(row: Row, width: int, room: int) -> tuple[Line, ...]:
    """The figures in `room` lines: on a scale where it has room for the two furthest apart, else in words."""
    figures = len(row.figures)
    least = 1 + min(figures, 2) + (figures > 2)  # The axis, the two, and how many are left out.
    air = room > least
    drawn = plot(row, width, most=room - air) if room >= least else ()
    if drawn:
        return (*[()] * air, *drawn)
    told = list(_wrap_figures(row, max(1, width - 2)))
    if 0 < room < len(told):
        told[room - 1] = (*told[room - 1], (f" {ELLIPSIS}", "muted"))
    return tuple(told[: max(0, room)])


def _say_about(row: Row, who: Sufferers, rest: Sequence[str], width: int) -> str:
    """What is counted, whose losses they are, as much of the `rest` as fits; a long side is its first party."""
    sides = [f"losses of {said}" if said else "" for said in (who.side, shorten_side(who.side))]
    subject = say_subject(row, who.incident)
    ways = [(subject, said, *rest[:kept]) for kept in range(len(rest), -1, -1) for said in sides]
    abouts = [" · ".join(filter(None, way)) for way in ways]
    return next((words for words in abouts if cell_width(words) <= width), subject)


def _reason_lines(row: Row, width: int) -> Iterator[Line]:
    mark = f"{glyph('disputed')} "
    reason = visible(row.reason)
    for number, (start, end) in enumerate(wrap(reason, max(1, width - cell_width(mark)))):
        yield ((mark if number == 0 else " " * cell_width(mark), "disputed"), (reason[start:end], ""))


def _wrap_figures(row: Row, width: int) -> Iterator[Line]:
    """Every voice with its figure, for where no scale has room."""
    names = short_names(figure.voice for figure in row.figures)
    words = " · ".join(f"{say_count(figure.count)} {per(names[figure.voice])}" for figure in row.figures)
    for start, end in wrap(words, max(1, width)):
        yield ((words[start:end].removesuffix(" ·").removeprefix("· "), "muted"),)

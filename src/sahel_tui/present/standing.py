"""How the figures of a row stand to each other, and how to write them on one line so that every sign is true.

Equal figures are one: `31 Mali, article`. Figures that can be true together are joined by `≈`, and what is so joined
is set against the rest by `≠`: in `98 Ramadane ≈ 89–98 infobox ≠ 81 Mola` the last contradicts both others. Where the
figures do not fall into such camps, each that contradicts some other carries its own sign: `≠70 A · ≠60–65 B · 50+ C`.
A dot stands before a figure that contradicts none.
"""

from collections.abc import Iterator, Sequence
from math import inf
from typing import TYPE_CHECKING

from sahel_tui.compare.ranges import allowed_range, can_both_be_true
from sahel_tui.dataclass import dataclass
from sahel_tui.model import Count, Figure, Row, Verdict
from sahel_tui.present.figures import say_count
from sahel_tui.present.glyphs import glyph, verdict_tag
from sahel_tui.present.runs import Tag

if TYPE_CHECKING:
    from sahel_tui.present.compare_table import CompareRow

BETWEEN = "·"


@dataclass(frozen=True, slots=True)
class Standing:
    """The figures of a row that give one count."""

    text: str
    """The count, with its own sign where none stands between it and the one before."""
    figures: tuple[Figure, ...]
    tag: Tag = ""
    mark: str = ""
    """The sign before it; empty for the first."""
    mark_tag: Tag = ""

    @property
    def count(self) -> Count:
        """What they give."""
        return self.figures[0].count


def relate(first: Figure, second: Figure, row: Row) -> Verdict:
    """How two figures of a row stand to each other; `single` when one says nothing or it cannot be told."""
    if "unknown" in (first.count.vague, second.count.vague):
        return "single"
    if say_count(first.count) == say_count(second.count):
        return "agree"
    if can_both_be_true(first.count, second.count):
        return "compatible"
    if first.disputed and second.disputed:
        named = [row.figures[place] for place in row.pair]
        sure = not row.mixed or (first in named and second in named)
        return "disputed" if sure else "single"
    return "compatible" if row.verdict == "compatible" else "definitional"


def relate_cells(row: "CompareRow", one: int, other: int) -> Verdict:
    """How the figures of two voices stand to each other; `single` for those of two events, which are not judged."""
    first, second = (row.cells[voice][0].figure if row.cells[voice] else None for voice in (one, other))
    if first is None or second is None:
        return "single"
    shown = row.rows if len(row.rows) == 1 else [own for own in row.rows if _has(own, first) and _has(own, second)]
    return relate(first, second, shown[0]) if shown else "single"


def _has(row: Row, figure: Figure) -> bool:
    return any(figure is known for known in row.figures)


def arrange(row: Row, order: Sequence[str] = ()) -> tuple[Standing, ...]:
    """The figures of a row from the largest down, disputed ones first, equal ones together in the `order` of voices."""
    disputed, others = _gather(row, order, disputed=True), _gather(row, order, disputed=False)
    camps = [] if row.mixed else _find_camps(disputed)
    if camps or len(disputed) == 2:
        shown = [*_set_camps(camps or [[group] for group in disputed])]
    else:
        sign = glyph("disputed")
        shown = [_set(group, sign=sign, mark=BETWEEN, mark_tag="muted") for group in disputed]
    shown += [_set_beside(before, group, row) for before, group in zip((None, *others), others, strict=False)]
    return tuple(_open(standing) if number == 0 else standing for number, standing in enumerate(shown))


_Group = tuple[Figure, ...]


def _gather(row: Row, order: Sequence[str], *, disputed: bool) -> list[_Group]:
    places = {voice: place for place, voice in enumerate(order)}
    chosen = [figure for figure in row.figures if figure.disputed == disputed]
    groups: dict[str, list[Figure]] = {}
    for figure in sorted(chosen, key=lambda figure: places.get(figure.voice, len(places))):
        groups.setdefault(say_count(figure.count), []).append(figure)
    return sorted(map(tuple, groups.values()), key=lambda group: _rank(group[0].count), reverse=True)


def _rank(count: Count) -> tuple[float, float]:
    """Where a count stands among others, by the numbers it states or stands for; `unknown` is last."""
    low, high = allowed_range(count) or (-1.0, -1.0)
    if count.vague or high == inf:
        return low, low
    return (low + high) / 2, high


def _find_camps(groups: Sequence[_Group]) -> list[list[_Group]]:
    """Groups that can be true together, apart from all others; empty where they do not fall into such camps."""
    camps: list[list[_Group]] = []
    end = -1.0
    ranges = {group: allowed_range(group[0].count) or (0.0, inf) for group in groups}
    for group in sorted(groups, key=lambda group: ranges[group]):
        low, high = ranges[group]
        if camps and low <= end:
            camps[-1].append(group)
        else:
            camps.append([group])
        end = max(end, high)
    for camp in camps:
        if max(ranges[group][0] for group in camp) > min(ranges[group][1] for group in camp):
            return []
    return [sorted(camp, key=groups.index) for camp in reversed(camps)]


def _set_camps(camps: Sequence[Sequence[_Group]]) -> Iterator[Standing]:
    for camp in camps:
        for number, group in enumerate(camp):
            verdict: Verdict = "compatible" if number else "disputed"
            yield _set(group, mark=glyph(verdict), mark_tag=verdict_tag(verdict))


def _set_beside(before: _Group | None, group: _Group, row: Row) -> Standing:
    """A figure that contradicts none; in a row with a dispute it stands apart."""
    verdict = relate(before[0], group[0], row) if before and row.verdict != "disputed" else "single"
    return _set(group, mark=glyph(verdict) or BETWEEN, mark_tag=verdict_tag(verdict))


def _set(group: _Group, *, mark: str, mark_tag: Tag, sign: str = "") -> Standing:
    tag: Tag = "disputed" if group[0].disputed else ""
    return Standing(sign + say_count(group[0].count), group, tag, mark, mark_tag)


def _open(standing: Standing) -> Standing:
    return Standing(standing.text, standing.figures, standing.tag)

"""One figure as a reader sees it, and how two figures of a row stand to each other."""

from collections.abc import Sequence

from sahel_tui.compare.ranges import can_both_be_true
from sahel_tui.model import Claim, Count, Figure, Row, Verdict
from sahel_tui.present.text import visible


def say_count(count: Count) -> str:
    """A count in the fewest characters: `89–98`, `31+`, `~60`, `dozens`."""
    return visible(str(count))


def say_sum(figure: Figure, claims: Sequence[Claim]) -> str:
    """A figure with the parts it was added up from: `12 = 5 + 7`; just the count when it is stated as such."""
    parts = " + ".join(say_count(claims[index].count) for index in figure.parts if index < len(claims))
    return f"{say_count(figure.count)} = {parts}" if parts else say_count(figure.count)


def evidence_of(figure: Figure) -> tuple[int, ...]:
    """Indexes of the claims behind a figure's current count, best first."""
    return tuple(dict.fromkeys((*figure.claims, *figure.parts)))


def relate(first: Figure, second: Figure, row: Row) -> Verdict:
    """How two figures of a row stand to each other; `single` when one of them says nothing."""
    if "unknown" in (first.count.vague, second.count.vague):
        return "single"
    if _bounds(first.count) == _bounds(second.count):
        return "agree"
    if can_both_be_true(first.count, second.count):
        return "compatible"
    return "disputed" if row.verdict == "disputed" and first.disputed and second.disputed else "definitional"


def _bounds(count: Count) -> tuple[int | None, int | None, str | None]:
    return count.low, count.high, count.vague


def middle(count: Count) -> float | None:
    """A number to place a count by: the middle of its range, its stated end when open, None when vague."""
    if count.low is not None and count.high is not None:
        return (count.low + count.high) / 2
    return count.low if count.high is None else count.high


def distance(first: Count, second: Count) -> float:
    """How far apart two counts are; 0 when one of them is vague."""
    ends = middle(first), middle(second)
    return 0.0 if ends[0] is None or ends[1] is None else abs(ends[0] - ends[1])


def furthest_apart(row: Row) -> tuple[Figure, ...]:
    """The two figures a reader should see first: the lowest and highest disputed ones; fewer when there are fewer."""
    disputed = [figure for figure in row.figures if figure.disputed]
    candidates = disputed if len(disputed) > 1 else list(row.figures)
    numeric = [figure for figure in candidates if middle(figure.count) is not None]
    if len(numeric) < 2:
        return tuple(candidates[:2])
    ends = min(numeric, key=_place), max(numeric, key=_place)
    return tuple(figure for figure in row.figures if figure in ends) if ends[0] != ends[1] else tuple(numeric[:2])


def _place(figure: Figure) -> float:
    return middle(figure.count) or 0

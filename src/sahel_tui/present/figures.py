"""One figure as a reader sees it, and which two of a row to show first."""

from collections.abc import Sequence

from sahel_tui.model import Claim, Comparison, Count, Figure, Row
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


def find_figure(comparison: Comparison, claim: int) -> tuple[Row, Figure] | None:
    """The row and the figure a claim is evidence of, a disputed row before others."""
    found = [
        (row, figure)
        for row in comparison.rows
        for figure in row.figures
        if claim in figure.claims or claim in figure.parts or claim in figure.earlier
    ]
    return min(found, key=lambda pair: not pair[1].disputed, default=None)


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
    """The two figures a reader should see first: those the reason names, else the lowest and the highest."""
    if row.pair:
        return tuple(row.figures[place] for place in row.pair)
    numeric = [figure for figure in row.figures if middle(figure.count) is not None]
    if len(numeric) < 2:
        return row.figures[:2]
    ends = min(numeric, key=_place), max(numeric, key=_place)
    return tuple(figure for figure in row.figures if figure in ends) if ends[0] != ends[1] else tuple(numeric[:2])


def _place(figure: Figure) -> float:
    return middle(figure.count) or 0

"""Totals over all sides against the sides they add up from."""

from collections.abc import Sequence

from sahel_tui.compare.parts import choose_parts
from sahel_tui.compare.ranges import add_counts, can_both_be_true
from sahel_tui.compare.verdicts import spread_of
from sahel_tui.compare.voices import INFOBOX, SUM_OF_SIDES, possessive
from sahel_tui.dataclass import replace
from sahel_tui.model import CIVILIANS, UNSPECIFIED, Claim, Figure, Row


def check_totals(rows: Sequence[Row], claims: Sequence[Claim], labels: dict[str, str]) -> list[Row]:
    """The rows, with every total over all sides checked against the same incident's sides."""
    return [_check(row, rows, claims, labels) if row.side == UNSPECIFIED else row for row in rows]


def _check(row: Row, rows: Sequence[Row], claims: Sequence[Claim], labels: dict[str, str]) -> Row:
    sides = [
        other
        for other in rows
        if (other.incident, other.category) == (row.incident, row.category) and other.side != UNSPECIFIED
    ]
    if row.verdict == "disputed" or len(sides) < 2:
        return row
    overall = next((figure for figure in row.figures if _is_overall(figure, claims)), None)
    if overall:
        return _compare_overall(row, overall, sides, claims, labels)
    return _find_parts(row, sides, labels)


def _is_overall(figure: Figure, claims: Sequence[Claim]) -> bool:
    """An infobox line that says it counts everybody."""
    return figure.source is None and any(
        "total" in claims[index].flags and claims[index].where.startswith(INFOBOX) for index in figure.claims
    )


def _compare_overall(
    row: Row, overall: Figure, sides: Sequence[Row], claims: Sequence[Claim], labels: dict[str, str]
) -> Row:
    own = [figure for side in sides for figure in side.figures if _is_own_infobox(figure, claims)]
    if len(own) < len(sides) or any(figure.count.low is None for figure in own):
        return row
    total = add_counts([figure.count for figure in own])
    parts = tuple(index for figure in own for index in figure.claims[:1])
    if can_both_be_true(total, overall.count):
        named = [(side, figure) for side in sides for figure in side.figures if _is_own_infobox(figure, claims)]
        return _show_parts(row, overall, named, labels) if total == overall.count else row
    if (total.low or 0) < (overall.count.low or 0):
        return row
    summed = Figure(None, SUM_OF_SIDES, total, parts, parts, disputed=True)
    figures = (summed, *(replace(figure, disputed=figure is overall) for figure in row.figures))
    pair = (0, 1 + row.figures.index(overall))
    reason = f"the sides add up to {total}, the stated total is {overall.count}"
    spread = spread_of([total, overall.count])
    return replace(row, figures=figures, verdict="disputed", spread=spread, reason=reason, pair=pair)


def _is_own_infobox(figure: Figure, claims: Sequence[Claim]) -> bool:
    return figure.source is None and claims[figure.claims[0]].where.startswith(INFOBOX)


def _find_parts(row: Row, sides: Sequence[Row], labels: dict[str, str]) -> Row:
    """A total that some of the sides add up to: 13 = 10 civilians + 3 soldiers."""
    for figure in row.figures:
        parts = _parts_of(figure, sides)
        if parts:
            return _show_parts(row, figure, parts, labels)
    return row


def _show_parts(row: Row, figure: Figure, parts: Sequence[tuple[Row, Figure]], labels: dict[str, str]) -> Row:
    names = " + ".join(f"{part.count} ({_name_side(side.side, labels)})" for side, part in parts)
    reason = f"{possessive(figure.voice)} {figure.count} = {names}"
    added = tuple(part.claims[0] for _, part in parts)
    figures = tuple(replace(other, parts=added) if other is figure else other for other in row.figures)
    return replace(row, figures=figures, verdict="partial", reason=reason)


def _name_side(side: str, labels: dict[str, str]) -> str:
    return side if side == CIVILIANS else labels.get(side, side)


def _parts_of(figure: Figure, sides: Sequence[Row]) -> list[tuple[Row, Figure]]:
    if not figure.count.low or figure.count.high not in (None, figure.count.low):
        return []
    stated = [
        (side, part)
        for side in sides
        for part in side.figures[:1]
        if part.source == figure.source and part.count.low and part.count.low == part.count.high
    ]
    return [stated[place] for place in choose_parts([part.count.low or 0 for _, part in stated], figure.count.low or 0)]

"""Which side a line belongs to when a capture lost the columns of its casualties."""

from collections.abc import Sequence
from typing import Any

from sahel_tui.claims.sides import Combatants
from sahel_tui.model import CIVILIANS


def assign_columns(readings: Sequence[Any], own: Sequence[str | None], combatants: Combatants) -> list[str]:
    """A side for each item of a flattened block: the items before one cut are the first side's, the rest the second's.

    The cut is where the fewest facts are at odds: a voice that gives two figures of one category for one side, or an
    item whose own words name the other side.
    """
    cuts = [at for at in range(1, len(readings) + 1) if at == len(readings) or _may_cut(readings, at)]
    free = [at for at, side in enumerate(own) if side != CIVILIANS]
    cut = len(readings)
    if cuts and free:
        cut = min(cuts, key=lambda at: (_cost(readings, own, at), -_separation(readings, at), at))
    return fill_sides(own, ["combatant1" if at < cut else "combatant2" for at in range(len(readings))])


def fill_sides(own: Sequence[str | None], columns: Sequence[str]) -> list[str]:
    """Each item's own side, else that of its column; `previous` is a part of the item before."""
    sides: list[str] = []
    for side, column in zip(own, columns, strict=True):
        if side == "previous":
            side = sides[-1] if sides else None
        sides.append(side or column)
    return sides


def _may_cut(readings: Sequence[Any], at: int) -> bool:
    """A new side starts on a new line, or behind the parenthesis that closed the one before."""
    return bool(readings[at].item.line != readings[at - 1].item.line or readings[at - 1].item.closed)


def _cost(readings: Sequence[Any], own: Sequence[str | None], cut: int) -> float:
    cost = 0.0
    seen: set[tuple[object, ...]] = set()
    for at, reading in enumerate(readings):
        side = own[at] if own[at] not in (None, "previous") else ("combatant1" if at < cut else "combatant2")
        if own[at] == "combatant2" and at < cut:
            cost += 2
        if own[at] == "combatant1" and at >= cut:
            cost += 2
        if reading.item.match.count.vague == "unknown" and any(entry[0] == side for entry in seen):
            cost += 1
        if "subset" in reading.item.flags or side in (CIVILIANS, "unspecified"):
            continue
        key = (side, reading.category, reading.item.source, reading.victims.text.lower())
        whole = (side, reading.category, reading.item.source)
        if key in seen or (not reading.victims.text and whole in seen):
            cost += 1
        seen |= {key, whole}
    if cut == len(readings):
        cost += 0.5
    return cost


def _separation(readings: Sequence[Any], cut: int) -> int:
    """Behind a source's parenthesis a side ends more likely than at a mere change of line."""
    if cut >= len(readings):
        return 0
    return 2 * readings[cut - 1].item.closed + (readings[cut].item.line != readings[cut - 1].item.line)

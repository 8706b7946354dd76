"""The verdict on the figures of a row, with its spread and its reason in one sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sahel_tui.compare.clashes import Clashes, Holds, Kind, Pair, find_clashes, find_furthest
from sahel_tui.compare.people import describe_people
from sahel_tui.compare.ranges import allowed_range
from sahel_tui.compare.reasons import (
    say_agreement,
    say_difference,
    say_dispute,
    say_pair,
    say_parts,
    say_revision,
    say_single,
)
from sahel_tui.model import UNSPECIFIED, Claim, Count, Figure, Verdict

_DEFINITIONAL: tuple[Kind, ...] = ("wide", "open", "others")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is said of a row."""

    figures: tuple[Figure, ...]
    verdict: Verdict
    reason: str
    spread: float | None = None
    pair: tuple[int, ...] = ()
    mixed: bool = False


def judge(figures: Sequence[Figure], claims: Sequence[Claim], holds: Holds, *, side: str) -> Judgement:
    """Verdict of one row; `holds` tells whether a figure of more than the category can hold another."""
    people = describe_people(figures, claims)
    clashes = find_clashes([figure.count for figure in figures], people, holds, open_side=side == UNSPECIFIED)
    if "dispute" in clashes.pairs:
        return _dispute(figures, clashes)
    for kind in _DEFINITIONAL:
        if kind in clashes.pairs:
            return _differ(kind, "definitional", figures, clashes, claims)
    if "part" in clashes.pairs:
        return _differ("part", "compatible", figures, clashes, claims)
    return _agree(tuple(figures), claims)


def _dispute(figures: Sequence[Figure], clashes: Clashes) -> Judgement:
    marked = tuple(replace(figure, disputed=place in clashes.disputed) for place, figure in enumerate(figures))
    pair = clashes.pairs["dispute"]
    reason = say_dispute(*(figures[place] for place in pair))
    spread = spread_of([figure.count for figure in marked if figure.disputed])
    return Judgement(marked, "disputed", reason, spread, pair, clashes.mixed)


def _differ(
    kind: Kind, verdict: Verdict, figures: Sequence[Figure], clashes: Clashes, claims: Sequence[Claim]
) -> Judgement:
    pair = clashes.pairs[kind]
    one, other = (figures[place] for place in pair)
    reason = say_difference(kind, one, other, claims)
    return Judgement(tuple(figures), verdict, reason, pair=pair, mixed=True)


def _agree(figures: tuple[Figure, ...], claims: Sequence[Claim]) -> Judgement:
    """The verdict where no two figures differ beyond what both allow."""
    spoken = [place for place, figure in enumerate(figures) if allowed_range(figure.count) is not None]
    parts = next((figures[place] for place in spoken if figures[place].parts), None)
    earlier = next((figure for figure in figures if figure.earlier), None)
    if earlier and len(spoken) < 2:
        return Judgement(figures, "revised", say_revision(earlier, claims))
    if len(spoken) < 2:
        return Judgement(figures, "single", say_single(figures[spoken[0] if spoken else 0]))
    said = [figures[place] for place in spoken]
    if any(figure.count != said[0].count for figure in said):
        pair: Pair = find_furthest([figure.count for figure in figures], spoken)
        reason = f"{say_pair(figures[pair[0]], figures[pair[1]])} can both be true"
        return Judgement(figures, "compatible", reason, pair=pair)
    if parts:
        return Judgement(figures, "partial", say_parts(parts, claims))
    return Judgement(figures, "agree", say_agreement(said))


def spread_of(counts: Sequence[Count]) -> float | None:
    """Largest over smallest stated number, to a tenth; None when fewer than two are stated or one is zero."""
    numbers = [number for count in counts for number in (count.low, count.high) if number is not None]
    stated = [count for count in counts if count.low is not None or count.high is not None]
    if len(stated) < 2 or min(numbers) == 0:
        return None
    return round(max(numbers) / min(numbers), 1)

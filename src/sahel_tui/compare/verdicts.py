"""The verdict on the figures of a row, with its spread and its reason in one sentence."""

from collections.abc import Callable, Sequence

from sahel_tui.compare.clashes import Clashes, Kind, Pair, find_clashes, find_furthest
from sahel_tui.compare.parts import is_sum
from sahel_tui.compare.people import counts_more, describe_people
from sahel_tui.compare.ranges import allowed_range
from sahel_tui.compare.reasons import (
    say_agreement,
    say_difference,
    say_dispute,
    say_pair,
    say_parts,
    say_replacement,
    say_revision,
    say_single,
    say_sum,
)
from sahel_tui.compare.separate import Separate
from sahel_tui.compare.stand_ins import find_stand_ins, is_early
from sahel_tui.dataclass import dataclass, replace
from sahel_tui.model import UNSPECIFIED, Claim, Count, Figure, Verdict

UNCOUNTED = Count(vague="unknown")
"""A count that contradicts none."""

_DEFINITIONAL: tuple[Kind, ...] = ("wide", "open", "others")

_SEEN_IN_TENTHS = 1.05
"""A ratio below is told to a hundredth: ×1 would say that nothing differs."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is said of a row."""

    figures: tuple[Figure, ...]
    verdict: Verdict
    reason: str
    spread: float | None = None
    pair: tuple[int, ...] = ()
    mixed: bool = False


def judge(
    figures: Sequence[Figure], claims: Sequence[Claim], find_separate: Callable[[], Separate], *, side: str
) -> Judgement:
    """Verdict of one row; what `find_separate` finds knows what a figure of `killed or wounded` can hold."""
    if len(figures) == 1:
        return _agree(tuple(figures), claims)
    separate = find_separate()
    people = describe_people(figures, claims)
    quiet = find_stand_ins(figures, claims)
    counts = [UNCOUNTED if place in quiet else figure.count for place, figure in enumerate(figures)]
    clashes = find_clashes(counts, people, separate, open_side=side == UNSPECIFIED)
    if "dispute" in clashes.pairs:
        return _dispute(figures, clashes)
    if "wide" in clashes.pairs:
        summed = _add_up(figures, clashes, separate, claims)
        if summed:
            return summed
    for kind in _DEFINITIONAL:
        if kind in clashes.pairs:
            return _differ(kind, "definitional", figures, clashes, claims)
    early = next((figures[place] for place in sorted(quiet) if is_early(figures[place], claims)), None)
    if early:
        final = next(figure for figure in figures if figure.voice == "infobox")
        return Judgement(tuple(figures), "revised", say_replacement(early, final))
    if "part" in clashes.pairs:
        return _differ("part", "compatible", figures, clashes, claims)
    return _agree(tuple(figures), claims)


def _dispute(figures: Sequence[Figure], clashes: Clashes) -> Judgement:
    marked = tuple(replace(figure, disputed=place in clashes.disputed) for place, figure in enumerate(figures))
    pair = clashes.pairs["dispute"]
    reason = say_dispute(*(figures[place] for place in pair))
    spread = spread_of([figure.count for figure in marked if figure.disputed])
    return Judgement(marked, "disputed", reason, spread, pair, clashes.mixed)


def _add_up(
    figures: Sequence[Figure], clashes: Clashes, separate: Separate, claims: Sequence[Claim]
) -> Judgement | None:
    """`20 killed and wounded` where another voice has 8 killed and 12 wounded."""
    first, second = clashes.pairs["wide"]
    wide, plain = (first, second) if counts_more(figures[first], claims) else (second, first)
    addends = separate.find_addends(wide, plain)
    if not addends:
        return None
    reason = say_sum(figures[wide], figures[plain], addends, claims)
    return Judgement(tuple(figures), "partial", reason, pair=(first, second), mixed=True)


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
    said = [figures[place] for place in spoken]
    parts = next((figure for figure in said if figure.parts), None)
    earlier = next((figure for figure in figures if figure.earlier), None)
    if len({str(figure.count) for figure in said}) > 1:
        pair: Pair = find_furthest([figure.count for figure in figures], spoken)
        reason = f"{say_pair(figures[pair[0]], figures[pair[1]])} can both be true"
        return Judgement(figures, "compatible", reason, pair=pair)
    if parts and (len(said) > 1 or not is_sum(parts)):
        return Judgement(figures, "partial", say_parts(parts, claims))
    if len(said) > 1:
        return Judgement(figures, "agree", say_agreement(said))
    if earlier:
        return Judgement(figures, "revised", say_revision(earlier, claims))
    return Judgement(figures, "single", say_single((said or figures)[0]))


def spread_of(counts: Sequence[Count]) -> float | None:
    """Largest over smallest stated number, to a tenth; None when fewer than two are stated, all equal, or one is zero.

    >>> spread_of([Count(31), Count(5)]), spread_of([Count(98), Count(97)]), spread_of([Count(50), Count(50)])
    (6.2, 1.01, None)
    """
    numbers = [number for count in counts for number in (count.low, count.high) if number is not None]
    stated = [count for count in counts if count.low is not None or count.high is not None]
    if len(stated) < 2 or min(numbers) == 0 or min(numbers) == max(numbers):
        return None
    ratio = max(numbers) / min(numbers)
    return round(ratio, 1) if ratio >= _SEEN_IN_TENTHS else max(1.01, round(ratio, 2))

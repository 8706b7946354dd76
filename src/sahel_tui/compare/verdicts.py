"""The verdict on the figures of a row, with its spread and its reason in one sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from sahel_tui.compare.ranges import allowed_range, can_both_be_true
from sahel_tui.compare.voices import INFOBOX, possessive
from sahel_tui.model import Claim, Count, Figure, Verdict


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is said of a row."""

    figures: tuple[Figure, ...]
    verdict: Verdict
    spread: float | None
    reason: str


def judge(figures: Sequence[Figure], claims: Sequence[Claim], definitional: frozenset[tuple[str, str]]) -> Judgement:
    """Verdict of one row; `definitional` names pairs of voices that do not count the same thing."""
    spoken = [figure for figure in figures if allowed_range(figure.count) is not None]
    pairs = [pair for pair in combinations(spoken, 2) if not _are_apart(*pair, spoken, claims)]
    clashes = [(one, other) for one, other in pairs if not can_both_be_true(one.count, other.count)]
    real = [pair for pair in clashes if (pair[0].voice, pair[1].voice) not in definitional]
    if real:
        return _disputed(figures, real)
    if clashes:
        one, other = clashes[0]
        reason = f"{_pair(one, other)} do not count the same thing"
        return Judgement(tuple(figures), "definitional", None, reason)
    return _undisputed(figures, spoken, claims)


def _are_apart(one: Figure, other: Figure, figures: Sequence[Figure], claims: Sequence[Claim]) -> bool:
    """The two figures do not count the same people, so that they cannot contradict each other."""
    return _is_part_of_own(one, other, claims) or _are_different_groups(one, other, figures, claims)


def _is_part_of_own(one: Figure, other: Figure, claims: Sequence[Claim]) -> bool:
    """`three died at once` beside an infobox of ten: text that gives less than its own infobox gives a part."""
    if one.source is not None or other.source is not None:
        return False
    places = [{claims[index].where.startswith(INFOBOX) for index in figure.claims} for figure in (one, other)]
    if places == [{False}, {True}]:
        one, other = other, one
    elif places != [{True}, {False}]:
        return False
    return one.count.low is not None and other.count.high is not None and other.count.high < one.count.low


def _are_different_groups(one: Figure, other: Figure, figures: Sequence[Figure], claims: Sequence[Claim]) -> bool:
    """`1 pilot` beside `58 soldiers` in one infobox: two named groups of a side, not two counts of one.

    A figure of the text counts one of these groups when it names it as the infobox does.
    """
    boxed = {figure.voice: _noun(figure, claims, boxed=True) for figure in figures}
    first = boxed[one.voice] or _noun(one, claims, boxed=False)
    second = boxed[other.voice] or _noun(other, claims, boxed=False)
    if not first or not second or first == second:
        return False
    known = {noun for noun in boxed.values() if noun}
    return {first, second} <= known


def _noun(figure: Figure, claims: Sequence[Claim], *, boxed: bool) -> str:
    """The head noun of a figure's victims in the infobox or the text; empty for a sum, a name or an unnamed group."""
    if figure.parts:
        return ""
    victims = [claims[index].victims for index in figure.claims if claims[index].where.startswith(INFOBOX) == boxed]
    words = victims[0].split() if victims else []
    return "" if not words or words[-1][0].isupper() else words[-1].casefold().rstrip("s")


def _disputed(figures: Sequence[Figure], clashes: Sequence[tuple[Figure, Figure]]) -> Judgement:
    voices = {figure.voice for pair in clashes for figure in pair}
    marked = tuple(replace(figure, disputed=figure.voice in voices) for figure in figures)
    return Judgement(
        marked, "disputed", spread_of([figure.count for figure in marked if figure.disputed]), _reason(clashes)
    )


def _undisputed(figures: Sequence[Figure], spoken: Sequence[Figure], claims: Sequence[Claim]) -> Judgement:
    parts = next((figure for figure in spoken if figure.parts), None)
    earlier = next((figure for figure in figures if figure.earlier), None)
    if earlier and len(spoken) < 2:
        return Judgement(tuple(figures), "revised", None, _revision(earlier, claims))
    if len(spoken) < 2:
        return Judgement(tuple(figures), "single", None, f"only {_the((spoken or figures)[0].voice)} gives a figure")
    if all(figure.count == spoken[0].count for figure in spoken):
        if parts:
            return Judgement(tuple(figures), "partial", None, _parts_sentence(parts, claims))
        return Judgement(tuple(figures), "agree", None, f"{len(spoken)} voices say {spoken[0].count}")
    one, other = _furthest(list(combinations(spoken, 2)))
    reason = f"{_pair(one, other)} can both be true"
    return Judgement(tuple(figures), "compatible", None, reason)


def _the(voice: str) -> str:
    return possessive(voice).removesuffix("'s").removesuffix("'")


def _revision(figure: Figure, claims: Sequence[Claim]) -> str:
    before = ", ".join(dict.fromkeys(str(claims[index].count) for index in figure.earlier))
    return f"{_the(figure.voice)} revised {before} to {figure.count}"


def _parts_sentence(figure: Figure, claims: Sequence[Claim]) -> str:
    parts = " + ".join(f"{claims[index].count} {claims[index].victims}".strip() for index in figure.parts)
    return f"{figure.count} = {parts}"


def _furthest(pairs: Sequence[tuple[Figure, Figure]]) -> tuple[Figure, Figure]:
    """The pair whose counts differ most, the exact before the vague."""

    def distance(pair: tuple[Figure, Figure]) -> tuple[bool, float]:
        first, second = (_middle(figure.count) for figure in pair)
        exact = all(figure.count.low is not None or figure.count.high is not None for figure in pair)
        return exact, max(first, second) / max(1.0, min(first, second))

    return max(pairs, key=distance)


def _middle(count: Count) -> float:
    allowed = allowed_range(count) or (0.0, 0.0)
    return allowed[0] if count.high is None else (allowed[0] + min(allowed[1], 10**9)) / 2


def _reason(clashes: Sequence[tuple[Figure, Figure]]) -> str:
    one, other = _furthest(clashes)
    ranges = [figure for figure in (one, other) if figure.count.hedge == "range"]
    if len(ranges) == 1:
        point = other if ranges[0] is one else one
        return f"{possessive(ranges[0].voice)} {ranges[0].count} leaves out {possessive(point.voice)} {point.count}"
    return f"{_pair(one, other)} cannot both be true"


def _pair(one: Figure, other: Figure) -> str:
    """`Mali's 31 and JNIM's 5`."""
    return f"{possessive(one.voice)} {one.count} and {possessive(other.voice)} {other.count}"


def spread_of(counts: Sequence[Count]) -> float | None:
    """Largest over smallest stated number, to a tenth; None when fewer than two are stated or one is zero."""
    numbers = [number for count in counts for number in (count.low, count.high) if number is not None]
    stated = [count for count in counts if count.low is not None or count.high is not None]
    if len(stated) < 2 or min(numbers) == 0:
        return None
    return round(max(numbers) / min(numbers), 1)

"""What each voice says about one row: its current count, sums of its parts, what it said before."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from sahel_tui.compare.ranges import add_counts, allowed_range, can_both_be_true
from sahel_tui.compare.voices import Voice, voice_of
from sahel_tui.dataclass import replace
from sahel_tui.model import Claim, Count, Figure

LONGEST_GAP = 60
"""Characters between two claims of one list."""

Indexed = tuple[int, Claim]


def figures_of(claims: Sequence[Indexed], documents: Sequence[str]) -> list[Figure]:
    """One figure a voice, in order of first mention, sentences before infobox lines as evidence; parts are left out.

    `documents` are the event's, in the order that numbers them.
    """
    if len(claims) == 1:
        return _figure_alone(*claims[0])
    voices: dict[tuple[str, str], list[Indexed]] = {}
    for index, claim in claims:
        if "subset" not in claim.flags and not _is_single_death(claim):
            voices.setdefault(voice_of(claim).key, []).append((index, claim))
    figures = [_figure(voice_of(spoken[0][1]), spoken) for spoken in voices.values()]
    return _merge_documents(figures, dict(claims), documents)


def _figure_alone(index: int, claim: Claim) -> list[Figure]:
    """What the general way makes of one claim, which is most rows of a data set."""
    if "subset" in claim.flags or _is_single_death(claim):
        return []
    voice = voice_of(claim)
    return [Figure(voice.source, voice.label, claim.count, (index,))]


def _is_single_death(claim: Claim) -> bool:
    """`a man was killed`, in the article's own words: a detail of the story, not a toll."""
    return claim.count == Count(1, 1) and claim.source is None and not _is_infobox(claim)


def _figure(voice: Voice, spoken: Sequence[Indexed]) -> Figure:
    current = [(index, claim) for index, claim in spoken if "superseded" not in claim.flags]
    replaced = [index for index, claim in spoken if "superseded" in claim.flags]
    if not current:
        current, replaced = [(index, claim) for index, claim in spoken][-1:], replaced[:-1]
    current = _without_details(current)
    places = [_of_one_place([pair for pair in current if _is_infobox(pair[1]) == infobox]) for infobox in (True, False)]
    stated = [place for place in places if place]
    count, evidence, parts, earlier = stated[0]
    for other in stated[1:]:
        if can_both_be_true(count, other[0]) or parts:
            evidence, earlier = evidence + other[1], earlier + other[3]
            if _is_vaguer(count, other[0]):
                count, parts = other[0], other[2]
        else:
            evidence, earlier = evidence, earlier + other[3] + other[1]
    spoken_claims = dict(spoken)
    earlier = [index for index in (*replaced, *earlier) if _differ(spoken_claims[index].count, count)]
    evidence = sorted(
        evidence, key=lambda index: (spoken_claims[index].count != count, _is_infobox(spoken_claims[index]))
    )
    return Figure(voice.source, voice.label, count, tuple(evidence), tuple(parts), tuple(sorted(set(earlier))))


def _differ(one: Count, other: Count) -> bool:
    """Whether the numbers differ; `about fifty`, then fifty, is no revision."""
    return (one.low, one.high, one.vague) != (other.low, other.high, other.vague)


def _without_details(current: list[Indexed]) -> list[Indexed]:
    """A document's own words also tell of single deaths and of groups among the dead: its largest figure is its toll.

    An infobox figure that one of them repeats, or that contains it, is the better guide.
    """
    own = [pair for pair in current if pair[1].source is None and not _is_infobox(pair[1])]
    countable = [pair for pair in own if pair[1].count.low is not None]
    if len(countable) < 2 or len({pair[1].victims.casefold() for pair in countable}) == len(countable):
        return current
    largest = max(countable, key=lambda pair: pair[1].count.low or 0)
    dropped = {index for index, claim in countable if not can_both_be_true(claim.count, largest[1].count)}
    return [pair for pair in current if pair[0] not in dropped]


def _is_infobox(claim: Claim) -> bool:
    return claim.where.startswith("infobox")


def _is_vaguer(count: Count, other: Count) -> bool:
    return allowed_range(count) is None and allowed_range(other) is not None


def _of_one_place(spoken: Sequence[Indexed]) -> tuple[Count, list[int], list[int], list[int]] | None:
    """Count, evidence, parts and earlier claims of one voice in the infobox or in the text."""
    if not spoken:
        return None
    whole = _stated_sum(spoken)
    if whole is not None:
        return whole
    groups = _groups(spoken)
    if len(groups) > 1 and all(_is_countable(pairs[-1][1].count) for pairs in groups.values()):
        return _sum(spoken, list(groups.values()))
    last_index, last = spoken[-1]
    if _is_infobox(last):
        last_index, last = spoken[0]
    same = [index for index, claim in spoken if can_both_be_true(claim.count, last.count)]
    best = next((claim for _, claim in spoken if claim.count == last.count), last)
    evidence = [last_index, *(index for index in same if index != last_index)]
    known = set(evidence)
    return best.count, evidence, [], [index for index, _ in spoken if index not in known]


def _stated_sum(spoken: Sequence[Indexed]) -> tuple[Count, list[int], list[int], list[int]] | None:
    """`thirty were buried, thirteen more found, which brought the toll to 43`: the last adds up the others."""
    if len(spoken) < 3 or not all(_is_countable(claim.count) for _, claim in spoken):
        return None
    *parts, (index, total) = spoken
    lows = [claim.count.low or 0 for _, claim in parts]
    if sum(lows) != total.count.low or total.count.low == lows[-1]:
        return None
    return total.count, [index], [], []


def _is_countable(count: Count) -> bool:
    return count.low is not None and count.vague in (None, "none")


def _groups(spoken: Sequence[Indexed]) -> dict[str, list[Indexed]]:
    """Claims by the victims they name; empty when one of them speaks of the side as a whole."""
    groups: dict[str, list[Indexed]] = {}
    for index, claim in spoken:
        groups.setdefault(claim.victims.casefold(), []).append((index, claim))
    whole = any(not name or "total" in pairs[0][1].flags for name, pairs in groups.items())
    infobox = all(_is_infobox(claim) for _, claim in spoken)
    return {} if whole or not (infobox or _is_list(spoken)) else groups


def _is_list(spoken: Sequence[Indexed]) -> bool:
    """The claims stand in one list: `ten soldiers and two gendarmes`; `70 soldiers … its pictures showed 54 bodies`."""
    claims = [claim for _, claim in spoken]
    same = {(claim.document, claim.where) for claim in claims}
    return len(same) == 1 and all(after.start - before.end <= LONGEST_GAP for before, after in pairwise(claims))


def _sum(
    spoken: Sequence[Indexed], groups: Sequence[Sequence[Indexed]]
) -> tuple[Count, list[int], list[int], list[int]]:
    """The sum of the groups; an article need not name every group, so its sum is a least number."""
    chosen = [pairs[-1] for pairs in groups]
    count = add_counts([claim.count for _, claim in chosen])
    if not _is_infobox(spoken[0][1]) and spoken[0][1].source is None and count.low:
        count = Count(count.low, None, hedge="at_least")
    indexes = [index for index, _ in chosen]
    return count, indexes, indexes, []


def _merge_documents(figures: list[Figure], claims: dict[int, Claim], documents: Sequence[str]) -> list[Figure]:
    """Own voices of several documents that say the same are one; the others are told apart by number."""
    merged: dict[object, Figure] = {}
    for figure in figures:
        key = (figure.voice, figure.count) if figure.source is None else len(merged)
        kept = merged.get(key)
        if kept:
            figure = replace(kept, claims=kept.claims + figure.claims, earlier=kept.earlier + figure.earlier)
        merged[key] = figure
    voices = Counter(figure.voice for figure in merged.values())
    return [
        _number(figure, claims, documents) if figure.source is None and voices[figure.voice] > 1 else figure
        for figure in merged.values()
    ]


def _number(figure: Figure, claims: dict[int, Claim], documents: Sequence[str]) -> Figure:
    number = documents.index(claims[figure.claims[0]].document) + 1
    return replace(figure, voice=f"{figure.voice} {number}")

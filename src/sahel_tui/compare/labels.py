"""What a codebook would take of a row, as labels of its figures; none of them says which figure is true."""

import re
from collections.abc import Callable, Sequence
from math import inf

from sahel_tui.compare.parties import find_sides_of, is_belligerent, name_body
from sahel_tui.compare.ranges import VAGUE_RANGE, allowed_range, can_both_be_true, is_stated
from sahel_tui.compare.voices import SUM_OF_SIDES
from sahel_tui.dataclass import replace
from sahel_tui.model import CIVILIANS, LABELS, UNSPECIFIED, Claim, Count, Figure, Label, Row, Side

Voices = set[str]
Position = tuple[str, int]
"""Document and offset."""

_NAMELESS = re.compile(
    r"(?:(?:local|other|some|several|social|press|news) )?"
    r"(?:reports?|accounts|press|media|newspapers?|agenc(?:y|ies)|outlets?|dail(?:y|ies)|(?:web)?sites?|sources?"
    r"|presse|médias|journal|journaux|quotidiens?|hebdomadaire|réseaux sociaux)"
)
"""Reports and outlets without a name, which may only repeat another voice of the row."""


def add_labels(row: Row, claims: Sequence[Claim], sides: Sequence[Side]) -> Row:
    """The row, its figures labelled; `unknown` and a sum that nobody stated get no label.

    The first four need two figures of the same thing: a row that counts different things gets `enemy` alone.
    """
    spoken = [figure for figure in row.figures if allowed_range(figure.count) and figure.voice != SUM_OF_SIDES]
    found: dict[Label, Voices] = {"enemy": _find_enemies(spoken, row.side, sides)}
    if len(spoken) > 1 and row.verdict != "definitional":
        found["lowest"], found["highest"] = _find_ends(spoken)
        found["latest"] = _find_latest(spoken, claims)
        found["majority"] = _find_majority(spoken, sides)
    return replace(row, figures=tuple(_label(figure, found) for figure in row.figures))


def _label(figure: Figure, found: dict[Label, Voices]) -> Figure:
    labels = tuple(label for label in LABELS if figure.voice in found.get(label, ()))
    return replace(figure, labels=labels) if labels != figure.labels else figure


def _find_enemies(figures: Sequence[Figure], side: str, sides: Sequence[Side]) -> Voices:
    """Voices of another side: `31 militants killed`, says the army."""
    if side in (CIVILIANS, UNSPECIFIED):
        return set()
    speakers = {figure.voice: find_sides_of(figure.source, sides) for figure in figures if figure.source}
    return {voice for voice, own in speakers.items() if own and side not in own}


def _find_ends(figures: Sequence[Figure]) -> tuple[Voices, Voices]:
    """The voices with the least and with the greatest stated number; both empty where all state the same.

    A range that holds both ends leaves each of them to whoever states it alone.
    """
    ranked = _find_ranked(figures)
    lows = {figure.voice: _least(figure.count) for figure in ranked}
    highs = {figure.voice: _greatest(figure.count) for figure in ranked}
    if len(set(lows.values())) < 2 and len(set(highs.values())) < 2:
        return set(), set()
    lowest, highest = _hold(lows, min), _hold(highs, max)
    both = lowest & highest
    return lowest - both or lowest, highest - both or highest


def _find_ranked(figures: Sequence[Figure]) -> list[Figure]:
    """The numbers the others can be measured by, and `dozens` where it contradicts them all.

    What contradicts another figure without being disputed counts a part or other people: `3 at once`, of 174 in all.
    """
    ranges = {count: allowed_range(count) or (0.0, inf) for count in {figure.count for figure in figures}}
    first_end = min(high for _, high in ranges.values())
    last_start = max(low for low, _ in ranges.values())
    disputed = {figure.count for figure in figures if figure.disputed}
    lone = {count for count in ranges if not is_stated(count) and _contradicts_all(count, figures)}

    def can_be_ranked(count: Count) -> bool:
        low, high = ranges[count]
        clashes = low > first_end or high < last_start
        return (count in disputed or not clashes) and (is_stated(count) or count in lone)

    return [figure for figure in figures if can_be_ranked(figure.count)]


def _contradicts_all(count: Count, figures: Sequence[Figure]) -> bool:
    return sum(can_both_be_true(count, figure.count) for figure in figures) == 1


def _hold(numbers: dict[str, float], choose: Callable[..., float]) -> Voices:
    end = choose(numbers.values())
    return {voice for voice, number in numbers.items() if number == end}


def _least(count: Count) -> float:
    """The least number a count states: 31 of `31+`, 20 of `up to 20`, what `dozens` stands for at least."""
    if count.low is not None:
        return count.low
    return count.high if count.high is not None else VAGUE_RANGE[count.vague or ""][0]


def _greatest(count: Count) -> float:
    return count.high if count.high is not None else _least(count)


def _find_latest(figures: Sequence[Figure], claims: Sequence[Claim]) -> Voices:
    """The voice that replaced its figure by the words of the text (`at first twelve, then fourteen`).

    The order in which a text tells its voices is no order in time, so nothing is latest without such words; nor is it
    where another count is told further down, or in another document.
    """
    told = [(figure, place) for figure in figures if (place := _find_last(figure, claims))]
    if not told:
        return set()
    last = max(told, key=lambda pair: pair[1][1])[0].count
    others = [place for figure, place in told if figure.count != last]
    before = max((offset for _, offset in others), default=-1)
    documents = {document for document, _ in others}
    return {
        figure.voice
        for figure, (document, offset) in told
        if figure.count == last and documents <= {document} and before < offset and _is_revised(figure, claims)
    }


def _is_revised(figure: Figure, claims: Sequence[Claim]) -> bool:
    return any("superseded" in claims[index].flags for index in figure.earlier)


def _find_last(figure: Figure, claims: Sequence[Claim]) -> Position | None:
    """Where the text last gives the figure; None for one that only an infobox gives."""
    places = [claims[index] for index in (*figure.claims, *figure.parts)]
    return max(((c.document, c.start) for c in places if c.where.startswith("text")), default=None, key=lambda p: p[1])


def _find_majority(figures: Sequence[Figure], sides: Sequence[Side]) -> Voices:
    """The independent voices behind the count that most of them give, one for each organisation.

    Empty when fewer than two agree, or when as many agree on another count.
    """
    groups: dict[tuple[int | None, int | None], dict[str, str]] = {}
    for figure in figures:
        if is_stated(figure.count) and _is_independent(figure, sides):
            bodies = groups.setdefault((figure.count.low, figure.count.high), {})
            bodies.setdefault(name_body(figure.voice), figure.voice)
    sizes = sorted((len(bodies) for bodies in groups.values()), reverse=True)
    if not sizes or sizes[0] < 2 or sizes[:2] == [sizes[0]] * 2:
        return set()
    return set(max(groups.values(), key=len).values())


def _is_independent(figure: Figure, sides: Sequence[Side]) -> bool:
    """Neither a belligerent, nor the document itself, nor a nameless outlet that may repeat one of the others."""
    source = figure.source
    return source is not None and not _NAMELESS.fullmatch(source.casefold()) and not is_belligerent(source, sides)

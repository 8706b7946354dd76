"""Which figures of a row cannot both be true, found without looking at every pair of them."""

from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement, product
from typing import Literal

from sahel_tui.compare.people import People, are_other_people
from sahel_tui.compare.ranges import allowed_range, is_stated
from sahel_tui.compare.separate import Separate
from sahel_tui.dataclass import dataclass, field
from sahel_tui.model import Count

Pair = tuple[int, int]
"""Places of two figures in their row, the first of them first."""

Kind = Literal["dispute", "wide", "open", "others", "part"]
"""Why two counts differ.

`dispute`: they cannot both be true; `wide`: one counts more than the category; `open`: whose losses they are is left
open; `others`: they count other people; `part`: the text gives less than its own
infobox, or much less than a voice that it reports.
"""


@dataclass(slots=True)
class Clashes:
    """The disputed figures, and of each kind the pair whose counts differ most."""

    disputed: set[int] = field(default_factory=set)
    pairs: dict[Kind, Pair] = field(default_factory=dict)

    @property
    def mixed(self) -> bool:
        """Whether figures of the row differ without contradicting each other."""
        return any(kind != "dispute" for kind in self.pairs)


@dataclass(frozen=True, slots=True)
class _Stated:
    """One figure on the line of numbers."""

    place: int
    low: float
    high: float
    exact: bool
    """A number was said, not only `dozens`."""

    @property
    def middle(self) -> float:
        return self.low if self.high > _OPEN else (self.low + self.high) / 2


def _state(place: int, count: Count) -> _Stated | None:
    """None for `unknown`, which allows any number."""
    allowed = allowed_range(count)
    return _Stated(place, *allowed, is_stated(count)) if allowed else None


_OPEN = 10.0**9
_MOST_PAIRS = 10_000
_Pairs = Iterator[tuple[_Stated, _Stated]]


def find_clashes(counts: Sequence[Count], people: Sequence[People], separate: Separate, *, open_side: bool) -> Clashes:
    """The clashes among the figures of one row.

    `open_side` is a row whose text leaves open whose losses they are: there only stated totals contradict each other.
    Time grows with the figures times the groups they name, not with their pairs.
    """
    groups: dict[People, list[_Stated]] = {}
    for place, (count, counted) in enumerate(zip(counts, people, strict=True)):
        figure = _state(place, count)
        if figure:
            groups.setdefault(counted, []).append(figure)
    alone = _find_unechoed(counts, people)
    found = _Furthest()
    parts: list[tuple[_Stated, _Stated]] = []
    for (one, members), (other, others) in combinations_with_replacement(groups.items(), 2):
        if are_other_people(one, other):
            found.note("others", _clash(members, others))
        elif {one.own, other.own} == {"infobox", "text"}:
            parts += _clash(members, others) if one.own == "text" else _clash(others, members)
        elif open_side and not (one.total and other.total):
            found.note("open", _clash(members, others))
        elif one.wide != other.wide:
            wide, plain = (members, others) if one.wide else (others, members)
            for first, second in _pair_wide(wide, plain, separate):
                held = separate.holds(first.place, second.place)
                found.note("wide" if held else "dispute", iter([(first, second)]))
        else:
            for first, second in _clash(members, others):
                told = [(first, second), (second, first)]
                part = any(less.place in alone and _is_minor(less, more) for less, more in told)
                found.note("part" if part else "dispute", iter([(first, second)]))
    for text, infobox in parts:
        # What contradicts somebody else is a toll of its own, no part of one.
        less = text.exact and infobox.exact and text.high < infobox.low and text.place not in found.clashes.disputed
        minor = text.place in alone and _is_minor(text, infobox)
        found.note("part" if less or minor else "dispute", iter([(text, infobox)]))
    return found.clashes


def _find_unechoed(counts: Sequence[Count], people: Sequence[People]) -> frozenset[int]:
    """Places of what a text says in its own words, and neither a voice of the row nor an infobox with it."""
    voiced = {count for count, who in zip(counts, people, strict=True) if who.own != "text"}
    own = (place for place, who in enumerate(people) if who.own == "text")
    return frozenset(place for place in own if counts[place] not in voiced)


def _is_minor(text: _Stated, toll: _Stated) -> bool:
    """A text's own number that is less than half of a toll: it tells of one place, hour or group.

    Who reports `49 dead, says the government` and `seven were killed` does not deny the 49; `around 25` is a toll.
    """
    return toll.exact and text.exact and text.low == text.high and 0 < text.high * 2 < toll.low


class _Furthest:
    """Collects pairs, keeping of each kind the one that differs most, the exact before the vague."""

    def __init__(self) -> None:
        self.clashes = Clashes()
        self._weights: dict[Kind, tuple[bool, float]] = {}

    def note(self, kind: Kind, pairs: _Pairs) -> None:
        for first, second in pairs:
            if kind == "dispute":
                self.clashes.disputed |= {first.place, second.place}
            weight = _weigh(first, second)
            if kind not in self._weights or weight > self._weights[kind]:
                self._weights[kind] = weight
                self.clashes.pairs[kind] = min(first.place, second.place), max(first.place, second.place)


def _clash(members: Sequence[_Stated], others: Sequence[_Stated]) -> _Pairs:
    """Pairs of a member and another that share no value: all who are in one are in a pair given.

    A figure clashes with somebody below it exactly when it does with the one whose range ends first; so above.
    """
    ends = list(_find_ends(others))
    yield from ((member, end) for member in members for end in ends if _are_apart(member, end))
    if members is not others:
        ends = list(_find_ends(members))
        yield from ((end, other) for other in others for end in ends if _are_apart(end, other))


def _pair_wide(
    wide: Sequence[_Stated], plain: Sequence[_Stated], separate: Separate
) -> Iterator[tuple[_Stated, _Stated]]:
    """Pairs of a figure of more than the category and one of the category that share no value.

    Figures whose voice gives others to add are looked at one by one, as long as there are not too many.
    """
    alone = [figure for figure in plain if separate.is_alone(figure.place)]
    joint = [figure for figure in plain if not separate.is_alone(figure.place)]
    for exact in (True, False):
        yield from _clash([figure for figure in wide if figure.exact == exact], alone)
    if len(wide) * len(joint) > _MOST_PAIRS:
        yield from _clash(wide, joint)
    else:
        yield from (pair for pair in product(wide, joint) if _are_apart(*pair))


def _find_ends(figures: Sequence[_Stated]) -> Iterator[_Stated]:
    """Whose range ends first and whose begins last, among all and among the exact."""
    for group in (figures, [figure for figure in figures if figure.exact]):
        if group:
            yield min(group, key=lambda figure: figure.high)
            yield max(group, key=lambda figure: figure.low)


def _are_apart(one: _Stated, other: _Stated) -> bool:
    return max(one.low, other.low) > min(one.high, other.high)


def _weigh(one: _Stated, other: _Stated) -> tuple[bool, float]:
    return one.exact and other.exact, max(one.middle, other.middle) / max(1.0, min(one.middle, other.middle))


def find_furthest(counts: Sequence[Count], places: Sequence[int]) -> Pair:
    """The two figures among `places` whose counts differ most, clash or not; the exact before the vague."""
    stated = [_state(place, counts[place]) for place in places]
    ranked = sorted((figure for figure in stated if figure), key=lambda figure: (not figure.exact, figure.middle))
    exact = sum(figure.exact for figure in ranked)
    first, last = ranked[0].place, ranked[exact - 1 if exact > 1 else -1].place
    return min(first, last), max(first, last)

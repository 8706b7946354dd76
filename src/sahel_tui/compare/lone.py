"""Claims that hardly meet: each side's one figure, and totals of them all, as the rows of a data set say.

What a row of the comparison says then depends on who speaks of whom, and of totals on which of their numbers are the
larger and what adds up to them: it is built once in the general way, and once for all that say the same.
"""

from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache
from typing import NamedTuple

from sahel_tui.compare.parties import is_belligerent
from sahel_tui.compare.parts import choose_parts
from sahel_tui.compare.ranks import Sum, rank_counts, say_again
from sahel_tui.compare.voices import INFOBOX, name_speaker
from sahel_tui.model import MAIN_INCIDENT, UNSPECIFIED, Claim, Comparison, Count, Figure, Row, Side

Build = Callable[[Sequence[Claim], Sequence[Side]], Comparison]
"""The general way."""


class Said(NamedTuple):
    """Of a claim what its row depends on, wherever it stands."""

    where: str
    number: Count
    victims: str
    side: str
    source: str
    flags: tuple[str, ...]


_TOTAL = "total"
_REMEMBERED = 16_384
_MOST_TOTALS = 3
_ANY = Count(2, 2)
"""What a figure counts that nothing is compared with."""


def compare_lone(claims: Sequence[Claim], sides: Sequence[Side], build: Build) -> Comparison | None:
    """What `build` makes of such claims, at a tenth of the cost; None for claims that meet."""
    said: dict[int, Said] = {}
    for index, claim in enumerate(claims):
        if "citation" not in claim.flags:
            if not _is_simple(claim):
                return None
            source = claim.source or ""
            said[index] = Said(claim.where, claim.count, claim.victims, claim.side, source, claim.flags)
    known = tuple(sides)
    rows = compare_said(list(said.values()), known, build)
    if rows is None:
        return None
    places = list(said)
    if places != list(range(len(places))):
        rows = [_move(row, places, {}) for row in rows]
    return Comparison(tuple(claims), known, tuple(rows))


def compare_said(said: Sequence[Said], sides: tuple[Side, ...], build: Build) -> list[Row] | None:
    """The rows of what is said, claims by their places; None where a side has several figures."""
    own: dict[str, list[int]] = {}
    for place, one in enumerate(said):
        own.setdefault(one.side, []).append(place)
    totals = own.get(UNSPECIFIED, ())
    if len(totals) > _MOST_TOTALS or any(len(own[side]) > 1 for side in own if side != UNSPECIFIED):
        return None
    order = {side.id: place for place, side in enumerate(sides)}
    rows = []
    for side in sorted(own, key=lambda side: order.get(side, len(order))):
        alone = len(own[side]) == 1 and (side != UNSPECIFIED or len(own) < 3)
        row = (
            _row_alone(said[own[side][0]], own[side][0], sides, build)
            if alone
            else _row_of_totals(own, said, sides, build)
        )
        rows += [row] if row else []
    return rows


def _is_simple(claim: Claim) -> bool:
    count = claim.count
    return (
        claim.source is not None
        and count.low is not None
        and count.high is not None
        and claim.category == "killed"
        and claim.incident == MAIN_INCIDENT
        and claim.flags in ((), (_TOTAL,))
    )


def _row_alone(one: Said, place: int, sides: tuple[Side, ...], build: Build) -> Row | None:
    row = _build_row((one._replace(number=_ANY),), one.side, sides, build)
    return row and _move(row, (place,), {_ANY: one.number})


class Ranked(NamedTuple):
    """A row that all claims share whose numbers have the same order and add up to each other likewise."""

    row: Row
    """With other numbers in that order; claims by their places."""
    stands: dict[Count, int]
    """The place of the claim whose count each of these stands for."""


def tell_totals(said: Sequence[Said], sides: tuple[Side, ...]) -> Hashable:
    """What the row of the totals depends on but their numbers, where none is the sum of others."""
    stood, own = [one._replace(number=_ANY) for one in said], dict[str, list[int]]()
    for place, one in enumerate(stood):
        own.setdefault(one.side, []).append(place)
    return _choose_totals(own, stood, sides)


def rank_totals(said: Sequence[Said], sides: tuple[Side, ...], build: Build) -> Ranked | None:
    """The row of those claims that speak of no side alone; None where it tells more of its numbers than their order."""
    own: dict[str, list[int]] = {}
    for place, one in enumerate(said):
        own.setdefault(one.side, []).append(place)
    chosen, places, sums, sides = _choose_totals(own, said, sides)
    found = _rank(chosen, places, sums, sides, build)
    return found and Ranked(_move(found.row, places, {}), {count: places[at] for count, at in found.stands.items()})


def _row_of_totals(
    own: dict[str, list[int]], said: Sequence[Said], sides: tuple[Side, ...], build: Build
) -> Row | None:
    return _row_of_numbers(*_choose_totals(own, said, sides), build)


Chosen = tuple[tuple[Said, ...], tuple[int, ...], tuple[Sum, ...], tuple[Side, ...]]


def _choose_totals(own: dict[str, list[int]], said: Sequence[Said], sides: tuple[Side, ...]) -> Chosen:
    """All totals with their places, among the figures of the sides where some of these add up to one."""
    places = own[UNSPECIFIED]
    sums = _find_sums(own, said) if len(own) > 2 else []
    if sums:
        every = tuple(sorted(place for places in own.values() for place in places))
        return tuple([said[place] for place in every]), every, tuple(sums), sides
    if not _are_parties(frozenset([said[place].source for place in places]), sides):
        sides = _without_combatants(sides)
    return tuple([said[place] for place in places]), tuple(places), (), sides


@lru_cache(maxsize=_REMEMBERED)
def _row_of_numbers(
    chosen: tuple[Said, ...], places: tuple[int, ...], sums: tuple[Sum, ...], sides: tuple[Side, ...], build: Build
) -> Row | None:
    """The row of these totals and parts of them: most rows of a data set count few."""
    if len(chosen) == 1:
        return _row_alone(chosen[0], places[0], sides, build)
    if found := _rank(chosen, places, sums, sides, build):
        return _move(found.row, places, {count: chosen[at].number for count, at in found.stands.items()})
    row = _build_row(chosen, UNSPECIFIED, sides, build)
    return row and _move(row, places, {})


def _rank(
    chosen: Sequence[Said], places: Sequence[int], sums: Sequence[Sum], sides: tuple[Side, ...], build: Build
) -> Ranked | None:
    """The row of other numbers in the same order, claims by their places in `chosen`.

    None where somebody adds totals up, or the row tells how far they are apart.
    """
    totals = [at for at, one in enumerate(chosen) if one.side == UNSPECIFIED]
    if len(sums) > 1 or not _only_compared([chosen[at] for at in totals]):
        return None
    parts = (sums[0][0], tuple([places.index(place) for place in sums[0][1]])) if sums else None
    counts = rank_counts([one.number for one in chosen], totals, parts)
    stood = tuple([one._replace(number=count) for one, count in zip(chosen, counts, strict=True)])
    row = _build_row(stood, UNSPECIFIED, sides, build)
    stands = {count: at for at, count in enumerate(counts)}
    if row is None or row.spread is not None or any(figure.count not in stands for figure in row.figures):
        return None
    return Ranked(row, stands)


def _find_sums(own: dict[str, list[int]], said: Sequence[Said]) -> list[Sum]:
    """The totals that are sums of what the same voice gives for the sides."""
    stated = [said[place] for side, (place, *_) in own.items() if side != UNSPECIFIED]
    places = [place for side, (place, *_) in own.items() if side != UNSPECIFIED]
    voices = [name_speaker(one.source) for one in stated]
    found: dict[Sum, None] = {}
    for total in (said[place] for place in own[UNSPECIFIED]):
        speaker, whole = name_speaker(total.source), total.number.low or 0
        parts = [at for at, voice in enumerate(voices) if voice == speaker and stated[at].number.low]
        if len(parts) > 1 and (added := choose_parts([stated[at].number.low or 0 for at in parts], whole)):
            found[whole, tuple([places[parts[at]] for at in added])] = None
    return list(found)


def _only_compared(totals: Sequence[Said]) -> bool:
    """Whether nobody adds any of them up: groups of one voice, or the figures before its last."""
    groups = sum(_TOTAL not in one.flags for one in totals)
    return groups < 2 and (len(totals) < _MOST_TOTALS or len({one.where.startswith(INFOBOX) for one in totals}) > 1)


@lru_cache(maxsize=_REMEMBERED)
def _are_parties(sources: frozenset[str], sides: tuple[Side, ...]) -> bool:
    """Whether it takes the names of the sides to tell that some voice speaks for one of them."""
    voices = [name_speaker(source) for source in sources]
    return any(is_belligerent(voice, sides) and not is_belligerent(voice, ()) for voice in voices)


@lru_cache(maxsize=_REMEMBERED)
def _without_combatants(sides: tuple[Side, ...]) -> tuple[Side, ...]:
    return tuple([side for side in sides if side.id == UNSPECIFIED])


def _stand(one: Said) -> Claim:
    """A claim that says so and stands nowhere."""
    where, count, victims, side, source, flags = one
    return Claim("", where, 0, 0, "", "killed", count, victims, side, source, flags=flags)


@lru_cache(maxsize=_REMEMBERED)
def _build_row(said: tuple[Said, ...], side: str, sides: tuple[Side, ...], build: Build) -> Row | None:
    """The row of one side."""
    rows = build([_stand(one) for one in said], sides).rows
    return next((row for row in rows if row.side == side), None)


def _move(row: Row, places: Sequence[int], counts: dict[Count, Count]) -> Row:
    """The same row about the claims at `places`, with other counts for some."""
    figures = tuple(
        [
            Figure(
                figure.source,
                figure.voice,
                counts.get(figure.count, figure.count),
                tuple([places[place] for place in figure.claims]),
                tuple([places[place] for place in figure.parts]),
                tuple([places[place] for place in figure.earlier]),
                figure.disputed,
                figure.labels,
            )
            for figure in row.figures
        ]
    )
    return Row(
        row.incident,
        row.side,
        row.victims,
        row.category,
        figures,
        row.verdict,
        row.spread,
        say_again(row.reason, tuple(counts.items())) if len(places) > 1 else row.reason,
        row.pair,
        row.mixed,
    )

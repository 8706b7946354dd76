"""Claims that hardly meet: each side's one figure, and totals that are no sum of them, as the rows of a data set say.

What a row of the comparison says then depends on who speaks of whom, and of a total on its few numbers: it is built
once in the general way, and once for all that say the same.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from sahel_tui.compare.parties import is_belligerent
from sahel_tui.compare.parts import choose_parts
from sahel_tui.compare.voices import voice_of
from sahel_tui.model import MAIN_INCIDENT, UNSPECIFIED, Claim, Comparison, Count, Figure, Row, Side

Build = Callable[[Sequence[Claim], Sequence[Side]], Comparison]
"""The general way."""

Said = tuple[str, str, Count, str, str, str | None, tuple[str, ...]]
"""Of a claim what its row depends on."""

_FLAGS = frozenset(("total",))
_REMEMBERED = 16_384
_MOST_TOTALS = 3
_ANY = Count(2, 2)
"""What a figure counts that nothing is compared with."""


def compare_lone(claims: Sequence[Claim], sides: Sequence[Side], build: Build) -> Comparison | None:
    """What `build` makes of such claims, at a tenth of the cost; None for claims that meet."""
    own: dict[str, list[int]] = {}
    for index, claim in enumerate(claims):
        if "citation" not in claim.flags:
            if not _is_simple(claim):
                return None
            own.setdefault(claim.side, []).append(index)
    totals = own.get(UNSPECIFIED, [])
    if len(totals) > _MOST_TOTALS or any(len(own[side]) > 1 for side in own if side != UNSPECIFIED):
        return None
    if totals and len(own) > 2 and _may_add_up(claims, own, totals):
        return None
    places = {side.id: place for place, side in enumerate(sides)}
    order = sorted(own, key=lambda side: places.get(side, len(places)))
    known = tuple(sides)
    rows = (_row_of(own[side], claims, known, build) for side in order)
    return Comparison(tuple(claims), known, tuple(row for row in rows if row))


def _is_simple(claim: Claim) -> bool:
    count = claim.count
    return (
        claim.source is not None
        and count.low is not None
        and count.high is not None
        and claim.category == "killed"
        and claim.incident == MAIN_INCIDENT
        and _FLAGS.issuperset(claim.flags)
    )


def _may_add_up(claims: Sequence[Claim], own: dict[str, list[int]], totals: Sequence[int]) -> bool:
    """Whether some total is the sum of what the same voice gives for the sides."""
    stated = [claims[index] for side, (index, *_) in own.items() if side != UNSPECIFIED]
    voices = [(voice_of(claim).source, claim.count) for claim in stated]
    for total in (claims[index] for index in totals):
        source = voice_of(total).source
        numbers = [count.low or 0 for voice, count in voices if voice == source and count.low]
        if len(numbers) > 1 and choose_parts(numbers, total.count.low or 0):
            return True
    return False


def _row_of(indexes: Sequence[int], claims: Sequence[Claim], sides: tuple[Side, ...], build: Build) -> Row | None:
    if len(indexes) == 1:
        claim = claims[indexes[0]]
        row = _build_alone(_forget_place(claim, _ANY, ""), sides, build)
        return row and _move(row, indexes, claim.count)
    said = tuple([_forget_place(claims[index], claims[index].count, claims[index].quote) for index in indexes])
    row = _build_totals(
        said, sides if _are_parties((claims[index] for index in indexes), sides) else _only_open(sides), build
    )
    return row and _move(row, indexes, None)


def _are_parties(claims: Iterable[Claim], sides: Sequence[Side]) -> bool:
    """Whether it takes the names of the sides to tell that some voice speaks for one of them."""
    voices = [voice for claim in claims if (voice := voice_of(claim).source)]
    return any(is_belligerent(voice, sides) and not is_belligerent(voice, ()) for voice in voices)


def _only_open(sides: Sequence[Side]) -> tuple[Side, ...]:
    return tuple(side for side in sides if side.id == UNSPECIFIED)


def _forget_place(claim: Claim, count: Count, quote: str) -> Said:
    """What the claim says, wherever it stands."""
    return claim.where, quote, count, claim.victims, claim.side, claim.source, claim.flags


def _stand(said: Said) -> Claim:
    """A claim that says so and stands nowhere."""
    where, quote, count, victims, side, source, flags = said
    return Claim("", where, 0, 0, quote, "killed", count, victims, side, source, flags=flags)


@lru_cache(maxsize=_REMEMBERED)
def _build_alone(said: Said, sides: tuple[Side, ...], build: Build) -> Row | None:
    return next(iter(build([_stand(said)], sides).rows), None)


@lru_cache(maxsize=_REMEMBERED)
def _build_totals(said: tuple[Said, ...], sides: tuple[Side, ...], build: Build) -> Row | None:
    return next(iter(build([_stand(each) for each in said], sides).rows), None)


def _move(row: Row, indexes: Sequence[int], count: Count | None) -> Row:
    """The same row about the claims at `indexes`, with their `count` where there is only one."""
    figures = tuple(
        Figure(
            figure.source,
            figure.voice,
            count or figure.count,
            tuple([indexes[place] for place in figure.claims]),
            tuple([indexes[place] for place in figure.parts]),
            tuple([indexes[place] for place in figure.earlier]),
            figure.disputed,
            figure.labels,
        )
        for figure in row.figures
    )
    return Row(
        row.incident,
        row.side,
        row.victims,
        row.category,
        figures,
        row.verdict,
        row.spread,
        row.reason,
        row.pair,
        row.mixed,
    )

"""The parts of a figure: of its victims, or of the places it sums up, where they are stated and add up to it."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from sahel_tui.compare.voices import voice_of
from sahel_tui.dataclass import replace
from sahel_tui.model import UNSPECIFIED, Claim, Figure

MOST_PARTS = 8
"""More parts than this are only tried all together: nobody adds up some of twenty."""

Indexed = tuple[int, Claim]
Key = tuple[str, ...]


class StatedParts:
    """All claims of an event that may be parts of others, by who makes them and where."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = claims
        self._victims: dict[Key, list[Indexed]] = {}
        self._places: dict[Key, dict[str, Indexed]] = {}
        for index, claim in enumerate(claims):
            if "citation" in claim.flags:
                continue
            if "subset" in claim.flags:
                self._victims.setdefault(_key(claim, claim.incident, claim.where), []).append((index, claim))
            else:
                self._places.setdefault(_key(claim, claim.side), {}).setdefault(claim.incident, (index, claim))

    def add(self, figure: Figure) -> Figure:
        """The figure with its parts; as it was where they do not add up to all of it."""
        if figure.parts or not figure.count.low or figure.count.high not in (None, figure.count.low):
            return figure
        for index in figure.claims:
            claim = self._claims[index]
            for parts in self._find_candidates(claim) if claim.count == figure.count else ():
                chosen = choose_parts([part.count.low or 0 for _, part in parts], figure.count.low)
                if chosen:
                    return replace(figure, parts=tuple(parts[place][0] for place in chosen))
        return figure

    def _find_candidates(self, claim: Claim) -> Iterator[list[Indexed]]:
        """What is said to be among the victims, of any side for those of no side; for a total what places count."""
        if claim.count.low == claim.count.high:
            among = self._victims.get(_key(claim, claim.incident, claim.where), ())
            yield [part for part in among if _is_exact(part) and claim.side in (part[1].side, UNSPECIFIED)]
        if "total" in claim.flags:
            places = self._places.get(_key(claim, claim.side), {})
            yield [part for incident, part in places.items() if incident != claim.incident and _is_exact(part)]


def choose_parts(numbers: Sequence[int], total: int) -> tuple[int, ...]:
    """Places of the numbers, all or some, that add up to `total`; empty when fewer than two do."""
    places = range(len(numbers))
    sizes = range(len(numbers), 1, -1) if len(numbers) <= MOST_PARTS else (len(numbers),)
    for size in sizes:
        for chosen in combinations(places, size):
            if sum(numbers[place] for place in chosen) == total:
                return chosen
    return ()


def is_sum(figure: Figure) -> bool:
    """Whether its count was added up here, rather than stated with its parts."""
    return bool(figure.parts) and set(figure.claims) <= set(figure.parts)


def _is_exact(part: Indexed) -> bool:
    count = part[1].count
    return bool(count.low) and count.low == count.high


def _key(claim: Claim, *more: str) -> Key:
    return (claim.category, claim.document, *voice_of(claim).key, *more)

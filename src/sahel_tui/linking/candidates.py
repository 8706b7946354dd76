"""Pairs of documents that are worth weighing: near each other in place and time, never all with all.

Documents are put into blocks, one a place they name and four squares of a net around their point; within a block, in
the order of their days, each is weighed against the few that begin while it lasts or a day later. Two rows of one list
are two events, and are not weighed at all.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sahel_tui.linking.evidence import Described, Evidence, find_days, weigh
from sahel_tui.linking.gazetteer import Point

_MESH = 0.1
"""Degrees: about the ten kilometres within which two points are one place."""
_COLUMNS = 10_000
CROWD = 32
"""Documents weighed against one in a block; where more crowd together, place and day tell nothing."""

Pair = tuple[int, int]
"""Indexes of two documents, the smaller first."""


def find_candidates(described: Sequence[Described]) -> dict[Pair, Evidence]:
    """The pairs whose evidence is enough, by the places of both in `described`."""
    found: dict[Pair, Evidence] = {}
    for one, other in _neighbours(described):
        pair = (one, other) if one < other else (other, one)
        if (
            pair not in found
            and not _share_list(described, pair)
            and (evidence := weigh(described[pair[0]], described[pair[1]])).is_enough
        ):
            found[pair] = evidence
    return found


def _share_list(described: Sequence[Described], pair: Pair) -> bool:
    one, other = (described[index].circumstances.catalogue for index in pair)
    return bool(one) and one == other


def _neighbours(described: Sequence[Described]) -> Iterator[Pair]:
    for block in _make_blocks(described):
        days = sorted((*(find_days(described[index].event) or (0, 0)), index) for index in block)
        for place, (_, last, index) in enumerate(days):
            others = [other for begins, _, other in days[place + 1 : place + 2 + CROWD] if begins <= last + 1]
            if len(others) <= CROWD:
                yield from ((index, other) for other in others)


def _make_blocks(described: Sequence[Described]) -> "Iterator[array[int]]":
    """None of rows of one list alone, and at little cost: the longest list is only asked about places of the rest."""
    blocks: dict[str | int, array[int]] = {}
    longest = _find_longest_list(described)
    later: list[int] = []
    for index, one in enumerate(described):
        if longest and one.circumstances.catalogue == longest:
            later.append(index)
        elif find_days(one.event):
            for key in _find_keys(one):
                blocks.setdefault(key, array("I")).append(index)
    for index in later:
        for key in _find_keys(described[index]):
            if (block := blocks.get(key)) is not None and find_days(described[index].event):
                block.append(index)
    return (block for block in blocks.values() if len(block) > 1)


def _find_longest_list(described: Sequence[Described]) -> str:
    """The data set that most documents are rows of; empty where none is."""
    lists = Counter(one.circumstances.catalogue for one in described if one.circumstances.catalogue)
    return lists.most_common(1)[0][0] if lists else ""


def _find_keys(one: Described) -> Iterator[str | int]:
    where = one.circumstances.where
    return find_keys(where.spots, where.around, where.point)


def find_keys(spots: Iterable[str], around: Iterable[str], point: Point | None) -> Iterator[str | int]:
    """What blocks are called that a document at such places stands in."""
    yield from spots
    yield from around
    if point:
        yield from _find_squares(*point)


def _find_squares(north: float, east: float) -> Iterator[int]:
    """The four squares whose corner is nearest: two points a mesh apart share one at least."""
    row, column = int((north + 90) / _MESH - 0.5), int((east + 180) / _MESH - 0.5)
    for down in (0, 1):
        for right in (0, 1):
            yield (row + down) * _COLUMNS + column + right

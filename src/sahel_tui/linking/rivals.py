"""Which of the pairs that could be one event are taken: where two fit equally well, neither is."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sahel_tui.linking.candidates import Pair
from sahel_tui.linking.clusters import Clusters
from sahel_tui.linking.evidence import Described, Evidence, are_doubles


def choose_pairs(every: Sequence[Described], candidates: Mapping[Pair, Evidence], clusters: Clusters) -> list[Pair]:
    """The pairs to join, surest first; `clusters` are what is known to be one already."""
    partners: defaultdict[int, list[int]] = defaultdict(list)
    for one, other in candidates:
        partners[one].append(other)
        partners[other].append(one)
    taken = [pair for pair in candidates if find_rival(pair, partners, every, candidates, clusters) is None]
    return sorted(taken, key=lambda pair: (-candidates[pair].points, pair))


def find_rival(
    pair: Pair,
    partners: Mapping[int, Sequence[int]],
    every: Sequence[Described],
    candidates: Mapping[Pair, Evidence],
    clusters: Clusters,
) -> int | None:
    """What fits one of the pair at least as well as the other does, and is another event than that; None: nothing."""
    points = candidates[pair].points
    for one, other in (pair, pair[::-1]):
        for third in partners[one]:
            if third == other or candidates[_order(one, third)].points < points:
                continue
            alike = every[third].circumstances.catalogue == every[other].circumstances.catalogue
            together = clusters.find(third) == clusters.find(other) or _order(other, third) in candidates
            if alike and not together and not _are_parts(every[one], every[other], every[third]):
                return third
    return None


def _are_parts(whole: Described, one: Described, other: Described) -> bool:
    """Whether a text may tell of two rows of one list, each another day or place of its event."""
    return not whole.circumstances.catalogue and bool(one.circumstances.catalogue) and not are_doubles(one, other)


def _order(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)

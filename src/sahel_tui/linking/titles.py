"""Documents of one title: those whose days allow it are of one event."""

from collections.abc import Sequence

from sahel_tui.linking.clusters import Clusters
from sahel_tui.linking.evidence import Described
from sahel_tui.model import Event
from sahel_tui.store.entries import find_day_range
from sahel_tui.store.folding import make_title_key


def share_titles(described: Sequence[Described]) -> list[list[Described]]:
    """Groups of several documents that share a title and allow each other's days.

    The title is the page's or its infobox's; one shared title leads on to the next.
    """
    clusters, known = Clusters(len(described)), dict[int, int]()
    for place, one in enumerate(described):
        for key in (one.title_key, *map(make_title_key, one.event.names)):
            # Half the memory of the titles themselves, and no two of a million share a number.
            first = known.setdefault(hash(key), place)
            if first != place:
                clusters.join(first, place)
    same = ([described[place] for place in group] for group in clusters.groups() if len(group) > 1)
    return [group for shared in same for group in _split_by_date(shared) if len(group) > 1]


def _split_by_date(same: Sequence[Described]) -> list[list[Described]]:
    """Groups whose days overlap; a document that knows no day joins a group only when just one is possible."""
    groups: list[list[Described]] = []
    for one in sorted(same, key=_surest_first):
        fitting = [group for group in groups if any(_overlap(one.event, other.event) for other in group)]
        if len(fitting) == 1 or (fitting and _knows_day(one.event)):
            fitting[0].append(one)
        else:
            groups.append([one])
    return groups


def _surest_first(one: Described) -> tuple[bool, bool, int, int]:
    event = one.event
    return not _knows_day(event), not event.date, find_day_range(event)[0] or 0, one.seen


def _knows_day(event: Event) -> bool:
    return len(event.date) == len("2023-01-10")


def _overlap(one: Event, other: Event) -> bool:
    (first, last), (other_first, other_last) = find_day_range(one), find_day_range(other)
    if first is None or last is None or other_first is None or other_last is None:
        return True
    return first <= other_last and other_first <= last

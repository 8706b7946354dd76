"""Which documents describe the same event: the reader says so, their titles and dates do, or the evidence is enough."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from sahel_tui.linking.candidates import CROWD, Pair, find_candidates
from sahel_tui.linking.clusters import Clusters
from sahel_tui.linking.evidence import Described, contradicts
from sahel_tui.linking.rivals import choose_pairs
from sahel_tui.linking.titles import share_titles
from sahel_tui.model import Event
from sahel_tui.store.folding import find_days


def group_documents(
    described: Iterable[Described], together: Iterable[Pair] = (), apart: Iterable[Pair] = ()
) -> list[tuple[Described, ...]]:
    """The documents of each event, the naming one first; events by date, the undated first, titles of a day from Z.

    Read from the end, as the list of events is, the newest come first and the titles of a day from A. `together` and
    `apart` are what the reader says, by the numbers of arrival.
    """
    every = sorted(described, key=lambda one: one.seen)
    groups = [tuple(sorted(group, key=_lead_first)) for group in _link(every, together, apart)]
    groups.sort(key=lambda group: (group[0].title_key, group[0].seen), reverse=True)
    return sorted(groups, key=_by_date)


def _link(every: Sequence[Described], together: Iterable[Pair], apart: Iterable[Pair]) -> Iterator[list[Described]]:
    """Groups of documents; what is surer comes first, and never joins what the reader has parted."""
    clusters = Clusters(len(every), _find_places(apart, every))
    for one, other in _find_places(together, every):
        clusters.join(one, other)
    for group in share_titles(every):
        for number, later in enumerate(group):
            earlier = group[: min(number, CROWD)]
            any(clusters.join(_find_place(later.seen, every), _find_place(each.seen, every)) for each in earlier)
    for left, right in choose_pairs(every, find_candidates(every), clusters):
        clusters.join(left, right, lambda one, other: not contradicts(every[one], every[other]))
    return ([every[place] for place in group] for group in clusters.groups())


def _find_places(pairs: Iterable[Pair], every: Sequence[Described]) -> list[Pair]:
    found = ((_find_place(one, every), _find_place(other, every)) for one, other in pairs)
    return [(one, other) for one, other in found if one >= 0 and other >= 0]


def _find_place(seen: int, every: Sequence[Described]) -> int:
    """Where the document of this number stands among all of them; -1 when it does not. Few are asked for."""
    place = bisect_left(every, seen, key=lambda one: one.seen)
    return place if place < len(every) and every[place].seen == seen else -1


def name_events(groups: Sequence[Sequence[Described]]) -> Iterator[Event]:
    """One event a group, with what its documents know together; the first to come keeps its id, a later gets `-2`."""
    arrival = sorted(range(len(groups)), key=lambda place: min(one.seen for one in groups[place]))
    taken: dict[str, int] = {}
    names = [""] * len(groups)
    for place in arrival:
        names[place] = _free_name(merge_events(groups[place]).id, taken)
    return (call_event(group, name) for group, name in zip(groups, names, strict=True))


def call_event(group: Sequence[Described], name: str) -> Event:
    """The event of these documents, by this id."""
    event = merge_events(group)
    return Event(name, event.title, event.date, event.date_end, event.place, len(group))


def _lead_first(one: Described) -> tuple[bool, bool, int]:
    """Texts name an event, not the rows of data sets."""
    return bool(one.circumstances.catalogue), not one.names_event, one.seen


def _by_date(group: Sequence[Described]) -> tuple[int, int]:
    event = merge_events(group)
    return find_days(event.date, event.date_end)


def merge_events(group: Sequence[Described]) -> Event:
    """The event of the first document; what it leaves open comes from the next that says it."""
    lead = group[0].event
    if len(group) == 1:
        return lead
    dated = next((one.event for one in group if one.event.date), lead)
    placed = next((one.event for one in group if one.event.place), lead)
    slug = lead.id if lead.date or not dated.date else f"{dated.date}-{lead.id}"
    return Event(slug, lead.title, dated.date, dated.date_end, placed.place)


def _free_name(wanted: str, taken: dict[str, int]) -> str:
    """`wanted`, or `wanted-2` and so on when other events have it."""
    name = wanted
    while name in taken:
        taken[wanted] += 1
        name = f"{wanted}-{taken[wanted]}"
    taken[name] = 1
    return name

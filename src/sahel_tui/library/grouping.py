"""Which documents describe the same event: their titles say the same, and their dates allow it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sahel_tui.model import Event
from sahel_tui.store.build import find_day_range
from sahel_tui.store.folding import make_title_key


@dataclass(frozen=True, slots=True)
class Described:
    """A document, known by its number in the order of arrival, and the event it describes by itself."""

    seen: int
    event: Event
    names_event: bool = False
    """Its format gives titles and places as an editor wrote them, so the event takes them from it."""


def group_documents(described: Iterable[Described]) -> list[tuple[Described, ...]]:
    """The documents of each event, the naming one first; events by date, the undated first, titles of a day from Z.

    Read from the end, as the list of events is, the newest come first and the titles of a day from A.
    """
    groups = [
        tuple(sorted(group, key=_lead_first)) for same in _share_titles(described) for group in _split_by_date(same)
    ]
    groups.sort(key=lambda group: (make_title_key(group[0].event.title), group[0].seen), reverse=True)
    return sorted(groups, key=_by_date)


def _share_titles(described: Iterable[Described]) -> list[list[Described]]:
    """Documents that share a title, be it the page's or its infobox's; one shared title leads on to the next."""
    sets: dict[int, list[Described]] = {}
    set_of_title: dict[str, int] = {}
    for number, one in enumerate(described):
        sets[number] = [one]
        for key in {make_title_key(title) for title in (one.event.title, *one.event.names)}:
            known = set_of_title.get(key, number)
            if known != number:
                smaller, larger = sorted((known, number), key=lambda name: len(sets[name]))
                moved = sets.pop(smaller)
                sets[larger] += moved
                set_of_title |= dict.fromkeys(_title_keys(moved), larger)
                number = larger
            set_of_title[key] = number
    return [sorted(same, key=lambda one: one.seen) for same in sets.values()]


def _title_keys(same: Iterable[Described]) -> set[str]:
    return {make_title_key(title) for one in same for title in (one.event.title, *one.event.names)}


def name_events(groups: Sequence[Sequence[Described]]) -> Iterator[Event]:
    """One event a group, with what its documents know together; the first to come keeps its id, a later gets `-2`."""
    arrival = sorted(range(len(groups)), key=lambda place: min(one.seen for one in groups[place]))
    taken: dict[str, int] = {}
    names = {place: _free_name(_merge(groups[place]).id, taken) for place in arrival}
    for place, group in enumerate(groups):
        yield replace(_merge(group), id=names[place], documents=len(group))


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


def _lead_first(one: Described) -> tuple[bool, int]:
    return not one.names_event, one.seen


def _by_date(group: Sequence[Described]) -> tuple[int, int]:
    first, last = find_day_range(_merge(group))
    return first or 0, last or 0


def _merge(group: Sequence[Described]) -> Event:
    """The event of the first document; what it leaves open comes from the next that says it."""
    lead = group[0].event
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

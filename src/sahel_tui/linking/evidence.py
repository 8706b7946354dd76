"""Whether two documents describe the same event: points for what agrees, and reasons a reader can check.

| about   | points                                                                                   |
|---------|------------------------------------------------------------------------------------------|
| days    | 3 the same first day, 2 one within the other or the news of the day after, 1 a day apart |
| place   | 3 the same place, 2 the same town around it or within ten kilometres; else other events  |
| actors  | 2 a group in common, 1 a state in common; groups that have nothing in common: other      |
| figures | 2 the same number of dead, 1 tolls that overlap, -3 far apart, -2 other people           |

From `ENOUGH` points on, two documents are taken for one event. Of two texts, which say more than rows, one point
more is asked.
"""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Literal

from sahel_tui.claims.language.actors import load_actors
from sahel_tui.dataclass import dataclass, field
from sahel_tui.linking.circumstances import Circumstances
from sahel_tui.linking.gazetteer import measure_distance
from sahel_tui.model import Event
from sahel_tui.store.folding import find_tokens, make_title_key, parse_days

ENOUGH = 8
LONGEST = 10
"""Days; a campaign that lasts longer has many events in it."""
_NOTHING = -10
"""Points for what must agree and does not, or is not known: the rest cannot make up for it."""
_NEAR, _FAR = 10, 40
"""Kilometres: near enough for one place; too far for one place of a name, as centres are known roughly."""
_TELLING = 3
"""A smaller number of dead is shared by too many events to say anything."""
_MANY_TIMES, _MANY_MORE = 3, 8
_ORDINALS = frozenset({
    *("first", "second", "third", "fourth", "fifth", "sixth", "premiere", "deuxieme", "troisieme", "quatrieme"),
    *("1st", "2nd", "3rd", "4th", "5th", "seconde", "cinquieme"),
})  # fmt: skip


About = Literal["names", "days", "place", "actors", "figures"]


@dataclass(frozen=True, slots=True)
class Described:
    """A document, known by its number in the order of arrival, and the event it describes by itself."""

    seen: int
    event: Event
    names_event: bool = False
    """Its format gives titles and places as an editor wrote them, so the event takes them from it."""
    circumstances: Circumstances = field(default=Circumstances())

    @property
    def title_key(self) -> str:
        """What is the same for all titles that are one."""
        return make_title_key(self.event.title, self.circumstances.title)


@dataclass(frozen=True, slots=True)
class Finding:
    """What comparing one thing of two documents says."""

    about: About
    points: int | None
    """None: they are of different events, whatever else agrees."""
    reason: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that speaks for and against two documents being of one event."""

    findings: tuple[Finding, ...]
    wanted: int

    @property
    def points(self) -> int:
        """The sum; findings that forbid it count nothing."""
        return sum(finding.points or 0 for finding in self.findings)

    @property
    def forbidden(self) -> Finding | None:
        """The first finding that makes them different events, whatever else agrees."""
        return next((finding for finding in self.findings if finding.points is None), None)

    @property
    def is_enough(self) -> bool:
        """They are taken for one event."""
        return self.forbidden is None and self.points >= self.wanted


def weigh(one: Described, other: Described) -> Evidence:
    """What speaks for and against `one` and `other` being of the same event."""
    first, second = one.circumstances, other.circumstances
    texts = not first.catalogue and not second.catalogue
    findings = (
        *_weigh_names(one, other),
        _weigh_days(one, other, strict=texts),
        _weigh_places(first, second),
        *_weigh_actors(first, second),
        *_weigh_figures(first, second),
    )
    return Evidence(findings, ENOUGH + texts)


def contradicts(one: Described, other: Described) -> bool:
    """Whether they cannot be of one event, even if others link them; rows may be parts of it, far from each other."""
    first, second = one.circumstances.catalogue, other.circumstances.catalogue
    if first and first == second:
        return are_doubles(one, other)
    forbidding = (finding.about for finding in weigh(one, other).findings if finding.points is None)
    return any(about == "actors" or not (first and second) for about in forbidding)


def are_doubles(one: Described, other: Described) -> bool:
    """Whether they are of the same place and day, as two events of one list are that are not parts of a third."""
    here, there = one.circumstances.where.spots, other.circumstances.where.spots
    days, others = find_days(one.event), find_days(other.event)
    at_once = days is None or others is None or (days[0] <= others[1] and others[0] <= days[1])
    return at_once and (bool(_share(here, there)) or not here or not there)


def _weigh_names(one: Described, other: Described) -> Iterator[Finding]:
    catalogue = one.circumstances.catalogue
    if catalogue and catalogue == other.circumstances.catalogue:
        yield Finding("names", None, f"{catalogue} lists them as two events")
    numbers = [_ORDINALS.intersection(find_tokens(each.event.title)) for each in (one, other)]
    if all(numbers) and numbers[0] != numbers[1]:
        yield Finding("names", None, f"one is the {min(numbers[0])}, the other the {min(numbers[1])}")


def find_days(event: Event) -> tuple[int, int] | None:
    """First and last day as day numbers; None unless both are known and the event is short."""
    return _count_days(event.date, event.date_end)


@lru_cache(maxsize=65_536)
def _count_days(first: str, last: str) -> tuple[int, int] | None:
    if len(first) != len("2023-01-10") or len(last) != len(first) or not parse_days(first) or not parse_days(last):
        return None
    begins, ends = (date.fromisoformat(day).toordinal() for day in (first, last))
    return (begins, ends) if 0 <= ends - begins < LONGEST else None


def _weigh_days(one: Described, other: Described, *, strict: bool) -> Finding:
    """Two texts are `strict`: each says when its event began."""
    days = [find_days(each.event) for each in (one, other)]
    if days[0] is None or days[1] is None:
        return Finding("days", _NOTHING, "a day is not known, or one is a campaign of more than ten days")
    (first, last), (begins, ends) = days[0], days[1]
    gap = max(first, begins) - min(last, ends)
    if gap > 1 or (strict and abs(first - begins) > 1):
        return Finding("days", None, f"{abs(first - begins)} days apart")
    if first == begins:
        return Finding("days", 3, "the same day")
    later = one if first > begins else other
    if gap > 0 and later.circumstances.published:
        return Finding("days", 2, "published the day after")
    return Finding("days", 2, "days that overlap") if gap <= 0 else Finding("days", 1, "a day apart")


def _weigh_places(one: Circumstances, other: Circumstances) -> Finding:
    where, there = one.where, other.where
    if where.countries and there.countries and not set(where.countries) & set(there.countries):
        return Finding("place", None, f"{' and '.join(where.countries)}, {' and '.join(there.countries)}")
    distance = measure_distance(where.point, there.point) if where.point and there.point else None
    same = _share(where.spots, there.spots)
    around = _share((*where.spots, *where.around), (*there.spots, *there.around))
    if distance is not None and distance > _FAR:
        return Finding("place", None, f"{distance:,.0f} km apart")
    if same:
        return Finding("place", 3, f"the same place{_say_place(same)}")
    if around:
        return Finding("place", 2, f"in or near the same town{_say_place(around)}")
    if distance is not None and distance <= _NEAR:
        return Finding("place", 2, f"{distance:.0f} km apart")
    return Finding("place", _NOTHING, "no place in common")


def _share(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    return next((key for key in one if key in other), "")


def _say_place(key: str) -> str:
    """` (Gao)`; nothing for a place that is only known by the sound of its name."""
    name, comma, _ = key.partition(", ")
    return f" ({name})" if comma else ""


def _weigh_actors(one: Circumstances, other: Circumstances) -> Iterator[Finding]:
    actors = load_actors()
    for group in one.groups:
        found = next((each for each in other.groups if actors.related(actors.by_id[group], actors.by_id[each])), None)
        if found:
            yield Finding("actors", 2, f"{actors.by_id[group].short} in both")
            break
    else:
        kinds = {actors.by_id[group].kind for group in (*one.groups, *other.groups)}
        if one.groups and other.groups and kinds != {"rebel"}:
            named = (" and ".join(actors.by_id[group].short for group in each.groups) for each in (one, other))
            yield Finding("actors", None, f"other groups: {', '.join(named)}")
    if state := _share(one.states, other.states):
        yield Finding("actors", 1, f"{actors.by_id[state].short} in both")


def _weigh_figures(one: Circumstances, other: Circumstances) -> Iterator[Finding]:
    if one.victims and other.victims and not set(one.victims) & set(other.victims):
        yield Finding("figures", -2, f"the dead of one are {one.victims[0]}, of the other {other.victims[0]}")
    if one.toll is None or other.toll is None:
        return
    same = sorted({*one.figures, *one.toll} & {*other.figures, *other.toll})
    (low, high), (least, most) = sorted((one.toll, other.toll), key=lambda toll: toll[1])
    if same and same[-1] >= _TELLING and most <= _MANY_TIMES * high + _MANY_MORE:
        yield Finding("figures", 2, f"both give {same[-1]:,} dead")
    elif least > _MANY_TIMES * high and least - high > _MANY_MORE:
        yield Finding("figures", -3, f"tolls far apart: {_say_toll(low, high)} and {_say_toll(least, most)} dead")
    elif least <= high and high >= _TELLING:
        yield Finding("figures", 1, f"tolls that overlap: {_say_toll(low, high)} and {_say_toll(least, most)} dead")


def _say_toll(low: int, high: int) -> str:
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"

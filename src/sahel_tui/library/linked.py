"""Why the documents of an event are taken for one, and which events come near."""

import sqlite3
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import islice
from typing import Literal

from sahel_tui.dataclass import dataclass
from sahel_tui.library.entries import describe
from sahel_tui.library.shelf import read_corrections
from sahel_tui.linking.corrections import Corrections
from sahel_tui.linking.evidence import Described, Evidence, contradicts, find_days, weigh
from sahel_tui.linking.titles import share_titles
from sahel_tui.model import Event
from sahel_tui.store.lookup import list_members, read_near_members, read_one_event
from sahel_tui.store.originals import read_packed

Why = Literal["first", "reader", "title", "evidence", "others"]
"""How a document came to its event; `others`: by a document that is linked with both."""

_DAYS, _MOST_LOOKED_AT, MOST_TOLD = 3, 500, 10


@dataclass(frozen=True, slots=True)
class LinkedDocument:
    """A document of an event, and what links it to an earlier one."""

    id: str
    name: str
    title: str
    why: Why
    partner: int | None = None
    """Place of the other document among those of the event, the first is 0; None for the first."""
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class NearEvent:
    """An event that is not the same, though something agrees."""

    event: Event
    evidence: Evidence
    reason: str
    """Why it is another."""


@dataclass(frozen=True, slots=True)
class LinkReport:
    """An event's documents, the one that names it first, and its neighbours, nearest first."""

    event: Event
    documents: tuple[LinkedDocument, ...]
    near: tuple[NearEvent, ...]


def explain_links(connection: sqlite3.Connection, event_id: str) -> LinkReport:
    """The report of an event; raises `EventNotFound`."""
    event = read_one_event(connection, event_id)
    keys = list_members(connection, event_id)
    packed = [next(read_packed(connection, key)) for key in keys]
    members, corrections = [describe(one) for one in packed], read_corrections(connection)
    linked = tuple(
        LinkedDocument(one.key, one.name, members[place].event.title, *_explain(place, keys, members, corrections))
        for place, one in enumerate(packed)
    )
    return LinkReport(event, linked, _find_near(connection, event, keys, members, corrections))


def _explain(
    place: int, keys: Sequence[str], members: Sequence[Described], corrections: Corrections
) -> tuple[Why, int | None, Evidence | None]:
    """What links the document at `place` to one before it; the strongest evidence of all when none does alone."""
    if not place:
        return "first", None, None
    for other in range(place):
        if share_titles([members[other], members[place]]):
            return "title", other, None
    best = max(range(place), key=lambda other: weigh(members[other], members[place]).points)
    evidence = weigh(members[best], members[place])
    if evidence.is_enough:
        return "evidence", best, evidence
    together, _ = corrections.of(keys[place])
    said = next((other for other in range(place) if keys[other] in together), None)
    return ("others", best, evidence) if said is None else ("reader", said, None)


def _find_near(
    connection: sqlite3.Connection,
    event: Event,
    keys: Sequence[str],
    members: Sequence[Described],
    corrections: Corrections,
) -> tuple[NearEvent, ...]:
    """Other events of about these days that agree in something besides."""
    days = next((days for one in members if (days := find_days(one.event))), None)
    if days is None:
        return ()
    first, last = (_number(day) for day in (days[0] - _DAYS, days[1] + _DAYS))
    found: dict[str, NearEvent] = {}
    for slug, key in islice(read_near_members(connection, first, last), _MOST_LOOKED_AT):
        if slug == event.id:
            continue
        other = describe(next(read_packed(connection, key)))
        near = _tell_apart(other, key, keys, members, corrections)
        if near and (slug not in found or near[0].points > found[slug].evidence.points):
            found[slug] = NearEvent(read_one_event(connection, slug), *near)
    nearest = sorted(found.values(), key=lambda near: (-near.evidence.points, near.event.id))
    return tuple(nearest[:MOST_TOLD])


def _tell_apart(
    other: Described, key: str, keys: Sequence[str], members: Sequence[Described], corrections: Corrections
) -> tuple[Evidence, str] | None:
    """The strongest evidence and why it is not enough; None for what has no place in common either."""
    evidence = max((weigh(one, other) for one in members), key=lambda each: (each.forbidden is None, each.points))
    if not any(finding.about == "place" and (finding.points or 0) > 0 for finding in evidence.findings):
        return None
    if not set(keys).isdisjoint(corrections.of(key)[1]):
        return evidence, "parted by the reader"
    if evidence.forbidden:
        return evidence, evidence.forbidden.reason
    if not evidence.is_enough:
        return evidence, f"{evidence.points} points, {evidence.wanted} are needed"
    if any(contradicts(one, other) for one in members):
        return evidence, "contradicts another document of the event"
    return evidence, "another event or document fits as well"


def _number(day: int) -> int:
    """A day number as `20230110`; days before the first year are the first."""
    found = date.min + timedelta(max(day, 1) - 1)
    return found.year * 10_000 + found.month * 100 + found.day

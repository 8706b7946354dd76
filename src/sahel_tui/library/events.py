"""The events that the documents of a library make up, found where they are written.

Rows of one list are never linked with each other, so that of the longest only those are read into memory that share a
place or a title with something else: memory is bounded however many rows there are.
"""

import sqlite3
from array import array
from bisect import bisect_left
from collections.abc import Callable, Container, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import orjson

from sahel_tui.library.entries import describe
from sahel_tui.linking.candidates import Pair, find_keys
from sahel_tui.linking.circumstances import Circumstances
from sahel_tui.linking.evidence import Described
from sahel_tui.linking.grouping import call_event, group_documents, merge_events, name_events
from sahel_tui.model import Event
from sahel_tui.store.coding import decode_event
from sahel_tui.store.folding import find_days, make_title_key
from sahel_tui.store.originals import Sketch, find_longest_list, find_shared_titles, read_in_order, read_sketches

Group = Sequence[Described]
Named = tuple[Event, Group]


class Plan(NamedTuple):
    """What is not as it is with most documents, whose event they are alone and by their own name."""

    groups: list[Group]
    """Those of several documents."""
    alone: int
    """How many events have one document."""
    names: dict[int, Event]
    """The events of groups, and of documents whose name is taken, by the first of their documents."""


def plan_events(connection: sqlite3.Connection, together: Sequence[Pair], apart: Sequence[Pair]) -> Plan:
    """Which documents are of one event, and what such events are called; pairs are what the reader says."""
    described, names = _read_linkable(connection, {seen for pair in (*together, *apart) for seen in pair})
    groups: list[Group] = [group for group in group_documents(described, together, apart) if len(group) > 1]
    joined = {one.seen for group in groups for one in group}
    names.extend(hash(one.event.id) for one in described if one.seen not in joined)
    alone = len(names)
    names.extend(hash(merge_events(group).id) for group in groups)
    found = _name(groups, array("q", sorted(names)), lambda wanted: _read_named(connection, wanted, joined))
    return Plan(groups, alone, {group[0].seen: event for event, group in found})


def _read_linkable(connection: sqlite3.Connection, asked: Container[int]) -> "tuple[list[Described], array[int]]":
    """The documents that may be linked with others, and numbers that stand for the names of the rest."""
    longest = find_longest_list(connection)
    described, names, keys = list[Described](), array("q"), set[str | int]()
    titles = find_shared_titles(connection)
    for sketch in read_sketches(connection, "catalogue <> ? OR catalogue = ''", longest):
        one = describe(sketch)
        described.append(one)
        keys.update(find_keys(one.circumstances.where.spots, one.circumstances.where.around, None))
        keys.update(find_keys((), (), one.circumstances.where.point))
        titles.update((one.title_key, *map(make_title_key, one.event.names)))
    for sketch in read_sketches(connection, "catalogue = ?", longest) if longest else ():
        slug, *_, other_titles = orjson.loads(sketch.described)
        spots, around, _, point, *_ = orjson.loads(sketch.circumstances)
        known = other_titles or sketch.title_key in titles or sketch.seen in asked
        if known or not keys.isdisjoint(find_keys(spots, around, point)):
            described.append(describe(sketch))
        else:
            names.append(hash(slug))
    return described, names


def _read_named(connection: sqlite3.Connection, wanted: Container[int], joined: Container[int]) -> list[Group]:
    """The documents that are events alone and whose names these numbers stand for."""
    sketches = (sketch for sketch in read_sketches(connection, "1") if sketch.seen not in joined)
    return [(describe(sketch),) for sketch in sketches if hash(orjson.loads(sketch.described)[0]) in wanted]


def _name(groups: Sequence[Group], names: "array[int]", read: Callable[[set[int]], list[Group]]) -> list[Named]:
    """The events of groups and of documents alone whose name is not theirs alone, or is given to another event."""
    wanted = {name for place, name in enumerate(names[1:]) if name == names[place]}
    while True:
        every = [*groups, *read(wanted)] if wanted else [*groups]
        found = list(zip(name_events(every), every, strict=True))
        given = {hash(event.id) for event, group in found if event.id != merge_events(group).id} - wanted
        if not any(_holds(names, name) for name in given):
            return found
        wanted |= given


def _holds(names: "array[int]", name: int) -> bool:
    place = bisect_left(names, name)
    return place < len(names) and names[place] == name


def list_events(connection: sqlite3.Connection, plan: Plan) -> Iterator[Named]:
    """The events by date, the undated first, titles of a day from Z, each with its documents, the naming one first.

    Read from the end, as the list of events is, the newest come first and the titles of a day from A.
    """
    joined = {one.seen for group in plan.groups for one in group}
    waiting: dict[tuple[int, int], list[tuple[str, int, Named]]] = {}
    for group in plan.groups:
        event = plan.names[group[0].seen]
        days = find_days(event.date, event.date_end)
        waiting.setdefault(days, []).append((group[0].title_key, group[0].seen, (event, group)))
    for days, rows in groupby(read_in_order(connection), itemgetter(0, 1)):
        found = [_alone(sketch, plan) for _, _, sketch in rows if sketch.seen not in joined]
        found += waiting.pop(days, [])
        yield from (named for _, _, named in sorted(found, key=itemgetter(0, 1), reverse=True))


def _sketch(sketch: Sketch) -> Described:
    """A document that nothing is linked with any more, at a third of the cost."""
    title = orjson.loads(sketch.circumstances)[-1] if sketch.circumstances else ""
    return Described(sketch.seen, decode_event(sketch.described), circumstances=Circumstances(title=title))


def _alone(sketch: Sketch, plan: Plan) -> tuple[str, int, Named]:
    one = _sketch(sketch)
    return sketch.title_key, sketch.seen, (plan.names.get(one.seen) or call_event([one], one.event.id), (one,))

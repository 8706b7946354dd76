"""The events that the documents of a library make up, found where they are written.

Rows of one list are never linked with each other, so that of the longest only those are read into memory that share a
place or a title with something else: memory is bounded however many rows there are.
"""

import sqlite3
from array import array
from bisect import bisect_left
from collections.abc import Callable, Container, Sequence

import orjson

from sahel_tui.library.entries import describe
from sahel_tui.linking.candidates import Pair, find_keys
from sahel_tui.linking.evidence import Described
from sahel_tui.linking.grouping import group_documents, merge_events, name_events
from sahel_tui.model import Event
from sahel_tui.store.folding import make_title_key
from sahel_tui.store.originals import find_longest_list, find_shared_titles, read_rows, read_sketches

Group = Sequence[Described]
Named = tuple[Event, Group]


def plan_events(connection: sqlite3.Connection, together: Sequence[Pair], apart: Sequence[Pair]) -> list[Named]:
    """The events that are not as most are, which have one document and its name; pairs are what the reader says.

    They have several documents, the naming one first, or a name that is taken.
    """
    described, names = _read_linkable(connection, {seen for pair in (*together, *apart) for seen in pair})
    groups: list[Group] = [group for group in group_documents(described, together, apart) if len(group) > 1]
    joined = {one.seen for group in groups for one in group}
    names.extend(hash(one.event.id) for one in described if one.seen not in joined)
    names.extend(hash(merge_events(group).id) for group in groups)
    return _name(groups, array("q", sorted(names)), lambda wanted: _read_named(connection, wanted, joined))


def _read_linkable(connection: sqlite3.Connection, asked: Container[int]) -> "tuple[list[Described], array[int]]":
    """The documents that may be linked with others, and numbers that stand for the names of the rest."""
    longest = find_longest_list(connection)
    described, names, keys = list[Described](), array("q"), set[str | int]()
    titles, near = find_shared_titles(connection), array("q")
    for sketch in read_sketches(connection, "catalogue <> ? OR catalogue = ''", longest):
        one = describe(sketch)
        described.append(one)
        keys.update(find_keys(one.circumstances.where.spots, one.circumstances.where.around, None))
        keys.update(find_keys((), (), one.circumstances.where.point))
        titles.update((one.title_key, *map(make_title_key, one.event.names)))
    for seen, slug, title, others, circumstances in read_rows(connection, longest) if longest else ():
        spots, around, _, point, *_ = orjson.loads(circumstances)
        if others or title in titles or seen in asked or not keys.isdisjoint(find_keys(spots, around, point)):
            near.append(seen)
        else:
            names.append(hash(slug))
    some = read_sketches(connection, "seen IN (SELECT value FROM json_each(?))", f"[{','.join(map(str, near))}]")
    return [*described, *map(describe, some)], names


def _read_named(connection: sqlite3.Connection, wanted: Container[int], joined: Container[int]) -> list[Group]:
    """The documents that are events alone and whose names these numbers stand for."""
    sketches = (sketch for sketch in read_sketches(connection, "1") if sketch.seen not in joined)
    return [(describe(sketch),) for sketch in sketches if hash(sketch.slug) in wanted]


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

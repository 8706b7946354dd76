"""The disputed rows of the events that match, in the order of their spread; read by key, a window at a time."""

import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from itertools import chain

from sahel_tui.model import Event, Row
from sahel_tui.store.anchored import FindMarked, find_none
from sahel_tui.store.coding import decode_row
from sahel_tui.store.prefixes import expand_query
from sahel_tui.store.query import parse_query
from sahel_tui.store.rows import EVENT_COLUMNS, STRIDE, read_event
from sahel_tui.store.selection import find_index, select_events


def rank_disputes(connection: sqlite3.Connection, text: str, find_marked: FindMarked = find_none) -> "array[int]":
    """The keys of all disputed rows, four bytes each, widest spread first, those without a spread last."""
    query = expand_query(connection, parse_query(text), find_marked)
    selection = select_events(query, find_index(query))
    held = "" if selection.everything else f"WHERE event IN (SELECT {selection.id} {selection.ids})"
    values = [] if selection.everything else selection.values
    return array(
        "i", chain.from_iterable(connection.execute(f"SELECT id FROM dispute {held} ORDER BY spread DESC, id", values))
    )


def read_ranked(connection: sqlite3.Connection, keys: Sequence[int]) -> tuple[tuple[Event, Row], ...]:
    """The rows of these keys with their events, in the order of `keys`; those that are gone are left out."""
    marks = ", ".join("?" * len(keys))
    rows = connection.execute(
        f"SELECT {EVENT_COLUMNS}, dispute.row, dispute.id FROM dispute JOIN event ON event.id = dispute.event "
        f"WHERE dispute.id IN ({marks})",
        tuple(keys),
    )
    found = {key: (read_event(event), decode_row(row)) for *event, row, key in rows}
    return tuple(found[key] for key in keys if key in found)


def read_all_ranked(connection: sqlite3.Connection, keys: Sequence[int]) -> Iterator[tuple[Event, Row]]:
    """The same of many keys, read a few at a time."""
    for start in range(0, len(keys), STRIDE):
        yield from read_ranked(connection, keys[start : start + STRIDE])

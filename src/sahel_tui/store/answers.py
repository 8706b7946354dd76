"""The ids of all events that answer a question, in order: from them any window is read without counting rows."""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from sahel_tui.model import Event
from sahel_tui.store.anchored import FindMarked, find_none
from sahel_tui.store.page import Page
from sahel_tui.store.prefixes import expand_query
from sahel_tui.store.query import Query, parse_query
from sahel_tui.store.rows import EVENT_COLUMNS, STRIDE, read_event
from sahel_tui.store.selection import (
    Selection,
    find_index,
    order_rows,
    select_events,
    select_titled,
)

Ids = Sequence[int]
PLACES = {"title": "by_title", "disputed": "by_disputed", "killed": "by_killed"}
"""The table that holds the whole list in the order of a sort."""


def find_ids(
    connection: sqlite3.Connection,
    text: str,
    page: Page,
    *,
    disputed_only: bool,
    find_marked: FindMarked = find_none,
) -> "array[int]":
    """All events that match `text`, four bytes each, in the order of `page`, whatever its window."""
    query = expand_query(connection, parse_query(text), find_marked)
    selection = select_events(query, find_index(query), disputed_only=disputed_only)
    table = PLACES.get(page.sort)
    if selection.everything and table:
        rows = connection.execute(f"SELECT event FROM {table} ORDER BY place {page.direction}")
    elif page.sort == "relevance" and query.wanted:
        return array("i", _rank(connection, query, disputed_only))
    else:
        source = selection.ids if page.sort in ("date", "relevance") else selection.rows
        order = order_rows(selection, page)
        rows = connection.execute(f"SELECT {selection.id} {source} ORDER BY {order}", selection.values)
    return array("i", chain.from_iterable(rows))


def read_rows(connection: sqlite3.Connection, ids: Ids) -> list[Any]:
    """The rows of these events in the order of `ids`."""
    marks = ", ".join("?" * len(ids))
    rows = connection.execute(f"SELECT {EVENT_COLUMNS}, event.id FROM event WHERE id IN ({marks})", tuple(ids))
    by_id = {row[-1]: row for row in rows}
    return [by_id[number] for number in ids]


def read_events(connection: sqlite3.Connection, ids: Ids) -> Iterator[Event]:
    """These events in the order of `ids`, read a few at a time."""
    for start in range(0, len(ids), STRIDE):
        yield from (read_event(row[:-1]) for row in read_rows(connection, ids[start : start + STRIDE]))


def rank_selections(query: Query, *, disputed_only: bool) -> tuple[Selection, ...]:
    """The best matches first: words in titles, then in places and actors, then in texts; each holds the last."""
    kinds = [
        select_titled(query, disputed_only=disputed_only),
        select_events(query, "heading", disputed_only=disputed_only),
    ]
    if find_index(query) == "body":
        kinds.append(select_events(query, "body", disputed_only=disputed_only))
    return tuple(kinds)


def _rank(connection: sqlite3.Connection, query: Query, disputed_only: bool) -> Iterable[int]:
    found: dict[int, None] = {}
    for selection in rank_selections(query, disputed_only=disputed_only):
        statement = f"SELECT {selection.id} {selection.ids} ORDER BY {selection.id} DESC"
        found |= dict.fromkeys(chain.from_iterable(connection.execute(statement, selection.values)))
    return found

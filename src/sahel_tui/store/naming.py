"""The events that a few words name, for those who type a name and want one event."""

import sqlite3
from collections.abc import Sequence

from sahel_tui.model import Event
from sahel_tui.store.anchored import FindMarked, find_none
from sahel_tui.store.folding import find_tokens, make_title_key
from sahel_tui.store.rows import EVENT_COLUMNS, read_event

_YEARS = range(1800, 2100)
"""The years that `make_title_key` takes away."""


def find_named(
    connection: sqlite3.Connection, words: str, limit: int, find_marked: FindMarked = find_none
) -> tuple[Event, ...]:
    """The event with this id, else those with this title, else those whose title, names or text hold the words.

    A title may have a year more than the words: `Battle of Kidal` is `Battle of Kidal (2023)`.
    """
    if not words.strip():
        return ()
    for condition, values in (
        ("event.slug = ?", [words.strip()]),
        ("event.title_key = ?", [" ".join(find_tokens(words))]),
        _dated(make_title_key(words)),
    ):
        events = _read(connection, f"FROM event WHERE {condition} ORDER BY event.id DESC", values, limit)
        if events:
            return events
    return _search(connection, words, limit, find_marked)


def _read(connection: sqlite3.Connection, rows: str, values: Sequence[object], limit: int) -> tuple[Event, ...]:
    found = connection.execute(f"SELECT {EVENT_COLUMNS} {rows} LIMIT ?", (*values, limit))
    return tuple(read_event(row) for row in found)


def _dated(key: str) -> tuple[str, list[str]]:
    """Events with this title, but for a year before or after it, each looked up in the index of titles."""
    titles = [key, *(f"{year} {key}" for year in _YEARS), *(f"{key} {year}" for year in _YEARS)]
    return f"event.title_key IN ({', '.join('?' * len(titles))})", titles


def _search(connection: sqlite3.Connection, words: str, limit: int, find_marked: FindMarked) -> tuple[Event, ...]:
    """From titles to texts; none for a query that asks for nothing, or for what cannot be read."""
    from sahel_tui.store.prefixes import expand_query  # 10 ms that an id or a title need not pay.
    from sahel_tui.store.query import parse_query
    from sahel_tui.store.selection import select_events, select_titled

    query = expand_query(connection, parse_query(words), find_marked)
    if query.complaints or not (query.terms or query.filters):
        return ()
    for selection in (select_titled(query), select_events(query, "heading"), select_events(query, "body")):
        rows = f"{selection.rows} ORDER BY {selection.id} DESC"
        if events := _read(connection, rows, selection.values, limit):
            return events
    return ()

"""The events that a few words name, for those who type a name and want one event."""

import sqlite3

from sahel_tui.model import Event
from sahel_tui.store.anchored import FindMarked, find_none
from sahel_tui.store.folding import find_tokens, make_title_key
from sahel_tui.store.prefixes import expand_query
from sahel_tui.store.query import Query, parse_query
from sahel_tui.store.rows import EVENT_COLUMNS, read_event
from sahel_tui.store.selection import Selection, select_events, select_titled

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
    for selection in (
        _by("event.slug = ?", words.strip()),
        _by("event.title_key = ?", " ".join(find_tokens(words))),
        _dated(make_title_key(words)),
        *_from_titles_to_texts(expand_query(connection, parse_query(words), find_marked)),
    ):
        events = _read(connection, selection, limit)
        if events:
            return events
    return ()


def _read(connection: sqlite3.Connection, selection: Selection, limit: int) -> tuple[Event, ...]:
    rows = connection.execute(
        f"SELECT {EVENT_COLUMNS} {selection.rows} ORDER BY {selection.id} DESC LIMIT ?", (*selection.values, limit)
    )
    return tuple(read_event(row) for row in rows)


def _dated(key: str) -> Selection:
    """Events with this title, but for a year before or after it, each looked up in the index of titles."""
    titles = [key, *(f"{year} {key}" for year in _YEARS), *(f"{key} {year}" for year in _YEARS)]
    return _by(f"event.title_key IN ({', '.join('?' * len(titles))})", *titles)


def _by(condition: str, *values: str) -> Selection:
    selection = Selection()
    selection.add(condition, *values)
    return selection


def _from_titles_to_texts(query: Query) -> list[Selection]:
    """None for a query that asks for nothing."""
    if not query.terms and not query.filters:
        return []
    return [select_titled(query), select_events(query, "heading"), select_events(query, "body")]

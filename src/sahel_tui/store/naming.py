"""The events that a few words name, for those who type a name and want one event."""

import sqlite3
from collections.abc import Iterable

from sahel_tui.model import Event
from sahel_tui.store.folding import find_tokens, make_title_key
from sahel_tui.store.query import Query, parse_query
from sahel_tui.store.rows import EVENT_COLUMNS, read_event
from sahel_tui.store.selection import Selection, select_events, select_titled


def find_named(connection: sqlite3.Connection, words: str) -> tuple[Event, ...]:
    """The event with this id, else those with this title, else those whose title, names or text hold the words."""
    if not words.strip():
        return ()
    for selection in (
        _by("event.slug = ?", words.strip()),
        _by("event.title_key = ?", " ".join(find_tokens(words))),
        *_from_titles_to_texts(parse_query(words)),
    ):
        events = _read(connection, selection)
        if events:
            return _same_title(events, words) or events
    return ()


def _read(connection: sqlite3.Connection, selection: Selection) -> tuple[Event, ...]:
    rows = connection.execute(f"SELECT {EVENT_COLUMNS} {selection.rows} ORDER BY {selection.id} DESC", selection.values)
    return tuple(read_event(row) for row in rows)


def _same_title(events: Iterable[Event], words: str) -> tuple[Event, ...]:
    """Those whose title is the words but for a year: `Battle of Kidal` is `Battle of Kidal (2023)`."""
    key = make_title_key(words)
    return tuple(event for event in events if make_title_key(event.title) == key)


def _by(condition: str, value: str) -> Selection:
    selection = Selection()
    selection.add(condition, value)
    return selection


def _from_titles_to_texts(query: Query) -> list[Selection]:
    """None for a query that asks for nothing."""
    if not query.terms and not query.filters:
        return []
    return [select_titled(query), select_events(query, "heading"), select_events(query, "body")]

"""Searching a library: by title, place and actor on every letter, by body from three letters on."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sahel_tui.store.hits import Hits, Sort
from sahel_tui.store.query import Query, parse_query
from sahel_tui.store.rows import EVENT_COLUMNS, read_event
from sahel_tui.store.selection import Selection, has_body_words, match_words, select_events, title_words
from sahel_tui.store.snippets import find_snippets
from sahel_tui.store.spelling import suggest_query
from sahel_tui.store.timebox import fetch_within

TIME_LIMIT = 0.05
"""Seconds for the rows of a search, and again for their count."""


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of the events found is wanted, and in which order."""

    sort: Sort = "date"
    ascending: bool | None = None
    """None: titles from A, everything else from the newest or largest."""
    start: int = 0
    limit: int = 200

    @property
    def rising(self) -> bool:
        """Smallest first."""
        return self.sort == "title" if self.ascending is None else self.ascending

    @property
    def direction(self) -> str:
        """For ORDER BY."""
        return "ASC" if self.rising else "DESC"


@dataclass(frozen=True, slots=True)
class _Found:
    rows: Sequence[Sequence[Any]]
    total: int
    exact: bool = True


def search_events(
    connection: sqlite3.Connection,
    text: str,
    page: Page,
    *,
    disputed_only: bool = False,
    patient: bool = False,
) -> Hits:
    """The page of the events that match `text`; cut when it takes too long, unless `patient`."""
    time_limit = None if patient else TIME_LIMIT
    query = parse_query(text)
    selection = select_events(query, "body" if has_body_words(query) else "heading", disputed_only=disputed_only)
    if selection.everything:
        found = _read_all(connection, page)
    else:
        found = _find(connection, selection, query, page, time_limit)
    if not found.exact and selection.index == "body":
        headings = select_events(query, "heading", disputed_only=disputed_only)
        found = _merge_cut(found, _find(connection, headings, query, page, time_limit))
    events = tuple(read_event(row) for row in found.rows)
    return Hits(
        found.total,
        page.start,
        events,
        find_snippets(connection, query, events),
        query.highlights,
        query.complaints,
        suggest_query(connection, text, query) if found.exact and not found.total else None,
        found.exact,
    )


def _merge_cut(bodies: _Found, headings: _Found) -> _Found:
    """The larger part of what was found before time ran out."""
    return _Found(max(bodies.rows, headings.rows, key=len), max(bodies.total, headings.total), exact=False)


_PLACES = {"title": "by_title", "disputed": "by_disputed", "killed": "by_killed"}


def _read_all(connection: sqlite3.Connection, page: Page) -> _Found:
    """A window of the whole list, by place and not by OFFSET: every window takes the same time."""
    (total,) = connection.execute("SELECT coalesce(max(id), 0) FROM event").fetchone()
    first = page.start + 1 if page.rising else total - page.start - page.limit + 1
    table = _PLACES.get(page.sort)
    source = f"{table} CROSS JOIN event ON event.id = {table}.event" if table else "event"
    place = f"{table}.place" if table else "event.id"
    rows = connection.execute(
        f"SELECT {EVENT_COLUMNS} FROM {source} WHERE {place} BETWEEN ? AND ? ORDER BY {place} {page.direction}",
        (first, first + page.limit - 1),
    ).fetchall()
    return _Found(rows, total)


def _find(
    connection: sqlite3.Connection, selection: Selection, query: Query, page: Page, time_limit: float | None
) -> _Found:
    """The page and the count of a selection, each within the time limit."""
    order, values = _order(selection, query, page)
    rows, all_rows = fetch_within(
        connection,
        time_limit,
        f"SELECT {EVENT_COLUMNS} {selection.rows} ORDER BY {order} LIMIT ? OFFSET ?",
        (*selection.values, *values, page.limit, page.start),
    )
    if all_rows and 0 < len(rows) < page.limit:
        return _Found(rows, page.start + len(rows))
    ids, all_ids = fetch_within(connection, time_limit, f"SELECT 1 {selection.ids}", selection.values)
    return _Found(rows, max(len(ids), page.start * bool(rows) + len(rows)), all_rows and all_ids)


def _order(selection: Selection, query: Query, page: Page) -> tuple[str, list[str]]:
    """What follows ORDER BY, with its values; events without a number of dead come last either way."""
    newest = f"{selection.id} DESC"
    match page.sort:
        case "date":
            return f"{selection.id} {page.direction}", []
        case "title":
            return f"event.title_key {page.direction}, {selection.id} {page.direction}", []
        case "disputed":
            return f"event.disputed {page.direction}, {newest}", []
        case "killed":
            return f"event.killed_high {page.direction} NULLS LAST, {newest}", []
        case "relevance":
            if not query.wanted:
                return newest, []
            rank, values = _rank(query)
            return f"{rank}, {newest}", values


def _rank(query: Query) -> tuple[str, list[str]]:
    """0 when the title holds all words, 1 when a place or an actor helps, 2 when only the body does."""
    words = title_words(query)
    in_title = " AND ".join(["instr(' ' || event.title_key, ?)"] * len(words))
    in_names = "event.id IN (SELECT rowid FROM heading WHERE heading MATCH ?)"
    return f"CASE WHEN {in_title} THEN 0 WHEN {in_names} THEN 1 ELSE 2 END", [*words, match_words(query.wanted)]

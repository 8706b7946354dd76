"""Searching a library: by title, place and actor on every letter, by body from three letters on."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from sahel_tui.dataclass import dataclass, field
from sahel_tui.store.anchored import FindMarked, find_none
from sahel_tui.store.answers import PLACES, Ids, rank_selections, read_rows
from sahel_tui.store.counting import count_within
from sahel_tui.store.hits import Hits
from sahel_tui.store.page import Page
from sahel_tui.store.prefixes import expand_query
from sahel_tui.store.query import Query, parse_query
from sahel_tui.store.rows import EVENT_COLUMNS, read_event
from sahel_tui.store.selection import Selection, find_index, order_rows, select_events
from sahel_tui.store.snippets import find_snippets
from sahel_tui.store.spelling import suggest_query
from sahel_tui.store.timebox import Clock


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds for each part of a search; None: as long as it takes."""

    rows: float | None = 0.04
    count: float | None = 0.015
    snippets: float | None = 0.02


LIMITS = Limits()
TITLE_LIMITS = Limits(0.015, 0.003, 0)
"""For what is asked on every letter."""
PATIENT = {"rows": Limits(None, 0, None), "count": Limits(None, 5, 0)}
"""For those who want every row, and need no count of what they were not given; and for a count in the background."""
INTERRUPTED = Hits(exact=False, interrupted=True)


@dataclass(slots=True)
class _Found:
    rows: Sequence[Any]
    total: int
    exact: bool = True
    by_text: frozenset[int] | None = None
    """Events of the window that only a text holds the words of, where the search knows them."""


@dataclass(slots=True)
class _Search:
    """One question on its way through the indexes."""

    connection: sqlite3.Connection
    query: Query
    page: Page
    limits: Limits
    disputed_only: bool = False
    cut: bool = False
    """Whether some rows were not found in time."""
    by_text: set[int] = field(default_factory=set)

    def find(self, selection: Selection) -> _Found:
        """The window and the count of a selection, each within its time."""
        ranked = self.page.sort == "relevance" and bool(self.query.wanted)
        rows = self._read_ranked(selection) if ranked else self._read_ordered(selection)
        end = self.page.start + len(rows)
        if not self.cut and len(rows) < self.page.limit and (rows or not self.page.start):
            return _Found(rows, end, by_text=frozenset(self.by_text) if ranked else None)
        count, exact = count_within(self.connection, selection, Clock(self.limits.count))
        total = max(count, end if rows else 0)
        return _Found(rows, total, exact and not self.cut, frozenset(self.by_text) if ranked else None)

    def _read_ordered(self, selection: Selection) -> list[Any]:
        """In the order asked for; what cannot be sorted in time comes by date, newest first."""
        rows = self._fetch(selection, order_rows(selection, self.page), self.page)
        if self.cut and len(rows) < self.page.limit:
            headings = select_events(self.query, "heading", disputed_only=self.disputed_only)
            for fewer in (headings,) if self.page.sort == "date" else (selection, headings):
                newest = self._fetch(fewer, f"{fewer.id} DESC", self.page, share=0.5)
                rows = max(rows, newest, key=len)
        return rows

    def _read_ranked(self, selection: Selection) -> list[Any]:
        """The newest of each rank; no rank takes the time of the next."""
        found: dict[int, Any] = {}
        first = Page(limit=self.page.end)
        for ranked in rank_selections(self.query, disputed_only=self.disputed_only):
            if len(found) >= self.page.end or (ranked.index == "body" and selection.index != "body"):
                break
            rows = self._fetch(ranked, f"{ranked.id} DESC", first, share=1 / 3)
            new = {row[-1]: row for row in rows if row[-1] not in found}
            found |= new
            if ranked.index == "body" and not self.cut:
                self.by_text = set(new)
        return list(found.values())[self.page.start : self.page.end]

    def _fetch(self, selection: Selection, order: str, page: Page, share: float = 1) -> list[Any]:
        clock = Clock(None if self.limits.rows is None else self.limits.rows * share)
        rows = clock.fetch(
            self.connection,
            f"SELECT {EVENT_COLUMNS}, event.id {selection.rows} ORDER BY {order} LIMIT ? OFFSET ?",
            (*selection.values, page.limit, page.start),
        )
        self.cut = self.cut or clock.expired
        return rows


def search_events(
    connection: sqlite3.Connection,
    text: str,
    page: Page,
    *,
    disputed_only: bool = False,
    limits: Limits | None = None,
    titles_only: bool = False,
    known: Ids | None = None,
    find_marked: FindMarked = find_none,
) -> Hits:
    """The page of the events that match `text`; cut when it takes longer than `limits`.

    `known` are the ids of all events that match, in order, when `find_ids` has found them before.
    """
    query = expand_query(connection, parse_query(text), find_marked)
    limits = limits or (TITLE_LIMITS if titles_only else LIMITS)
    index = "heading" if titles_only else find_index(query)
    selection = select_events(query, index, disputed_only=disputed_only)
    if known is not None:
        found = _Found(read_rows(connection, known[page.start : page.end]), len(known))
    elif selection.everything:
        found = _read_all(connection, page)
    else:
        found = _Search(connection, query, page, limits, disputed_only).find(selection)
    whole = not titles_only or find_index(query) == index
    nothing = found.exact and not found.total and whole
    return Hits(
        found.total,
        page.start,
        tuple(read_event(row[:-1]) for row in found.rows),
        find_snippets(connection, query, found.rows, found.by_text, Clock(limits.snippets)),
        query.highlights,
        tuple(map(str, query.complaints)),
        suggest_query(connection, text, query, find_marked) if nothing else None,
        found.exact and whole,
    )


def _read_all(connection: sqlite3.Connection, page: Page) -> _Found:
    """A window of the whole list, by place and not by OFFSET: every window takes the same time."""
    (total,) = connection.execute("SELECT coalesce(max(id), 0) FROM event").fetchone()
    first = page.start + 1 if page.rising else total - page.end + 1
    table = PLACES.get(page.sort)
    source = f"{table} CROSS JOIN event ON event.id = {table}.event" if table else "event"
    place = f"{table}.place" if table else "event.id"
    rows = connection.execute(
        f"SELECT {EVENT_COLUMNS}, event.id FROM {source} "
        f"WHERE {place} BETWEEN ? AND ? ORDER BY {place} {page.direction}",
        (first, first + page.limit - 1),
    ).fetchall()
    return _Found(rows, total)

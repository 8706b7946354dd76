"""How many events of a question began in each month, and how many dead they tell of: counted by SQLite alone."""

import sqlite3

from sahel_tui.store.anchored import FindMarked, find_none
from sahel_tui.store.hits import Month
from sahel_tui.store.prefixes import expand_query
from sahel_tui.store.query import parse_query
from sahel_tui.store.selection import find_index, select_events

_COUNTED = """
SELECT event.first_day / 10000, CASE WHEN length(event.date) > 4 THEN event.first_day / 100 % 100 END,
    count(*), sum(event.disputed > 0), count(coalesce(event.killed_low, event.killed_high)),
    total(coalesce(event.killed_low, 0)), total(coalesce(event.killed_high, event.killed_low, 0)),
    sum(event.killed_low IS NOT NULL AND event.killed_high IS NULL)
"""


def count_months(
    connection: sqlite3.Connection, text: str, *, disputed_only: bool = False, find_marked: FindMarked = find_none
) -> tuple[Month, ...]:
    """The months in which events that match `text` began, in no order; a month without events is left out."""
    query = expand_query(connection, parse_query(text), find_marked)
    selection = select_events(query, find_index(query), disputed_only=disputed_only)
    rows = connection.execute(f"{_COUNTED} {selection.rows} GROUP BY 1, 2", selection.values)
    return tuple(Month(year, month, *(int(number) for number in numbers)) for year, month, *numbers in rows)

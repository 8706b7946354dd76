"""How many events match: exactly, or as many as were counted in time."""

import sqlite3

from sahel_tui.store.selection import Selection
from sahel_tui.store.timebox import Clock

_FIRST_STRETCH = 20_000
"""Events counted at first; each stretch after it is twice as long, for a long prefix is looked up anew in each."""


def count_within(connection: sqlite3.Connection, selection: Selection, clock: Clock) -> tuple[int, bool]:
    """The number of events counted in time, newest first, and whether these are all of them."""
    (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM event").fetchone()
    statement = f"SELECT count(*) {selection.ids} AND {selection.id} BETWEEN ? AND ?"
    total, stretch = 0, _FIRST_STRETCH
    while last > 0 and not clock.look():
        first = last - stretch + 1
        for (count,) in clock.fetch(connection, statement, (*selection.values, first, last)):
            total += count
        last, stretch = last - stretch, stretch * 2
    return total, not clock.expired

"""Queries that stop when their time is over."""

import math
import sqlite3
import time
from collections.abc import Sequence
from typing import Any

_STEPS = 1000
"""SQLite instructions between two looks at the clock."""


def fetch_within(
    connection: sqlite3.Connection, seconds: float | None, statement: str, values: Sequence[object]
) -> tuple[list[Any], bool]:
    """The rows found within `seconds`, and whether these are all of them; None waits for all.

    Raises `sqlite3.OperationalError` when somebody else interrupts the connection.
    """
    end = time.monotonic() + (math.inf if seconds is None else seconds)
    rows: list[Any] = []
    expired = False

    def look_at_clock() -> bool:
        nonlocal expired
        expired = time.monotonic() > end
        return expired

    connection.set_progress_handler(look_at_clock, _STEPS)
    try:
        for row in connection.execute(statement, values):
            rows.append(row)
    except sqlite3.OperationalError:
        if not expired:
            raise
    finally:
        connection.set_progress_handler(None, 0)
    return rows, not expired

"""Queries that stop when their time is over."""

import math
import sqlite3
import time
from collections.abc import Sequence
from typing import Any

_STEPS = 1000
"""SQLite instructions between two looks at the clock."""


class Clock:
    """So many seconds for some queries together; None: as long as they take."""

    def __init__(self, seconds: float | None) -> None:
        self._end = time.monotonic() + (math.inf if seconds is None else seconds)
        self.expired = False
        """Whether something was cut short."""

    def fetch(self, connection: sqlite3.Connection, statement: str, values: Sequence[object]) -> list[Any]:
        """The rows found in time.

        Raises `sqlite3.OperationalError` when somebody else interrupts the connection.
        """
        rows: list[Any] = []
        connection.set_progress_handler(self.look, _STEPS)
        try:
            for row in connection.execute(statement, values):
                rows.append(row)
        except sqlite3.OperationalError:
            if not self.expired:
                raise
        finally:
            connection.set_progress_handler(None, 0)
        return rows

    def look(self) -> bool:
        """Whether the time is over."""
        self.expired = self.expired or time.monotonic() > self._end
        return self.expired

"""The searches made, and the way back through them."""

from collections.abc import Callable, Iterable

_MOST = 100
"""Searches kept."""


def _forget(query: str) -> None:
    """For those who keep nothing beyond this process."""


class SearchHistory:
    """What was searched for, and where in it the reader is."""

    def __init__(self, searches: Iterable[str] = (), on_add: Callable[[str], None] = _forget) -> None:
        """`searches`: those of earlier times, oldest first; `on_add` is told of every new one."""
        self._searches = list(searches)
        self._on_add = on_add
        self._typed: str | None = None
        """What stood in the line when the walk back began; None while the reader is not walking."""
        self._place = 0

    @property
    def searches(self) -> tuple[str, ...]:
        """All of them, oldest first."""
        return tuple(self._searches)

    @property
    def walking(self) -> bool:
        """Whether the line shows an earlier search."""
        return self._typed is not None

    def add(self, query: str) -> None:
        """Remember a search as the latest; an empty one is none."""
        self.stop()
        query = query.strip()
        if query:
            self._searches = [*(kept for kept in self._searches if kept != query), query][-_MOST:]
            self._on_add(query)

    def earlier(self, typed: str) -> str | None:
        """The search before, of those that begin with what was typed; None when there is none.

        >>> history = SearchHistory(["kidal", "dioura", "killed>=50"])
        >>> history.earlier("ki"), history.earlier(""), history.earlier(""), history.later(), history.later()
        ('killed>=50', 'kidal', None, 'killed>=50', 'ki')
        """
        start = typed if self._typed is None else self._typed
        place = len(self._searches) if self._typed is None else self._place
        for number in reversed(range(place)):
            if self._searches[number].startswith(start) and self._searches[number] != typed:
                self._typed, self._place = start, number
                return self._searches[number]
        return None

    def later(self) -> str:
        """The search after, or at the end what was typed before the walk back."""
        start = self._typed or ""
        for number in range(self._place + 1, len(self._searches)):
            if self._searches[number].startswith(start):
                self._place = number
                return self._searches[number]
        self.stop()
        return start

    def stop(self) -> None:
        """The line is typed in again."""
        self._typed = None

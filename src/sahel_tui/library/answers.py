"""The answers to the last few questions, so that every window of a long list is read by its ids."""

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING

from sahel_tui.store.connections import Connections

if TYPE_CHECKING:
    from sahel_tui.store.answers import Ids
    from sahel_tui.store.page import Page

_MOST = 4
"""Answers kept: four bytes an event each."""

Key = tuple[int, int, str, str, bool, bool]


class Answers:
    """Ids of all events found, by question; those of a library that has been replaced are never given."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Key, tuple[Connections, Ids]] = OrderedDict()
        self._turn = threading.Lock()

    def get(
        self, connections: Connections, notebook: int, query: str, page: "Page", disputed_only: bool
    ) -> "Ids | None":
        """The answer found before in these versions of library and notebook; None when there is none."""
        with self._turn:
            kept = self._kept.get(_key(connections, notebook, query, page, disputed_only))
        return kept[1] if kept else None

    def put(
        self, connections: Connections, notebook: int, query: str, page: "Page", disputed_only: bool, ids: "Ids"
    ) -> None:
        """Keep an answer, and with it the connections it holds for: no other object can have their identity."""
        with self._turn:
            key = _key(connections, notebook, query, page, disputed_only)
            self._kept[key] = connections, ids
            self._kept.move_to_end(key)
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)


def _key(connections: Connections, notebook: int, query: str, page: "Page", disputed_only: bool) -> Key:
    return id(connections), notebook, query, page.sort, page.rising, disputed_only

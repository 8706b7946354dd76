"""The library: the only thing a front end asks for content. What it reports of itself is in `reports`."""

from importlib import import_module
from typing import TYPE_CHECKING

from sahel_tui.library.library import Library, open_library
from sahel_tui.store.errors import DocumentNotFound, EventNotFound, LibraryError

if TYPE_CHECKING:
    from sahel_tui.store.filters import MARKS
    from sahel_tui.store.hits import Hits, Month, Snippet, Sort
    from sahel_tui.store.query import Query, parse_query

__all__ = [
    "MARKS",
    "DocumentNotFound",
    "EventNotFound",
    "Hits",
    "Library",
    "LibraryError",
    "Month",
    "Query",
    "Snippet",
    "Sort",
    "open_library",
    "parse_query",
]
_OF_A_SEARCH = {
    "MARKS": "sahel_tui.store.filters",
    **dict.fromkeys(("Hits", "Month", "Snippet", "Sort"), "sahel_tui.store.hits"),
    **dict.fromkeys(("Query", "parse_query"), "sahel_tui.store.query"),
}


def __getattr__(name: str) -> object:
    """What only a search needs: 5 ms that a look-up of one event need not pay."""
    if name not in _OF_A_SEARCH:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_OF_A_SEARCH[name]), name)

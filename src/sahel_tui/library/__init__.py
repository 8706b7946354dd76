"""The library: the only thing a front end asks for content. What it reports of itself is in `reports`."""

from sahel_tui.library.library import Library, open_library
from sahel_tui.store.errors import DocumentNotFound, EventNotFound, LibraryError
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

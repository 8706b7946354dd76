"""The library: the only thing a front end asks for content."""

from sahel_tui.library.library import Library, open_library
from sahel_tui.library.reports import ImportProgress, ImportReport, LibraryInfo
from sahel_tui.store.errors import DocumentNotFound, EventNotFound, LibraryError
from sahel_tui.store.filters import MARKS
from sahel_tui.store.hits import Hits, Snippet, Sort
from sahel_tui.store.months import Month

__all__ = [
    "MARKS",
    "DocumentNotFound",
    "EventNotFound",
    "Hits",
    "ImportProgress",
    "ImportReport",
    "Library",
    "LibraryError",
    "LibraryInfo",
    "Month",
    "Snippet",
    "Sort",
    "open_library",
]

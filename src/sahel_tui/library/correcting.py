"""Events joined or parted as the reader says: all of it or nothing, as imports are."""

import sqlite3
from collections.abc import Callable, Collection, Sequence
from contextlib import closing
from pathlib import Path

from sahel_tui.library.reports import OnProgress
from sahel_tui.library.shelf import Shelf, read_corrections
from sahel_tui.linking.corrections import Corrections
from sahel_tui.store.connections import open_file
from sahel_tui.store.errors import DocumentNotFound, LibraryError
from sahel_tui.store.lookup import list_members
from sahel_tui.store.swap import lock_library, replace_library

Correct = Callable[[sqlite3.Connection, Corrections], None]


def join_events(event_ids: Sequence[str]) -> Correct:
    """All documents of these events are of one; raises `EventNotFound`."""

    def correct(connection: sqlite3.Connection, corrections: Corrections) -> None:
        corrections.join([list_members(connection, event_id) for event_id in event_ids])

    return correct


def part_event(event_id: str, document_ids: Collection[str]) -> Correct:
    """These documents of an event are of another; raises `EventNotFound`, `DocumentNotFound`."""

    def correct(connection: sqlite3.Connection, corrections: Corrections) -> None:
        members = list_members(connection, event_id)
        if strange := [key for key in document_ids if key not in members]:
            raise DocumentNotFound(strange[0])
        rest = [key for key in members if key not in document_ids]
        if not rest:
            raise LibraryError("these are all documents of the event: name some of them")
        corrections.part(list(dict.fromkeys(document_ids)), rest)

    return correct


def correct_file(path: Path | None, correct: Correct, on_progress: OnProgress) -> bool:
    """Put a library that is linked so in the place of the one at `path`; False: it was so already."""
    if path is None:
        raise LibraryError("this library is in memory: import its documents into a library to link them")
    with lock_library(path), closing(open_file(path)) as old:
        shelf = Shelf(old)
        correct(old, shelf.corrections)
        if shelf.corrections == read_corrections(old):
            return False
        replace_library(path, lambda new: shelf.write(new, shelf.stock(), on_progress))
    return True

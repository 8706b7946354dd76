"""Taking documents out of a library: all of them or none."""

import sqlite3
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

from sahel_tui.documents.lines import host_name
from sahel_tui.library.reports import OnProgress
from sahel_tui.library.shelf import Shelf
from sahel_tui.store.connections import open_file
from sahel_tui.store.errors import LibraryError
from sahel_tui.store.swap import lock_library, replace_library


def find_from(connection: sqlite3.Connection, source: str) -> tuple[str, ...]:
    """The ids of the imported documents that are called `source` or were captured at that site or address."""
    rows = connection.execute("SELECT key, name, address FROM document WHERE origin = 'imported' ORDER BY seen")
    return tuple(key for key, name, address in rows if source in (name, address, host_name(address)))


def remove_from_file(path: Path | None, keys: Collection[str], on_progress: OnProgress) -> None:
    """Put a library without these documents in the place of the one at `path`."""
    if path is None:
        raise LibraryError("this library is in memory: remove the document from the files it was read from")
    with lock_library(path), closing(open_file(path)) as old:
        shelf = Shelf(old)
        shelf.leave_out(keys)
        replace_library(path, lambda new: shelf.write(new, shelf.stock(), on_progress))

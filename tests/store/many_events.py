"""Libraries of so many plain events, for tests of files rather than of what is in them; the first comes last."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sahel_tui.model import Comparison, Document, Event
from sahel_tui.store.build import Kept, Packed, pack, write_library
from sahel_tui.store.swap import replace_library


def make_documents(number: int) -> Iterator[Packed]:
    """So many documents."""
    for place in range(number):
        event = Event(f"event-{place}", f"Event {place}", "2023-01-10", "2023-01-10", "Gao", 1)
        document = Document(f"{place:012x}", "event.txt", event.title, "A text about it.", "plain")
        yield pack(Kept(document, event, Comparison()), seen=place + 1)


def write(connection: sqlite3.Connection, number: int) -> None:
    """A library of so many events."""
    write_library(connection, make_documents(number), (), {})


def put(path: Path, number: int) -> None:
    """The same at `path`."""
    replace_library(path, lambda connection: write(connection, number))

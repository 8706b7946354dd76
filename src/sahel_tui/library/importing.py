"""Adding documents to a library: all or nothing, and every one accounted for."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import chain, islice
from pathlib import Path

from sahel_tui.library.records import Input, measure, read_inputs
from sahel_tui.library.reports import IN_MEMORY, ImportReport, OnProgress
from sahel_tui.library.shelf import Shelf, Tally
from sahel_tui.store.connections import Connections, open_file
from sahel_tui.store.lookup import count_events
from sahel_tui.store.swap import lock_library, replace_library


def import_into_file(path: Path, paths: Sequence[Path], format: str | None, on_progress: OnProgress) -> ImportReport:
    """Put a new library in the place of the one at `path`, if there is anything new to hold."""
    with lock_library(path), closing(open_file(path)) as old:
        shelf, tally = Shelf(old), Tally()
        before = after = count_events(old)
        arriving = shelf.take(_read_all(paths, format), tally, on_progress, measure(paths))
        first = list(islice(arriving, 1)) if shelf.current else []
        if first or not shelf.current:
            replace_library(path, lambda new: shelf.write(new, chain(shelf.stock(), first, arriving), on_progress))
            with closing(open_file(path)) as new:
                after = count_events(new)
    return _report(tally, str(path), after - before)


def import_into_memory(
    connections: Connections, paths: Sequence[Path], format: str | None, on_progress: OnProgress
) -> tuple[ImportReport, sqlite3.Connection]:
    """A new library in memory that holds what the old one does and what was read; the old one stays readable."""
    with closing(sqlite3.connect(":memory:")) as old:
        with connections.reading() as shared:
            shared.backup(old)
        shelf, tally = Shelf(old, current=True), Tally()
        arriving = shelf.take(_read_all(paths, format), tally, on_progress, measure(paths))
        new = shelf.write_in_memory(chain(shelf.stock(), arriving), on_progress)
        new_events = count_events(new) - count_events(old)
    notice = "this library is in memory: what was imported is gone when the program ends"
    return _report(tally, IN_MEMORY, new_events, notice), new


def read_into_memory(path: Path) -> tuple[ImportReport, sqlite3.Connection]:
    """A library in memory of the documents at `path`."""
    shelf, tally = Shelf(), Tally()
    memory = shelf.write_in_memory(shelf.take(read_inputs(path), tally, lambda progress: None))
    return _report(tally, IN_MEMORY, count_events(memory)), memory


def _read_all(paths: Sequence[Path], format: str | None) -> Iterator[Input]:
    for path in paths:
        yield from read_inputs(path, format=format)


def _report(tally: Tally, location: str, new_events: int, *notices: str) -> ImportReport:
    return ImportReport(
        tally.new + tally.unchanged,
        tally.new,
        tally.unchanged,
        tuple(tally.refused),
        new_events,
        location,
        notices,
    )

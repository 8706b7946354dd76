"""Adding documents to a library: all or nothing, and every one accounted for."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from sahel_tui.documents import Refusal, Trace, Wanted, read_documents
from sahel_tui.library.reports import IN_MEMORY, ImportProgress, ImportReport, OnProgress
from sahel_tui.library.shelf import Shelf, stock_shelf
from sahel_tui.store.build import OnEvent
from sahel_tui.store.connections import Connections, open_file
from sahel_tui.store.lookup import count_events
from sahel_tui.store.swap import lock_library, replace_library


def import_into_file(path: Path, paths: Iterable[Path], wanted: Wanted, on_progress: OnProgress) -> ImportReport:
    """Put a new library in the place of the one at `path`, if there is anything new to hold."""
    with lock_library(path), closing(open_file(path)) as old:
        shelf = stock_shelf(old)
        report = read_into(shelf, paths, wanted, on_progress)
        before = after = count_events(old)
        if shelf.news:
            replace_library(path, lambda new: shelf.write(new, _telling(on_progress)))
            with closing(open_file(path)) as new:
                after = count_events(new)
    return replace(report, location=str(path), new_events=after - before)


def import_into_memory(
    connections: Connections, paths: Iterable[Path], wanted: Wanted, on_progress: OnProgress
) -> tuple[ImportReport, sqlite3.Connection]:
    """A new library in memory that holds what the old one does and what was read; the old one stays readable."""
    with closing(sqlite3.connect(":memory:")) as old:
        with connections.reading() as shared:
            shared.backup(old)
        shelf = Shelf(old)
        shelf.add_old()
        report = read_into(shelf, paths, wanted, on_progress)
        new = shelf.write_in_memory(_telling(on_progress))
        new_events = count_events(new) - count_events(old)
    notice = "this library is in memory: what was imported is gone when the program ends"
    return replace(report, location=IN_MEMORY, new_events=new_events, notices=(*report.notices, notice)), new


def read_into(shelf: Shelf, paths: Iterable[Path], wanted: Wanted, on_progress: OnProgress) -> ImportReport:
    """Read all documents of `paths` onto the shelf; what cannot be read is in the report."""
    read = new = 0
    refused: list[Refusal] = []
    trace = _Listener()
    for path in paths:
        for found in read_documents(path, format=wanted.format, every_page=wanted.every_page, trace=trace):
            on_progress(ImportProgress("reading", read + len(refused), None, found.name))
            known = not isinstance(found, Refusal) and found.id in shelf
            refusal = found if isinstance(found, Refusal) else shelf.add(found)
            if refusal:
                refused.append(refusal)
            else:
                read += 1
                new += not known
    return ImportReport(read, new, read - new, tuple(refused), skipped=trace.skipped, notices=tuple(trace.notices()))


class _Listener(Trace):
    """Keeps what the readers tell besides documents for the report."""

    def __init__(self) -> None:
        self.skipped = 0
        self._skipped: list[str] = []
        self._remarks = 0

    def on_skipped(self, path: str, count: int, reason: str) -> None:
        """Count them; the report names where and why."""
        self.skipped += count
        self._skipped.append(f"{path}: left out {reason}: {count:,}")

    def on_remark(self, path: str, line: int | None, message: str) -> None:
        """Count them; `check` tells them one by one."""
        self._remarks += 1

    def notices(self) -> Iterator[str]:
        """What the user should know."""
        yield from self._skipped
        if self._remarks:
            yield f"{self._remarks:,} lines that were read look odd; `sahel-tui check` names them"


def _telling(on_progress: OnProgress) -> OnEvent:
    return lambda number, title: on_progress(ImportProgress("writing", number, None, title))

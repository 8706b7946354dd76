"""Importing without leaving the browser: the work in the background, and what the reader is told of it."""

import asyncio
import time
from pathlib import Path
from typing import Protocol

from sahel_tui.library import Library, LibraryError
from sahel_tui.library.reports import ImportProgress, ImportReport
from sahel_tui.present.progress import describe_progress, say_outcome
from sahel_tui.present.text import cell_width
from sahel_tui.tui.path_line import PathScreen

TELL_EVERY = 0.5
"""Seconds between two lines about an import: each costs bytes on the link."""


def ask_for_import() -> PathScreen:
    """The line that asks what to import."""
    return PathScreen("  import file or folder: ", "Tab completes, Enter imports", refuse_missing)


def refuse_missing(path: Path, again: bool) -> str:
    """What is wrong with a path to read from."""
    return "" if path.exists() else "there is no such file or folder"


def say_import(report: ImportReport, further: str, room: int) -> str:
    """What came of an import, as much of it as fits beside where to read `further`.

    >>> say_import(ImportReport(3, 3, joined=3), "! tells more", 50), say_import(ImportReport(3, 3), "!", 10)
    ('3 new documents · joined 3 events · ! tells more', '3 new documents')
    """
    in_short = say_outcome(report, titles=0).split(" · ")
    fewer = (in_short[:number] for number in range(len(in_short), 0, -1))
    ways = (" · ".join([*parts, further]) for parts in ([say_outcome(report)], *fewer))
    return next((way for way in ways if cell_width(way) <= room), in_short[0])


class ImportStopped(Exception):
    """The reader has stopped the import, or left."""


class Importing(Protocol):
    """Who an import talks to."""

    def say(self, words: str) -> None:
        """Show one line."""

    def take_import(self, report: ImportReport) -> None:
        """The library holds what was imported: show it, and say what became of it."""


class ImportJob:
    """One import in the background, which can be stopped."""

    def __init__(self, library: Library, screen: Importing, path: Path) -> None:
        self._library = library
        self._screen = screen
        self._path = path
        self._progress = ImportProgress("reading", 0)
        self._began = time.monotonic()
        self._stopped = False
        self.running = True

    def stop(self) -> None:
        """End it soon; the library stays as it was."""
        self._stopped = True

    async def run(self) -> None:
        """Import, tell how far it is, and hand over the report."""
        telling = asyncio.ensure_future(self._tell())
        try:
            report = await asyncio.to_thread(self._library.import_paths, [self._path], on_progress=self._look)
        except ImportStopped:
            self._screen.say("the import was stopped; the library is as it was")
        except LibraryError as error:
            self._screen.say(str(error))
        else:
            self._screen.take_import(report)
        finally:
            self.running = False
            telling.cancel()

    def _look(self, progress: ImportProgress) -> None:
        if self._stopped:
            raise ImportStopped
        if progress.stage != self._progress.stage:
            self._began = time.monotonic()
        self._progress = progress

    async def _tell(self) -> None:
        while True:
            await asyncio.sleep(TELL_EVERY)
            elapsed = time.monotonic() - self._began
            self._screen.say(describe_progress(self._progress, elapsed, bar=True))

"""Importing without leaving the browser: a line to name a path in, and the work behind it."""

import asyncio
import itertools
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

from sahel_tui.library import ImportProgress, ImportReport, Library, LibraryError
from sahel_tui.present.progress import describe_progress, say_report
from sahel_tui.present.runs import align_ends
from sahel_tui.present.text import cell_width, visible
from sahel_tui.tui.line_edit import LineEdit
from sahel_tui.tui.painting import mark_cells, paint_line

TELL_EVERY = 0.5
"""Seconds between two lines about an import: each costs bytes on the link."""
_PROMPT = "  import file or folder: "
_HINT = "Tab completes, Enter imports, Esc leaves"


class ImportStopped(Exception):
    """The reader has stopped the import, or left."""


class Importing(Protocol):
    """Who an import talks to."""

    def say(self, words: str) -> None:
        """Show one line."""

    def take_import(self, report: ImportReport) -> None:
        """The library holds what was imported."""


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
            self._screen.say(say_report(report))
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


class PathScreen(ModalScreen[Path | None]):
    """Leaves with the path typed, or None; the screen below stays as it is."""

    def __init__(self) -> None:
        super().__init__()
        self._line = PathLine()
        self._keys: dict[str, Callable[[], None]] = {
            "escape": lambda: self._leave(None),
            "ctrl+c": lambda: self._leave(None),
            "enter": lambda: self._leave(self._line.path),
            "tab": self._line.complete,
        }

    def compose(self) -> ComposeResult:
        """The line at the foot."""
        yield self._line

    def take_key(self, event: events.Key) -> bool:
        """Use every key: typing, completing or leaving."""
        if event.key in self._keys:
            self._keys[event.key]()
        else:
            self._line.take_key(event)
        return True

    def on_paste(self, event: events.Paste) -> None:
        """Take the first line of what was pasted."""
        event.stop()
        self._line.insert(event.text.strip().partition("\n")[0])

    def _leave(self, path: Path | None) -> None:
        if path is None or path.exists():
            self.dismiss(path)
        else:
            self._line.refuse("there is no such file or folder")


class PathLine(Widget):
    """The line a path is typed in."""

    def __init__(self) -> None:
        super().__init__()
        self._edit = LineEdit()
        self._remark = _HINT

    @property
    def path(self) -> Path | None:
        """What is typed, with `~` as the home; None while nothing is."""
        return Path(os.path.expanduser(self._edit.text)) if self._edit.text.strip() else None

    def insert(self, text: str) -> None:
        """Type `text`."""
        self._take(self._edit.insert(text))

    def take_key(self, event: events.Key) -> None:
        """Type or edit."""
        typed = event.character if event.is_printable else None
        self._take(self._edit.insert(typed) if typed else self._edit.press(event.key))

    def complete(self) -> None:
        """Go on as far as all names there are that begin like this go together."""
        completed = complete_path(self._edit.text)
        self._take(LineEdit(completed, len(completed)))

    def refuse(self, remark: str) -> None:
        """Say what is wrong with the path."""
        self._take(self._edit, remark)

    def _take(self, edited: LineEdit | None, remark: str = _HINT) -> None:
        if edited is not None:
            self._edit, self._remark = edited, remark
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """A rule, and the line under it."""
        width, theme = self.size.width, self.app.theme
        if y == 0:
            return paint_line((("─" * width, "muted"),), width, theme)
        text, cursor = self._edit.window(max(1, width - len(_PROMPT) - 1))
        start = len(_PROMPT) + cell_width(visible(text[:cursor]))
        free = width - len(_PROMPT) - cell_width(visible(text)) - 3
        remark = self._remark if cell_width(self._remark) <= free else ""
        line = align_ends(((_PROMPT, "focus"), (visible(text), ""), (" ", "")), ((remark, "muted"),), width - 1)
        return mark_cells(paint_line(line, width, theme), start, start + 1)


def complete_path(typed: str) -> str:
    """`typed` with what all matching names share; a folder with its slash."""
    folder, _, start = typed.rpartition("/")
    place = os.path.expanduser(f"{folder}/" if "/" in typed else ".")
    try:
        names = [f"{one.name}/" if one.is_dir() else one.name for one in os.scandir(place)]
    except OSError:
        return typed
    matching = [name for name in names if name.startswith(start) and (start or not name.startswith("."))]
    return typed + find_shared(matching)[len(start) :] if matching else typed


def find_shared(names: Sequence[str]) -> str:
    """The beginning that all names share.

    >>> find_shared(["notes/", "notes-2023.txt"])
    'notes'
    """
    first, last = min(names), max(names)
    same = (one == other for one, other in zip(first, last, strict=False))
    return first[: sum(itertools.takewhile(bool, same))]

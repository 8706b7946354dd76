"""The reader's bookmarks and notes: one file for all libraries, safe with several browsers at once."""

import json
import os
import threading
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sahel_tui.dataclass import replace
from sahel_tui.notebook.marks import ClaimAnchor, EventAnchor, Mark
from sahel_tui.notebook.pages import NotebookError, Pages
from sahel_tui.notebook.place import find_notebook
from sahel_tui.notebook.records import mark_record, parse_mark

_NO_HOME = "there is no home directory to keep notes in, so they are gone when the program ends"


def open_notebook() -> "Notebook":
    """The notebook of the reader; it is read when it is first asked."""
    return Notebook(find_notebook())


class Notebook:
    """All marks, as far as they can be read; its methods may be called from any thread."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        """None: nothing outlives the program."""
        self.version = 0
        """Counts what has changed, here or by another program, as far as it was noticed by `refresh`."""
        self.notice = "" if path else _NO_HOME
        """One line about what cannot be read or kept; empty when all is well."""
        self._pages = Pages(path) if path else None
        self._marks: dict[str, Mark] = {}
        self._unread = 0
        self._done: list[tuple[Mark | None, Mark]] = []
        """What was changed from here: before and after, the last one last."""
        self._turn = threading.RLock()

    # Reading.

    def refresh(self) -> int:
        """Take in what other programs have written since; the version of what is known now."""
        with self._turn:
            if self._pages:
                try:
                    anew, lines = self._pages.read_new()
                except OSError as error:
                    self.notice = f"your notes in {self.path} cannot be read ({error.strerror})"
                else:
                    self._take(lines, anew)
            return self.version

    def _take(self, lines: list[bytes], anew: bool) -> None:
        if anew:
            self._marks, self._unread = {}, 0
        changed = anew
        for line in lines:
            try:
                changed |= self._keep(parse_mark(json.loads(line)))
            except (ValueError, RecursionError):
                self._unread += 1
        self.version += changed
        lines_are = "line is" if self._unread == 1 else "lines are"
        said = f"{self._unread} {lines_are} no note this program can read, and left as before: {self.path}"
        self.notice = said if self._unread else ""

    def _keep(self, mark: Mark) -> bool:
        """Whether it says something new."""
        known = self._marks.get(mark.id)
        if known is not None and (known.at > mark.at or known == mark):
            return False
        self._marks[mark.id] = mark
        return True

    def marks(self) -> tuple[Mark, ...]:
        """All that were not removed, in the order in which they were put down."""
        with self._turn:
            self.refresh()
            return tuple(sorted((one for one in self._marks.values() if not one.removed), key=lambda one: one.at))

    def removals(self) -> tuple[Mark, ...]:
        """What was taken away and when, without its words: another notebook needs no more to take it away, too."""
        with self._turn:
            self.refresh()
            gone = (replace(one, claim=None, text="") for one in self._marks.values() if one.removed)
            return tuple(sorted(gone, key=lambda one: one.at))

    # Writing: raises `NotebookError`, and then all is as it was.

    def note(self, event: EventAnchor, text: str, claim: ClaimAnchor | None = None) -> Mark:
        """Put down a note about an event, or about one of its claims."""
        return self._write(lambda: Mark(_make_id(), "note", "", event, claim, text))

    def bookmark(self, event: EventAnchor) -> Mark:
        """Put down that the reader wants to come back to an event."""
        return self._write(lambda: Mark(_make_id(), "bookmark", "", event))

    def change(self, mark: Mark, text: str) -> Mark:
        """Change the text of a note; when somebody else has changed it meanwhile, both texts are kept."""

        def make() -> Mark:
            same = self._marks.get(mark.id, mark) == mark
            return replace(mark, text=text) if same else replace(mark, id=_make_id(), text=text)

        return self._write(make)

    def remove(self, mark: Mark) -> Mark:
        """Take a mark away; its line stays in the file, and `undo` brings it back."""
        return self._write(lambda: replace(mark, removed=True))

    def undo(self) -> Mark | None:
        """Take back the last change made from here; the mark as it is now, None when there is nothing to take back."""
        with self._turn:
            self.refresh()
            if not self._done:
                return None
            before, after = self._done[-1]
            known = self._marks.get(after.id)
            if known is None or replace(known, at="") != replace(after, at=""):
                self._done.pop()
                raise NotebookError("it was changed elsewhere since, so it stays as it is")
            back = replace(after, removed=True) if before is None else before
            written = self._write(lambda: back, undoing=True)
            self._done.pop()
            return written

    def merge(self, marks: Iterable[Mark]) -> int:
        """Take in marks of another notebook; how many were not known, or are later than what was known."""
        with self._turn:
            self.refresh()
            newer = [one for one in marks if (known := self._marks.get(one.id)) is None or known.at < one.at]
            self._append(newer)
            for mark in newer:
                self._keep(mark)
            self.version += bool(newer)
            return len(newer)

    def _write(self, make: Callable[[], Mark], *, undoing: bool = False) -> Mark:
        """Write what `make` makes of all that is known once no other program writes."""
        with self._turn:
            if self._pages is None:
                return self._put(self._date(make()), undoing)
            with self._pages.writing() as writer:
                self.refresh()
                mark = self._date(make())
                writer.append([mark_record(mark)])
                return self._put(mark, undoing)

    def _append(self, marks: list[Mark]) -> None:
        if self._pages and marks:
            with self._pages.writing() as writer:
                writer.append([mark_record(mark) for mark in marks])

    def _put(self, mark: Mark, undoing: bool) -> Mark:
        if not undoing:
            self._done.append((self._marks.get(mark.id), mark))
        self._marks[mark.id] = mark
        self.version += 1
        return mark

    def _date(self, mark: Mark) -> Mark:
        """Later than all that is known of it, whatever the clock says."""
        now = datetime.now(UTC)
        known = self._marks.get(mark.id)
        if known is not None:
            now = max(now, datetime.fromisoformat(known.at) + timedelta(microseconds=1))
        return replace(mark, at=now.isoformat(timespec="microseconds"))


def _make_id() -> str:
    return os.urandom(8).hex()

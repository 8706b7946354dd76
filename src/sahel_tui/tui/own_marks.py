"""The reader's bookmarks and notes on the browse screen: seen in the list, put down, taken back."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.worker import Worker, WorkerCancelled, WorkerFailed

from sahel_tui.library import LibraryError
from sahel_tui.model import Claim, Event

if TYPE_CHECKING:
    from sahel_tui.library.marked import Placed
    from sahel_tui.present.own_notes import OwnNote
    from sahel_tui.tui.browse import BrowseScreen


class OwnMarks:
    """Keeps the signs in the list, and the notes beside what is read, as the notebook has them."""

    def __init__(self, screen: "BrowseScreen") -> None:
        self._screen = screen
        self._placed: Placed | None = None
        self._noticed = ""
        self._work: Worker[None] | None = None

    def follow(self) -> None:
        """Show soon what this or another program has put down since."""
        self._work = self._screen.run_worker(self._follow, group="marks", exclusive=True, exit_on_error=False)

    async def settled(self) -> None:
        """Wait until the notebook is shown as it is: a note just written is there to be changed."""
        while self._work and not self._work.is_finished:
            with suppress(WorkerCancelled, WorkerFailed):
                await self._work.wait()

    async def _follow(self) -> None:
        try:
            placed = await asyncio.to_thread(self._screen.library.marks.place)
        except LibraryError:  # The list and the article say what is wrong with the library.
            return
        self._note_trouble()
        if placed is self._placed:
            return
        changed = self._placed is not None
        self._placed = placed
        self._screen.events.signs = _make_signs(placed)
        self._screen.events.refresh()
        if changed:
            self._screen.reader.reload()
            if "is:" in self._screen.events.question.query.lower():
                self._screen.ask(self._screen.events.question, keep_event=True)

    def _note_trouble(self) -> None:
        """Say once what is wrong with the notebook; browsing goes on."""
        notice = self._screen.library.marks.notebook.notice
        if notice and notice != self._noticed:
            self._noticed = notice
            self._screen.notices = (*self._screen.notices, notice)
            self._screen.messages_seen = False
            self._screen.note_messages()

    # Changing.

    def toggle_bookmark(self, event: Event) -> str:
        """Bookmark an event or take its bookmark away; what to say of it."""
        from sahel_tui.notebook.pages import NotebookError

        try:
            marked = self._screen.library.marks.toggle_bookmark(event)
        except (NotebookError, LibraryError) as error:
            return str(error)
        self.follow()
        return "bookmarked · is:bookmarked finds it" if marked else "bookmark taken away"

    def keep_note(self, event: Event, claim: Claim | None, before: "OwnNote | None", text: str) -> str:
        """Write a note anew, change it, or take it away when nothing is left of it; what went wrong, or empty."""
        from sahel_tui.notebook.pages import NotebookError

        marks = self._screen.library.marks
        try:
            if before is None and text:
                marks.note(event, text, claim)
            elif before and text:
                marks.notebook.change(before.mark, text)
            elif before:
                marks.notebook.remove(before.mark)
        except (NotebookError, LibraryError) as error:
            return str(error)
        self.follow()
        return ""

    def undo(self) -> str:
        """Take back the last change made here; what to say of it."""
        from sahel_tui.notebook.pages import NotebookError

        try:
            mark = self._screen.library.marks.notebook.undo()
        except NotebookError as error:
            return str(error)
        if mark is None:
            return "there is no note or bookmark to take back"
        self.follow()
        what = "bookmark" if mark.kind == "bookmark" else f"note “{mark.text}”"
        return f"{what} {'taken back' if mark.removed else 'is as it was'} · {mark.event.title}"


def _make_signs(placed: "Placed") -> Mapping[str, str]:
    from sahel_tui.present.own_notes import event_sign

    return {event_id: event_sign(marks) for event_id, marks in placed.events.items()}

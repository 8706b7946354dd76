"""The reader's bookmarks and notes on the browse screen: seen in the list, and beside what is read."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.worker import Worker, WorkerCancelled, WorkerFailed

from sahel_tui.library import LibraryError
from sahel_tui.library.marked import asks_for_marks
from sahel_tui.tui.note_keeper import NoteKeeper

if TYPE_CHECKING:
    from sahel_tui.library.placed import Placed
    from sahel_tui.tui.browse import BrowseScreen


class OwnMarks:
    """Keeps the signs in the list, and the notes beside what is read, as the notebook has them."""

    def __init__(self, screen: "BrowseScreen") -> None:
        self._screen = screen
        self._placed: Placed | None = None
        self._noticed = ""
        self._work: Worker[None] | None = None
        self.keeper = NoteKeeper(screen.library, self.follow)

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
        self._screen.events.signs = make_signs(placed)
        self._screen.events.refresh()
        if changed:
            self._screen.reader.reload()
            if asks_for_marks(self._screen.events.question.query):
                self._screen.ask(self._screen.events.question, keep_event=True)

    def _note_trouble(self) -> None:
        """Say once what is wrong with the notebook; browsing goes on."""
        notice = self._screen.library.marks.notebook.notice
        if notice and notice != self._noticed:
            self._noticed = notice
            self._screen.notices = (*self._screen.notices, notice)
            self._screen.messages_seen = False
            self._screen.note_messages()


def make_signs(placed: "Placed") -> Mapping[str, str]:
    """A sign for each event the reader has bookmarked or noted, by its id."""
    from sahel_tui.present.own_notes import event_sign

    return {event_id: event_sign(marks) for event_id, marks in placed.events.items()}

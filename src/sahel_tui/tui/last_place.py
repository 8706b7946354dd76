"""Where the reader is, kept for the next start and taken up there: the event, the pane, the place in the article."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, cast, get_args

from textual.timer import Timer
from textual.worker import Worker, WorkerCancelled, WorkerFailed

from sahel_tui.library import EventNotFound, LibraryError
from sahel_tui.library.opening import IN_MEMORY
from sahel_tui.model import Claim
from sahel_tui.notebook.lasting import Lasting, Position
from sahel_tui.notebook.marks import EventAnchor
from sahel_tui.tui.layout import PaneName
from sahel_tui.tui.pace import THIN
from sahel_tui.tui.reader import Beginning

if TYPE_CHECKING:
    from sahel_tui.tui.browse import BrowseScreen
    from sahel_tui.tui.compare.screen import CompareScreen

_KEEP_AFTER = 1.0
"""Seconds after a key: a reader whose link dies finds the place again, and a held key writes nothing."""


class LastPlace:
    """Remembers the place on the browse screen; without a memory it does nothing."""

    def __init__(self, screen: "BrowseScreen", memory: Lasting | None) -> None:
        self._screen = screen
        location = screen.library.location
        self._memory = memory if location != IN_MEMORY else None
        self._location = location
        self._kept: Position | None = None
        self._soon: Timer | None = None
        self._taking_up: Worker[None] | None = None
        self._comparing: CompareScreen | None = None
        """The comparison that lies over the list, or over the ranking."""
        self._compared_events: tuple[EventAnchor, ...] = ()
        """What it is of."""

    # At the start.

    def find(self, event_id: str | None, query: str) -> tuple[int, str] | None:
        """The row among all events, newest first, and the id of the event to begin with; None: at the top.

        `event_id` is what the reader asked for: it comes before what is remembered, as does a query.
        """
        if event_id:
            self._kept = Position(EventAnchor(event_id, "", ""), "article")
        elif not query and self._memory:
            self._kept = self._memory.position(self._location)
        if self._kept is None:
            return None
        try:
            found = self._screen.library.marks.find(self._kept.event)
        except LibraryError:  # Asking for the list says what is wrong.
            return None
        return (self._kept.disputed_row, found[1]) if found and self._kept.disputed_row is not None else found

    @property
    def disputed_only(self) -> bool:
        """Whether the list held disputed events only."""
        return self._kept is not None and self._kept.disputed_row is not None

    def take_up(self) -> None:
        """Give the keys to the pane that had them, and have the article scrolled once it is read."""
        kept = self._kept
        if kept is None or self._screen.pace is THIN:
            return
        if kept.pane in get_args(PaneName):
            self._screen.panes.go_to(cast(PaneName, kept.pane))
        event = self._screen.events.event
        if event and kept.document:
            self._screen.reader.begin_at(Beginning(event.id, kept.document, kept.place, self._screen.offer_keys))
        if event and kept.compared:
            again = self._compare_again(event.id, kept)
            self._taking_up = self._screen.run_worker(again, group="comparison", exit_on_error=False)

    async def taken_up(self) -> None:
        """Wait until the comparison lies over the list, if one did."""
        if self._taking_up:
            with suppress(WorkerCancelled, WorkerFailed):
                await self._taking_up.wait()

    async def _compare_again(self, event_id: str, kept: Position) -> None:
        """Open the comparison at the figure it was left at, if it is still read so and the reader has not gone on."""
        from sahel_tui.tui.acts.comparing import open_comparison

        ids, claim = await asyncio.to_thread(self._find_compared, event_id, kept)
        event = self._screen.events.event
        if claim and event and event.id == event_id and self._screen.is_current and not self._screen.is_typing:
            await open_comparison(self._screen, ids, claim)

    def _find_compared(self, event_id: str, kept: Position) -> tuple[tuple[str, ...], Claim | None]:
        """The events of the comparison, those that are still there, and the claim it was left at."""
        library = self._screen.library
        found = tuple(filter(None, map(library.marks.find, kept.compared_events)))
        ids = tuple(id for _, id in found) if kept.compared_events else (event_id,)
        claims = (claim for id in ids for claim in library.comparison(id).claims)
        return ids, next((claim for claim in claims if (claim.document, claim.start) == kept.compared), None)

    # From then on.

    def follow(self, comparing: "CompareScreen | None") -> None:
        """A comparison was opened, or (None) left."""
        self._comparing = comparing
        self._compared_events = self._anchor(comparing.event_ids) if comparing and self._memory else ()
        if comparing:
            comparing.moved = self.keep_soon
        self.keep_soon()

    def _anchor(self, ids: Sequence[str]) -> tuple[EventAnchor, ...]:
        """The events, but for the one under the list's cursor alone; none of one that an import has just taken away."""
        from sahel_tui.notebook.marks import anchor_event

        here, library = self._screen.events.event, self._screen.library
        if here and tuple(ids) == (here.id,):
            return ()
        with suppress(EventNotFound):
            return tuple(anchor_event(library.event(id), ()) for id in ids)
        return ()

    def keep_soon(self) -> None:
        """Remember the place a moment after the last key."""
        if self._memory and self._soon is None:
            self._soon = self._screen.set_timer(_KEEP_AFTER, self.keep)

    def keep(self) -> None:
        """Remember the place now."""
        self._soon = None
        event, reader = self._screen.events.event, self._screen.reader
        if self._memory is None or event is None:
            return
        from sahel_tui.notebook.marks import anchor_event

        reading = reader.reading if reader.reading and reader.reading.event.id == event.id else None
        documents = [document.id for document in reading.documents] if reading else []
        open_now = reading.document.id if reading and reading.document else ""
        place = reader.article.place if reading else 0
        events, claim = self._screen.events, self._comparing.claim_here if self._comparing else None
        position = Position(
            anchor_event(event, documents),
            self._screen.panes.focus_name,
            open_now,
            place,
            events.cursor if events.question.disputed_only else None,
            (claim.document, claim.start) if claim else None,
            self._compared_events if claim else (),
        )
        if position != self._kept:
            self._kept = position
            self._memory.keep_position(self._location, position)

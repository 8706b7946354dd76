"""The list of events: rows read in windows, a cursor, and the marks of events set side by side."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from contextlib import suppress
from functools import partial

from textual import events
from textual.strip import Strip
from textual.worker import Worker, WorkerCancelled, WorkerFailed, WorkerState

from sahel_tui.library import Hits, Library, LibraryError
from sahel_tui.model import Event
from sahel_tui.present.glyphs import CURSOR
from sahel_tui.present.runs import Line, Run, Tag
from sahel_tui.tui.empty_list import empty_list_lines
from sahel_tui.tui.line_pane import LinePane
from sahel_tui.tui.list_rows import GUTTER, event_row, head_lines, note_row, snippet_row, unread_row
from sahel_tui.tui.listing import TOP, WINDOW, Listing, Question, Spot, say_parts, say_total
from sahel_tui.tui.messages import EventPointed, ListChanged, WorkFailed
from sahel_tui.tui.painting import paint_line

_PATIENT = 0.2
"""Seconds of a debounce that is meant to save bytes."""
_TITLE_PAUSE = 0.005
"""Seconds without a letter before titles are searched: enough for letters that come in one packet."""
_MARK = "•"


class EventList(LinePane):
    """All events that answer the question, one a line."""

    def __init__(self, library: Library, question: Question, id: str | None = None) -> None:
        super().__init__(id)
        self.library = library
        self.listing = Listing()
        self.question = question
        """What was asked last; `listing` may still answer the one before."""
        self.cursor = 0
        self.marked: tuple[Event, ...] = ()
        """At most two events to compare with each other, in the order they were marked."""
        self.note = ""
        """One line about the whole library, under the title: it does not scroll."""
        self.welcome: tuple[str, ...] = ()
        """What a reader should know at the very first start, over the events."""
        self.first: tuple[int, str] | None = None
        """Row and id of the event to begin with; None: at the top."""
        self.signs: Mapping[str, str] = {}
        """What the reader has put down, a sign for each event that has one."""
        self._work: Worker[None] | None = None
        self._reading: Worker[None] | None = None
        self._counting: Worker[None] | None = None

    @property
    def standing(self) -> object:
        """The event under the cursor."""
        return self.cursor

    # Asking.

    def on_mount(self) -> None:
        """Answer the first question before the first frame, which is empty without it."""
        row, event_id = self.first or (0, None)
        try:
            hits = self.question.ask(self.library, row - row % WINDOW)
            self._show(Listing.from_hits(self.question, hits), Spot(event_id))
        except LibraryError as error:
            self.post_message(WorkFailed(str(error)))
        self._count_soon()

    def ask(self, question: Question, *, debounce: float = 0, at: Spot = TOP) -> None:
        """Show the answer to `question` soon, with the cursor where it is wanted."""
        if any(work and not work.is_finished for work in (self._work, self._counting)):
            self.library.interrupt()
        self.question = question
        self._work = self._start(partial(self._answer, question, debounce, at), "search")

    async def settled(self) -> None:
        """Wait until the list answers the last question; failures are told by `WorkFailed`."""
        while self._work and not self._work.is_finished:
            with suppress(WorkerCancelled, WorkerFailed):
                await self._work.wait()

    async def filled(self) -> None:
        """Wait until the rows in sight have been read."""
        while self._reading and not self._reading.is_finished:
            with suppress(WorkerCancelled, WorkerFailed):
                await self._reading.wait()

    async def _answer(self, question: Question, debounce: float, at: Spot) -> None:
        """Titles at once when letters are typed, then texts, then all that a search cut short had no time for."""
        if debounce > _PATIENT:
            await asyncio.sleep(debounce)  # A thin link: the list is sent once, not twice.
        elif debounce:
            await asyncio.sleep(_TITLE_PAUSE)
            titles = await asyncio.to_thread(question.ask, self.library, titles_only=True)
            if titles.exact or titles.events:
                self._take(question, titles, at)
            if titles.exact:
                return
            await asyncio.sleep(debounce - _TITLE_PAUSE)
        hits = await asyncio.to_thread(question.ask, self.library)
        self._take(question, hits, at)
        if not hits.exact and not hits.interrupted:
            whole = await asyncio.to_thread(question.ask_all, self.library)
            if whole:
                self._take(question, whole, at)

    def _take(self, question: Question, hits: Hits, at: Spot) -> None:
        """Show an answer, unless it is outdated; a cursor that was moved since stays on its event."""
        if hits.interrupted or question != self.question:
            return
        moved = self.event if self.cursor and self.listing.question == question else None
        self._show(Listing.from_hits(question, hits), Spot(moved.id) if moved else at)
        self._count_soon()

    def _start(self, work: Callable[[], Coroutine[None, None, None]], group: str) -> Worker[None]:
        return self.run_worker(work, group=group, exclusive=True, exit_on_error=False)

    def _count_soon(self) -> None:
        self.call_after_refresh(self._count)  # Nobody waits for it, and two threads at once paint late.

    def _count(self) -> None:
        self._counting = self._start(partial(self._count_disputed, self.listing.question), "count")

    async def _count_disputed(self, question: Question) -> None:
        count = await asyncio.to_thread(question.count_disputed, self.library)
        if question == self.listing.question:
            self.listing.disputed = count
            self.refresh_title()

    def _show(self, listing: Listing, at: Spot) -> None:
        self.listing = listing
        found = listing.find(at.event) if at.event else None
        self.cursor = max(0, min(at.row if found is None else found, listing.total - 1))
        self.top = max(0, min(at.top, self.count_lines() - self.room))
        self.keep_in_sight()
        self.refresh()
        self._fill()
        self.post_message(ListChanged())
        self.post_message(EventPointed(self.event, at_rest=True))

    async def _read_windows(self, question: Question) -> None:
        """Read what is missing of the rows in sight, be they in two windows."""
        while question == self.listing.question and (start := self._first_missing()) is not None:
            hits: Hits = await asyncio.to_thread(question.ask, self.library, start)
            if hits.interrupted or not hits.events or question != self.listing.question:
                return
            self.listing.add(hits)
            self.refresh()
            self.post_message(EventPointed(self.event, at_rest=False))

    def on_worker_state_changed(self, message: Worker.StateChanged) -> None:
        """Tell what went wrong while asking; an outdated question that was cancelled is no failure."""
        if message.state == WorkerState.ERROR:
            self.post_message(WorkFailed(f"the search failed: {message.worker.error}"))

    def put_note(self, note: str) -> None:
        """Show one line about the whole library over the events; empty takes it away."""
        self.note, self.TITLE_ROWS = note, 1 + bool(note)
        self.keep_in_sight()
        self.refresh()

    def put_welcome(self, welcome: tuple[str, ...]) -> None:
        """Greet the reader, or, when it is empty, stop it."""
        if welcome != self.welcome:
            self.welcome = welcome
            self.refresh()

    # Moving and marking.

    @property
    def event(self) -> Event | None:
        """The event under the cursor."""
        return self.listing.event(self.cursor)

    @property
    def spot(self) -> Spot:
        """Where the cursor stands."""
        return Spot(self.event.id if self.event else None, self.cursor, self.top)

    def move(self, lines: int) -> None:
        """Move the cursor by `lines` events."""
        self.point(self.cursor + lines)

    def go_to_line(self, index: int) -> None:
        """Put the cursor on an event by its place in the list."""
        self.point(index)

    def move_to_end(self, last: bool) -> None:
        """Move the cursor to the first or the last event."""
        self.point(self.listing.total if last else 0)

    def point(self, index: int) -> None:
        """Put the cursor on a row, as far as there are rows, and show it."""
        index = max(0, min(index, self.listing.total - 1))
        if index == self.cursor:
            return
        before, self.cursor = self.cursor, index
        if self.listing.snippet(self.listing.event(before)) or self.listing.snippet(self.event):
            self.refresh()
        self.refresh_line_at(self._line_of(before), self._line_of(index))
        self.keep_in_sight()
        self._fill()
        self.post_message(EventPointed(self.event, at_rest=False))

    def keep_in_sight(self) -> None:
        """Scroll by half a page when the cursor leaves it: a line at a time would send every row for every key."""
        line = self._line_of(self.cursor)
        if not self.top <= line <= self.top + self.room - 1:
            self.scroll_to_line(line - self.room // 2)

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor in sight, and read what comes into sight with it."""
        self.keep_in_sight()
        self._fill()

    def _fill(self) -> None:
        if self._first_missing() is not None:
            self._reading = self._start(partial(self._read_windows, self.listing.question), "window")

    def _first_missing(self) -> int | None:
        return self.listing.first_missing(self.top, self.top + self.room + 1)

    def toggle_mark(self) -> None:
        """Mark or unmark the event under the cursor; the older of two marks gives way to a third."""
        if self.event:
            others = tuple(event for event in self.marked if event.id != self.event.id)
            self.marked = others if len(others) < len(self.marked) else (*others, self.event)[-2:]
            self.refresh()

    # Painting.

    def title_line(self, width: int) -> Line:
        """How many events, their order and how many are disputed."""
        listing = self.listing
        count = say_total(listing.hits)
        kind = "disputed " if listing.question.disputed_only else ""
        said = f"{count} {kind}event{'' if listing.total == 1 else 's'}"
        room = width - GUTTER - len(said)
        head: Tag = "heading" if self.has_focus else "muted"
        rest = ""
        narrow = self.size.width == self.app.size.width and self.has_focus
        for ways in say_parts(listing, len(self.marked), asked=narrow) if listing.total else ():
            rest += next((f" · {part}" for part in ways if len(rest) + len(part) + 3 <= room), "")
        return ((" " * GUTTER, ""), (said, head), (rest, "muted"))

    def _head_lines(self) -> list[Line]:
        """What stands over the events: the greeting, and what of the query was not understood."""
        if not self.welcome and not self.listing.hits.complaints:  # Every row asks.
            return []
        return head_lines(self.welcome, self.listing.hits.complaints, self.line_width, self.room)

    def _line_of(self, index: int) -> int:
        snippet = self.listing.snippet(self.event) is not None and index > self.cursor
        return index + len(self._head_lines()) + snippet

    def count_lines(self) -> int:
        """The greeting, the events, and the snippet under the one with the cursor."""
        head = len(self._head_lines())
        if self.listing.total:
            return self._line_of(self.listing.total)
        return head + len(empty_list_lines(self.listing, self.size.width, self.fill))

    def render_line(self, y: int) -> Strip:
        """One painted row; the note is the second."""
        if 0 < y < self.TITLE_ROWS:
            return paint_line(note_row(self.note, self.size.width), self.size.width, self.app.theme)
        return super().render_line(y)

    def line(self, index: int, width: int) -> Line:
        """A line of what stands over them, an event, the selected one's snippet, or what to do about an empty list."""
        head = self._head_lines()
        if index < len(head):
            return head[index]
        row = index - len(head)
        if not self.listing.total:
            return empty_list_lines(self.listing, self.size.width, self.fill)[row]
        snippet = self.listing.snippet(self.event)
        if snippet and row == self.cursor + 1:
            return snippet_row(snippet, width, self.listing.hits.terms)
        return self._event_line(row - 1 if snippet and row > self.cursor else row, width)

    def _event_line(self, row: int, width: int) -> Line:
        event = self.listing.event(row)
        if event is None:
            return unread_row()
        bar: Run = (CURSOR if row == self.cursor else " ", "focus" if self.has_focus else "muted")
        marked = any(event.id == other.id for other in self.marked)
        sign = _MARK if marked else self.signs.get(event.id, " ")
        return event_row(event, sign, bar, width, self.listing.hits.terms)

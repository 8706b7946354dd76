"""The disputed rows of the listed events, widest spread first; their keys are kept, the rows read in windows."""

import asyncio
from collections import OrderedDict
from collections.abc import Coroutine, Mapping, Sequence
from contextlib import suppress

from textual.worker import Worker, WorkerCancelled, WorkerFailed, WorkerState

from sahel_tui.library import EventNotFound, Library, LibraryError
from sahel_tui.model import MAIN_INCIDENT, Event, Row, Side
from sahel_tui.present.ranking import (
    RankingLayout,
    Sufferers,
    lay_out_ranking,
    name_sufferers,
    ranking_heading,
    ranking_line,
)
from sahel_tui.present.runs import Line
from sahel_tui.present.text import cell_width
from sahel_tui.tui.listing import WINDOW, Question, say_choice
from sahel_tui.tui.messages import WorkFailed
from sahel_tui.tui.overview.cursor_pane import MARGIN, CursorPane, title_with_parts
from sahel_tui.tui.own_marks import make_signs

_MOST_WINDOWS = 20
Dispute = tuple[Event, Row]


class DisputesPane(CursorPane):
    """A line a disputed row."""

    def __init__(self, library: Library, question: Question, first: int = 0) -> None:
        """`first`: the line that the cursor begins on."""
        super().__init__("disputes")
        self._library = library
        self._question = question
        self._keys: Sequence[int] | None = None
        """Of all rows, in order; None until they are known."""
        self._windows: OrderedDict[int, tuple[Dispute, ...]] = OrderedDict()
        self._sufferers: dict[int, tuple[Sufferers, ...]] = {}
        """Whose losses the rows of a window are about."""
        self._widest = 1.0
        self._signs: Mapping[str, str] = {}
        self._first = first
        self._works: dict[str, Worker[None]] = {}
        """What is being ranked and read."""

    def on_mount(self) -> None:
        """Rank them in the background."""
        self._start(self._rank(), "ranking")

    def _start(self, work: Coroutine[None, None, None], group: str) -> None:
        self._works[group] = self.run_worker(work, group=group, exclusive=True, exit_on_error=False)

    async def settled(self) -> None:
        """Wait until they are ranked and those in sight are read; failures are told by `WorkFailed`."""
        for group in ("ranking", "window"):
            while (work := self._works.get(group)) and not work.is_finished:
                with suppress(WorkerCancelled, WorkerFailed):
                    await work.wait()

    def on_unmount(self) -> None:
        """Leave no search behind."""
        if self._keys is None:
            self._library.interrupt()

    def follow_marks(self) -> None:
        """Show soon which events the reader has bookmarked or noted."""
        self.run_worker(self._read_marks(), group="marks", exclusive=True, exit_on_error=False)

    async def _read_marks(self) -> None:
        with suppress(LibraryError):  # The ranking says what is wrong with the library.
            self._signs = make_signs(await asyncio.to_thread(self._library.marks.place))
            self.refresh()

    async def _rank(self) -> None:
        keys = None
        while keys is None:  # Another search may interrupt it.
            keys = await asyncio.to_thread(self._library.rank_disputes, self._question.query)
        self._keys = keys
        self.cursor = max(0, min(self._first, len(keys) - 1))
        self.keep_in_sight()
        widest = await asyncio.to_thread(self._library.read_disputes, keys[:1])
        self._widest = max([2.0, *(row.spread or 1.0 for _, row in widest)])
        await self._read_windows()
        self.refresh()
        self.post_message(self.Pointed())

    async def _read_windows(self) -> None:
        """Read what is missing of the rows in sight."""
        while (number := self._first_missing()) is not None:
            keys = (self._keys or ())[number * WINDOW : (number + 1) * WINDOW]
            self._windows[number] = await asyncio.to_thread(self._library.read_disputes, keys)
            self._sufferers[number] = await asyncio.to_thread(self._name_sufferers, self._windows[number])
            if len(self._windows) > _MOST_WINDOWS:
                self._sufferers.pop(self._windows.popitem(last=False)[0], None)
            self.refresh()
            self.post_message(self.Pointed())

    def _name_sufferers(self, disputes: Sequence[Dispute]) -> tuple[Sufferers, ...]:
        """Whose losses each row is about; runs in a worker thread."""
        known: dict[str, tuple[Side, ...]] = {}
        named = [Sufferers()] * len(disputes)
        for number, (event, row) in enumerate(disputes):
            with suppress(EventNotFound):  # An import may just have taken it away.
                known[event.id] = known.get(event.id) or self._library.comparison(event.id).sides
                documents = self._library.documents(event.id) if row.incident != MAIN_INCIDENT else ()
                named[number] = name_sufferers(row, known[event.id], documents)
        return tuple(named)

    def sufferers_at(self, index: int) -> Sufferers:
        """Whose losses the row of a line is about; empty while it is not known."""
        named = self._sufferers.get(index // WINDOW, ())
        return named[index % WINDOW] if index % WINDOW < len(named) else Sufferers()

    def _first_missing(self) -> int | None:
        last = min(self.top + self.room, self.count_lines() - 1)
        numbers = {self.top // WINDOW, self.cursor // WINDOW, last // WINDOW} if last >= 0 else set()
        return next((number for number in sorted(numbers) if number not in self._windows), None)

    def on_worker_state_changed(self, message: Worker.StateChanged) -> None:
        """Tell what went wrong while ranking."""
        if message.state == WorkerState.ERROR:
            self._keys = self._keys or ()
            self.refresh()
            self.post_message(WorkFailed(f"the disputes could not be ranked: {message.worker.error}"))

    def dispute_at(self, index: int) -> Dispute | None:
        """The event and the row of a line; None while it has not been read."""
        window = self._windows.get(index // WINDOW, ())
        return window[index % WINDOW] if index % WINDOW < len(window) else None

    @property
    def chosen(self) -> Dispute | None:
        """What the cursor stands on."""
        return self.dispute_at(self.cursor)

    def point(self, index: int) -> None:
        """Move the cursor, and read what comes into sight."""
        super().point(index)
        if self._first_missing() is not None:
            self._start(self._read_windows(), "window")

    # Painting.

    def title_line(self, width: int) -> Line:
        """How many there are, and of which events."""
        total = self.count_lines()
        said = "ranking …" if self._keys is None else f"{total:,} disputed row{'' if total == 1 else 's'}"
        place = f"{self.cursor + 1:,} of {total:,}" if total > self.room else ""
        choice, order = say_choice(self._question), "widest first"
        if self._question == Question():
            return title_with_parts(said, (order, choice), place, width)
        fits = cell_width(f"{said} · {choice} {place}") <= width - 3 * MARGIN
        return title_with_parts(said, (choice, order), place if fits else "", width)

    def column_heads(self, width: int) -> Line:
        """The scale of the bars."""
        return ranking_heading(self._lay_out(width)) if self.count_lines() else ()

    def _lay_out(self, width: int) -> RankingLayout:
        return lay_out_ranking(width, self._widest)

    def count_lines(self) -> int:
        """How many disputed rows there are."""
        return len(self._keys or ())

    def row(self, index: int, width: int, *, here: bool) -> Line:
        """One disputed row."""
        found = self.dispute_at(index)
        return (
            ranking_line(*found, self._lay_out(width), self.sufferers_at(index), here=here)
            if found
            else (("…", "muted"),)
        )

    def sign(self, index: int) -> str:
        """Whether its event is bookmarked or noted."""
        found = self.dispute_at(index)
        return self._signs.get(found[0].id, "") if found else ""

    def empty_line(self) -> str:
        """Why there is none."""
        if self._keys is None:
            return ""
        return self.fill("No figure of these events is disputed. {back} goes back; there Esc lists all events.")

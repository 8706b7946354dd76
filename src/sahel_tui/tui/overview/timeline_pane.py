"""The months or years of the listed events, newest first."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress

from textual.worker import Worker, WorkerCancelled, WorkerFailed, WorkerState

from sahel_tui.library import Library, Month
from sahel_tui.present.own_notes import MARK_SIGNS, join_signs
from sahel_tui.present.periods import Period, Unit, choose_unit, make_periods
from sahel_tui.present.runs import Line
from sahel_tui.present.timeline import TimelineLayout, lay_out_timeline, timeline_heading, timeline_line
from sahel_tui.tui.listing import Question, say_choice
from sahel_tui.tui.messages import WorkFailed
from sahel_tui.tui.overview.cursor_pane import CursorPane, title_with_parts


class TimelinePane(CursorPane):
    """A line a period; counted in the background, so that no key waits for a million events."""

    def __init__(
        self, library: Library, question: Question, first: Period | None = None, near: Period | None = None
    ) -> None:
        """`first`: the month that the cursor begins on; else the month or year of `near`, whichever are shown."""
        super().__init__("timeline")
        self._library = library
        self._question = question
        self.months: Sequence[Month] | None = None
        """What was counted; None until it is known."""
        self.unit: Unit = "month"
        self.periods: tuple[Period, ...] = ()
        self._marked: dict[str, frozenset[tuple[int | None, int | None]]] = {}
        """The years and months of the events that carry each sign of the reader."""
        self._first = first or near
        self._by_month = first is not None and first.year is not None
        self._layout: tuple[int, TimelineLayout] | None = None
        self._work: Worker[None] | None = None

    def on_mount(self) -> None:
        """Count in the background."""
        self._work = self.run_worker(self._count(), group="months", exclusive=True, exit_on_error=False)

    async def settled(self) -> None:
        """Wait until the events are counted; failures are told by `WorkFailed`."""
        if self._work:
            with suppress(WorkerCancelled, WorkerFailed):
                await self._work.wait()

    def on_unmount(self) -> None:
        """Leave no search behind."""
        if self.months is None:
            self._library.interrupt()

    async def _count(self) -> None:
        self.months = await self._count_months(self._question.query)
        self.show("month" if self._by_month else choose_unit(self.months))
        for mark, sign in MARK_SIGNS.items():
            marked = await self._count_months(f"is:{mark} {self._question.query}")
            self._marked[sign] = frozenset((month.year, month.month) for month in marked)
        if any(self._marked.values()):
            self.refresh()

    async def _count_months(self, query: str) -> tuple[Month, ...]:
        disputed, months = self._question.disputed_only, None
        while months is None:  # Another search may interrupt it.
            months = await asyncio.to_thread(self._library.months, query, disputed_only=disputed)
        return months

    def on_worker_state_changed(self, message: Worker.StateChanged) -> None:
        """Tell what went wrong while counting."""
        if message.state == WorkerState.ERROR:
            self.months = ()
            self.refresh()
            self.post_message(WorkFailed(f"the events could not be counted: {message.worker.error}"))

    @property
    def chosen(self) -> Period | None:
        """The period under the cursor."""
        return self.periods[self.cursor] if self.periods else None

    def show(self, unit: Unit) -> None:
        """Show months or years, with the cursor on the same time."""
        before = self.chosen or self._first
        year, month = (before.year, before.month) if before else (None, None)
        self.unit, self.periods, self._layout = unit, make_periods(self.months or (), unit), None
        fitting = [n for n, period in enumerate(self.periods) if period.year == year and not period.empty]
        exact = [n for n in fitting if self.periods[n].month == month]
        self.cursor = (exact or fitting or [0])[0]
        self.top = 0
        self.keep_in_sight()
        self.refresh()
        self.post_message(self.Pointed())

    def point(self, index: int) -> None:
        """Move the cursor; a stretch without events lies between two periods and is stepped over."""
        index = max(0, min(index, len(self.periods) - 1))
        if self.periods and self.periods[index].empty:
            index += 1 if index > self.cursor else -1
        super().point(index)

    # Painting.

    def title_line(self, width: int) -> Line:
        """How many events, over which time."""
        events = sum(month.events for month in self.months or ())
        said = "counting …" if self.months is None else f"{events:,} event{'' if events == 1 else 's'} by {self.unit}"
        years = [month.year for month in self.months or () if month.year is not None]
        span = f"{min(years)}–{max(years)}" if years else ""
        return title_with_parts(said, (span, say_choice(self._question)), "", width)

    def column_heads(self, width: int) -> Line:
        """What the columns are, and the scale of the dead."""
        return timeline_heading(self._lay_out(width), self.unit) if self.periods else ()

    def _lay_out(self, width: int) -> TimelineLayout:
        if self._layout is None or self._layout[0] != width:
            self._layout = width, lay_out_timeline(self.periods, width)
        return self._layout[1]

    def count_lines(self) -> int:
        """How many periods there are."""
        return len(self.periods)

    def row(self, index: int, width: int, *, here: bool) -> Line:
        """One period."""
        return timeline_line(self.periods[index], self._lay_out(width), self.unit, here=here)

    def sign(self, index: int) -> str:
        """Whether events that began then are bookmarked or noted."""
        period = self.periods[index]
        signs = [sign for sign, times in self._marked.items() if any(period.holds(*time) for time in times)]
        return join_signs(signs)

    def empty_line(self) -> str:
        """Why there is none."""
        if self.months is None:
            return ""
        return self.fill("There are no events to count. {back} goes back; there Esc lists all events.")

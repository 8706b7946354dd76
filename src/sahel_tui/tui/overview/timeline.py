"""When the listed events began, and how many died: a line a month, or a year where there are many."""

from typing import NamedTuple

from sahel_tui.library import Library
from sahel_tui.present.periods import Period, find_period, find_place
from sahel_tui.present.runs import Line
from sahel_tui.present.timeline import period_lines
from sahel_tui.tui.listing import Question
from sahel_tui.tui.overview.cursor_pane import CursorPane
from sahel_tui.tui.overview.keys import TIMELINE_KEYS
from sahel_tui.tui.overview.screen import OverviewScreen
from sahel_tui.tui.overview.timeline_pane import TimelinePane

_FOOT = 4
_BROAD = 80
"""From this width on the words fit in few lines."""


class ChosenPeriod(NamedTuple):
    """What was opened in the timeline."""

    place: int
    """Of its first event in the list by date."""
    period: Period


class TimelineScreen(OverviewScreen[ChosenPeriod]):
    """Leaves with a place in the list by date, or None."""

    KEYED = "timeline"
    DATES = True
    KEYS = TIMELINE_KEYS

    def __init__(
        self, library: Library, question: Question, period: Period | None = None, near: Period | None = None
    ) -> None:
        """The cursor begins on `period`, else at the time of `near`."""
        self.timeline = TimelinePane(library, question, period, near)
        super().__init__(self.timeline)
        self._ascending = question.order.ascending and question.order.sort == "date"

    def foot_height(self, height: int) -> int:
        """A rule and a few words."""
        return (_FOOT if self.app.size.width >= _BROAD else _FOOT + 2) if height >= 12 else 0

    def foot_lines(self, width: int, height: int) -> tuple[Line, ...]:
        """The numbers of the period in words, and what they are."""
        chosen = self.timeline.chosen
        return period_lines(chosen, width, height) if chosen else ()

    def on_cursor_pane_pointed(self, message: CursorPane.Pointed) -> None:
        """Offer what Enter does here."""
        super().on_cursor_pane_pointed(message)
        self.offer_keys()

    def list_offered(self) -> list[tuple[str, str]]:
        """What the key line offers: opening what is under the cursor as what that is, and the other unit."""
        of_years = {"open": "its months/months", "unit": "by month"}
        of_months = {"open": "its events/events", "unit": "by year"}
        here = of_years if self.timeline.unit == "year" else of_months
        return [(action, here.get(action, words)) for action, words in super().list_offered()]

    async def go_to_date(self, date: str) -> None:
        """Go to the period of a date, or to the first before it that has events."""
        await self.timeline.settled()
        index = find_period(self.timeline.periods, date)
        if index is None:
            self.say(f"no event began in {date} or before")
        else:
            self.jump(index)
            self.say(self.timeline.periods[index].words)

    def action_open(self) -> None:
        """From a year to its months, from a month to its events in the list."""
        chosen, months = self.timeline.chosen, self.timeline.months
        if chosen is None or months is None:
            return
        if self.timeline.unit == "year" and chosen.year is not None:
            self.timeline.show("month")
        else:
            self.dismiss(ChosenPeriod(find_place(months, chosen, ascending=self._ascending), chosen))

    def action_unit(self) -> None:
        """Change between months and years."""
        self.timeline.show("year" if self.timeline.unit == "month" else "month")

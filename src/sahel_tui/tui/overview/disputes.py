"""The disputes of the listed events, ranked by how far their figures are apart."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.library import EventNotFound, Library
from sahel_tui.model import Claim, Event
from sahel_tui.present.ranking import dispute_lines
from sahel_tui.present.runs import Line
from sahel_tui.tui.listing import Question
from sahel_tui.tui.overview.disputes_pane import Dispute, DisputesPane
from sahel_tui.tui.overview.keys import DISPUTES_KEYS
from sahel_tui.tui.overview.screen import OverviewScreen

if TYPE_CHECKING:
    from sahel_tui.tui.compare.screen import CompareScreen


class RankedClaim(NamedTuple):
    """A claim chosen in the comparison that a line of the ranking opened."""

    event: Event
    claim: Claim
    line: int
    """Of the ranking."""


class DisputesScreen(OverviewScreen[RankedClaim]):
    """Leaves with the claim that is to be read in its article, or None."""

    KEYED = "disputes"
    KEYS = DISPUTES_KEYS

    def __init__(self, library: Library, question: Question, index: int = 0) -> None:
        self.disputes = DisputesPane(library, question, index)
        super().__init__(self.disputes)
        self._library = library
        self.follow: Callable[[CompareScreen | None], object] = lambda comparing: None
        """Called with a comparison that is opened over the ranking, and with None when it is left."""

    def on_screen_resume(self) -> None:
        """Show what was noted, also on a screen that lay over this one."""
        self.disputes.follow_marks()

    def foot_lines(self, width: int, height: int) -> tuple[Line, ...]:
        """The figures of the row on a scale, each with its voice."""
        chosen = self.disputes.chosen
        return dispute_lines(*chosen, width, height, self.disputes.sufferers_at(self.disputes.cursor)) if chosen else ()

    async def action_open(self) -> None:
        """Open the comparison on the row under the cursor."""
        chosen = self.disputes.chosen
        if chosen is None:
            return
        try:
            number = await asyncio.to_thread(self._find_number, chosen)
        except EventNotFound:
            self.say("this event is no longer in the library")
            return
        await self.compare(chosen[0], number)

    async def compare(self, event: Event, at: int | Claim | None) -> None:
        """Open the comparison of an event over the ranking, on a row or at the figure of a claim."""
        from sahel_tui.tui.compare.screen import CompareScreen

        def leave(claim: Claim | None) -> None:
            self.follow(None)
            if claim:
                self.dismiss(RankedClaim(event, claim, self.disputes.cursor))
            elif comparison.searches:
                self.action_search()

        comparison = CompareScreen(self._library, (event.id,), at=at)
        self.follow(comparison)
        await self.app.push_screen(comparison, leave)

    def _find_number(self, dispute: Dispute) -> int | None:
        """Which row of its event's comparison it is."""
        event, row = dispute
        rows = self._library.comparison(event.id).rows
        return rows.index(row) if row in rows else None

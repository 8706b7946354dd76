"""The disputes of the listed events, ranked by how far their figures are apart."""

import asyncio

from sahel_tui.library import EventNotFound, Library
from sahel_tui.model import Claim, Event
from sahel_tui.present.ranking import dispute_lines
from sahel_tui.present.runs import Line
from sahel_tui.tui.listing import Question
from sahel_tui.tui.overview.disputes_pane import Dispute, DisputesPane
from sahel_tui.tui.overview.keys import DISPUTES_KEYS
from sahel_tui.tui.overview.screen import OverviewScreen


class DisputesScreen(OverviewScreen[tuple[Event, Claim]]):
    """Leaves with the claim that is to be read in its article, or None."""

    KEYED = "disputes"
    KEYS = DISPUTES_KEYS

    def __init__(self, library: Library, question: Question) -> None:
        self.disputes = DisputesPane(library, question)
        super().__init__(self.disputes)
        self._library = library

    def on_screen_resume(self) -> None:
        """Show what was noted, also on a screen that lay over this one."""
        self.disputes.follow_marks()

    def foot_lines(self, width: int, height: int) -> tuple[Line, ...]:
        """The figures of the row on a scale, each with its voice."""
        chosen = self.disputes.chosen
        return dispute_lines(*chosen, width, height) if chosen else ()

    async def action_open(self) -> None:
        """Open the comparison on the row under the cursor."""
        chosen = self.disputes.chosen
        if chosen is None:
            return
        from sahel_tui.tui.compare.screen import CompareScreen

        event, _ = chosen
        try:
            number = await asyncio.to_thread(self._find_number, chosen)
        except EventNotFound:
            self.say("this event is no longer in the library")
            return

        def leave(claim: Claim | None) -> None:
            if claim:
                self.dismiss((event, claim))

        await self.app.push_screen(CompareScreen(self._library, (event.id,), at=number), leave)

    def _find_number(self, dispute: Dispute) -> int | None:
        """Which row of its event's comparison it is."""
        event, row = dispute
        rows = self._library.comparison(event.id).rows
        return rows.index(row) if row in rows else None

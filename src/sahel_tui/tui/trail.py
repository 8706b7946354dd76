"""The way back to where the reader was before the last jump, or in the comparison that led to the article."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sahel_tui.tui.layout import PaneName
from sahel_tui.tui.listing import Question

if TYPE_CHECKING:
    from sahel_tui.tui.browse import BrowseScreen


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader is on the browse screen."""

    question: Question
    """What the list shows."""
    index: int
    """Which of its events is under the cursor, from 0."""
    event: str
    """The id of that event; empty when there is none."""
    pane: PaneName
    """The pane that has the keys."""
    document: int = 0
    """Which of the event's documents is open."""
    line: int = 0
    """The article's first line in sight."""


def find_place(screen: "BrowseScreen") -> Place:
    """Where the reader is now."""
    events, reader = screen.events, screen.reader
    number = reader.reading.number if reader.reading else 0
    event = events.event.id if events.event else ""
    return Place(events.question, events.cursor, event, screen.panes.focus_name, number, reader.article.top)


async def go_to_place(screen: "BrowseScreen", place: Place) -> None:
    """Show what a place shows; an event that is gone leaves its row in the list."""
    events = screen.events
    if events.question != place.question:
        screen.search_line.put(place.question.query)
        events.ask(place.question, keep=place.event)
        await events.settled()
    found = events.listing.find(place.event)
    events.point(place.index if found is None else found)
    screen.panes.go_to(place.pane)
    await screen.settled()
    screen.reader.go_to_line(place.document, place.line)


class Trail:
    """Remembers one place: going back to it remembers the one that is left."""

    def __init__(self, screen: "BrowseScreen") -> None:
        self._screen = screen
        self._before: Place | None = None
        self.comparison: Callable[[], Awaitable[None]] | None = None
        """Opens again the comparison that led to what is read; None once the list has the keys."""

    def remember(self) -> None:
        """Keep this place, before a jump."""
        self._before = find_place(self._screen)

    async def go_back(self) -> None:
        """To the place that was kept."""
        before = self._before
        if before is None:
            self._screen.say("nothing has led away from here yet")
            return
        self.remember()
        await go_to_place(self._screen, before)

    def follow(self) -> None:
        """Forget the comparison in the list: from there, a step back leads elsewhere."""
        if self._screen.panes.focus_name == "list":
            self.comparison = None

    async def return_to_comparison(self) -> bool:
        """To the comparison that led to the article, with the list behind it; whether one did."""
        comparison, panes = self.comparison, self._screen.panes
        if comparison is None or panes.zoomed:
            return False
        panes.go_to("list")
        self.comparison = None
        await comparison()
        return True

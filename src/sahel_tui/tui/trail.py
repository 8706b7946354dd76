"""The ways back: to where the reader was before the last jump, and to the screen that led to what is read."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from sahel_tui.dataclass import dataclass
from sahel_tui.tui.commands import NOT_AWAY, SAME_PLACE
from sahel_tui.tui.layout import PaneName
from sahel_tui.tui.listing import Question, Spot

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
        events.ask(place.question, at=Spot(place.event, place.index))
        await events.settled()
    found = events.listing.find(place.event)
    events.point(place.index if found is None else found)
    screen.panes.go_to(place.pane)
    await screen.settled()
    screen.reader.go_to_line(place.document, place.line)


@dataclass(frozen=True, slots=True)
class WayBack:
    """From where the reader is to the screen that led there, with what lay under that screen."""

    place: Place
    """Where the reader was when the screen was opened."""
    open_again: Callable[[], Awaitable[None]]


class Trail:
    """Remembers one place: going back to it remembers the one that is left."""

    def __init__(self, screen: "BrowseScreen") -> None:
        self._screen = screen
        self._before: Place | None = None
        self.to_comparison: WayBack | None = None
        """From what is read to the comparison that led to it; None once the list has the keys."""
        self._to_overview: tuple[Question, WayBack] | None = None
        """From the list to the screen that led into it, while it shows the same."""

    def remember(self) -> None:
        """Keep this place, before a jump."""
        self._before = find_place(self._screen)

    async def go_back(self) -> None:
        """To the place that was kept."""
        before = self._before
        if before is None:
            self._screen.say(NOT_AWAY)
            return
        if before == find_place(self._screen):
            self._screen.say(SAME_PLACE)
            return
        self.remember()
        await go_to_place(self._screen, before)

    def follow(self) -> None:
        """Forget the comparison in the list: from there, a step back leads elsewhere."""
        if self._screen.panes.focus_name == "list":
            self.to_comparison = None

    def lead_into_list(self, way: WayBack) -> None:
        """Know the way from the list, as it is now, back to the screen that led there."""
        self._to_overview = self._screen.events.question, way

    @property
    def to_overview(self) -> WayBack | None:
        """The way from the list back to the screen that led there; None where no screen did."""
        question, way = self._to_overview or (None, None)
        return way if question == self._screen.events.question else None

    async def return_to_comparison(self) -> bool:
        """To the comparison that led to the article; whether one did."""
        way, self.to_comparison = self.to_comparison, None
        return await self._follow_back(way)

    async def return_to_overview(self) -> bool:
        """To the screen that led into the list; whether one did."""
        way, self._to_overview = self.to_overview, None
        return await self._follow_back(way)

    async def _follow_back(self, way: WayBack | None) -> bool:
        if way:
            await go_to_place(self._screen, way.place)
            await way.open_again()
        return way is not None

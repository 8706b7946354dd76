"""A search from its first letter to Enter or Esc: what it asks of the list, and where it began."""

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from sahel_tui.dataclass import dataclass
from sahel_tui.model import Event
from sahel_tui.tui.layout import PaneName
from sahel_tui.tui.listing import Question, Spot
from sahel_tui.tui.reader import Beginning

if TYPE_CHECKING:
    from sahel_tui.tui.browse import BrowseScreen

Then = Callable[[], Coroutine[Any, Any, None]]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the reader was when a search began."""

    question: Question
    spot: Spot
    pane: PaneName
    zoomed: bool
    event: Event | None
    """What was read, be it under the cursor or not."""
    terms: tuple[str, ...]
    """The words that were highlighted in it."""
    beginning: Beginning | None
    """Where in it."""


def find_origin(screen: "BrowseScreen") -> Origin:
    """Where the reader is now."""
    events, panes, article = screen.events, screen.panes, screen.reader.article
    reading = screen.reader.reading
    document = reading.document if reading else None
    beginning = None
    if reading and document:
        beginning = Beginning(reading.event.id, document.id, article.place, screen.offer_keys)
    read, terms = (reading.event, reading.terms) if reading else (None, ())
    return Origin(events.question, events.spot, panes.focus_name, panes.zoomed, read, terms, beginning)


class Search:
    """What the search line does to the browse screen."""

    def __init__(self, screen: "BrowseScreen") -> None:
        self._screen = screen
        self._origin: Origin | None = None
        self._then: Then | None = None
        """Opens the screen from which the search began over what is found."""

    def begin(self, then: Then | None = None) -> None:
        """Give the search line the keys, and remember where the reader is; `then` is done after it, kept or not."""
        self._origin, self._then = find_origin(self._screen), then
        self._screen.panes.start_search()

    def change_query(self, query: str) -> None:
        """Search as one types."""
        self._screen.say("")
        events = self._screen.events
        events.ask(events.question.with_query(query), debounce=self._screen.pace.debounce)

    def keep_query(self) -> None:
        """Enter: the list stays as it is, with the cursor in it."""
        screen = self._screen
        screen.searches.add(screen.search_line.query_text)
        screen.panes.go_to("list")
        if screen.pace.preview is not None:
            screen.read_event()
        screen.offer_keys()
        self._open_again()

    def drop_query(self) -> None:
        """Esc: back to where the reader was before the search."""
        screen, origin = self._screen, self._origin
        screen.say("")
        if origin is None:
            return
        self._list_again(origin)
        screen.panes.zoomed = origin.zoomed
        screen.panes.go_to(origin.pane)
        if origin.event:
            screen.reader.open(origin.event, origin.terms, at=origin.beginning)
        screen.offer_keys()
        self._open_again()

    def _open_again(self) -> None:
        then, self._then = self._then, None
        if then:
            self._screen.run_worker(then(), group="overview", exit_on_error=False)

    def leave(self) -> bool:
        """From what a search found to all events, the cursor on the same one; whether there was a search to leave."""
        screen, events = self._screen, self._screen.events
        if not screen.search_line.query_text:
            return False
        screen.search_line.put("")
        here = events.event
        before = self._origin.spot if self._origin else Spot()
        events.ask(events.question.with_query(""), at=Spot(here.id) if here else before)
        screen.panes.go_to("list")
        screen.offer_keys()
        return True

    def take_suggestion(self) -> None:
        """Tab: search for what was probably meant."""
        suggestion = self._screen.events.listing.hits.suggestion
        if suggestion:
            self._screen.search_line.put(suggestion)
            self.change_query(suggestion)

    def move_list(self, lines: int) -> bool:
        """An arrow key: move the list's cursor; whether it could."""
        events = self._screen.events
        before = events.cursor
        events.move(lines)
        return events.cursor != before

    def _list_again(self, origin: Origin) -> None:
        """Show the list as it was, anew only where it shows something else."""
        events = self._screen.events
        self._screen.search_line.put(origin.question.query)
        if events.question != origin.question:
            events.ask(origin.question, at=origin.spot)
        else:
            events.point(origin.spot.row)

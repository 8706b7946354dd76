"""Going to a date in the list of events."""

import asyncio
from typing import TYPE_CHECKING

from sahel_tui.dataclass import replace
from sahel_tui.library import Library
from sahel_tui.model import Event
from sahel_tui.present.calendar import say_dates
from sahel_tui.tui.listing import ORDERS, Question

if TYPE_CHECKING:
    from sahel_tui.tui.browse import BrowseScreen

_LATEST = "9999-99-99"
_EARLIEST = "0000-01-01"


async def go_to_date(screen: "BrowseScreen", date: str) -> None:
    """Put the list's cursor on the first event of a year, month or day; a list in another order is sorted by date."""
    screen.trail.remember()
    question = screen.events.question
    if question.order.sort != "date":
        screen.ask(replace(question, order=ORDERS[0]), keep_event=False)
    screen.panes.go_to("list")
    await screen.events.settled()
    question, total = screen.events.question, screen.events.listing.total
    place = await asyncio.to_thread(find_date, screen.library, question, total, date)
    screen.events.point(place)
    await screen.events.filled()
    event = screen.events.event
    if event:
        found = event.date.startswith(date)
        screen.say(f"{date} · Enter" if found else f"no event of {say_dates(date)} here; the next is of {event.date}")


def find_date(library: Library, question: Question, total: int, date: str) -> int:
    """The place of the first event of a date, or where one would stand, by halving; runs in a worker thread."""
    first, last = 0, total
    while first < last:
        middle = (first + last) // 2
        events = question.ask(library, middle, 1).events
        if events and _comes_before(events[0], date, ascending=question.order.ascending):
            first = middle + 1
        else:
            last = middle
    return min(first, max(0, total - 1))


def _comes_before(event: Event, date: str, *, ascending: bool) -> bool:
    """Whether an event stands before those of `date`; one of which less is known stands where it may have begun."""
    day = event.date + _EARLIEST[len(event.date) :]
    return day < date if ascending else day > date + _LATEST[len(date) :]

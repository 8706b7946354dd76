"""Going to a date in the list of events."""

import asyncio
import datetime
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
_ENDLESS = 10**9


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
    place = await asyncio.to_thread(find_nearest, screen.library, question, place, date)
    screen.events.point(place)
    await screen.events.filled()
    event = screen.events.event
    if event:
        other = f"no event of {say_dates(date)} here; the nearest is of {event.date}"
        screen.say(f"{date} · Enter" if event.date.startswith(date) else other)


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


def find_nearest(library: Library, question: Question, place: int, date: str) -> int:
    """Of the events at a place and before it, the one nearer to a date; runs in a worker thread."""
    first = max(0, place - 1)
    near = enumerate(question.ask(library, first, place - first + 1).events, first)
    return min(near, key=lambda one: (_days_apart(one[1].date, date), -one[0]), default=(place, None))[0]


def _days_apart(event: str, date: str) -> int:
    """Days between an event and a year, month or day; none where the event is of it, endless where it has no date."""
    if event.startswith(date) or not event:
        return 0 if event else _ENDLESS
    begin, end = _first_day(date), _last_day(date)
    day = _first_day(event)
    return (begin - day).days if day < begin else max(1, (day - end).days)


def _first_day(date: str) -> datetime.date:
    return datetime.date.fromisoformat(date + _EARLIEST[len(date) :])


def _last_day(date: str) -> datetime.date:
    """The last day of a year, month or day; 28 stands for the end of every month."""
    return datetime.date.fromisoformat(date + "0000-12-28"[len(date) :])


def _comes_before(event: Event, date: str, *, ascending: bool) -> bool:
    """Whether an event stands before those of `date`; one of which less is known stands where it may have begun."""
    day = event.date + _EARLIEST[len(event.date) :]
    return day < date if ascending else day > date + _LATEST[len(date) :]

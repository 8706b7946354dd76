"""What the list keeps of a long answer."""

from sahel_tui.library import Hits
from sahel_tui.model import Event
from sahel_tui.tui.listing import _MOST_WINDOWS, WINDOW, Listing, Question


def make_window(start: int, total: int) -> Hits:
    events = (Event(f"event-{index}", f"Event {index}", "") for index in range(start, min(start + WINDOW, total)))
    return Hits(total, start, tuple(events))


def test_scrolling_through_a_million_events_keeps_a_few_windows() -> None:
    total = 1_000_000
    listing = Listing.from_hits(Question(), make_window(0, total))
    for start in range(0, 200 * WINDOW, WINDOW):
        listing.add(make_window(start, total))
    assert len(listing._windows) == _MOST_WINDOWS
    last = 200 * WINDOW - 1
    assert listing.event(last) == Event(f"event-{last}", f"Event {last}", "")
    assert listing.find(f"event-{last}") == last
    assert listing.event(0) is None
    assert listing.first_missing(3, 9) == 0


def test_rows_between_two_windows_are_read_from_the_first_missing() -> None:
    listing = Listing.from_hits(Question(), make_window(0, 250))
    assert listing.first_missing(WINDOW - 5, WINDOW + 5) == WINDOW
    listing.add(make_window(WINDOW, 250))
    assert listing.first_missing(WINDOW - 5, WINDOW + 5) is None
    assert listing.first_missing(2 * WINDOW, 2 * WINDOW + 90) == 2 * WINDOW

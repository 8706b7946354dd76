"""The preview: the event under the cursor is read by itself once the cursor rests."""

import time
from typing import TYPE_CHECKING

from textual.timer import Timer

from sahel_tui.tui.messages import EventPointed

if TYPE_CHECKING:
    from sahel_tui.tui.browse import BrowseScreen


class Preview:
    """Decides when an event is read that nobody asked for."""

    def __init__(self, screen: "BrowseScreen") -> None:
        self._screen = screen
        self._soon: Timer | None = None
        self._pointed = 0.0
        self.awake = False
        """Whether the list has been drawn: the first frame does not wait for an event."""

    def follow(self, message: EventPointed) -> None:
        """The cursor stands on another event: read it now, or when the cursor rests, or not at all on a thin link."""
        if self._soon:
            self._soon.stop()
        typing = self._screen.is_typing
        before, self._pointed = self._pointed, time.monotonic()
        pace = self._screen.pace
        delay = pace.typing if typing else pace.rest(self._pointed - before)
        if delay is None or not self.awake:
            return
        if message.at_rest and not typing:
            self._screen.read_event()
        else:
            self._soon = self._screen.set_timer(delay, self._screen.read_event)

"""What the parts of the browse screen tell it; data goes down by calls, intent comes up by these."""

from textual.message import Message

from sahel_tui.model import Event


class EventPointed(Message):
    """The list's cursor stands on another event, or on none."""

    def __init__(self, event: Event | None, *, at_rest: bool) -> None:
        super().__init__()
        self.event = event
        self.at_rest = at_rest
        """Whether it came by a search rather than by a key that may be held."""


class ListChanged(Message):
    """The list shows the answer to another question."""


class WorkFailed(Message):
    """Something in the background went wrong; the reader is told in one line."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason


class LinkTimed(Message):
    """The terminal has answered a question that stood behind the first frame."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self.seconds = seconds

"""The other event that a text goes on with for some sentences, after a time or place opened it."""

from collections.abc import Sequence

from sahel_tui.claims.incidents.event_times import DateMention, EventTimes


class OtherStory:
    """The other event of a paragraph, while it is told; mostly none."""

    def __init__(self, times: EventTimes) -> None:
        self._times = times
        self.incident: str | None = None
        self.looked_back = False
        """It was told in the past of the past, by the way."""
        self._day = 0
        """The last day told of it; 0 without one."""

    def start(self, incident: str, dates: Sequence[DateMention] = (), *, looked_back: bool = False) -> None:
        """A sentence with some dates opens the event."""
        self.incident, self.looked_back = incident, looked_back
        self._day = max((mention.day.first for mention in dates), default=0)

    def stop(self) -> None:
        """The text is back at its own event."""
        self.incident, self._day = None, 0

    def goes_on(self, dates: Sequence[DateMention]) -> bool:
        """Dates after the document's event are those of reports: they end no story, unless they come before it."""
        if not dates or self._times.last is None:
            return False
        return all(self._times.is_after(mention.day) and mention.day.last >= self._day for mention in dates)

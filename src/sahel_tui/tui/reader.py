"""What is read: the infobox over the article of one event, loaded in the background."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.worker import Worker, WorkerCancelled, WorkerFailed, WorkerState

from sahel_tui.library import Library
from sahel_tui.model import Claim, Event
from sahel_tui.present.text import cell_width
from sahel_tui.tui.article_layout import Stop
from sahel_tui.tui.article_pane import ArticlePane, StopKind
from sahel_tui.tui.infobox_pane import InfoboxPane
from sahel_tui.tui.layout import PaneName
from sahel_tui.tui.messages import WorkFailed
from sahel_tui.tui.reading import Reading

_KIND_NAMES: dict[StopKind, str] = {"disputed": "≠", "claim": "figure", "hit": "hit"}
_INFOBOX_SHARE = 0.42
"""Of the height where the infobox stands over the article; the same for all events, so that the rule stays still."""


class Beginning(NamedTuple):
    """Where the first event that is read is opened."""

    event: str
    document: str
    place: int
    """The character of the document at the top of the article."""
    then: Callable[[], None]
    """Called once it is shown."""


class Reader(Vertical):
    """Two panes that show the same event."""

    def __init__(self, library: Library, id: str | None = None) -> None:
        super().__init__(id=id)
        self.library = library
        self.infobox = InfoboxPane("infobox")
        self.article = ArticlePane("article")
        self._work: Worker[None] | None = None
        self._wanted: Event | None = None
        self._terms: tuple[str, ...] = ()
        self._beginning: Beginning | None = None

    def compose(self) -> ComposeResult:
        """The infobox over the article."""
        yield self.infobox
        yield self.article

    # Opening events.

    @property
    def reading(self) -> Reading | None:
        """What is shown now."""
        return self.article.reading

    def open(self, event: Event | None, terms: Sequence[str] = (), at: Beginning | None = None) -> None:
        """Show an event soon, with searched words highlighted, `at` a place unless it is shown; None shows nothing."""
        same = event is not None and self._wanted is not None and event.id == self._wanted.id
        if same and tuple(terms) == self._terms:
            return
        self._wanted, self._terms, self._beginning = event, tuple(terms), at or self._beginning
        if event is None:
            self.workers.cancel_group(self, "reading")
            self.show(None)
        else:
            self.reload()

    def begin_at(self, beginning: "Beginning") -> None:
        """Where to open an event when it is read, if it is the first that is."""
        self._beginning = beginning

    def reload(self) -> None:
        """Read the event anew, where the reader is: something about it has changed."""
        if self._wanted is not None:
            work = partial(self._load, self._wanted)
            self._work = self.run_worker(work, group="reading", exclusive=True, exit_on_error=False)

    async def settled(self) -> None:
        """Wait until the last event asked for is shown; failures are told by `WorkFailed`."""
        while self._work and not self._work.is_finished:
            with suppress(WorkerCancelled, WorkerFailed):
                await self._work.wait()

    async def _load(self, event: Event) -> None:
        reading = await asyncio.to_thread(Reading.from_library, self.library, event, self._terms)
        if event is self._wanted:
            self.show(reading)

    def on_worker_state_changed(self, message: Worker.StateChanged) -> None:
        """Tell what went wrong while reading."""
        if message.state == WorkerState.ERROR:
            self._wanted = None
            self.post_message(WorkFailed(f"the event could not be read: {message.worker.error}"))

    def show(self, reading: Reading | None) -> None:
        """Show an event; the place is kept when it is the one shown already."""
        same = bool(reading and self.reading and reading.event.id == self.reading.event.id)
        if same and reading and self.reading:
            reading = reading.turned_to(self.reading.number)
        self.infobox.show(reading, keep_place=same)
        begin, self._beginning = self._beginning, None
        if reading and begin and begin.event == reading.event.id:
            self.article.show(reading.turned_to_document(begin.document))
            self.article.go_to_place(begin.place)
            begin.then()
        else:
            self.article.show(reading, keep_place=same)

    # Going to places.

    def turn_to_next_document(self, steps: int = 1) -> Reading | None:
        """Open the next document of the event, or one some steps on; None when it has only one."""
        if self.reading is None or len(self.reading.documents) < 2:
            return None
        self.article.show(self.reading.turned_to(self.reading.number + steps))
        return self.reading

    def go_to_line(self, number: int, line: int) -> None:
        """Open a document of the event by its place among them, at a line of it."""
        if self.reading and self.reading.number != number:
            self.article.show(self.reading.turned_to(number))
        self.article.go_to_line(line)

    def go_to_claim(self, claim: Claim) -> Stop | None:
        """Open the document a claim was read from, at its characters; None when the event has no such claim."""
        if self.reading is None or claim not in self.reading.comparison.claims:
            return None
        turned = self.reading.turned_to_claim(claim)
        if turned.number != self.reading.number:
            self.article.show(turned)
        return self.article.go_to_claim(turned.comparison.claims.index(claim))

    def describe(self, stop: Stop, kind: StopKind, room: int, further: str) -> str:
        """Which place this is, and for a figure who gives it and what it is judged.

        `further`, how to read more, stands for a judgement that does not fit `room` cells.
        """
        article, reading = self.article, self.reading
        kind = "disputed" if kind == "claim" and stop in article.stops["disputed"] else kind
        said, judged = reading.explain(stop.claim) if reading and stop.claim >= 0 else ("", "")
        place = f"{_KIND_NAMES[kind]} {article.place_of(stop, kind)} of {len(article.stops[kind])}"
        verdict = ((place, judged),) if judged else ()
        ways = ((place, said, judged), *verdict, (place, said, further), (said, further), (said,), (place,))
        lines = [" · ".join(filter(None, way)) for way in (ways if said else ways[-1:])]
        return next((line for line in lines if cell_width(line) <= room), lines[-1])

    # Dividing the room.

    def lay_out(self, panes: Sequence[PaneName], *, one_scroll: bool) -> None:
        """Show the panes asked for; `one_scroll` puts the infobox's lines before the article's."""
        self.infobox.display = "infobox" in panes
        self.article.display = "article" in panes
        self.article.titled = not self.infobox.display
        self.article.put_in_front(self.infobox.front_lines if one_scroll else None)
        # The screen's own height is known before this widget's: the first frame is already divided rightly.
        room = self.app.size.height - 1
        self.infobox.styles.height = max(3, int(room * _INFOBOX_SHARE)) if self.article.display else "1fr"

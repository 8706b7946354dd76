"""The article of the open document: its lines, and the places that keys lead to."""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from textual.strip import Strip

from sahel_tui.present.article import Block, disputed_claims
from sahel_tui.present.glyphs import NOTE
from sahel_tui.present.runs import Line, Tag
from sahel_tui.present.text import cell_width, visible
from sahel_tui.present.titles import shorten_title
from sahel_tui.tui.article_layout import MARGIN, ArticleLine, Stop, find_hit_stops, find_stops, set_article, step_stop
from sahel_tui.tui.layout import TEXT_WIDTH
from sahel_tui.tui.line_pane import LinePane, focus_bar
from sahel_tui.tui.painting import mark_cells
from sahel_tui.tui.reading import Reading

StopKind = Literal["disputed", "claim", "hit"]


class Kept(NamedTuple):
    """Where a reader is, whatever the size: changes of it do not change this, only keys do."""

    front: int = 0
    """The line at the top, of those in front of the article."""
    character: int = 0
    """The character at the top; 0 before the article."""
    following: bool = False
    """Whether the place a key led to is in sight."""


class ArticlePane(LinePane):
    """Headings, paragraphs and figures, one document at a time."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id)
        self.reading: Reading | None = None
        self.current: Stop | None = None
        """The figure or hit a key led to; its characters are reversed while `pointed`."""
        self.pointed = False
        """Whether what is done next is about `current`: no other pane's cursor was moved since."""
        self._stops: dict[StopKind, tuple[Stop, ...]] = {"disputed": (), "claim": (), "hit": ()}
        self.titled = False
        """Whether the title line names the event, because no other pane does."""
        self._lines: tuple[ArticleLine, ...] = ()
        self._front: tuple[Line, ...] = ()
        self._set_front: Callable[[int], Sequence[Line]] | None = None
        self._set_for = 0
        self._kept = Kept()
        self._longest = TEXT_WIDTH

    # What is shown.

    def show(self, reading: Reading | None, *, keep_place: bool = False) -> None:
        """Show the open document of `reading` from its beginning, or from where the reader is."""
        self.reading = reading
        self.current = self.current if keep_place else None
        self._kept = self._kept if keep_place else Kept()
        self.top = self.top if keep_place else 0
        self._set_for = 0
        self.refresh()

    def put_in_front(self, set_front: Callable[[int], Sequence[Line]] | None) -> None:
        """Show other lines before the article, set for a width by `set_front`: one pane for all."""
        if set_front is not self._set_front:
            self._set_front = set_front
            self._set_for = 0

    def limit_lines(self, longest: int) -> None:
        """Set no line longer than `longest` cells."""
        if longest != self._longest:
            self._longest = longest
            self._set_for = 0

    @property
    def lines(self) -> tuple[ArticleLine, ...]:
        """The article set for the width there is, the same characters at the top as before."""
        if self._set_for != self.line_width:
            self._set_for = self.line_width
            self._set_lines(self._set_for)
            self.current = self._find_stop(self.current) if self.current else None
            self.top = self._find_kept()
        return self._lines

    def _set_lines(self, width: int) -> None:
        comparison = self.reading.comparison if self.reading else None
        disputed = disputed_claims(comparison) if comparison else frozenset()
        longest = self._longest
        blocks, noted = (self.reading.blocks(), self.reading.noted) if self.reading else ((), frozenset())
        self._lines = set_article(blocks, width, disputed, noted, longest=longest)
        self._front = tuple(self._set_front(width)) if self._set_front and self.reading else ()
        claims = frozenset(range(len(comparison.claims))) if comparison else frozenset()
        self._stops = {
            "disputed": find_stops(self._lines, disputed),
            "claim": find_stops(self._lines, claims),
            "hit": find_hit_stops(self._lines),
        }

    @property
    def place(self) -> int:
        """The character the reader has put at the top, 0 at the beginning."""
        return self._kept.character

    def go_to_place(self, place: int) -> None:
        """Have a character at the top; 0 is the beginning, with what was put in front."""
        self.scroll_to_line(self._line_of(place, place + 1) if place and self.lines else 0)

    def _keep(self) -> "Kept":
        """Where the reader is, from now on through every size."""
        if self.top < len(self._front):
            return Kept(self.top, following=self._seen is not None)
        lines = self._lines[self.top - len(self._front) :] if self.top else ()
        first = next((line.runs[0].start for line in lines if line.runs), 0)
        return Kept(0, first, following=self._seen is not None)

    def _find_kept(self) -> int:
        """The first line to show at this size so that the reader stays where they were before all changes of it."""
        kept, last = self._kept, len(self._front) + len(self._lines) - self.room
        top = self._line_of(kept.character, kept.character + 1) if kept.character else min(kept.front, len(self._front))
        if kept.following and self.current:
            line = self.current.line + len(self._front)
            top = self.find_top(max(0, min(top, last)), line, line + 1, self._space_around)
        return max(0, min(top, last))

    def _find_stop(self, stop: Stop) -> Stop | None:
        same = (s for stops in self.stops.values() for s in stops if (s.start, s.claim) == (stop.start, stop.claim))
        return next(same, None)

    @property
    def stops(self) -> dict[StopKind, tuple[Stop, ...]]:
        """The places keys lead to, of each kind in reading order."""
        return self._stops if self.lines else {"disputed": (), "claim": (), "hit": ()}

    # Going to places.

    def scroll_to_line(self, index: int) -> bool:
        """Scroll; the place a key led to is followed from now on if it is in sight."""
        moved = super().scroll_to_line(index)
        self._kept = self._keep()
        return moved

    def fit_room(self) -> None:
        """Keep the reader's place, and what a key led to in sight, also when the pane was not yet shown then."""
        before, self.top = self.top, self._find_kept() if self.lines else 0
        if self.top != before:
            self.refresh()

    @property
    def article_top(self) -> int:
        """The line the article begins on, after what was put in front."""
        return len(self._front) if self.lines else 0

    def step(self, kind: StopKind, step: int) -> Stop | None:
        """Go to the next (1) or previous (-1) place of a kind, from the current one if it is in sight."""
        first = max(0, self.top - self.article_top)
        current = self._seen
        edge = first if step > 0 else first + self.room
        line = current.line + (step > 0) if current else edge
        stop = step_stop(self.stops[kind], current, line, step)
        if stop:
            self.go_to(stop)
        return stop

    def go_to(self, stop: Stop) -> None:
        """Show a place, some lines of context around it, its characters reversed."""
        self.current, self.pointed = stop, True
        self._follow(stop)

    def _follow(self, stop: Stop) -> None:
        line = stop.line + len(self._front)
        self.reveal(line, line + 1, margin=self._space_around)
        self.refresh()

    @property
    def _space_around(self) -> int:
        """Lines to show around a place a key led to."""
        return min(3, self.room // 4)

    @property
    def _seen(self) -> Stop | None:
        """The place a key led to, while it is in sight."""
        line = self.current.line + self.article_top - self.top if self.current else -1
        return self.current if 0 <= line < self.room else None

    @property
    def figure(self) -> int | None:
        """The claim that what is done next is about; None where no figure is shown reversed."""
        return self._meant.claim if self._meant and self._meant.claim >= 0 else None

    @property
    def _meant(self) -> Stop | None:
        return self._seen if self.pointed else None

    def point(self, here: bool) -> None:
        """Say whether what is done next is about the place a key led to here."""
        if here != self.pointed:
            self.pointed = here
            self.refresh()

    def go_to_claim(self, claim: int) -> Stop | None:
        """Show the characters a claim was read from; None when they are not in this document."""
        stop = next((stop for stop in self.stops["claim"] if stop.claim == claim), None)
        if stop:
            self.go_to(stop)
        return stop

    def place_of(self, stop: Stop | None, kind: StopKind) -> int:
        """Which of the places of a kind `stop` is, from 1; 0 when it is none of them."""
        stops = self.stops[kind]
        return stops.index(stop) + 1 if stop in stops else 0

    def _line_of(self, start: int, end: int) -> int:
        lines = (number for number, line in enumerate(self._lines) if line.cells(start, end))
        return len(self._front) + next(lines, 0)

    def block_at_top(self) -> Block | None:
        """The first heading or paragraph in sight, whole."""
        lines = self.lines[max(0, self.top - len(self._front)) :]
        first = next((line.runs[0] for line in lines if line.runs), None)
        if first is None or self.reading is None:
            return None
        return next(b for b in self.reading.blocks() if any(r.start <= first.start < r.end for r in b.runs))

    # Painting.

    def title_line(self, width: int) -> Line:
        """Which document, how far down, which of the disputed figures."""
        if self.reading is None:
            return ()
        document, count = self.reading.number + 1, len(self.reading.documents)
        name = f"document {document} of {count}" if count > 1 else "article"
        name = visible(self.reading.event.title) if self.titled else name
        beside = width - MARGIN - 3 - cell_width(name)  # Words about the place give way to the title.
        right = self._say_place(max(width // 4, min(width // 2, beside)))
        room = width - MARGIN - 1 - cell_width(right)
        name = shorten_title(name, room - 2)
        rule = "─" * (room - cell_width(name) - 2)
        head: Tag = "heading" if self.has_focus else "muted"
        return (focus_bar(self.has_focus and self._meant is None), (name, head), (f" {rule} {right}", "muted"))

    def _say_place(self, width: int) -> str:
        """Document, notes, position and disputes in at most `width` cells; words give way, then the position first."""
        count = len(self.reading.documents) if self.reading else 0
        document = f"{self.reading.number + 1}/{count}" if self.reading and self.titled and count > 1 else ""
        notes = len(self.reading.notes) if self.reading else 0
        noted = f"{NOTE} {notes}" if notes else ""
        wordy, short = self._say_disputes()
        position = self._say_position()
        ways = (
            (document, noted, position, wordy),
            (document, noted, position, short),
            (document, noted, short),
            (noted, short),
        )
        lines = [" · ".join(filter(None, way)) for way in ways]
        return next((line for line in lines if cell_width(line) <= width), short or noted or position)

    def _say_position(self) -> str:
        if self.titled and not self.top and not self.has_focus:
            return self.fill("{flip} infobox")
        last = self.count_lines() - self.room
        return f"{round(100 * self.top / last)}%" if last > 0 else ""

    def _say_disputes(self) -> tuple[str, str]:
        """Which place of a disputed figure, or how many disputes the list counts and their places; then in short."""
        places = self.stops["disputed"]
        place, total = self.place_of(self.current, "disputed"), len(places)
        if place:
            return f"≠ place {place} of {total}", f"≠ {place} of {total}"
        disputes = self.reading.count_disputes(stop.claim for stop in places) if self.reading and places else 0
        return (f"≠{disputes} in {total} place{'s' * (total > 1)}", f"≠{disputes}") if places else ("", "")

    def count_lines(self) -> int:
        """What was put in front, and the article."""
        return len(self.lines) + len(self._front)

    def line(self, index: int, width: int) -> Line:
        """A line of what was put in front, or of the article."""
        if index < len(self._front):
            return self._front[index]
        line = self.lines[index - len(self._front)]
        pointed = self.pointed and self.current and self.current.line == index - len(self._front)
        return line.pointed_line if pointed else line.line

    def render_line(self, y: int) -> Strip:
        """One painted row, the current place reversed."""
        strip = super().render_line(y)
        index = self.top + y - self.TITLE_ROWS - len(self._front)
        if not self.pointed or self.current is None or y < self.TITLE_ROWS or not 0 <= index < len(self._lines):
            return strip
        cells = self._lines[index].cells(self.current.start, self.current.end)
        return mark_cells(strip, *cells) if cells else strip

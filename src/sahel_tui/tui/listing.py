"""What the event list knows of the library: one question, and the windows of its answer read so far."""

from collections import OrderedDict
from collections.abc import Iterator
from typing import NamedTuple

from sahel_tui.dataclass import dataclass, field, replace
from sahel_tui.library import Hits, Library, Snippet, Sort, parse_query
from sahel_tui.model import Event
from sahel_tui.present.glyphs import glyph
from sahel_tui.present.text import visible

WINDOW = 100
"""Events read at once."""
_MOST_WINDOWS = 20
"""Windows kept of those read, so that scrolling through a million events takes no more memory than looking at some."""
_LEAST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Order:
    """One way to sort the list."""

    sort: Sort
    ascending: bool
    words: str


class Spot(NamedTuple):
    """Where the cursor of the list stands, or is to stand."""

    event: str | None = None
    """The id of the event under it."""
    row: int = 0
    """Its row, for when the event is not among those read."""
    top: int = 0
    """The first line in sight."""


TOP = Spot()
BEST_MATCH = Order("relevance", False, "best match")
ORDERS = (
    Order("date", False, "newest first"),
    Order("date", True, "oldest first"),
    Order("disputed", False, "most disputed"),
    Order("killed", False, "most killed"),
    Order("title", True, "by title"),
)


@dataclass(frozen=True, slots=True)
class Question:
    """What the list is asked to show."""

    query: str = ""
    order: Order = ORDERS[0]
    disputed_only: bool = False

    def with_query(self, query: str) -> "Question":
        """The same list held to another query; the best match comes to the top once there are texts to match."""
        before, after = _searches_texts(self.query), _searches_texts(query)
        order = self.order
        if after and not before and order == ORDERS[0]:
            order = BEST_MATCH
        elif before and not after and order == BEST_MATCH:
            order = ORDERS[0]
        return replace(self, query=query, order=order)

    def with_next_order(self) -> "Question":
        """The same list in the next order; the best match only where there is a query."""
        orders = (BEST_MATCH, *ORDERS) if _searches_texts(self.query) else ORDERS
        return replace(self, order=orders[(orders.index(self.order) + 1) % len(orders)])

    def with_disputed_toggled(self) -> "Question":
        """The same list, of disputed events only or of all."""
        return replace(self, disputed_only=not self.disputed_only)

    def ask(self, library: Library, start: int = 0, limit: int = WINDOW, *, titles_only: bool = False) -> Hits:
        """The window of the answer that begins at `start`; runs in a worker thread."""
        return library.search(
            self.query,
            sort=self.order.sort,
            ascending=self.order.ascending,
            disputed_only=self.disputed_only,
            start=start,
            limit=limit,
            titles_only=titles_only,
        )

    def ask_all(self, library: Library) -> Hits | None:
        """The first window once everything has been found, None when interrupted; runs in a worker thread."""
        order = self.order
        found = library.answer(self.query, sort=order.sort, ascending=order.ascending, disputed_only=self.disputed_only)
        return self.ask(library) if found else None

    def count_disputed(self, library: Library) -> str | None:
        """How many of the events found have disputed figures, None when interrupted; runs in a worker thread.

        Nobody waits for it, so it may take longer than a search.
        """
        hits = library.search(self.query, disputed_only=True, limit=0, patient="count")
        return None if hits.interrupted else say_total(hits)


def say_total(hits: Hits) -> str:
    """How many were found; `1,200+` when the search was cut before it had counted them all.

    >>> say_total(Hits(1200, exact=False)), say_total(Hits(3))
    ('1,200+', '3')
    """
    return f"{hits.total:,}{'' if hits.exact else '+'}"


def say_choice(question: Question) -> str:
    """Which events a question asks for.

    >>> say_choice(Question("kidal")), say_choice(Question(disputed_only=True))
    ('of “kidal”', 'of disputed events')
    """
    query = quote_query(question.query)
    if question.disputed_only:
        return f"of disputed events{' in ' if query else ''}{query}"
    return f"of {query or 'all events'}"


def quote_query(query: str) -> str:
    """A query as it is spoken of; empty where nothing was typed."""
    return f"“{visible(' '.join(query.split()))}”" if query.strip() else ""


def _searches_texts(query: str) -> bool:
    """Whether there are letters enough to look for in bodies; fewer, and filters, leave the list in its order."""
    return sum(len(term.written) for term in parse_query(query).wanted) >= _LEAST_LETTERS


@dataclass(slots=True)
class Listing:
    """The answer to one question, as far as it has been read."""

    question: Question = field(default_factory=Question)
    hits: Hits = field(default_factory=Hits)
    """The first window, with what holds for all of them."""
    disputed: str | None = None
    """How many events have disputed figures; None while they are not counted."""
    _windows: OrderedDict[int, Hits] = field(default_factory=OrderedDict)
    """Those read last, by the number of the window."""

    @classmethod
    def from_hits(cls, question: Question, hits: Hits) -> "Listing":
        """A listing that has read its first window."""
        listing = cls(question, hits)
        listing.add(hits)
        return listing

    @property
    def total(self) -> int:
        """How many events there are to list."""
        return self.hits.total

    def add(self, hits: Hits) -> None:
        """Take in another window; the one that was read longest ago gives way."""
        self._windows[hits.start // WINDOW] = hits
        self._windows.move_to_end(hits.start // WINDOW)
        if len(self._windows) > _MOST_WINDOWS:
            self._windows.popitem(last=False)

    def event(self, index: int) -> Event | None:
        """The event in a row, or None while its window has not been read."""
        hits = self._windows.get(index // WINDOW)
        place = index % WINDOW
        return hits.events[place] if hits and 0 <= place < len(hits.events) else None

    def snippet(self, event: Event | None) -> Snippet | None:
        """The words around the hit of an event that was found by its text."""
        found = (hits.snippets[event.id] for hits in self._windows.values() if event and event.id in hits.snippets)
        return next(found, None)

    def find(self, event_id: str) -> int | None:
        """The row of an event among the windows read."""
        return next((index for index, event in self._rows() if event.id == event_id), None)

    def first_missing(self, first: int, last: int) -> int | None:
        """Where to read from so that rows `first` to `last` become known; None when they are."""
        missing = next((index for index in range(first, min(last, self.total)) if self.event(index) is None), None)
        return None if missing is None else missing - missing % WINDOW

    def _rows(self) -> Iterator[tuple[int, Event]]:
        for hits in self._windows.values():
            yield from enumerate(hits.events, hits.start)


def say_parts(listing: Listing, marked: int, *, asked: bool) -> Iterator[tuple[str, ...]]:
    """What stands behind the number of events, in words and in fewer cells if it can be; `asked` adds the query."""
    question = listing.question
    if marked:
        yield (f"{marked} marked",)
    if asked and question.query:
        yield (quote_query(question.query),)
    yield (question.order.words,)
    if listing.disputed is not None and not question.disputed_only:
        yield f"{listing.disputed} disputed", f"{listing.disputed} {glyph('disputed')}"

"""What a search answers."""

from typing import Literal

from sahel_tui.dataclass import dataclass, field
from sahel_tui.model import Event

Sort = Literal["date", "title", "disputed", "killed", "relevance"]


@dataclass(frozen=True, slots=True)
class Snippet:
    """The words around a hit in a body, on one line."""

    document: str
    """`Document.id` of the text."""
    start: int
    """Where the snippet starts in that text."""
    text: str
    hits: tuple[tuple[int, int], ...]
    """Start and end of each hit, in `text`."""


@dataclass(frozen=True, slots=True)
class Hits:
    """A window of the events found, in the order asked for."""

    total: int = 0
    start: int = 0
    events: tuple[Event, ...] = ()
    snippets: dict[str, Snippet] = field(default_factory=dict)
    """By event id, for events whose title, place and actors do not hold the words; at most 500."""
    terms: tuple[str, ...] = ()
    """The folded words and phrases to highlight."""
    complaints: tuple[str, ...] = ()
    """What was typed and not understood, one sentence each."""
    suggestion: str | None = None
    """A search line that finds something, when this one found nothing."""
    exact: bool = True
    """False: the search was cut short, and there are at least `total`."""
    interrupted: bool = False
    """True: `Library.interrupt` stopped it, and nothing here counts."""


@dataclass(frozen=True, slots=True)
class Month:
    """The events that began in one month."""

    year: int | None
    """None: undated."""
    month: int | None
    """1 to 12; None where only the year is known."""
    events: int
    disputed: int = 0
    """How many of them have disputed figures."""
    counted: int = 0
    """How many of them give a number of dead."""
    killed_low: int = 0
    """The sum of the lowest figures of each: what its voices say of one side, see `Event.killed_low`."""
    killed_high: int = 0
    """The sum of the highest figures of each."""
    open: int = 0
    """How many of them know no highest figure, only `at least` so many."""

"""Bookmarks and notes, and what they hang on: enough of an event and a claim to find them again.

A library names events by their titles and days, and makes them anew on every import; documents keep their ids, which
are digests of their texts. So a mark holds the ids of the documents, and the event's name for the day they are gone.
"""

from collections.abc import Iterable
from typing import Literal, get_args

from sahel_tui.dataclass import dataclass
from sahel_tui.model import Category, Claim, Event

MarkKind = Literal["bookmark", "note"]
MARK_KINDS: tuple[MarkKind, ...] = get_args(MarkKind)


@dataclass(frozen=True, slots=True)
class EventAnchor:
    """The event a mark is about, as it was when the mark was made."""

    id: str
    title: str
    date: str
    documents: tuple[str, ...] = ()
    """Ids of its documents, that of the claim first when the mark is about one."""


@dataclass(frozen=True, slots=True)
class ClaimAnchor:
    """The claim a note is about: it is found again although its rule, its source or its place have changed."""

    document: str
    where: str
    start: int
    end: int
    quote: str
    category: Category
    low: int | None = None
    high: int | None = None
    vague: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """One bookmark or note as it was at one moment."""

    id: str
    """The same for all that becomes of it."""
    kind: MarkKind
    at: str
    """When it was put down, UTC: of two with one id the later one holds."""
    event: EventAnchor
    claim: ClaimAnchor | None = None
    text: str = ""
    removed: bool = False


def anchor_event(event: Event, documents: Iterable[str]) -> EventAnchor:
    """What a mark keeps of an event with documents of these ids."""
    return EventAnchor(event.id, event.title, event.date, tuple(dict.fromkeys(documents)))


def anchor_claim(claim: Claim) -> ClaimAnchor:
    """What a note keeps of a claim."""
    count = claim.count
    place = (claim.document, claim.where, claim.start, claim.end, claim.quote)
    return ClaimAnchor(*place, claim.category, count.low, count.high, count.vague, claim.source)

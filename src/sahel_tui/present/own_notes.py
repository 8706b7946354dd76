"""The reader's notes about an event, each with the figure it is about as the claims are read now."""

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from sahel_tui.dataclass import dataclass
from sahel_tui.model import Claim, Comparison, Count, Event
from sahel_tui.present.figures import say_count
from sahel_tui.present.glyphs import BOOKMARK, NOTE, NOTED_BOOKMARK
from sahel_tui.present.names import CATEGORY_NAMES
from sahel_tui.present.records import Record
from sahel_tui.present.text import visible

if TYPE_CHECKING:
    from sahel_tui.notebook.marks import ClaimAnchor, Mark

MARK_SIGNS = {"bookmarked": BOOKMARK, "noted": NOTE}
"""What a search line asks for with `is:`, and the sign of it."""


@dataclass(frozen=True, slots=True)
class OwnNote:
    """One note; all text is fit for a terminal."""

    mark: "Mark"
    lead: str
    """The figure it is about, `98 killed per Mali`; empty for a note about the event."""
    text: str
    claim: int | None = None
    """Index into `Comparison.claims`; None when it is about the event, or about a figure that is no longer read."""

    def __str__(self) -> str:
        return f"{NOTE} {self.lead}: {self.text}" if self.lead else f"{NOTE} {self.text}"


def place_notes(marks: "Iterable[Mark]", comparison: Comparison) -> tuple[OwnNote, ...]:
    """The notes among the marks of an event: those about the event first, then in the order of the text."""
    notes = [_place(mark, comparison) for mark in marks if mark.kind == "note"]
    return tuple(sorted(notes, key=lambda note: (bool(note.lead), -1 if note.claim is None else note.claim)))


def _place(mark: "Mark", comparison: Comparison) -> OwnNote:
    from sahel_tui.notebook.finding import find_claim  # 2 ms that a reader without notes need not pay.

    text = one_line(mark.text)
    if mark.claim is None:
        return OwnNote(mark, "", text)
    index = find_claim(mark.claim, comparison.claims)
    if index is None:
        return OwnNote(mark, f"{say_anchor(mark.claim)} (“{one_line(mark.claim.quote)}”, no longer read so)", text)
    return OwnNote(mark, say_anchor(mark.claim), text, index)


def say_anchor(claim: "ClaimAnchor") -> str:
    """The figure a note is about: `98 killed per Mali`."""
    count = say_count(Count(claim.low, claim.high, claim.vague))
    source = f" per {one_line(claim.source)}" if claim.source else ""
    return f"{count} {CATEGORY_NAMES[claim.category]}{source}"


def find_noted(notes: Iterable[OwnNote]) -> frozenset[int]:
    """The claims that some note is about."""
    return frozenset(note.claim for note in notes if note.claim is not None)


def say_about(event: Event, claim: Claim | None) -> str:
    """What a note is about to be about."""
    from sahel_tui.notebook.marks import anchor_claim

    return f"{say_anchor(anchor_claim(claim))} · {one_line(event.title)}" if claim else one_line(event.title)


def event_sign(marks: "Sequence[Mark]") -> str:
    """The sign of an event in a list: bookmarked, noted, or both."""
    return join_signs({BOOKMARK if mark.kind == "bookmark" else NOTE for mark in marks})


def join_signs(signs: Collection[str]) -> str:
    """One sign for several: bookmarked and noted; empty when there is none."""
    return NOTED_BOOKMARK if len(signs) > 1 else next(iter(signs), "")


def note_record(note: OwnNote) -> Record:
    """A note beside the rest of an event; `claim` is an index into the record's claims, null for the event's own."""
    return {"id": note.mark.id, "at": note.mark.at, "about": note.lead, "claim": note.claim, "text": note.mark.text}


def one_line(text: str) -> str:
    """Text of a note or a document on one line, fit for a terminal."""
    return " ".join(visible(text).split())

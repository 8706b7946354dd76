"""What is being read: an event with its documents, and the figures in the one that is open."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sahel_tui.dataclass import dataclass, field, replace
from sahel_tui.library import Library
from sahel_tui.model import Claim, Comparison, Document, Event, Section
from sahel_tui.present.article import Block, article_blocks
from sahel_tui.present.figures import find_figure, say_count
from sahel_tui.present.glyphs import NOTE
from sahel_tui.present.names import per
from sahel_tui.present.text import visible

if TYPE_CHECKING:
    from sahel_tui.present.own_notes import OwnNote

INFOBOX_HEADING = "Infobox as written"


@dataclass(frozen=True, slots=True)
class Reading:
    """One event opened: everything the infobox and the article show."""

    event: Event
    documents: tuple[Document, ...] = ()
    comparison: Comparison = field(default_factory=Comparison)
    number: int = 0
    """Index of the open document."""
    terms: tuple[str, ...] = ()
    """Searched words to highlight."""
    notes: "tuple[OwnNote, ...]" = ()
    """What the reader has noted about it."""

    @classmethod
    def from_library(cls, library: Library, event: Event, terms: Sequence[str]) -> "Reading":
        """Read all there is about an event; runs in a worker thread."""
        from sahel_tui.present.own_notes import place_notes  # 5 ms that the first frame need not wait for.

        comparison = library.comparison(event.id)
        notes = place_notes(library.marks.of(event.id), comparison)
        return cls(event, library.documents(event.id), comparison, terms=tuple(terms), notes=notes)

    @property
    def document(self) -> Document | None:
        """The open document; None when the event has none."""
        return self.documents[self.number] if self.documents else None

    def turned_to(self, number: int) -> "Reading":
        """The same event with another of its documents open."""
        return replace(self, number=number % max(1, len(self.documents)))

    def turned_to_claim(self, claim: Claim) -> "Reading":
        """The same event with the document open that `claim` was read from, if it is one of them."""
        return self.turned_to_document(claim.document)

    def turned_to_document(self, document_id: str) -> "Reading":
        """The same event with the document of this id open, if it has one."""
        number = next((n for n, document in enumerate(self.documents) if document.id == document_id), self.number)
        return replace(self, number=number)

    def blocks(self) -> tuple[Block, ...]:
        """The open document's article, then the infobox fields that figures were read from, as written."""
        document = self.document
        if document is None:
            return ()
        fields = replace(document, sections=_field_sections(document, self.comparison.claims))
        return (
            *article_blocks(document, self.comparison, self.terms),
            *article_blocks(fields, self.comparison, self.terms),
        )

    def explain(self, claim: int) -> tuple[str, str]:
        """What the reader noted on a claim, its figure and who gives it; and what its row is judged, or nothing."""
        found = find_figure(self.comparison, claim)
        if found is None:
            quoted = self.comparison.claims[claim]
            said = f"{quoted.source or 'the document'}: {quoted.category}, {quoted.count}"
            return visible(said).replace("_", " "), ""
        row, figure = found
        noted = (f"{NOTE} {note.text}" for note in self.notes if note.claim == claim)
        return " · ".join((*noted, f"{say_count(figure.count)} {per(figure.voice)}")), row.reason

    def count_disputes(self, claims: Iterable[int]) -> int:
        """How many rows of the comparison some disputed claims are about."""
        found = (find_figure(self.comparison, claim) for claim in claims)
        return len({id(row) for row, _ in filter(None, found)})

    @property
    def noted(self) -> frozenset[int]:
        """The claims that some note is about."""
        return frozenset(note.claim for note in self.notes if note.claim is not None)


def _field_sections(document: Document, claims: Sequence[Claim]) -> tuple[Section, ...]:
    """The infobox fields that hold claims as sections of the document, under one heading."""
    own = [claim for claim in claims if claim.document == document.id]
    quoted = [f for f in document.fields if any(f.start <= claim.start and claim.end <= f.end for claim in own)]
    if not quoted:
        return ()
    starts = [document.text.rfind("\n", 0, quoting.start) + 1 for quoting in quoted]
    sections = (Section("", 1, start, start, quoting.end) for start, quoting in zip(starts, quoted, strict=True))
    return (Section(INFOBOX_HEADING, 2, starts[0], starts[0], starts[0]), *sections)


def find_owner(library: Library, claim: Claim, event_ids: Sequence[str]) -> Event | None:
    """Which of some events has the document that a claim was read from."""
    for event_id in event_ids:
        if any(document.id == claim.document for document in library.documents(event_id)):
            return library.event(event_id)
    return None

"""The text behind a figure: where it stands, the sentence that says it, and the paragraph around it."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from sahel_tui.claims.language.sentences import find_sentence
from sahel_tui.dataclass import dataclass, replace
from sahel_tui.documents.clean import find_marks
from sahel_tui.model import Claim, Document, Field
from sahel_tui.present.names import ARTICLE, INFOBOX
from sahel_tui.present.runs import Line, Run, Tag, join_runs
from sahel_tui.present.text import visible, wrap

OPEN, CLOSE = "▐", "▌"
Span = tuple[int, int]


class _Piece(NamedTuple):
    text: str
    tag: Tag
    start: int
    """Offset of its first character in the document."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim in its text; all spans are offsets into `document.text`."""

    claim: Claim
    document: Document
    number: int
    """Which of the event's documents it is, from 1."""
    section: str
    """Heading it stands under, `infobox`, or `lead`."""
    sentence: Span
    paragraph: Span
    highlights: tuple[Span, ...]
    """The quotes of the claims shown, in the order of the text."""

    @property
    def heading(self) -> str:
        """Who says it and where: `JNIM · Attacks · document 1`."""
        return f"{visible(self.voice)} · {visible(self.section)} · document {self.number}"

    @property
    def voice(self) -> str:
        """The claim's source, or the part of the document that speaks for itself."""
        return self.claim.source or (INFOBOX if self.claim.where.startswith(INFOBOX) else ARTICLE)


def find_evidence(claim: Claim, documents: Sequence[Document], others: Sequence[Claim] = ()) -> Evidence | None:
    """Where `claim` stands, its quote and those of `others` in the same paragraph highlighted.

    None when none of `documents` is the claim's.
    """
    for number, document in enumerate(documents, 1):
        if document.id == claim.document:
            paragraph = _find_paragraph(document, claim)
            quotes = {(c.start, c.end) for c in (claim, *others) if _stands_in(c, document, paragraph)}
            said = find_sentence(document.text, claim.start, claim.end)
            sentence = max(said.start, paragraph[0]), min(said.end, paragraph[1])
            return Evidence(
                claim, document, number, _name_section(claim), sentence, paragraph, _separate(sorted(quotes))
            )
    return None


def _stands_in(claim: Claim, document: Document, paragraph: Span) -> bool:
    return claim.document == document.id and paragraph[0] <= claim.start and claim.end <= paragraph[1]


def _name_section(claim: Claim) -> str:
    part, _, section = claim.where.partition(":")
    return INFOBOX if part == INFOBOX else section or "lead"


def _separate(spans: list[Span]) -> tuple[Span, ...]:
    """`spans` without those that begin inside an earlier one."""
    kept: list[Span] = []
    for span in spans:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return tuple(kept)


def _find_paragraph(document: Document, claim: Claim) -> Span:
    """The infobox field, or the line or paragraph, that a claim stands in."""
    for field in document.fields:
        if field.start <= claim.start and claim.end <= field.end:
            return _start_at_label(document, field), field.end
    start = document.text.rfind("\n", 0, claim.start) + 1
    end = document.text.find("\n", claim.end)
    return start, len(document.text) if end < 0 else end


def _start_at_label(document: Document, field: Field) -> int:
    """Where the label before a field's value begins; the value itself if none does, or if they are glued together."""
    line = document.text.rfind("\n", 0, field.start) + 1
    label = document.text.rfind(field.label, line, field.start - 1) if field.label else -1
    return field.start if label < 0 else label


def keep_sentence(evidence: Evidence) -> Evidence:
    """The same evidence without the rest of its paragraph."""
    start, end = evidence.sentence
    inside = tuple((first, last) for first, last in evidence.highlights if start <= first and last <= end)
    return replace(evidence, paragraph=evidence.sentence, highlights=inside)


def evidence_lines(evidence: Evidence, width: int, tag: Tag = "claim_disputed") -> tuple[tuple[Line, ...], int]:
    """The paragraph wrapped to `width` cells, and the number of the line its figure begins on.

    The sentence is plain, the rest of the paragraph muted; figures carry `tag` and stand between `▐` and `▌`.
    """
    pieces = _cut_pieces(evidence, tag)
    spans = _wrap_lines("".join(piece.text for piece in pieces), width)
    figure = sum(len(piece.text) for piece in pieces if piece.start < evidence.claim.start)
    focus = next((number for number, (_, end) in enumerate(spans) if figure < end), 0)
    return tuple(_cut_line(pieces, start, end) for start, end in spans), focus


def _wrap_lines(text: str, width: int) -> list[Span]:
    spans: list[Span] = []
    offset = 0
    for line in text.split("\n"):
        spans += [(offset + start, offset + end) for start, end in wrap(line, width)]
        offset += len(line) + 1
    return spans


def _cut_pieces(evidence: Evidence, tag: Tag) -> list[_Piece]:
    """The paragraph cut at its tags, with the markers put in and reference marks left out."""
    text, (start, end) = evidence.document.text, evidence.paragraph
    dropped = find_marks(text, start, end)
    edges = {start, end, *evidence.sentence}
    edges.update(edge for span in (*dropped, *evidence.highlights) for edge in span)
    cuts = sorted(edge for edge in edges if start <= edge <= end)
    pieces: list[_Piece] = []
    for first, last in pairwise(cuts):
        if any(begin <= first < stop for begin, stop in dropped):
            continue
        opens = any(first == begin for begin, _ in evidence.highlights)
        closes = any(last == stop for _, stop in evidence.highlights)
        shown = visible(text[first:last], keep_newlines=True)
        pieces.append(_Piece(f"{OPEN * opens}{shown}{CLOSE * closes}", _piece_tag(evidence, first, tag), first))
    return pieces


def _piece_tag(evidence: Evidence, position: int, tag: Tag) -> Tag:
    if any(start <= position < end for start, end in evidence.highlights):
        return tag
    return "" if evidence.sentence[0] <= position < evidence.sentence[1] else "muted"


def _cut_line(pieces: list[_Piece], start: int, end: int) -> Line:
    runs: list[Run] = []
    offset = 0
    for piece in pieces:
        runs.append((piece.text[max(0, start - offset) : max(0, end - offset)], piece.tag))
        offset += len(piece.text)
    return join_runs(runs)

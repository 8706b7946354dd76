"""A document's article as blocks of tagged runs, each run knowing the characters it shows."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import Literal, NamedTuple

from sahel_tui.dataclass import dataclass
from sahel_tui.documents.clean import find_marks
from sahel_tui.model import Comparison, Document, Section
from sahel_tui.present.hits import find_hits
from sahel_tui.present.runs import Tag
from sahel_tui.present.text import visible

BlockKind = Literal["heading", "paragraph", "item", "reference"]
Spans = Sequence[tuple[int, int]]

_BULLETS = ("- ", "* ", "• ")


class ArticleRun(NamedTuple):
    """A stretch of text of one meaning; `text` shows `Document.text[start:end]`, character for character."""

    text: str
    tag: Tag
    start: int
    end: int
    claims: tuple[int, ...] = ()
    """Indexes into `Comparison.claims` of the claims quoted here."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, a list item or a reference."""

    kind: BlockKind
    runs: tuple[ArticleRun, ...]
    start: int
    end: int
    level: int = 0
    """Of a heading: 2 for a section, 3 for a part of one."""

    @property
    def text(self) -> str:
        """What the block shows, on one line."""
        return "".join(run.text for run in self.runs)

    @property
    def disputed(self) -> bool:
        """Whether a disputed figure stands in it."""
        return any(run.tag == "claim_disputed" for run in self.runs)


def article_blocks(document: Document, comparison: Comparison, terms: Sequence[str] = ()) -> tuple[Block, ...]:
    """The sections of `document` in order; claims and hits are tagged, reference marks and debris dropped."""
    marker = _Marker(document, comparison, terms)
    return tuple(block for section in document.sections for block in _section_blocks(section, marker))


def disputed_claims(comparison: Comparison) -> frozenset[int]:
    """Indexes of the claims behind figures that cannot be true together with another."""
    figures = (figure for row in comparison.rows for figure in row.figures if figure.disputed)
    return frozenset(index for figure in figures for index in (*figure.claims, *figure.parts))


def _section_blocks(section: Section, marker: "_Marker") -> Iterator[Block]:
    if section.level > 1 and section.title:
        yield marker.make_heading(section)
    for start, end in _find_lines(marker.document.text, section.start, section.end):
        block = marker.make_block(section, start, end)
        if block.text.strip():
            yield block


def _find_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the lines between two offsets without the white space around them; empty lines are left out."""
    while start < end:
        line_end = text.find("\n", start, end)
        line_end = end if line_end < 0 else line_end
        line = text[start:line_end]
        if line.strip():
            yield start + len(line) - len(line.lstrip()), start + len(line.rstrip())
        start = line_end + 1


class _Marker:
    """Cuts stretches of one document into runs."""

    def __init__(self, document: Document, comparison: Comparison, terms: Sequence[str]) -> None:
        self.document = document
        self._terms = terms
        self._disputed = disputed_claims(comparison)
        self._claims = sorted(
            (claim.start, claim.end, index)
            for index, claim in enumerate(comparison.claims)
            if claim.document == document.id
        )
        self._longest = max((end - start for start, end, _ in self._claims), default=0)

    def make_heading(self, section: Section) -> Block:
        """The heading of a section, without its marks."""
        start = self.document.text.find(section.title, section.heading, section.start)
        start = section.heading if start < 0 else start
        end = start + len(section.title)
        text = visible(section.title)
        return Block("heading", (ArticleRun(text, "heading", start, end),), section.heading, end, section.level)

    def make_block(self, section: Section, start: int, end: int) -> Block:
        """A line of a section as a block of its kind."""
        text = self.document.text
        bullet = next((len(b) for b in _BULLETS if text.startswith(b, start)), 0)
        if section.kind == "references":
            return Block("reference", tuple(self.cut_runs(start + bullet, end, (), "muted")), start, end)
        kind: BlockKind = "item" if bullet else "paragraph"
        marks = find_marks(text, start, end)
        return Block(kind, tuple(self.cut_runs(start + bullet, end, marks)), start, end)

    def cut_runs(self, start: int, end: int, dropped: Spans, plain: Tag = "") -> Iterator[ArticleRun]:
        """Runs of one tag and one set of claims over `start:end`, leaving `dropped` out."""
        shown = visible(self.document.text[start:end])
        hits = [(start + first, start + last) for first, last in find_hits(shown, self._terms)]
        edges = {start, end}
        for first, last in (*dropped, *hits, *((first, last) for first, last, _ in self._find_claims(start, end))):
            edges |= {min(max(first, start), end), min(max(last, start), end)}
        cuts = sorted(edges)
        for first, last in pairwise(cuts):
            if not _inside(first, dropped):
                here = tuple(sorted(index for _, _, index in self._find_claims(first, first + 1)))
                tag: Tag = "hit" if _inside(first, hits) else self._claim_tag(here) or plain
                yield ArticleRun(shown[first - start : last - start], tag, first, last, here)

    def _find_claims(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """First character, end and index of the claims that reach into `start:end`; a long article has thousands."""
        low = bisect_left(self._claims, start - self._longest, key=itemgetter(0))
        high = bisect_left(self._claims, end, key=itemgetter(0))
        return (claim for claim in self._claims[low:high] if claim[1] > start)

    def _claim_tag(self, claims: tuple[int, ...]) -> Tag:
        if any(index in self._disputed for index in claims):
            return "claim_disputed"
        return "claim" if claims else ""


def _inside(position: int, spans: Spans) -> bool:
    """Whether it is in one of some spans, which come in order and do not overlap."""
    at = bisect_right(spans, position, key=itemgetter(0)) - 1
    return at >= 0 and position < spans[at][1]

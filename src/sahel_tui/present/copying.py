"""What a reader may copy: a figure, its sentence, a citation, the table; each as text that stands for itself."""

from collections.abc import Iterator, Sequence

from sahel_tui.dataclass import dataclass
from sahel_tui.model import Claim, Comparison, Document, Event
from sahel_tui.present.article import Block
from sahel_tui.present.calendar import say_dates
from sahel_tui.present.compare_table import CompareTable
from sahel_tui.present.evidence import Evidence, find_evidence
from sahel_tui.present.exports.markdown import table_text
from sahel_tui.present.figures import find_figure, say_count
from sahel_tui.present.glyphs import glyph
from sahel_tui.present.names import CATEGORY_NAMES, per
from sahel_tui.present.text import visible


@dataclass(frozen=True, slots=True)
class Copy:
    """One thing to copy."""

    key: str
    """The letter that chooses it."""
    what: str
    text: str


def claim_copies(event: Event, comparison: Comparison, documents: Sequence[Document], claim: Claim) -> Iterator[Copy]:
    """The sentence, the figure and the citation of a claim, what is copied most often first."""
    evidence = find_evidence(claim, documents)
    if evidence is not None:
        yield Copy("s", "sentence", say_sentence(evidence))
    yield Copy("f", "figure", _say_figure(event, comparison, claim))
    if evidence is not None:
        yield Copy("c", "citation", _cite(event, evidence))


def paragraph_copies(
    event: Event, comparison: Comparison, document: Document | None, block: Block | None
) -> Iterator[Copy]:
    """A paragraph of a document and where it stands; behind it those of its figures that are disputed."""
    if document is not None and block is not None:
        said = "; ".join(_list_disputed(comparison, document, block))
        marked = f" [{glyph('disputed')} {said}]" if said else ""
        yield Copy("s", "paragraph", f"{block.text}{marked}")
        yield Copy("c", "citation", f"“{block.text}”{marked} ({_name_place(event, document)})")


def _list_disputed(comparison: Comparison, document: Document, block: Block) -> Iterator[str]:
    """`killed: 50+ per security sources`, for each disputed figure that is read from the block."""
    for index, claim in enumerate(comparison.claims):
        found = find_figure(comparison, index)
        is_here = claim.document == document.id and block.start <= claim.start < block.end
        if is_here and found and found[1].disputed:
            said = f"{CATEGORY_NAMES[claim.category]}: {say_count(claim.count)} {per(found[1].voice)}"
            yield _on_one_line(said)


def event_copies(event: Event) -> Iterator[Copy]:
    """The event by name, day and place."""
    yield Copy("c", "event", _name_event(event))


def table_copy(table: CompareTable) -> Copy:
    """The table of a comparison, as Markdown."""
    return Copy("t", "table", table_text(table))


def say_sentence(evidence: Evidence) -> str:
    """The sentence on one line."""
    start, end = evidence.sentence
    return _on_one_line(evidence.document.text[start:end])


def _on_one_line(text: str) -> str:
    return " ".join(visible(text).split())


def _say_figure(event: Event, comparison: Comparison, claim: Claim) -> str:
    """`killed: 98 per CSP-PSD (Ramadane), Raid on Dioura (2023)`."""
    known = comparison.claims.index(claim) if claim in comparison.claims else -1
    found = find_figure(comparison, known)
    count, voice = (found[1].count, found[1].voice) if found else (claim.count, claim.source or "the document")
    said = f"{CATEGORY_NAMES[claim.category]}: {say_count(count)} {per(voice)}"
    return _on_one_line(f"{said}, {_name_event(event)}")


def _cite(event: Event, evidence: Evidence) -> str:
    claim = evidence.claim
    where = f"{evidence.voice} · {evidence.section}; {_name_place(event, evidence.document)}"
    return f"“{say_sentence(evidence)}” ({_on_one_line(where)}, characters {claim.start}–{claim.end})"


def _name_place(event: Event, document: Document) -> str:
    return _on_one_line(", ".join(filter(None, (_name_event(event), document.name, document.address))))


def _name_event(event: Event) -> str:
    return _on_one_line(", ".join(filter(None, (event.title, say_dates(event.date, event.date_end), event.place))))

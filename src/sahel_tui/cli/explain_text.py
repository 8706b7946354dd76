"""Explained claims as lines of text: the sentence, then part by part."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sahel_tui.model import Event
from sahel_tui.present.evidence import evidence_lines
from sahel_tui.present.explain import Explanation, explain_claims
from sahel_tui.present.runs import line_text
from sahel_tui.present.text_layout import label_text, wrap_text

if TYPE_CHECKING:
    from sahel_tui.library import Library

_SENTENCE_INDENT, _ROW_INDENT = "  ", "    "
_LABEL_ROOM = 12


def document_lines(library: "Library", event: Event, width: int) -> Iterator[list[str]]:
    """The lines of each document of an event; verdicts are those of the whole event."""
    documents, comparison = library.documents(event.id), library.comparison(event.id)
    for document in documents:
        own = [index for index, claim in enumerate(comparison.claims) if claim.document == document.id]
        lines = list(wrap_text(f"{document.name} · {document.title}", width))
        for explanation in explain_claims(own, comparison, documents):
            lines += explain_lines(explanation, width)
        yield lines


def explain_lines(explanation: Explanation, width: int) -> Iterator[str]:
    """An empty line, what is claimed, the sentence that says it, and a line or more for each part."""
    yield ""
    yield from wrap_text(explanation.heading, width)
    for line in evidence_lines(explanation.evidence, width - len(_SENTENCE_INDENT))[0]:
        yield _SENTENCE_INDENT + line_text(line)
    for row in explanation.rows:
        words = f"{row.words} ({row.name})" if row.name else row.words
        yield from label_text(row.label, words, width, _ROW_INDENT, _LABEL_ROOM)

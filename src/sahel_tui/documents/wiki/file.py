"""A file of wikitext."""

from collections.abc import Iterator

from sahel_tui.documents.errors import DocumentError, Refusal
from sahel_tui.documents.intake.source import Source
from sahel_tui.documents.intake.text import read_text, split_address
from sahel_tui.documents.parse import parse_document
from sahel_tui.documents.wiki.page import render_page
from sahel_tui.model import Document


def read_wikitext(source: Source) -> Iterator[Document | Refusal]:
    """The document of one page of wikitext."""
    text = read_text(source)
    if isinstance(text, Refusal):
        yield text
        return
    address, body = split_address(text)
    try:
        yield parse_document(render_page(body, source.name, address=address), source.name, format="plain")
    except DocumentError as error:
        yield source.refuse(error.reason, error.advice, error.line)

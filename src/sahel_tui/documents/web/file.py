"""A file of HTML."""

import re
from collections.abc import Iterator

from sahel_tui.documents.errors import DocumentError, Refusal
from sahel_tui.documents.intake.source import Source
from sahel_tui.documents.intake.text import LARGEST_TEXT, refuse_bytes, split_address
from sahel_tui.documents.parse import parse_document
from sahel_tui.documents.web.page import render_html
from sahel_tui.model import Document

_CHARSET = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
_SNIFFED = 4_096


def read_html(source: Source) -> Iterator[Document | Refusal]:
    """The document of one saved page."""
    content = source.read_all(LARGEST_TEXT)
    if refusal := refuse_bytes(source, content):
        yield refusal
        return
    address, html = split_address(decode_html(content))
    try:
        yield parse_document(render_html(html, source.name, address=address), source.name, format="plain")
    except DocumentError as error:
        yield source.refuse(error.reason, error.advice, error.line)


def decode_html(content: bytes) -> str:
    """UTF-8 where it is UTF-8, else the encoding that the page names, else that of Windows."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        found = _CHARSET.search(content[:_SNIFFED])
    try:
        return content.decode(found[1].decode("ascii") if found else "cp1252", "replace")
    except LookupError:
        return content.decode("cp1252", "replace")

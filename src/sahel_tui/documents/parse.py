"""One text -> one document, or one clear line that says why not."""

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import PurePath

from sahel_tui.documents import TEXT_FORMATS
from sahel_tui.documents.capture import parse_capture
from sahel_tui.documents.detect import detect_format, find_markup
from sahel_tui.documents.errors import DocumentError
from sahel_tui.documents.language import detect_language
from sahel_tui.documents.lines import Line, Parts, find_address, page_name, split_lines
from sahel_tui.documents.plain import parse_plain
from sahel_tui.documents.table import parse_table
from sahel_tui.model import Document

MOST_LINES = 400_000
_PARSERS: dict[str, Callable[[str, list[Line]], Parts]] = {
    "plain": parse_plain,
    "capture": parse_capture,
    "table": parse_table,
}
_SLUG_JOINTS = 3
"""Hyphens of a page name that stand for spaces."""

_NAME_DATE = re.compile(r"^\d{4}(?:-\d\d){0,2}[_ -]|^\d+_")


def parse_document(text: str, name: str, *, format: str | None = None) -> Document:
    """The document `text` holds; `name` is its file name. Raises DocumentError for a text that is none."""
    text = normalise_text(text)
    _check(text, name, format)
    lines = split_lines(text)
    address = find_address(lines)
    chosen = format or detect_format(lines)
    parts = _PARSERS[chosen](text, lines)
    return Document(
        id=sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12],
        name=name,
        title=parts.title or title_from_address(address) or title_from_name(name),
        text=text,
        format=chosen,
        language=detect_language(text),
        address=address,
        fields=parts.fields,
        sections=parts.sections,
        references=parts.references,
    )


def normalise_text(text: str) -> str:
    r"""`text` without a byte order mark and with `\n` line ends: what all spans refer to."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def title_from_address(address: str | None) -> str:
    """A title for a text without one: the page name in its address; empty when it has none.

    >>> title_from_address("https://example.org/wiki/Raid_on_L%C3%A9r%C3%A9"), title_from_address("https://a.org/?p=1")
    ('Raid on Léré', '')
    >>> title_from_address("https://example.org/2020-01-28/mali-six-militaires-tues-au-sud")
    'mali six militaires tues au sud'
    """
    page = page_name(address).replace("_", " ").strip()
    page = page.replace("-", " ") if page.count("-") >= _SLUG_JOINTS and " " not in page else page
    has_words = any(character.isalpha() for character in page) and "." not in page
    return page if has_words and page.isprintable() else ""


def title_from_name(name: str) -> str:
    """A title for a text without one: the file name in words.

    >>> title_from_name("2023-01-10_raid-on-dioura.txt")
    'raid on dioura'
    """
    stem = PurePath(name).stem
    words = re.sub(r"[\s_-]+", " ", _NAME_DATE.sub("", stem)).strip()
    return words or stem or "untitled"


def _check(text: str, name: str, format: str | None) -> None:
    """Raise DocumentError when `text` cannot be an article."""
    if format is not None and format not in TEXT_FORMATS:
        raise DocumentError(name, f"unknown format {format!r}", f"use one of {', '.join(TEXT_FORMATS)}")
    if not text.strip():
        raise DocumentError(name, "the file is empty", "give a text with a title and some sentences")
    markup = None if format else find_markup(text)
    if markup:
        raise DocumentError(
            name, f"this is {markup}, not the text of an article", "save the page as text and read that", 1
        )
    if text.count("\n") > MOST_LINES:
        raise DocumentError(name, f"more than {MOST_LINES:,} lines", "split it into one file for each event")
    if not any(character.isalpha() for character in text):
        raise DocumentError(name, "there are no words in it", "give a text with a title and some sentences")

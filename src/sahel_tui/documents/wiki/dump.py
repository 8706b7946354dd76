"""XML exports and dumps, page by page, in memory that does not grow with the file."""

import re
from collections.abc import Iterator
from urllib.parse import quote
from xml.parsers import expat

from sahel_tui.dataclass import dataclass, field
from sahel_tui.documents.errors import DocumentError, Refusal
from sahel_tui.documents.intake.source import InputError, Source
from sahel_tui.documents.parse import parse_document
from sahel_tui.documents.wiki.page import LONGEST_PAGE, is_event, is_redirect, render_page
from sahel_tui.model import Document

_LONGEST_WORD = 2_000
_ARTICLES = "0"
_KEPT = {"title": _LONGEST_WORD, "ns": 10, "text": LONGEST_PAGE + 1, "base": _LONGEST_WORD}
"""Elements whose text is kept -> the characters that are kept of it."""


@dataclass(slots=True)
class Page:
    """One page of a dump: its last revision."""

    line: int
    texts: dict[str, str] = field(default_factory=dict)


def read_dump(source: Source) -> Iterator[Document | Refusal]:
    """The documents of the pages about events, or of all articles when every page is wanted."""
    reader = _Reader()
    skipped: dict[str, int] = {}
    try:
        for chunk in source.chunks():
            reader.feed(chunk)
            yield from _read_pages(source, reader, skipped)
        reader.feed(b"", last=True)
        yield from _read_pages(source, reader, skipped)
    except expat.ExpatError as error:
        yield from _read_pages(source, reader, skipped)
        reason = f"the XML breaks off or is damaged ({expat.ErrorString(error.code)})"
        yield source.refuse(reason, "get the file again; the pages before this line were read", error.lineno)
    else:
        if not reader.seen:
            yield source.refuse("there is no page in this XML", "give an export of MediaWiki (Special:Export)", 1)
    for reason, count in skipped.items():
        source.trace.on_skipped(source.path, count, reason)


def _read_pages(source: Source, reader: "_Reader", skipped: dict[str, int]) -> Iterator[Document | Refusal]:
    for page in reader.take():
        reason = _why_skip(page, source.wanted.every_page)
        if reason:
            skipped[reason] = skipped.get(reason, 0) + 1
        else:
            yield _read_page(source, page, reader.base)


def _why_skip(page: Page, every_page: bool) -> str | None:
    text = page.texts.get("text", "")
    if page.texts.get("ns", _ARTICLES).strip() != _ARTICLES:
        return "pages that are no articles"
    if is_redirect(text):
        return "redirects"
    return None if every_page or is_event(text) else "pages that are about no event"


def _read_page(source: Source, page: Page, base: str) -> Document | Refusal:
    title = page.texts.get("title", "").strip()
    name = title or f"{source.name}:{page.line}"
    address = page_address(base, title) if base and title else None
    try:
        return parse_document(render_page(page.texts.get("text", ""), name, title, address), name, format="plain")
    except DocumentError as error:
        return source.refuse(f"page {name!r}: {error.reason}", error.advice, page.line)


def page_address(base: str, title: str) -> str | None:
    """Where a page is to be read, from the address of the main page; None without one.

    >>> page_address("https://en.wikipedia.org/wiki/Main_Page", "Raid on Léré")
    'https://en.wikipedia.org/wiki/Raid_on_L%C3%A9r%C3%A9'
    """
    found = re.match(r"https?://\S+/", base)
    return found[0] + quote(title.replace(" ", "_"), safe="/:(),'-._~") if found else None


class _Reader:
    """Gathers pages while expat goes through the file."""

    def __init__(self) -> None:
        self.base = ""
        """Address of the wiki's main page."""
        self.seen = 0
        self._pages: list[Page] = []
        self._page: Page | None = None
        self._word = ""
        self._parts: list[str] = []
        self._left = 0
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._on_start
        self._parser.EndElementHandler = self._on_end
        self._parser.CharacterDataHandler = self._on_text
        self._parser.EntityDeclHandler = _refuse_entities

    def feed(self, chunk: bytes, *, last: bool = False) -> None:
        """Parse the next bytes; raises expat.ExpatError at what is no XML, InputError for an unknown encoding."""
        try:
            self._parser.Parse(chunk, last)
        except (LookupError, ValueError) as error:  # `encoding="utf-9"`, or one of several bytes a character
            raise InputError(f"its encoding is not known ({error})", "convert it to UTF-8") from error

    def take(self) -> list[Page]:
        """The pages that have ended since the last call."""
        pages, self._pages = self._pages, []
        return pages

    def _on_start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "page":
            self._page = Page(self._parser.CurrentLineNumber)
        self._word = name if name in _KEPT else ""
        self._parts, self._left = [], _KEPT.get(name, 0)

    def _on_text(self, text: str) -> None:
        if self._word and self._left > 0:
            self._parts.append(text[: self._left])
            self._left -= len(text)

    def _on_end(self, name: str) -> None:
        if name == "page" and self._page:
            self.seen += 1
            self._pages.append(self._page)
            self._page = None
        elif name == self._word and self._page:
            self._page.texts[name] = "".join(self._parts)
        elif name == self._word == "base":
            self.base = "".join(self._parts).strip()
        self._word = ""


def _refuse_entities(*_: object) -> None:
    """An export of a wiki declares none; those that do are made to blow up."""
    raise InputError("it declares XML entities", "an export of MediaWiki has none; do not trust this file")

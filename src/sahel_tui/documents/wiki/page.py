"""One page of wikitext -> its plain form."""

import re
from collections.abc import Iterator

from sahel_tui.documents.errors import DocumentError
from sahel_tui.documents.rendering import Article, Part, one_line, write_plain
from sahel_tui.documents.wiki.names import EVENT_INFOBOXES, SIDELESS_INFOBOXES, field_label, infobox_kind
from sahel_tui.documents.wiki.notes import Notes
from sahel_tui.documents.wiki.sweep import BREAK, ITEM, RULE, balance, sweep, sweep_markup
from sahel_tui.documents.wiki.templates import resolve_flags

LONGEST_PAGE = 2 * 1024 * 1024
"""Characters; MediaWiki itself keeps no longer page."""

MOST_MARKS = 60_000
"""Templates, links and tables of a page; the longest lists of an encyclopedia have half as many."""

_INFOBOX = re.compile(r"\{\{\s{0,9}((?:#invoke:\s{0,9})?(?:infobox|warbox)[^{}|<\n]{0,60})", re.IGNORECASE)
_REDIRECT = re.compile(r"\s*#\s?(?:REDIRECT|REDIRECTION)\b", re.IGNORECASE)
_HEADING = re.compile(r"^(={1,6})[ \t]*([^\n]{1,300}?)[ \t]*\1[ \t]*$", re.MULTILINE)
_ITEMS = re.compile(rf"\n?{ITEM}\s{{0,4}}")
_ROW = re.compile(r".*\|$|-{3}\|")


def is_event(wikitext: str) -> bool:
    """Whether a page has the infobox of an event."""
    return any(infobox_kind(found[1]) in EVENT_INFOBOXES for found in _INFOBOX.finditer(wikitext))


def is_redirect(wikitext: str) -> bool:
    """Whether a page only names another one."""
    return bool(_REDIRECT.match(wikitext))


def render_page(wikitext: str, name: str, title: str = "", address: str | None = None) -> str:
    """The plain form of a page; raises DocumentError for one that cannot be read."""
    if len(wikitext) > LONGEST_PAGE:
        raise DocumentError(name, f"a page of more than {LONGEST_PAGE:,} characters", "no wiki has such pages", None)
    if sum(wikitext.count(mark) for mark in ("{{", "[[", "{|")) > MOST_MARKS:
        raise DocumentError(name, f"more than {MOST_MARKS:,} templates and links", "no wiki shows such pages", None)
    if is_redirect(wikitext):
        raise DocumentError(name, "the page only redirects to another one", "read that page instead", 1)
    return write_plain(_Page(wikitext).read(title, address))


class _Page:
    """Reads one page: infobox first, then the text, then the footnotes both have cited."""

    def __init__(self, wikitext: str) -> None:
        from sahel_tui.documents.wiki.nodes import Speaker  # 60 ms that only wikitext is worth.

        self._notes = Notes()
        self._text = sweep(wikitext, self._notes)
        self._speaker = Speaker(self._notes)

    def read(self, title: str, address: str | None) -> Article:
        lead, *sections = _split(self._text)
        fields = list(self._fields(lead[2]))
        parts = [Part(self._line(heading), level, self._prose(text)) for level, heading, text in [lead, *sections]]
        stated = dict(reversed(fields))
        title = title or one_line(stated.get("Conflict") or stated.get("Title") or "")
        return Article(title, fields, parts, list(self._references()), address)

    def _fields(self, text: str) -> Iterator[tuple[str, str]]:
        """The fields of the page's infobox: the first of an event, else the first of all."""
        templates = [one for one in self._parse(text).filter_templates() if infobox_kind(str(one.name)) is not None]
        events = [one for one in templates if infobox_kind(str(one.name)) in EVENT_INFOBOXES]
        for template in (events or templates)[:1]:
            for parameter, value in self._speaker.arguments(template).items():
                label, said = field_label(parameter), _say_value(value)
                if label and label.startswith("Casualties") and infobox_kind(str(template.name)) in SIDELESS_INFOBOXES:
                    label = "Victims"
                if label and said:
                    yield label, said

    def _prose(self, text: str) -> str:
        said = resolve_flags(self._speaker.say(self._parse(text))).replace(BREAK, "\n").replace(RULE, "\n\n")
        paragraphs = re.split(r"\n[ \t]*\n\s*", _ITEMS.sub("\n\n- ", said))
        return "\n\n".join(_say_paragraph(paragraph) for paragraph in paragraphs)

    def _line(self, text: str) -> str:
        return one_line(resolve_flags(self._speaker.say(self._parse(text))))

    def _references(self) -> Iterator[tuple[int, str]]:
        """Every footnote; one may cite others that come after it."""
        number = 1
        while number <= len(self._notes):
            yield number, self._line(balance(sweep_markup(self._notes[number], keep_addresses=True)))
            number += 1

    def _parse(self, text: str):  # type: ignore[no-untyped-def]
        from mwparserfromhell import parse

        return parse(balance(text), skip_style_tags=True)


def _split(text: str) -> list[tuple[int, str, str]]:
    """Level, heading and text of each section, the lead first."""
    lead, *rest = _HEADING.split(text)
    sections = zip(rest[::3], rest[1::3], rest[2::3], strict=True)
    return [(1, "", lead), *((max(2, len(marks)), heading, body) for marks, heading, body in sections)]


def _say_value(text: str) -> str:
    """An infobox value with its breaks as line ends and its rules as `<hr>` on lines of their own."""
    lines = re.split(rf"[{BREAK}{ITEM}\n]|(?<={RULE})|(?={RULE})", resolve_flags(text))
    return "\n".join("<hr>" if line == RULE else said for line in lines if (said := line.strip(" \t,")) or line == RULE)


def _say_paragraph(paragraph: str) -> str:
    """Lines of a paragraph on one, those of a table each on its own."""
    lines = paragraph.strip().split("\n")
    return "\n".join(lines) if len(lines) > 1 and all(_ROW.match(line) for line in lines) else " ".join(lines)

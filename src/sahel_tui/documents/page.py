"""How a copied page is laid out: title, perhaps a lead, the infobox, the text."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sahel_tui.documents.chrome import is_head_note
from sahel_tui.documents.headings import find_headings, opens_body, parse_marked
from sahel_tui.documents.lines import Line, Parts, count_words, is_sentence
from sahel_tui.documents.outline import build_sections, lead_sections, strip_edit
from sahel_tui.documents.references import find_references
from sahel_tui.model import Field

_SITE = re.compile(r"\s[-–—|]\s(?:Wikip.dia|WikiMili|Wikiwand)\b.{0,40}$", re.IGNORECASE)
_LONGEST_TITLE = 150
_LEAD_ABOVE = 12
"""Words a paragraph above the infobox has at least; a caption has fewer."""


class Page(NamedTuple):
    """The parts of a page, each as lines; all but `body` may be empty."""

    above: Sequence[Line]
    """A lead that stands above the infobox."""
    infobox: Sequence[Line]
    body: Sequence[Line]


def take_title(lines: list[Line]) -> tuple[str, list[Line]]:
    """The title and the lines below it; a first line that is a sentence or too long is no title."""
    if not lines or len(lines[0].text) > _LONGEST_TITLE or is_sentence(lines[0].text, words=4):
        return "", lines
    return _SITE.sub("", strip_edit(lines[0].text)).strip("=# "), lines[1:]


def lay_out(lines: Sequence[Line], infobox: int, lead: int) -> Page:
    """The page whose infobox starts at line `infobox` and whose text starts at line `lead`."""
    above = [line for line in lines[:infobox] if is_paragraph(line)]
    before, following = (lines[lead - 1 : lead], lines[lead : lead + 1])
    if before and following and opens_body(before[0], following[0], after_lead=bool(above), first=lead == 1):
        lead -= 1
    return Page(above, lines[min(infobox, lead) : lead], lines[lead:])


def is_paragraph(line: Line) -> bool:
    """Whether a line above the infobox is prose of the article and no caption or note."""
    return count_words(line.text) >= _LEAD_ABOVE and is_sentence(line.text) and not is_head_note(line.text)


def opens_text(line: Line) -> bool:
    """Whether the text of the article starts here for certain: at a marked heading."""
    return parse_marked(line.text) is not None


def build_parts(title: str, fields: tuple[Field, ...], page: Page) -> Parts:
    """All that was found on a page."""
    sections = lead_sections(page.above) + build_sections(page.body, find_headings(page.body))
    return Parts(title, fields, sections, find_references(sections, page.body))

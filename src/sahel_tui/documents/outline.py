"""Headings and lines -> sections, each with its kind."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from sahel_tui.documents.lines import Line, ends_sentence
from sahel_tui.documents.references import find_back_links, is_entry
from sahel_tui.model import Section, SectionKind

LEAD = "lead"
LIST = "References"
"""The name of a list that has no heading."""

_LONGEST_HEADING = 200
_ALWAYS_LISTS = frozenset({
    *("references", "citations", "footnotes", "notes and references", "external links", "bibliography", "works cited"),
    *("références", "notes et références", "liens externes", "bibliographie"),
})  # fmt: skip
_LISTS_OR_TEXT = frozenset({
    *("sources", "source", "notes", "note", "videography", "see also", "further reading", "filmography"),
    *("vidéographie", "filmographie", "voir aussi", "annexes", "articles connexes", "lectures complémentaires"),
})  # fmt: skip
_EDIT = re.compile(
    r"\s{0,3}\[\s{0,2}(?:edit|edit source|modifier|modifier le code|change)(?:\s{0,2}\|[^\[\]]{0,40})?\s{0,2}\]$",
    re.IGNORECASE,
)
_EDIT_TAIL = 60
_NO_LIST = 99
"""A level below every heading: no list of references is open."""


class Heading(NamedTuple):
    """What one heading line says."""

    title: str
    level: int


def strip_edit(text: str) -> str:
    """A heading without its edit link.

    >>> strip_edit("Background[edit]"), strip_edit("Bilan[modifier | modifier le code]"), strip_edit("Attack [1]")
    ('Background', 'Bilan', 'Attack [1]')
    """
    return text[:-_EDIT_TAIL] + _EDIT.sub("", text[-_EDIT_TAIL:]) if text.endswith("]") else text


def parse_heading(text: str) -> Heading | None:
    """The heading a marked line is, also unclosed, without spaces or with `##`; a single `=` stands for a section.

    >>> parse_heading("== Attack =="), parse_heading("===Fall of Kidal===")
    (Heading(title='Attack', level=2), Heading(title='Fall of Kidal', level=3))
    >>> parse_heading("== Attack"), parse_heading("=====")
    (Heading(title='Attack', level=2), None)
    """
    mark = text[:1]
    if mark not in ("=", "#") or len(text) > _LONGEST_HEADING:
        return None
    level = len(text) - len(text.lstrip(mark))
    title = strip_edit(text.strip(mark).strip())
    closed = text.endswith("=") if mark == "=" else text[level : level + 1] == " "
    if not title or (not closed and (level == 1 or mark == "#" or ends_sentence(title))):
        return None
    return Heading(title, min(max(level, 2), 6))


def is_list_title(title: str) -> bool:
    """Whether a section of this name usually is a list of references or links."""
    return title.casefold() in _ALWAYS_LISTS or title.casefold() in _LISTS_OR_TEXT


def build_sections(lines: Sequence[Line], headings: Mapping[int, Heading]) -> tuple[Section, ...]:
    """A section for the lines before the first heading, if any, and one for each heading; keys are line indexes."""
    starts = [*sorted(headings), len(lines)]
    sections = list(lead_sections(lines[: starts[0]]))
    listed = _NO_LIST
    for index, after in pairwise(starts):
        heading, body = headings[index], lines[index + 1 : after]
        inside = heading.level > listed
        kind = _kind(heading, body, inside=inside)
        if not inside:
            listed = heading.level if kind == "references" else _NO_LIST
        cut = len(body) if kind == "references" else find_back_links(body)
        sections += [_section(heading, lines[index], body[:cut], kind), *_list_sections(body[cut:])]
    return tuple(sections)


def lead_sections(lines: Sequence[Line]) -> tuple[Section, ...]:
    """The lead that `lines` are, and the list of references that ends it; nothing for no lines."""
    cut = find_back_links(lines)
    lead = [Section(LEAD, 1, lines[0].start, lines[0].start, lines[cut - 1].end, "lead")] if cut else []
    return (*lead, *_list_sections(lines[cut:]))


def _list_sections(lines: Sequence[Line]) -> tuple[Section, ...]:
    """The section that a list of references without a heading is, if any."""
    return (Section(LIST, 2, lines[0].start, lines[0].start, lines[-1].end, "references"),) if lines else ()


def _section(heading: Heading, line: Line, body: Sequence[Line], kind: SectionKind) -> Section:
    start, end = (body[0].start, body[-1].end) if body else (line.end, line.end)
    return Section(heading.title, heading.level, line.start, start, end, kind)


def _kind(heading: Heading, body: Sequence[Line], *, inside: bool) -> SectionKind:
    """`references` for lists of sources and links, by name and by form; so are lists under such a heading."""
    name = heading.title.casefold().strip(" :")
    if name in _ALWAYS_LISTS:
        return "references"
    listed = sum(1 for line in body if is_entry(line.text))
    return "references" if (inside or name in _LISTS_OR_TEXT) and body and listed * 2 > len(body) else "text"

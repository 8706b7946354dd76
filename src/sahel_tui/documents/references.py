"""Reference lists -> entries: `- [1] …`, `1. ^ a b …`, `↑ …`, `- …`."""

import re
from collections.abc import Iterator, Sequence

from sahel_tui.documents.lines import Line
from sahel_tui.model import Reference, Section

_BULLET = r"[-*•·–]\s{1,4}"
_ENTRY = re.compile(
    rf"(?:{_BULLET})?(?:\[(?P<mark>\d{{1,4}})\]|(?P<number>\d{{1,4}})[.)](?=\s)|(?P<caret>[\^↑]))\s{{0,4}}|{_BULLET}"
)
_BACK_LINKED = re.compile(rf"\s{{0,4}}(?:{_BULLET})?(?:\d{{1,4}}[.)]\s{{1,4}})?[\^↑]")
_BACK_LINKS = re.compile(
    r"(?:[\^↑]\s{0,3})?(?:a\W{1,3}(?:(?:et|and)\s)?b\b(?:\W{1,3}(?:(?:et|and)\s)?[c-z]\b(?=\s))*\s{0,3})?"
)


def is_entry(text: str) -> bool:
    """Whether a line opens an entry of a list.

    >>> is_entry("- [1] AFP"), is_entry("2. ^ a b RFI"), is_entry("The army spoke.")
    (True, True, False)
    """
    return bool(_ENTRY.match(text))


def find_back_links(lines: Sequence[Line]) -> int:
    """Where the list of references begins that ends some lines without a heading of its own; their number if none.

    Its entries open with a link back to the text: `1. ^ "Twelve killed". AFP.`
    """
    first = next((at for at, line in enumerate(lines) if _BACK_LINKED.match(line.text)), len(lines))
    told = [line for line in lines[first:] if line.text.strip()]
    linked = sum(1 for line in told if _BACK_LINKED.match(line.text))
    return first if linked * 2 > len(told) else len(lines)


def find_references(sections: Sequence[Section], lines: Sequence[Line]) -> tuple[Reference, ...]:
    """The entries of all reference lists, in order of the text; `sections` and `lines` are in order too."""
    lists = (section for section in sections if section.kind == "references")
    return tuple(entry for body in _bodies(lists, iter(lines)) for entry in read_entries(body))


def _bodies(sections: Iterator[Section], lines: Iterator[Line]) -> Iterator[list[Line]]:
    """The lines of each section, in one pass over the text."""
    line = next(lines, None)
    for section in sections:
        body: list[Line] = []
        while line and line.start < section.end:
            body.extend([line] if line.start >= section.start else [])
            line = next(lines, None)
        yield body


def read_entries(body: Sequence[Line]) -> list[Reference]:
    """Entries of one list; among numbered or bulleted lines, one without goes on with the entry before it."""
    marked = any(is_entry(line.text) for line in body)
    entries: list[Reference] = []
    for line in body:
        match = _ENTRY.match(line.text)
        if match is None and marked and entries:
            entries[-1] = Reference(entries[-1].number, entries[-1].start, line.end)
        else:
            entries.append(_entry(line, match, len(entries) + 1))
    return entries


def _entry(line: Line, match: re.Match[str] | None, position: int) -> Reference:
    """The entry of one line, without its number and back links; a line of marks alone is kept whole."""
    if match is None:
        return Reference(position, line.start, line.end)
    stated = match["mark"] or match["number"]
    links = _BACK_LINKS.match(line.text, match.start("caret") if match["caret"] else match.end())
    start = line.start + (links.end() if links else match.end())
    return Reference(int(stated) if stated else position, start if start < line.end else line.start, line.end)

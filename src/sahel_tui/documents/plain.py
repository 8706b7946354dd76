"""The plain export: `= Title =`, `Infobox`, `- Key: Value`, a lead, `== Section ==`."""

import re
from collections.abc import Sequence

from sahel_tui.documents.labels import is_known, normalise_key
from sahel_tui.documents.lines import Line, Parts, count_words, ends_sentence, without_address
from sahel_tui.documents.outline import build_sections, parse_heading
from sahel_tui.documents.references import find_references
from sahel_tui.model import Field

_KEY = re.compile(r"(?P<bullet>[-*•]\s{0,4})?(?P<label>[^:\n]{1,60}?)\s{0,4}:(?!//)\s{0,4}")
_BULLET = re.compile(r"[-*•]\s{1,4}")
_INFOBOX = re.compile(r"infobox(?:[ :][\w :]{0,40})?", re.IGNORECASE)
_LONGEST_TITLE = 120
_TITLE_WORDS = 14


def parse_plain(text: str, lines: list[Line]) -> Parts:
    """Title, fields and sections of a plain export; prose alone has a lead and no fields."""
    title, lines = _take_title(without_address(lines))
    fields, body = _take_infobox(_without_title(lines, title))
    body = _without_title(body, title)
    headings = {index: heading for index, line in enumerate(body) if (heading := parse_heading(line.text))}
    sections = build_sections(body, headings)
    return Parts(title, fields, sections, find_references(sections, body))


def is_infobox_line(text: str) -> bool:
    """Whether a line announces the infobox."""
    return bool(_INFOBOX.fullmatch(text))


def _take_title(lines: list[Line]) -> tuple[str, list[Line]]:
    """The title and the lines after it; a first line that is a section heading, a field or a sentence is no title."""
    if not lines:
        return "", lines
    first = lines[0].text
    heading = parse_heading(first)
    if heading and not first.startswith(("==", "##")):
        return heading.title, lines[1:]
    if heading or is_infobox_line(first) or opens_field(first) or ends_sentence(first):
        return "", lines
    return (first, lines[1:]) if len(first) <= _LONGEST_TITLE and count_words(first) <= _TITLE_WORDS else ("", lines)


def _without_title(lines: list[Line], title: str) -> list[Line]:
    """The lines after those that only repeat the title."""
    start = 0
    while start < len(lines) and lines[start].text.strip("= ") == title and not lines[start].text.startswith("=="):
        start += 1
    return lines[start:]


def _take_infobox(lines: list[Line]) -> tuple[tuple[Field, ...], list[Line]]:
    """The fields of the infobox before the first heading, and the lines that are not in it."""
    first = next((index for index, line in enumerate(lines) if parse_heading(line.text)), len(lines))
    start = next((index for index in range(first) if is_infobox_line(lines[index].text)), None)
    if start is not None:
        end = _infobox_end(lines, start + 1, first)
        return _read_fields(lines[start + 1 : end]), lines[:start] + lines[end:]
    if first and opens_field(lines[0].text):
        end = _infobox_end(lines, 0, first)
        return _read_fields(lines[:end]), lines[end:]
    return (), lines


def opens_field(text: str) -> re.Match[str] | None:
    """The key a line opens with: any name after a bullet, a known one without."""
    match = _KEY.match(text)
    return match if match and (match["bullet"] or is_known(match["label"])) else None


def _infobox_end(lines: Sequence[Line], start: int, limit: int) -> int:
    """Index of the first line after the infobox: one that follows a blank line and opens no field."""
    for index in range(start, limit):
        if (lines[index].gap or index == start) and not opens_field(lines[index].text):
            return index
    return limit


def _read_fields(lines: Sequence[Line]) -> tuple[Field, ...]:
    """One field a key that has a value; a line without a key, or set in deeper, goes on with the value before it."""
    fields: list[Field] = []
    for line in lines:
        match = opens_field(line.text)
        if match and not (fields and line.indent > lines[0].indent and not is_known(match["label"])):
            fields.append(Field(normalise_key(match["label"]), match["label"], line.start + match.end(), line.end))
        elif fields:
            fields[-1] = _continued(fields[-1], line)
    return tuple(field for field in fields if field.start < field.end)


def _continued(field: Field, line: Line) -> Field:
    """A field whose value goes on to the end of `line`, or starts there after its bullet."""
    bullet = _BULLET.match(line.text)
    first = line.start + (bullet.end() if bullet else 0)
    return Field(field.key, field.label, field.start if field.start < field.end else first, line.end)

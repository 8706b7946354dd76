"""Markup and records written down in the plain form, which the plain reader then reads in place."""

import re
from collections.abc import Iterable, Iterator, Sequence

from sahel_tui.dataclass import dataclass
from sahel_tui.documents.labels import is_known
from sahel_tui.documents.outline import parse_heading

LONGEST_TITLE = 150
INFOBOX, REFERENCES = "Infobox", "== References =="

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SPACES = re.compile(r"[^\S\n]+")
_KEY = re.compile(r"(?:[-*•]\s{0,4}[^:\n]{1,60}?|(?P<label>[^:\n]{1,60}?))\s{0,4}:(?!//)")


@dataclass(frozen=True, slots=True)
class Part:
    """The text under one heading; the lead has level 1 and no title."""

    title: str
    level: int
    text: str
    """Paragraphs with an empty line between them."""


@dataclass(frozen=True, slots=True)
class Article:
    """What a page or record says, before it is written down."""

    title: str
    fields: Sequence[tuple[str, str]] = ()
    """Label and value; breaks of a value are line ends, a rule is `<hr>`."""
    parts: Sequence[Part] = ()
    references: Sequence[tuple[int, str]] = ()
    address: str | None = None


BYTE_ORDER_MARK = "\ufeff"
"""Opens some files; no reader takes it for a part of the text."""


def write_plain(article: Article) -> str:
    """The plain form of an article: address, title, infobox, lead, sections, references."""
    blocks = [f"# {article.address}"] if article.address and not re.search(r"\s", article.address) else []
    title = write_title(article)
    blocks += [f"= {title} ="] if title else []
    fields = [line for label, value in article.fields for line in _field_lines(label, value)]
    blocks += ["\n".join([INFOBOX, *fields])] if fields else []
    blocks += [text for part in article.parts if (text := write_part(part))]
    entries = [write_entry(number, text) for number, text in article.references if text.strip()]
    blocks += ["\n".join([REFERENCES, *entries])] if entries else []
    return "\n\n".join(blocks).lstrip(BYTE_ORDER_MARK) + "\n"


def write_title(article: Article) -> str:
    """The title as it stands between its marks; empty when there is none."""
    return one_line(article.title).strip("= ")[:LONGEST_TITLE].strip("= ")


def write_entry(number: int, text: str) -> str:
    """A line of the list of references."""
    return f"- [{number}] {one_line(text)}"


def one_line(text: str) -> str:
    r"""`text` on one line, without controls.

    >>> one_line(" Raid \n on\x02 Sama")
    'Raid on Sama'
    """
    if text.isprintable() and "  " not in text:
        return text.strip(" ")  # The only white space that is printable.
    return " ".join(_CONTROLS.sub("", text).split())


def write_table(rows: Iterable[Sequence[str]]) -> str:
    """A table as lines of cells, the first row with a rule below it; empty for less than two rows of two cells.

    >>> print(write_table([["Group", "Killed"], ["Soldiers", "14"]]))
    Group | Killed |
    ---|---|
    Soldiers | 14 |
    """
    filled = [[one_line(cell).replace("|", "/") for cell in row] for row in rows]
    filled = [row for row in filled if any(row)]
    width = max(map(len, filled), default=0)
    if len(filled) < 2 or width < 2:
        return "\n".join(cell for row in filled for cell in row if cell)
    lines = [" | ".join([*row, *[""] * (width - len(row))]).strip() + " |" for row in filled]
    return "\n".join([lines[0], "---|" * width, *lines[1:]])


def _field_lines(label: str, value: str) -> Iterator[str]:
    """One field: a line of its value that the reader would take for something else is joined by `<br>`."""
    lines = [line for raw in value.split("\n") if (line := one_line(raw).strip(" ,"))]
    if not lines:
        return
    text = lines[0]
    for line in lines[1:]:
        text += ("<br>" if _stands_alone(line) else "\n  ") + line
    yield f"- {label}: {text}"


def _stands_alone(line: str) -> bool:
    key = _KEY.match(line)
    return bool(key and (key["label"] is None or is_known(key["label"]))) or parse_heading(line) is not None


def write_part(part: Part) -> str:
    """Heading and paragraphs; nothing for a part that says nothing and has no sub-parts of its own."""
    body = "\n".join(_body_line(line) for line in tidy(part.text).split("\n")).strip()
    if part.level <= 1:
        return body
    title = one_line(part.title).strip("= ")[:LONGEST_TITLE].strip()
    marks = "=" * min(part.level, 6)
    return f"{marks} {title} {marks}\n{body}" if body and title else body


def _body_line(line: str) -> str:
    """A line of text that looks like a heading gets a mark in front."""
    return f"· {line}" if line[:1] in ("=", "#") and parse_heading(line) else line


def tidy(text: str) -> str:
    """`text` without controls, doubled spaces and doubled empty lines."""
    if "\n" not in text:
        return one_line(text)
    text = "\n".join(line.strip() for line in _SPACES.sub(" ", _CONTROLS.sub("", text)).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text).strip()

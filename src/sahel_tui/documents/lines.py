"""A text as its non-blank lines, and tests on single lines that several readers share."""

import re
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import unquote

from sahel_tui.dataclass import dataclass
from sahel_tui.model import Field, Reference, Section

Span = tuple[int, int]
"""Start and end offset into `Document.text`."""

_MARKS_AT_END = re.compile(r"(?:\s{0,3},?\s{0,3}\[[^\[\]]{1,40}\])+$")
"""References and the notes of editors: `fled.[2] [citation needed]`."""

_ADDRESS = re.compile(r"#\s{0,3}(https?://\S+)")
_PORT = re.compile(r":\d*$")
_CLOSING = "\"'”’») "
_TAIL = 200


class Line(NamedTuple):
    """One non-blank line without the white space around it."""

    start: int
    end: int
    text: str
    gap: bool
    """A blank line stands before it."""
    indent: int = 0
    """Characters of white space before it."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a reader found in a text."""

    title: str = ""
    fields: tuple[Field, ...] = ()
    sections: tuple[Section, ...] = ()
    references: tuple[Reference, ...] = ()


def split_lines(text: str) -> list[Line]:
    r"""The non-blank lines of `text` in order; only `\n` ends a line.

    >>> [(line.text, line.gap) for line in split_lines("a\n\n  b \nc")]
    [('a', False), ('b', True), ('c', False)]
    """
    lines: list[Line] = []
    offset, gap = 0, False
    for raw in text.split("\n"):
        content = raw.strip()
        if content:
            indent = raw.find(content)
            start = offset + indent
            lines.append(Line(start, start + len(content), content, gap, indent))
        gap = not content
        offset += len(raw) + 1
    return lines


def find_address(lines: Sequence[Line]) -> str | None:
    """The address in a first line such as `# https://…`, or None."""
    match = _ADDRESS.fullmatch(lines[0].text) if lines else None
    return match[1] if match else None


def page_name(address: str | None) -> str:
    """The last part of an address's path, as it is written there; any text may stand for an address.

    >>> page_name("https://a.org/wiki/Raid_on_L%C3%A9r%C3%A9#Toll"), page_name("https://[::1/x/?p=1"), page_name(None)
    ('Raid_on_Léré', 'x', '')
    """
    path = (address or "").partition("://")[2].partition("?")[0].partition("#")[0].partition("/")[2]
    return unquote(path.rstrip("/").rpartition("/")[2])


def host_name(address: str | None) -> str | None:
    """The host of an address in small letters, as it is written there; None without one.

    >>> host_name("https://Example.org:80/a"), host_name("https://[x/y"), host_name(None)
    ('example.org', '[x', None)
    """
    authority = (address or "").partition("://")[2].partition("/")[0].rpartition("@")[2]
    return _PORT.sub("", authority).lower() or None


def without_address(lines: list[Line]) -> list[Line]:
    """The lines that are content: all but a first line `# https://…`."""
    return lines[1:] if find_address(lines) else lines


def strip_marks(text: str) -> str:
    """`text` without the marks at its end: `fell.[1] [ précisions nécessaires ]` -> `fell.`."""
    head, tail = text[:-_TAIL], text[-_TAIL:]
    return head + _MARKS_AT_END.sub("", tail)


def ends_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence or clause does, reference marks and closing quotes aside.

    >>> ends_sentence('They "fled."[1],[2]'), ends_sentence("14 killed")
    (True, False)
    """
    return strip_marks(text).rstrip(_CLOSING).endswith((".", "!", "?", "…", ":", ";"))


def count_words(text: str) -> int:
    """Number of words, counted no further than the first 400 characters."""
    return len(text[:400].split())


def is_sentence(text: str, words: int = 6) -> bool:
    """Whether `text` reads as prose: at least `words` words and an end mark."""
    return count_words(text) >= words and ends_sentence(text)

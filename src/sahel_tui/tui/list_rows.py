"""The rows of the event list; no terminal needed to set them."""

from collections.abc import Sequence

from sahel_tui.library import Snippet
from sahel_tui.model import Event
from sahel_tui.present.events import event_line
from sahel_tui.present.glyphs import CURSOR
from sahel_tui.present.hits import find_hits
from sahel_tui.present.runs import Line, Run, Tag, tag_spans
from sahel_tui.present.text import fit_end, visible, wrap

GUTTER = 2
"""Cells left of an event: the cursor, and what the reader put down."""


def unread_row() -> Line:
    """An event that has not been read yet."""
    return ((" " * GUTTER + "…", "muted"),)


def event_row(event: Event, sign: str, bar: Run, width: int, terms: Sequence[str]) -> Line:
    """One event; `bar` is the cursor, or a space."""
    here = bar[0] == CURSOR
    line = event_line(event, width - GUTTER - 1, terms)
    return (bar, (sign, "focus"), *((text, _list_tag(tag, here)) for text, tag in line))


def snippet_row(snippet: Snippet, width: int, terms: Sequence[str]) -> Line:
    """The words around a hit, under the event with the cursor."""
    indent = GUTTER + 2
    text = fit_end(visible(snippet.text), width - indent)
    return ((" " * indent, ""), *tag_spans(text, find_hits(text, terms), "claim", "muted"))


def note_row(note: str, width: int) -> Line:
    """What the reader should know of the whole library."""
    return ((" " * GUTTER, ""), (fit_end(visible(note), width - GUTTER), "disputed"))


def head_lines(welcome: Sequence[str], complaints: Sequence[str], width: int, height: int) -> list[Line]:
    """A greeting that leaves half of `height` to the events, then complaints, as much as leaves one event in sight."""
    greeting = _wrap_lines(welcome, "focus", width)
    wrong = _wrap_lines([visible(text) for text in complaints], "disputed", width)[: max(0, height - 2)]
    return [
        *([*greeting, ()] if greeting and len(greeting) + len(wrong) < height // 2 + 1 else []),
        *([*wrong, ()] if wrong else []),
    ]


def _wrap_lines(texts: Sequence[str], tag: Tag, width: int) -> list[Line]:
    room = max(1, width - GUTTER - 1)
    pieces = [text[start:end] for text in texts for start, end in wrap(text, room)]
    return [((" " * GUTTER, ""), (piece, tag)) for piece in pieces]


def _list_tag(tag: Tag, here: bool) -> Tag:
    """Hits are underlined in the list, so that they stay quieter than disputed figures; the cursor's row is bold."""
    if tag == "hit":
        return "claim"
    return "heading" if here and not tag else tag

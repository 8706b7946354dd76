"""Pipe tables copied from a page -> rows of cells, each cell with its place in the text."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sahel_tui.documents.lines import Line, Span

_RULE = re.compile(r"\|?\s{0,9}(?::?-{2,}:?\s{0,9}\|\s{0,9})+(?::?-{2,}:?)?")
_IMAGE = re.compile(r"(?:!\[[^\[\]]{0,200}\]\([^()]{0,400}\)\s{0,3})+")
_BULLET = re.compile(r"[-*]\s")


class Cell(NamedTuple):
    """One non-empty cell."""

    column: int
    """0 for the first."""
    start: int
    end: int
    text: str


Row = tuple[Cell, ...]


def is_rule(text: str) -> bool:
    """Whether a line only draws the border under a table head.

    >>> is_rule("---|---|"), is_rule("|---|---|"), is_rule("Mali | 1 |")
    (True, True, False)
    """
    return text[:1] in "|-:" and "|" in text and bool(_RULE.fullmatch(text))


def is_row(text: str) -> bool:
    """Whether a line is a row, or the end of one, of a table copied from a page."""
    return text.endswith("|") or (text.startswith("|") and text.count("|") > 1) or is_rule(text)


def read_rows(text: str, lines: Sequence[Line]) -> list[Row]:
    """The rows with at least one filled cell; rules are left out, rows broken over lines are put together."""
    leading = sum(line.text.startswith("|") for line in lines) * 2 > len(lines)
    return [row for start, end in _row_spans(lines, leading) if (row := _cells(text, start, end, leading))]


def _row_spans(lines: Sequence[Line], leading: bool) -> list[Span]:
    """Spans of whole rows, from their first line to their last pipe.

    A row goes on while it has fewer pipes than the rule, or than the widest line.
    """
    width = _width(lines)
    ends: dict[int, int] = {}
    start, pipes = 0, width
    for line in lines:
        here = line.text.count("|")
        if is_rule(line.text) or (not here and _BULLET.match(line.text)):
            pipes = width
            continue
        if pipes + here > width or pipes == width or line.gap or (leading and line.text.startswith("|")):
            start, pipes = line.start, 0
        pipes += here
        if here:
            ends[start] = line.end
    return list(ends.items())


def _width(lines: Sequence[Line]) -> int:
    """Number of pipes a whole row has."""
    rules = (line.text.count("|") for line in lines if is_rule(line.text))
    return next(rules, 0) or max((line.text.count("|") for line in lines), default=0)


def _cells(text: str, start: int, end: int, leading: bool) -> Row:
    if leading and text[start] == "|":
        start += 1
    cells = []
    for column, raw in enumerate(text[start:end].split("|")):
        content = raw.strip()
        if content and not _IMAGE.fullmatch(content):
            at = start + raw.find(content)
            cells.append(Cell(column, at, at + len(content), content))
        start += len(raw) + 1
    return tuple(cells)

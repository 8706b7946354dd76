"""Cells: what stands in each column of the screen, taken from the strips that Textual renders."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import repeat

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.segment import Segment
from textual.strip import Strip

from sahel_tui.tui.wire.pens import PLAIN, Pen, read_pen

Cell = tuple[str, Pen]
"""The text of one column, and its pen; the second column of a wide character has the text ``""``."""
Row = list[Cell]

_ACTING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_MAX_MARKS = 16  # longest emoji sequences need 11 code points; a stack of thousands of accents is an attack
_JOINER = "\u200d"
_EMOJI = "\U0001f000"


def blank_row(width: int, pen: Pen = PLAIN) -> Row:
    """A row of spaces."""
    return [(" ", pen)] * width


def put_cells(row: Row, start: int, end: int, cells: Row) -> None:
    """Replace `row[start:end]` by `cells`, cut or filled up; half a wide character on either side becomes a space."""
    width = end - start
    cells = cells[: width + 1] + blank_row(width - len(cells), cells[-1][1] if cells else PLAIN)
    if len(cells) > width and cells[width][0] == "":
        cells[width - 1] = (" ", cells[width - 1][1])
    if start > 0 and row[start][0] == "":
        row[start - 1] = (" ", row[start - 1][1])
    if end < len(row) and row[end][0] == "":
        row[end] = (" ", row[end][1])
    row[start:end] = cells[:width]


def last_character(row: Row, end: int) -> Row:
    """The cells of the character that ends before column `end`; none at the left edge."""
    if end == 0:
        return []
    return row[end - 2 : end] if end > 1 and row[end - 1][0] == "" else row[end - 1 : end]


def read_cells(strip: Iterable[Segment], colours: ColorSystem, before: Row) -> Row:
    """The cells `before` and those that `strip` fills; links and metadata of its styles are not drawn.

    Textual may cut a strip between a letter and its accent: the accent then joins the last cell `before`.
    """
    cells = before.copy()
    for text, style, _control in strip:
        pen = PLAIN if style is None else read_pen(Strip.render_ansi(style, colours))
        if text.isascii() and text.isprintable():
            cells.extend(zip(text, repeat(pen)))
        else:
            joined, columns = split_columns(text)
            if joined:
                _join_to_last(cells, joined)
            cells.extend(zip(columns, repeat(pen)))
    return cells


@lru_cache(maxsize=4096)
def split_columns(text: str) -> tuple[str, tuple[str, ...]]:
    """Marks that belong to the character before `text`, and the text of each column; controls vanish.

    >>> split_columns("a世!")
    ('', ('a', '世', '', '!'))
    """
    clusters = _split_clusters(_ACTING.sub("", text))
    joined = clusters.pop(0) if clusters and cell_len(clusters[0][0]) == 0 else ""
    columns: list[str] = []
    for cluster in clusters:
        columns += [cluster, *[""] * (cell_len(cluster) - 1)]
    return joined, tuple(columns)


def _split_clusters(text: str) -> list[str]:
    """Each character with the marks on it, and with what a zero-width joiner joins to it."""
    clusters: list[str] = []
    previous = ""
    for character in text:
        if previous and (previous == _JOINER or cell_len(character) == 0):
            clusters[-1] += character if len(clusters[-1]) < _MAX_MARKS else ""
        else:
            clusters.append(character)
        previous = character
    return clusters


def _join_to_last(cells: Row, marks: str) -> None:
    """Add combining marks to the last character drawn, if there is one."""
    for index in range(len(cells) - 1, -1, -1):
        text, pen = cells[index]
        if text:
            if not text.endswith(marks):
                cells[index] = ((text + marks)[:_MAX_MARKS], pen)
            return


@lru_cache(maxsize=4096)
def is_settled(text: str) -> bool:
    """Whether all terminals agree how wide `text` is; after another the cursor must be placed anew."""
    if len(text) <= 1:
        return text < _EMOJI and (text.isprintable() or not text)
    return is_settled(text[0]) and all(unicodedata.combining(mark) for mark in text[1:])

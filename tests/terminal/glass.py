"""A model of a terminal's glass: what a reader would see after some bytes."""

import re
from typing import Any

import pyte
from pyte.screens import Char
from rich.cells import split_graphemes

_UNKNOWN_TO_PYTE = re.compile(r"\x1b\[[<=>][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")

_CUT_OFF = re.compile(
    r"\x1b(?:\[[<=>?]?[0-9;]*\$?|\][^\x07\x1b]*\x1b?)?\Z"
    "|[\u2600-\u27bf\U0001f000-\U0001faff][\u200d\ufe0f\u2600-\u27bf\U0001f000-\U0001faff]*\\Z"
)
"""What may go on in the next piece that is read: a sequence, or signs that join others to themselves."""


class Glass(pyte.Screen):
    """pyte's screen with graphemes, halves of wide characters, and erasing that reaches every cell."""

    def __init__(self, columns: int, lines: int) -> None:
        super().__init__(columns, lines)
        self._stream = pyte.Stream(self)
        self._rest = ""

    def feed(self, text: str) -> None:
        """Show `text`, without the sequences that only ask or set what cannot be seen."""
        text = self._rest + text
        cut = _CUT_OFF.search(text)
        self._rest = cut[0] if cut else ""
        self._stream.feed(_UNKNOWN_TO_PYTE.sub("", text[: len(text) - len(self._rest)]))

    def draw(self, text: str) -> None:
        """Write characters as a terminal does that knows graphemes and does not wrap."""
        for start, end, width in split_graphemes(text)[0]:
            if width:
                self._place(text[start:end], width)
            elif self.cursor.x:
                self._join(text[start:end])

    def erase_in_display(self, how: int = 0, *arguments: Any, **options: Any) -> None:
        """Erase like a terminal with coloured erasing; pyte skips cells nobody wrote to."""
        for y in range(self.lines):
            for x in range(self.columns):
                self.buffer[y][x] = self.buffer[y][x]
        super().erase_in_display(how, *arguments, **options)

    def _place(self, text: str, width: int) -> None:
        line = self.buffer[self.cursor.y]
        x = min(self.cursor.x, self.columns - width)
        if line[x].data == "" and x:
            line[x - 1] = line[x - 1]._replace(data=" ")
        line[x] = self.cursor.attrs._replace(data=text)
        if width == 2:
            line[x + 1] = self.cursor.attrs._replace(data="")
        if x + width < self.columns and line[x + width].data == "":
            line[x + width] = line[x + width]._replace(data=" ")
        self.cursor.x = min(x + width, self.columns)

    def _join(self, marks: str) -> None:
        line = self.buffer[self.cursor.y]
        x = self.cursor.x - 1
        while x and line[x].data == "":
            x -= 1
        if not line[x].data.endswith(marks):
            line[x] = line[x]._replace(data=line[x].data + marks)

    def cells(self) -> list[list[tuple[Any, ...]]]:
        """Every cell as it looks: what cannot be seen on a space is left out."""
        return [[_look(self.buffer[y][x]) for x in range(self.columns)] for y in range(self.lines)]

    def text(self) -> str:
        """The rows without trailing blanks."""
        rows = ("".join(self.buffer[y][x].data for x in range(self.columns)) for y in range(self.lines))
        return "\n".join(row.rstrip() for row in rows)


def _look(cell: Char) -> tuple[Any, ...]:
    if cell.data == " " and not (cell.reverse or cell.underscore or cell.strikethrough):
        return (" ", cell.bg)
    if cell.data == " " and not cell.reverse:
        return (" ", cell.bg, cell.fg, cell.underscore, cell.strikethrough)
    return tuple(cell)


def first_difference(expected: Glass, shown: Glass) -> str:
    """Where two glasses differ, for the reader of a failed test; empty when they look the same."""
    if expected.cells() == shown.cells():
        return ""
    for y, (row, other) in enumerate(zip(expected.cells(), shown.cells(), strict=True)):
        for x, (cell, found) in enumerate(zip(row, other, strict=True)):
            if cell != found:
                return f"row {y}, column {x}: expected {cell}, shown {found}\n{expected.text()}\n---\n{shown.text()}"
    return "sizes differ"

"""A pane with a cursor: a key repaints two lines, and a cursor that leaves it turns the page."""

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.strip import Strip

from sahel_tui.present.glyphs import CURSOR
from sahel_tui.present.runs import Line, Run, align_ends
from sahel_tui.present.text import cell_width, wrap
from sahel_tui.tui.line_pane import LinePane
from sahel_tui.tui.painting import paint_line

MARGIN = 2
"""Cells left of everything; the cursor's mark stands in the first."""


class CursorPane(LinePane):
    """Base of the panes over many events: a title, the heads of the columns, and lines of which one is chosen."""

    TITLE_ROWS = 2

    class Pointed(Message):
        """The cursor stands on another line, or the lines are others."""

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.cursor = 0

    # What a subclass says.

    def column_heads(self, width: int) -> Line:
        """The line under the title."""
        raise NotImplementedError

    def row(self, index: int, width: int, *, here: bool) -> Line:
        """One line without the cursor's mark."""
        raise NotImplementedError

    def empty_line(self) -> str:
        """What stands where there are no lines: why, and what to do."""
        raise NotImplementedError

    def sign(self, index: int) -> str:
        """What the reader has put down about a line: one sign, or nothing."""
        return ""

    async def settled(self) -> None:
        """Wait until there are lines, and until the one with the cursor is read."""
        raise NotImplementedError

    # What all of them do.

    @property
    def standing(self) -> object:
        """The line with the cursor."""
        return self.cursor

    def move(self, lines: int) -> None:
        """Move the cursor by `lines`."""
        self.point(self.cursor + lines)

    def move_to_end(self, last: bool) -> None:
        """Move the cursor to the first or the last line."""
        self.point(self.count_lines() if last else 0)

    def point(self, index: int) -> None:
        """Put the cursor on a line, as far as there are lines, and show it."""
        index = max(0, min(index, self.count_lines() - 1))
        if index == self.cursor:
            return
        before, self.cursor = self.cursor, index
        self.refresh_line_at(before, index)
        self.keep_in_sight()
        self.post_message(self.Pointed())

    def keep_in_sight(self) -> None:
        """Turn the page when the cursor has left it, keeping one line: a key held down sends each line once."""
        if self.cursor > self.top + self.room - 1:
            self.scroll_to_line(self.cursor - min(1, self.room - 1))
        elif self.cursor < self.top:
            self.scroll_to_line(self.cursor - max(0, self.room - 2))

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor in sight."""
        self.keep_in_sight()

    def line(self, index: int, width: int) -> Line:
        """A line behind the cursor's mark and the reader's."""
        here = index == self.cursor
        mark: Run = (f"{CURSOR if here else ' '}{self.sign(index)}".ljust(MARGIN), "focus")
        return (mark, *self.row(index, width - 2 * MARGIN, here=here))

    def render_line(self, y: int) -> Strip:
        """One painted row; the heads of the columns under the title, and words where there is nothing."""
        width = self.size.width
        if y == 1:
            return paint_line(((" " * MARGIN, ""), *self.column_heads(width - 2 * MARGIN)), width, self.app.theme)
        if y >= self.TITLE_ROWS and not self.count_lines():
            words, number = self.empty_line(), y - self.TITLE_ROWS
            start, end = dict(enumerate(wrap(words, max(1, width - 2 * MARGIN)))).get(number, (0, 0))
            return paint_line(((" " * MARGIN, ""), (words[start:end], "muted")), width, self.app.theme)
        return super().render_line(y)


def title_with_parts(said: str, parts: Sequence[str], end: str, width: int) -> Line:
    """A title with as many of `parts` after it as fit whole, and `end` at the right."""
    room = width - 2 * MARGIN - cell_width(said) - (cell_width(end) + MARGIN if end else 0)
    rest = ""
    for part in parts:
        rest += f" · {part}" if part and cell_width(f"{rest} · {part}") <= room else ""
    head: Line = ((" " * MARGIN, ""), (said, "heading"), (rest, "muted"))
    return align_ends(head, ((end, "muted"),) if end else (), width - MARGIN)

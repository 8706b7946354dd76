"""A pane: one title line over lines that scroll, painted line by line so that a key press costs little."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from sahel_tui.present.glyphs import CURSOR
from sahel_tui.present.runs import Line, Run
from sahel_tui.tui.painting import paint_line, put_letters

if TYPE_CHECKING:
    from sahel_tui.tui.keyed import KeyedScreen

MARGIN = 2
"""Cells left of what a pane shows; the cursor stands in the first."""


def focus_bar(here: bool) -> Run:
    """The margin of a line: the cursor, where the keys are."""
    return (f"{CURSOR if here else '':<{MARGIN}}", "focus")


class LinePane(Widget, can_focus=True):
    """Base of the panes: subclasses say how many lines there are, and what stands in each."""

    TITLE_ROWS = 1

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.top = 0
        """The first line shown under the title."""
        self.letters: Mapping[tuple[int, int], str] = {}
        """Letters to type, by the row and the cell of the place they lead to."""

    # What a subclass says.

    def title_line(self, width: int) -> Line:
        """The line over the others; it does not scroll."""
        raise NotImplementedError

    def count_lines(self) -> int:
        """How many lines there are to scroll through."""
        raise NotImplementedError

    def line(self, index: int, width: int) -> Line:
        """What stands in one line, `0 <= index < count_lines()`."""
        raise NotImplementedError

    def move(self, lines: int) -> None:
        """Go `lines` down (or up, when negative)."""
        self.scroll_to_line(self.top + lines)

    def move_sideways(self, steps: int) -> None:
        """Go `steps` to the right (or left); most panes have nothing there."""

    def go_to_line(self, index: int) -> None:
        """Go to one of the lines, or of what the pane lists, as far as there are any."""
        self.move(index - self.top)

    def move_to_end(self, last: bool) -> None:
        """Go to the first or the last line."""
        self.scroll_to_line(self.count_lines() if last else 0)

    @property
    def standing(self) -> object:
        """Where the reader stands in it."""
        return self.top

    # What every pane does.

    def fill(self, words: str) -> str:
        """Words with the keys of the actions of this screen that they name in braces."""
        return cast("KeyedScreen[Any]", self.screen).fill(words)

    @property
    def line_width(self) -> int:
        """Cells of a line; those of the screen while the pane has not been shown."""
        return self.size.width or self.app.size.width

    @property
    def room(self) -> int:
        """Lines seen at once, the title not counted; those over the bottom line while the pane has not been shown."""
        return max(1, (self.size.height or self.app.size.height - 1) - self.TITLE_ROWS)

    def page(self, pages: float) -> None:
        """Go `pages` screens down (or up); a whole page keeps one line of the last one."""
        lines = int((self.room - 1) * abs(pages)) or 1
        self.move(lines if pages > 0 else -lines)

    def scroll_to_line(self, index: int) -> bool:
        """Make `index` the first line shown, as far as there are lines; whether anything moved."""
        top = max(0, min(index, self.count_lines() - self.room))
        moved, self.top = top != self.top, top
        if moved:
            self.refresh()
        return moved

    def reveal(self, first: int, last: int | None = None, *, margin: int = 0) -> bool:
        """Scroll as little as needed to show the lines `first` to `last`; whether anything moved."""
        return self.scroll_to_line(self.find_top(self.top, first, first if last is None else last, margin))

    def find_top(self, top: int, first: int, last: int, margin: int) -> int:
        """The first line shown that is nearest to `top` and has the lines `first` to `last` in sight."""
        if last + margin >= top + self.room:
            return max(min(first, last + margin - self.room + 1), last - self.room + 1)
        return max(0, first - margin) if first - margin < top else top

    def refresh_line_at(self, *indexes: int) -> None:
        """Repaint single lines, those out of sight not at all."""
        width = self.size.width
        rows = [index - self.top + self.TITLE_ROWS for index in indexes if 0 <= index - self.top < self.room]
        if rows:
            self.refresh(*(Region(0, row, width, 1) for row in rows))

    def refresh_title(self) -> None:
        """Repaint the title line."""
        self.refresh(Region(0, 0, self.size.width, self.TITLE_ROWS))

    def render_line(self, y: int) -> Strip:
        """One painted row of the pane."""
        width, theme = self.size.width, self.app.theme
        if y < self.TITLE_ROWS:
            strip = paint_line(self.title_line(width), width, theme)
        else:
            index = self.top + y - self.TITLE_ROWS
            strip = paint_line(self.line(index, width) if index < self.count_lines() else (), width, theme)
        return put_letters(strip, {cell: text for (row, cell), text in self.letters.items() if row == y})

    def show_letters(self, letters: Mapping[tuple[int, int], str]) -> None:
        """Show letters to type, or none; only their lines are painted again."""
        changed = {row for row, _ in (*self.letters, *letters)}
        self.letters = letters
        if changed:
            self.refresh(*(Region(0, row, self.size.width, 1) for row in changed))

    def on_resize(self, event: events.Resize) -> None:
        """Leave no room empty under the last line."""
        self.fit_room()

    def fit_room(self) -> None:
        """Scroll no further than there are lines for the room there is now."""
        self.scroll_to_line(self.top)

    def on_focus(self) -> None:
        """Show that this pane has the keys now."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that another pane has the keys now."""
        self.refresh()

"""One widget that shows lines and repaints only those that changed."""

from itertools import zip_longest

from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from sahel_tui.present.runs import Line
from sahel_tui.tui.letters import Letters
from sahel_tui.tui.painting import paint_line, put_letters

_POINTED = Style(reverse=True)


class Canvas(Widget, can_focus=True):
    """Lines from the top; one stretch of one of them is shown reversed, as the cursor."""

    class Resized(Message):
        """There is other room for lines."""

    def __init__(self) -> None:
        super().__init__(id="compare")
        self._lines: tuple[Line, ...] = ()
        self._pointed: dict[int, tuple[int, int]] = {}
        self._letters: dict[tuple[int, int], str] = {}

    def on_resize(self, event: events.Resize) -> None:
        """Have everything set anew for the room there is."""
        self.post_message(self.Resized())

    def show(self, lines: tuple[Line, ...], row: int = -1, cell: tuple[int, int] = (0, 0)) -> None:
        """Show `lines`, the cells `cell` of line `row` reversed."""
        pointed = {row: cell} if row >= 0 and cell[0] < cell[1] else {}
        old, self._lines = self._lines, lines
        before, self._pointed = self._pointed, pointed
        changed = [
            number
            for number, (was, now) in enumerate(zip_longest(old, lines, fillvalue=None))
            if was != now or before.get(number) != pointed.get(number)
        ]
        if changed:
            self.refresh(*(Region(0, number, self.size.width, 1) for number in changed))

    def show_letters(self, letters: Letters) -> None:
        """Show letters over the lines, each before the cell its target begins at; those shown before go."""
        found = letters.within(self.id or "")
        changed = {line for line, _ in (*self._letters, *found)}
        self._letters = found
        self.refresh(*(Region(0, line, self.size.width, 1) for line in changed))

    def render_line(self, y: int) -> Strip:
        """One painted line."""
        width = self.size.width
        strip = paint_line(self._lines[y] if y < len(self._lines) else (), width, self.app.theme)
        if y in self._pointed:
            start, end = self._pointed[y]
            middle = strip.crop(start, end)
            strip = Strip.join([strip.crop(0, start), middle.apply_style(_POINTED), strip.crop(end, width)])
        return put_letters(strip, {start: text for (line, start), text in self._letters.items() if line == y})

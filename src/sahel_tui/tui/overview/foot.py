"""The lines under a pane that say more about the line with the cursor."""

from itertools import zip_longest

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from sahel_tui.present.runs import Line
from sahel_tui.tui.painting import paint_line


class Foot(Widget):
    """A rule, and lines of which only those that changed are painted again."""

    def __init__(self) -> None:
        super().__init__(id="foot")
        self._lines: tuple[Line, ...] = ()

    def show(self, lines: tuple[Line, ...]) -> None:
        """Show `lines` under the rule."""
        old, self._lines = self._lines, lines
        changed = [n for n, (was, now) in enumerate(zip_longest(old, lines)) if was != now]
        if changed:
            self.refresh(*(Region(0, number + 1, self.size.width, 1) for number in changed))

    def render_line(self, y: int) -> Strip:
        """One painted row."""
        width = self.size.width
        if y == 0:
            return paint_line((("─" * width, "muted"),), width, self.app.theme)
        return paint_line(self._lines[y - 1] if y <= len(self._lines) else (), width, self.app.theme)

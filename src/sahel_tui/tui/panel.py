"""A panel at the foot of the screen, over whatever it is about."""

from collections.abc import Callable, Iterator

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from sahel_tui.present.runs import Line, align_ends
from sahel_tui.present.text import cell_width, fit_parts, visible
from sahel_tui.tui.page import TextPane, TextScreen

MARGIN = 2
LEAST_BESIDE = 36
"""Narrower than this there is no room for two columns, and the title is a short one."""
MOST_TEXT = 96

SetLines = Callable[[int], Iterator[Line]]
"""The lines of a panel of this width."""


def indent_lines(lines: Iterator[Line]) -> Iterator[Line]:
    """The lines behind the margin of a panel."""
    yield from (((" " * MARGIN, ""), *line) for line in lines)


class PanelPane(TextPane):
    """Lines set for the width there is, under a rule with a title."""

    DEFAULT_CSS = "PanelPane { dock: bottom; width: 100%; }"

    def __init__(self, name: str, titles: tuple[str, str], set_lines: SetLines) -> None:
        """`titles`: the whole one, and one for where there is no room for it."""
        super().__init__(name)
        self._titles = titles
        self._set_lines = set_lines
        self._lines: tuple[Line, ...] = ()

    def fit(self, width: int, height: int) -> None:
        """Take as many lines of a screen of this size as there are to show, and leave some for what is below."""
        self._lines = tuple(self._set_lines(width))
        most = max(3, height - max(2, height // 4))
        self.styles.height = min(len(self._lines) + self.TITLE_ROWS, most)

    def title_line(self, width: int) -> Line:
        """A rule with the title, and how to leave."""
        title = f"─ {self._titles[width < LEAST_BESIDE]} "
        right = f" {fit_parts(visible(self.title_end()), max(0, width - 2 - cell_width(title)))}"
        rule = "─" * max(0, width - 1 - cell_width(title) - cell_width(right))
        return align_ends(((title, "heading"), (rule, "muted")), ((right, "muted"),), width - 1)

    def count_lines(self) -> int:
        """All of them."""
        return len(self._lines)

    def line(self, index: int, width: int) -> Line:
        """One of them."""
        return self._lines[index]


class PanelScreen(TextScreen, ModalScreen[None]):
    """The panel; the screen below stays as it is."""

    def __init__(self, pane: PanelPane, opened_by: str) -> None:
        super().__init__(pane, opened_by)
        self._panel = pane

    def compose(self) -> ComposeResult:
        """The panel alone."""
        self._panel.back = self.say_key("back")
        yield self._panel

    def on_mount(self) -> None:
        """Take the room the panel needs before it is first drawn."""
        self._panel.fit(*self.app.size)

    def on_resize(self, event: events.Resize) -> None:
        """Take the room there is now."""
        self._panel.fit(*self.app.size)

"""The quiet parts of the browse screen: the rule between panes, the key line, the word about a tiny terminal."""

from collections.abc import Sequence

from textual.strip import Strip
from textual.widget import Widget

from sahel_tui.present.runs import Line, Run
from sahel_tui.present.text import cell_width, fit_end, visible
from sahel_tui.tui.commands import say_key
from sahel_tui.tui.layout import LEAST_HEIGHT, LEAST_WIDTH
from sahel_tui.tui.painting import paint_line

Offer = tuple[str, str]
"""A key, and what it does in a word or two."""
_MARGIN = 2
_GAP = 3


class Rule(Widget):
    """One column between the list and what is read."""

    def render_line(self, y: int) -> Strip:
        """One cell of the rule."""
        return paint_line((("│", "muted"),), 1, self.app.theme)


class KeyLine(Widget):
    """The bottom line: what can be done here, now; or what has just been said."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._offers: tuple[Offer, ...] = ()
        self._said = ""

    def offer(self, offers: Sequence[Offer]) -> None:
        """Show keys and what they do, the most useful first."""
        if tuple(offers) != self._offers:
            self._offers = tuple(offers)
            self.refresh()

    def say(self, words: str) -> None:
        """Show one line instead of the keys; empty brings the keys back."""
        if words != self._said:
            self._said = words
            self.refresh()

    @property
    def said(self) -> str:
        """The line shown instead of the keys, or empty."""
        return self._said

    def render_line(self, y: int) -> Strip:
        """The keys that fit, or what was said."""
        width = self.size.width
        room = width - _MARGIN
        line: Line = ((fit_end(visible(self._said), room), ""),) if self._said else key_runs(self._offers, room)
        return paint_line(((" " * _MARGIN, ""), *line), width, self.app.theme)


def key_runs(offers: Sequence[Offer], width: int) -> Line:
    """As many `c compare` hints as fit; the last two (help and the way out) are always among them."""
    hints = [f"{say_key(key)} {words}" for key, words in offers]
    first, last = hints[:-2], hints[-2:]
    while first and _hints_width([*first, *last]) > width:
        first.pop()
    shown = [*first, *last]
    gap = _GAP if _hints_width(shown) <= width else 1
    runs: list[Run] = []
    for hint in shown:
        key, _, words = hint.partition(" ")
        runs += [(" " * gap if runs else "", ""), (key, ""), (f" {words}", "muted")]
    return tuple(runs)


def _hints_width(hints: Sequence[str]) -> int:
    return sum(cell_width(hint) for hint in hints) + _GAP * (len(hints) - 1)


class TooSmall(Widget):
    """What a terminal too small for any pane says."""

    def render_line(self, y: int) -> Strip:
        """How much room there is, and how much is needed."""
        width, height = self.app.size
        lines = (f"{width}×{height} is too small", f"needs {LEAST_WIDTH}×{LEAST_HEIGHT}", "Q quits")
        text = lines[y] if y < len(lines) else ""
        return paint_line(((fit_end(text, self.size.width), ""),), self.size.width, self.app.theme)

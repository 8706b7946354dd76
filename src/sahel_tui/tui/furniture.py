"""The quiet parts of the browse screen: the rule between panes, the key line, the word about a tiny terminal."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from textual.strip import Strip
from textual.widget import Widget

from sahel_tui.present.runs import Line, Run
from sahel_tui.present.text import cell_width, fit_end, visible
from sahel_tui.tui.layout import LEAST_HEIGHT, LEAST_WIDTH
from sahel_tui.tui.painting import paint_line

if TYPE_CHECKING:
    from sahel_tui.tui.keyed import KeyedApp

Offer = tuple[str, str]
"""A key as a reader knows it, and what it does in a word or two."""
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
    first, last = list(offers[:-2]), offers[-2:]
    while first and _offers_width([*first, *last]) > width:
        first.pop()
    shown = [*first, *last]
    gap = _GAP if _offers_width(shown) <= width else 1
    runs: list[Run] = []
    for key, words in shown:
        runs += [(" " * gap if runs else "", ""), (key, ""), (f" {words}", "muted")]
    return tuple(runs)


def _offers_width(offers: Sequence[Offer]) -> int:
    return sum(cell_width(f"{key} {words}") for key, words in offers) + _GAP * (len(offers) - 1)


class TooSmall(Widget):
    """What a terminal too small for any pane says."""

    def render_line(self, y: int) -> Strip:
        """How much room there is, and how much is needed."""
        width, height = self.app.size
        quits = cast("KeyedApp", self.app).keymap.say("browse", "quit")
        lines = (f"{width}×{height} is too small", f"needs {LEAST_WIDTH}×{LEAST_HEIGHT}", f"{quits} quits")
        text = lines[y] if y < len(lines) else ""
        return paint_line(((fit_end(text, self.size.width), ""),), self.size.width, self.app.theme)


def say_note(notices: Sequence[str], refused: int, key: str) -> str:
    """One line about a library with notices or with so many files that were not read; `key` shows all of it.

    >>> say_note((), 2, "!"), say_note(("no colours here",), 0, "!"), say_note((), 0, "!")
    ('2 files not read · ! says why', 'no colours here · !', '')
    """
    if refused:
        return f"{refused} file{'s' if refused > 1 else ''} not read · {key} says why"
    return f"{notices[0]} · {key}" if notices else ""

"""The quiet parts of the browse screen: the rule between panes, the key line, the word about a tiny terminal."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from textual.strip import Strip
from textual.widget import Widget

from sahel_tui.documents import Refusal
from sahel_tui.present.runs import Line
from sahel_tui.present.text import fit_end, fit_parts, visible
from sahel_tui.tui.key_hints import Offer, key_runs
from sahel_tui.tui.layout import LEAST_HEIGHT, LEAST_WIDTH
from sahel_tui.tui.painting import paint_line

if TYPE_CHECKING:
    from sahel_tui.tui.keyed import KeyedApp

_MARGIN = 2


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

    @property
    def room(self) -> int:
        """Cells for what is said."""
        return self.size.width - _MARGIN

    def render_line(self, y: int) -> Strip:
        """The keys that fit, or what was said."""
        width, room = self.size.width, self.room
        line: Line = ((fit_parts(visible(self._said), room), ""),) if self._said else key_runs(self._offers, room)
        return paint_line(((" " * _MARGIN, ""), *line), width, self.app.theme)


class TooSmall(Widget):
    """What a terminal too small for any pane says."""

    def render_line(self, y: int) -> Strip:
        """How much room there is, and how much is needed."""
        width, height = self.app.size
        quits = cast("KeyedApp", self.app).keymap.say("browse", "quit")
        lines = (f"{width}×{height} is too small", f"needs {LEAST_WIDTH}×{LEAST_HEIGHT}", f"{quits} quits")
        text = lines[y] if y < len(lines) else ""
        return paint_line(((fit_end(text, self.size.width), ""),), self.size.width, self.app.theme)


def say_note(notices: Sequence[str], refusals: Sequence[Refusal], key: str) -> str:
    """One line about a library with notices or with files that were not read; `key` shows all of it.

    >>> say_note(("no colours here",), (), "!"), say_note((), (), "!")
    ('no colours here · ! tells more', '')
    """
    refused = len(refusals)
    if refused:
        return f"{refused} file{'s' if refused > 1 else ''} not read · {key} says why"
    return f"{notices[0]} · {key} tells more" if notices else ""

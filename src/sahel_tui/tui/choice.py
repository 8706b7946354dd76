"""A few things to choose from by one letter, at the foot of the screen."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

from sahel_tui.dataclass import dataclass
from sahel_tui.present.glyphs import CURSOR
from sahel_tui.present.runs import Line
from sahel_tui.present.text import fit_end, visible
from sahel_tui.tui.commands import say_key
from sahel_tui.tui.keyed import is_alt, name_key
from sahel_tui.tui.painting import paint_line

_FRAME = 2
"""Lines of the title and of the keys."""
_LABELS = 10
_MOST_SHOWN = 400
"""Characters at each end of a text that are looked at to show these ends."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose."""

    key: str
    label: str
    text: str
    """What it is, as far as there is room."""


class ChoiceScreen(ModalScreen[str | None]):
    """Leaves with the key of what was chosen, or None; `again` is a key that chooses what the cursor is on."""

    def __init__(self, title: str, choices: Sequence[Choice], again: str) -> None:
        super().__init__()
        self._lines = ChoiceLines(title, choices, again)
        self._choices = {choice.key: choice for choice in choices}
        self._again = again

    def compose(self) -> ComposeResult:
        """The lines at the foot."""
        yield self._lines

    def take_key(self, event: events.Key) -> bool:
        """Use every key: choosing or leaving."""
        if is_alt(event):
            return False
        letter = event.character or event.key
        if letter in self._choices:
            self.dismiss(letter)
        elif event.key == "enter" or letter == self._again:
            self.dismiss(self._lines.chosen.key)
        elif event.key in ("escape", "ctrl+c") or letter == "q":
            self.dismiss(None)
        elif event.key in ("down", "tab", "j"):
            self._lines.move(1)
        elif event.key in ("up", "shift+tab", "k"):
            self._lines.move(-1)
        else:
            self._lines.refuse(say_key(name_key(event)))
        return True


class ChoiceLines(Widget):
    """A rule with the title, the choices, and how to choose."""

    DEFAULT_CSS = "ChoiceLines { dock: bottom; width: 100%; }"

    def __init__(self, title: str, choices: Sequence[Choice], again: str) -> None:
        super().__init__()
        self._title = title
        self._choices = tuple(choices)
        self._again = again
        self._cursor = 0
        self._refused = ""

    @property
    def chosen(self) -> Choice:
        """The choice under the cursor."""
        return self._choices[self._cursor]

    def on_mount(self) -> None:
        """Take as many lines as there are."""
        self.styles.height = min(len(self._choices) + _FRAME, self.app.size.height)

    def move(self, step: int) -> None:
        """Move the cursor, round the end to the beginning."""
        self._cursor, self._refused = (self._cursor + step) % len(self._choices), ""
        self.refresh()

    def refuse(self, key: str) -> None:
        """Say that a key chooses nothing."""
        self._refused = f"{key} is none of these · "
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One painted row."""
        width, theme = self.size.width, self.app.theme
        return paint_line(self._line(y, width), width, theme)

    def _line(self, y: int, width: int) -> Line:
        if y == 0:
            title = f"─ {self._title} "
            return ((title, "heading"), ("─" * max(0, width - len(title)), "muted"))
        if y > len(self._choices):
            return ((f"  {self._refused}", ""), ("letter or Enter chooses · Esc leaves", "muted"))
        choice = self._choices[y - 1]
        here = y - 1 == self._cursor
        keys = f"{choice.key} {self._again}" if here else choice.key
        label = f"{CURSOR if here else ' '} {keys:<4}{choice.label:<{_LABELS}}"
        text = _flatten(choice.text)
        return ((label, "focus"), (fit_end(text, max(0, width - len(label) - 1)), ""))


def _flatten(text: str) -> str:
    """A text on one line, as much of a long one as may be shown."""
    return " ".join(visible(text[:_MOST_SHOWN]).split())

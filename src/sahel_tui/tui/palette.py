"""The command palette: every command that can be done now, found by its words, at the foot of the screen."""

from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

from sahel_tui.dataclass import dataclass
from sahel_tui.present.glyphs import CURSOR
from sahel_tui.present.hits import find_hits
from sahel_tui.present.runs import Line, align_ends, tag_spans
from sahel_tui.present.text import cell_width, fit_end, visible
from sahel_tui.tui.keyed import is_alt
from sahel_tui.tui.line_edit import LineEdit
from sahel_tui.tui.painting import mark_cells, paint_line

_MOST_ROWS = 10
_PROMPT = "  : "


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing the palette can do."""

    words: str
    keys: str
    """As a reader knows them; empty for what has none."""
    action: str
    """Its name in the keymap of the screen below."""
    hindered: str = ""
    """Why it can do nothing here and now, in two words; the screen says it in more."""
    also: str = ""
    """Other words it is found by."""

    @property
    def all_words(self) -> str:
        """What it says, then its other words."""
        return f"{self.words} · {self.also}"


def find_entries(entries: Sequence[Entry], typed: str) -> list[Entry]:
    """The entries in whose words every typed word begins one; first what can be done, and what says it the soonest.

    What only its other words find comes behind what is called so.

    >>> entries = [Entry("Mark and compare", "Space", ""), Entry("Compare", "c", "")]
    >>> [entry.words for entry in find_entries(entries, "com")]
    ['Compare', 'Mark and compare']
    """
    words = typed.split()
    matching = [entry for entry in entries if all(find_hits(entry.all_words, [word]) for word in words)]
    return sorted(matching, key=lambda one: (bool(one.hindered), find_hits(one.all_words, words)[0][0] if words else 0))


class PaletteScreen(ModalScreen[str | None]):
    """Leaves with the action chosen, or None; the screen below stays as it is."""

    def __init__(self, entries: Sequence[Entry], help_key: str) -> None:
        super().__init__()
        self._lines = PaletteLines(entries, help_key)
        self._keys: dict[str, Callable[[], None]] = {
            "escape": lambda: self._leave(None),
            "ctrl+c": lambda: self._leave(None),
            "enter": lambda: self._leave(self._lines.chosen),
            "down": lambda: self._lines.move(1),
            "tab": lambda: self._lines.move(1),
            "up": lambda: self._lines.move(-1),
            "shift+tab": lambda: self._lines.move(-1),
        }

    def compose(self) -> ComposeResult:
        """The lines at the foot."""
        yield self._lines

    def take_key(self, event: events.Key) -> bool:
        """Use every key: typing, choosing or leaving."""
        if is_alt(event):
            return False
        if event.key in self._keys:
            self._keys[event.key]()
        else:
            self._lines.take_key(event)
        return True

    def _leave(self, entry: Entry | None) -> None:
        self.dismiss(entry.action if entry else None)


class PaletteLines(Widget):
    """A rule, the entries found, and the line they are searched with."""

    def __init__(self, entries: Sequence[Entry], help_key: str) -> None:
        super().__init__()
        self._entries = tuple(entries)
        self._help_key = help_key
        self._edit = LineEdit()
        self._cursor = 0

    @property
    def _found(self) -> list[Entry]:
        return find_entries(self._entries, self._edit.text)

    @property
    def chosen(self) -> Entry | None:
        """The entry under the cursor."""
        return self._found[self._cursor] if self._found else None

    def on_mount(self) -> None:
        """Take the lower part of the screen."""
        self.styles.height = min(_MOST_ROWS + 2, max(3, self.app.size.height // 2))

    def move(self, step: int) -> None:
        """Move the cursor, round the end to the beginning."""
        self._cursor = (self._cursor + step) % max(1, len(self._found))
        self.refresh()

    def take_key(self, event: events.Key) -> None:
        """Type or edit."""
        typed = event.character if event.is_printable else None
        edited = self._edit.insert(typed) if typed else self._edit.press(event.key)
        if edited is not None:
            self._edit, self._cursor = edited, 0
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One painted row."""
        width, rows, theme = self.size.width, self.size.height - 2, self.app.theme
        if y == 0:
            return paint_line((("─" * width, "muted"),), width, theme)
        if y > rows:
            return self._paint_prompt(width, theme)
        found = self._found
        if not found and y == 1:
            nothing = f"  no command has these words; {self._help_key} lists them all"
            return paint_line(((nothing, "muted"),), width, theme)
        index = max(0, self._cursor - rows + 1) + y - 1
        return paint_line(self._entry_line(found[index], index, width) if index < len(found) else (), width, theme)

    def _entry_line(self, entry: Entry, index: int, width: int) -> Line:
        keys = f"{entry.hindered}  {entry.keys}" if entry.hindered else entry.keys
        words = fit_end(visible(entry.words), width - cell_width(keys) - 6)
        bar = CURSOR if index == self._cursor else " "
        shown = tag_spans(words, find_hits(words, self._edit.text.split()), "claim", "muted" if entry.hindered else "")
        return align_ends(((f"{bar} ", "focus"), *shown), ((keys, "muted"),), width - 1)

    def _paint_prompt(self, width: int, theme: str) -> Strip:
        text, cursor = self._edit.window(max(1, width - len(_PROMPT) - 1))
        start = len(_PROMPT) + cell_width(text[:cursor])
        strip = paint_line(((_PROMPT, "focus"), (visible(text), ""), (" ", "")), width, theme)
        return mark_cells(strip, start, start + max(1, cell_width(text[cursor : cursor + 1])))

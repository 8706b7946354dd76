"""The search line under the list: every letter is a search, Enter keeps it, Esc and Ctrl+c lead back."""

from collections.abc import Callable
from typing import Protocol

from textual import events
from textual.strip import Strip
from textual.widget import Widget

from sahel_tui.present.runs import Line, align_ends
from sahel_tui.present.text import cell_width, visible
from sahel_tui.tui.keyed import is_alt
from sahel_tui.tui.line_edit import LineEdit
from sahel_tui.tui.painting import mark_cells, paint_line
from sahel_tui.tui.search_history import SearchHistory

_PROMPT = "/ "


class Searching(Protocol):
    """What the search line asks for, called at once: keys typed ahead must find the focus where they left it."""

    def change_query(self, query: str) -> None:
        """Another text stands in the line."""

    def keep_query(self) -> None:
        """Enter: the list stays as it is."""

    def drop_query(self) -> None:
        """Esc: back to where the reader was."""

    def take_suggestion(self) -> None:
        """Tab: search for what was probably meant."""

    def move_list(self, lines: int) -> bool:
        """An arrow key: move the list's cursor; whether it could."""


class SearchLine(Widget, can_focus=True):
    """One line to type in; it knows nothing of the list.

    Down goes into the list, Up back out of it and on to earlier searches.
    """

    def __init__(self, searching: Searching, history: SearchHistory, id: str | None = None) -> None:
        super().__init__(id=id)
        self._history = history
        self._searching = searching
        self.edit = LineEdit()
        self._kept = False
        """Whether the text is that of an earlier search, which the first letter replaces."""
        self._down = 0
        """How far the reader has gone down into the list since the last letter."""
        self.remark = ""
        """Said at the right end: how many events were found."""
        self._keys: dict[str, Callable[[], None]] = {
            "enter": searching.keep_query,
            "escape": searching.drop_query,
            "ctrl+c": searching.drop_query,
            "tab": searching.take_suggestion,
        }
        self._arrows: dict[str, Callable[[], None]] = {"up": self._go_up, "down": self._go_down}

    @property
    def query_text(self) -> str:
        """What has been typed."""
        return self.edit.text

    def put(self, text: str) -> None:
        """Replace what has been typed, without telling anybody."""
        self.edit = LineEdit(text, len(text))
        self.refresh()

    def begin(self) -> None:
        """A new search: what stands here gives way to the first letter, unless it is edited."""
        self._kept = bool(self.edit.text)
        self._down = 0
        self.refresh()

    def say(self, remark: str) -> None:
        """Change the remark at the right end."""
        if remark != self.remark:
            self.remark = remark
            self.refresh()

    def take_key(self, event: events.Key) -> bool:
        """Use a key for typing or moving, at once, so that keys typed ahead keep their order; whether it was used."""
        if is_alt(event):
            return False
        if event.key in self._arrows:
            self._arrows[event.key]()
            return True
        self._history.stop()
        self._down = 0
        if event.key in self._keys:
            self._kept = False
            self._keys[event.key]()
            return True
        typed = event.character if event.is_printable else None
        edited = self._insert(typed) if typed else self.edit.press(event.key)
        if edited is None:
            return False
        self._replace(edited)
        return True

    def _go_up(self) -> None:
        if self._down:
            self._down -= 1
            self._searching.move_list(-1)
            return
        earlier = self._history.earlier("" if self._kept else self.edit.text)
        if earlier is not None:
            self._replace(LineEdit(earlier, len(earlier)))

    def _go_down(self) -> None:
        if self._history.walking:
            later = self._history.later()
            self._replace(LineEdit(later, len(later)))
        else:
            self._kept = False
            self._down += self._searching.move_list(1)

    def on_paste(self, event: events.Paste) -> None:
        """Take the first line of what was pasted."""
        event.stop()
        self._replace(self._insert(event.text.strip().partition("\n")[0]))

    def _insert(self, typed: str) -> LineEdit:
        return (LineEdit() if self._kept else self.edit).insert(typed)

    def _replace(self, edited: LineEdit) -> None:
        self._kept = False
        changed = edited.text != self.edit.text
        self.edit = edited
        self.refresh()
        if changed:
            self._searching.change_query(edited.text)

    def render_line(self, y: int) -> Strip:
        """The prompt, what was typed with the cursor in it, and the remark."""
        width, theme = self.size.width, self.app.theme
        if not self.has_focus and not self.edit.text:
            return paint_line(((f"  {_PROMPT}search", "muted"),), width, theme)
        room = max(1, width - len(_PROMPT) - 3)
        typed, cursor = self.edit.window(room)
        text = visible(typed)
        start = 2 + len(_PROMPT) + (0 if self._kept else cell_width(text[:cursor]))
        line: Line = ((f"  {_PROMPT}", "focus" if self.has_focus else "muted"), (text, ""), (" ", ""))
        free = width - len(_PROMPT) - 3 - cell_width(text)
        remark = visible(self.remark) if cell_width(self.remark) + 3 <= free else ""
        strip = paint_line(align_ends(line, ((remark, "muted"),) if remark else (), width - 1), width, theme)
        here = max(1, cell_width(text if self._kept else text[cursor : cursor + 1]))
        return mark_cells(strip, start, start + here) if self.has_focus else strip

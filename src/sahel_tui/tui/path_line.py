"""A line at the foot of the screen to name a file or folder in."""

import itertools
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

from sahel_tui.present.runs import align_ends
from sahel_tui.present.text import cell_width, visible
from sahel_tui.tui.line_edit import LineEdit
from sahel_tui.tui.painting import mark_cells, paint_line

Refuse = Callable[[Path, bool], str]
"""What is wrong with a path, empty when it will do; the second is whether it was refused already and meant again."""


class PathScreen(ModalScreen[Path | None]):
    """Leaves with the path typed, or None; the screen below stays as it is."""

    def __init__(self, prompt: str, hint: str, refuse: Refuse, start: str = "") -> None:
        super().__init__()
        self._line = PathLine(prompt, hint, start)
        self._refuse = refuse
        self._refused: Path | None = None
        self._keys: dict[str, Callable[[], None]] = {
            "escape": lambda: self._leave(None),
            "ctrl+c": lambda: self._leave(None),
            "enter": lambda: self._leave(self._line.path),
            "tab": self._line.complete,
        }

    def compose(self) -> ComposeResult:
        """The line at the foot."""
        yield self._line

    def take_key(self, event: events.Key) -> bool:
        """Use every key: typing, completing or leaving."""
        if event.key in self._keys:
            self._keys[event.key]()
        else:
            self._line.take_key(event)
        return True

    def on_paste(self, event: events.Paste) -> None:
        """Take the first line of what was pasted."""
        event.stop()
        self._line.insert(event.text.strip().partition("\n")[0])

    def _leave(self, path: Path | None) -> None:
        wrong = self._refuse(path, path == self._refused) if path else ""
        if wrong:
            self._refused = path
            self._line.refuse(wrong)
        else:
            self.dismiss(path)


class PathLine(Widget):
    """The line a path is typed in."""

    def __init__(self, prompt: str, hint: str, start: str) -> None:
        super().__init__()
        self._prompt = prompt
        self._hint = self._remark = hint
        self._edit = LineEdit(start, len(start))

    @property
    def path(self) -> Path | None:
        """What is typed, with `~` as the home; None while nothing is."""
        return Path(os.path.expanduser(self._edit.text)) if self._edit.text.strip() else None

    def insert(self, text: str) -> None:
        """Type `text`."""
        self._take(self._edit.insert(text))

    def take_key(self, event: events.Key) -> None:
        """Type or edit."""
        typed = event.character if event.is_printable else None
        self._take(self._edit.insert(typed) if typed else self._edit.press(event.key))

    def complete(self) -> None:
        """Go on as far as all names there are that begin like this go together."""
        completed = complete_path(self._edit.text)
        self._take(LineEdit(completed, len(completed)))

    def refuse(self, remark: str) -> None:
        """Say what is wrong with the path."""
        self._take(self._edit, remark)

    def _take(self, edited: LineEdit | None, remark: str = "") -> None:
        if edited is not None:
            self._edit, self._remark = edited, remark or self._hint
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """A rule, and the line under it."""
        width, theme = self.size.width, self.app.theme
        if y == 0:
            return paint_line((("─" * width, "muted"),), width, theme)
        text, cursor = self._edit.window(max(1, width - len(self._prompt) - 1))
        start = len(self._prompt) + cell_width(visible(text[:cursor]))
        free = width - len(self._prompt) - cell_width(visible(text)) - 3
        remark = self._remark if cell_width(self._remark) <= free else ""
        line = align_ends(((self._prompt, "focus"), (visible(text), ""), (" ", "")), ((remark, "muted"),), width - 1)
        return mark_cells(paint_line(line, width, theme), start, start + 1)


def complete_path(typed: str) -> str:
    """`typed` with what all matching names share; a folder with its slash."""
    folder, _, start = typed.rpartition("/")
    place = os.path.expanduser(f"{folder}/" if "/" in typed else ".")
    try:
        names = [f"{one.name}/" if one.is_dir() else one.name for one in os.scandir(place)]
    except OSError:
        return typed
    matching = [name for name in names if name.startswith(start) and (start or not name.startswith("."))]
    return typed + find_shared(matching)[len(start) :] if matching else typed


def find_shared(names: Sequence[str]) -> str:
    """The beginning that all names share.

    >>> find_shared(["notes/", "notes-2023.txt"])
    'notes'
    """
    first, last = min(names), max(names)
    same = (one == other for one, other in zip(first, last, strict=False))
    return first[: sum(itertools.takewhile(bool, same))]

"""A line at the foot of the screen to name a file or folder in."""

import itertools
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from sahel_tui.present.text import visible
from sahel_tui.tui.foot_line import FootLine
from sahel_tui.tui.line_edit import LineEdit

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
            "enter": self._finish,
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

    def _finish(self) -> None:
        if self._line.path:
            self._leave(self._line.path)
        else:
            self._line.refuse("nothing is typed · Esc leaves")

    def _leave(self, path: Path | None) -> None:
        wrong = self._refuse(path, path == self._refused) if path else ""
        if wrong:
            self._refused = path
            self._line.refuse(wrong)
        else:
            self.dismiss(path)


class PathLine(FootLine):
    """The line a path is typed in."""

    @property
    def path(self) -> Path | None:
        """What is typed, with `~` as the home; None while nothing is."""
        return Path(os.path.expanduser(self.text)) if self.text.strip() else None

    def complete(self) -> None:
        """Go on as far as all names there are that begin like this go together; list these names."""
        names = list_matching(self.text)
        added = find_shared(names)[len(self.text.rpartition("/")[2]) :] if names else ""
        completed = self.text + added
        listed = f"{len(names)} names: {', '.join(map(visible, names))}"
        remark = listed if len(names) > 1 else "" if names else "no name begins so"
        self.take(LineEdit(completed, len(completed)), remark)


def list_matching(typed: str) -> list[str]:
    """The names in the folder typed so far that begin like what is typed behind it; folders with their slash."""
    folder, _, start = typed.rpartition("/")
    place = os.path.expanduser(f"{folder}/" if "/" in typed else ".")
    try:
        names = [f"{one.name}/" if one.is_dir() else one.name for one in os.scandir(place)]
    except OSError:
        return []
    return sorted(name for name in names if name.startswith(start) and (start or not name.startswith(".")))


def find_shared(names: Sequence[str]) -> str:
    """The beginning that all names share.

    >>> find_shared(["notes/", "notes-2023.txt"])
    'notes'
    """
    first, last = min(names), max(names)
    same = (one == other for one, other in zip(first, last, strict=False))
    return first[: sum(itertools.takewhile(bool, same))]

"""The line a note is typed in: what was typed is on disk when the reader leaves it."""

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from sahel_tui.tui.foot_line import FootLine

Keep = Callable[[str], str]
"""Writes a note down; what went wrong, or empty."""
_HINT = "Enter keeps, Esc leaves"


class NoteScreen(ModalScreen[str | None]):
    """One note; the screen below stays as it is. Emptied, it is taken away. Leaves with what is noted now, or None."""

    def __init__(self, about: str, text: str, keep: Keep) -> None:
        super().__init__()
        self._line = FootLine("  note: ", _HINT, text, about)
        self._before = text
        self._keep = keep
        self._done = False
        self._warned = False
        """Whether the last key would have dropped what is typed: other programs end with it, and it is soon pressed."""

    def compose(self) -> ComposeResult:
        """The line at the foot."""
        yield self._line

    def take_key(self, event: events.Key) -> bool:
        """Use every key: typing, keeping or leaving."""
        if event.key == "enter":
            self._finish()
        elif event.key == "ctrl+c" and self._text != self._before and not self._warned:
            self._warned = True
            self._line.refuse("not kept yet: Enter keeps it, Ctrl+c again drops it")
        elif event.key in ("escape", "ctrl+c"):
            self._done = True
            self.dismiss(None)
        else:
            self._warned = False
            self._line.take_key(event)
        return True

    def on_paste(self, event: events.Paste) -> None:
        """Take what was pasted as one line."""
        event.stop()
        self._line.insert(" ".join(event.text.split()))

    def on_unmount(self) -> None:
        """Keep what was typed when the terminal is lost in the middle of a note."""
        if not self._done and self._text != self._before:
            self._keep(self._text)

    @property
    def _text(self) -> str:
        return " ".join(self._line.text.split())

    def _finish(self) -> None:
        """Leave once the note is on disk; while it cannot be written, the reader still has it here."""
        if not self._text and not self._before:
            self._line.refuse("nothing is typed · Esc leaves")
            return
        wrong = self._keep(self._text) if self._text != self._before else ""
        if wrong:
            self._line.refuse(wrong)
        else:
            self._done = True
            self.dismiss(self._text if self._text != self._before else None)

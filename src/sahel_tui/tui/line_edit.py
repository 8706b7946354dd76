"""A line of text being typed, with a cursor: every change is a new value."""

from collections.abc import Callable

from sahel_tui.dataclass import dataclass, replace


@dataclass(frozen=True, slots=True)
class LineEdit:
    """What has been typed, and before which of its characters the cursor stands."""

    text: str = ""
    cursor: int = 0

    def insert(self, typed: str) -> "LineEdit":
        """With `typed` put in at the cursor.

        >>> LineEdit("dibe", 2).insert("a")
        LineEdit(text='diabe', cursor=3)
        """
        return LineEdit(self.text[: self.cursor] + typed + self.text[self.cursor :], self.cursor + len(typed))

    def press(self, key: str) -> "LineEdit | None":
        """After an editing key; None when the key edits nothing."""
        change = _KEYS.get(key)
        return change(self) if change else None

    def window(self, width: int) -> tuple[str, int]:
        """The stretch of at most `width` characters around the cursor, and the cursor's place in it."""
        start = max(0, self.cursor - width + 1)
        return self.text[start : start + width], self.cursor - start

    def _cut(self, start: int, end: int) -> "LineEdit":
        start = max(0, start)
        return LineEdit(self.text[:start] + self.text[end:], start)

    def _move(self, cursor: int) -> "LineEdit":
        return replace(self, cursor=max(0, min(cursor, len(self.text))))

    def _word_start(self) -> int:
        return self.text[: self.cursor].rstrip().rfind(" ") + 1


_KEYS: dict[str, Callable[[LineEdit], LineEdit]] = {
    "backspace": lambda edit: edit._cut(edit.cursor - 1, edit.cursor),
    "ctrl+h": lambda edit: edit._cut(edit.cursor - 1, edit.cursor),
    "delete": lambda edit: edit._cut(edit.cursor, edit.cursor + 1),
    "ctrl+w": lambda edit: edit._cut(edit._word_start(), edit.cursor),
    "ctrl+u": lambda edit: edit._cut(0, edit.cursor),
    "ctrl+k": lambda edit: edit._cut(edit.cursor, len(edit.text)),
    "left": lambda edit: edit._move(edit.cursor - 1),
    "right": lambda edit: edit._move(edit.cursor + 1),
    "home": lambda edit: edit._move(0),
    "end": lambda edit: edit._move(len(edit.text)),
}

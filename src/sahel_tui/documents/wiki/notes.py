"""Footnotes of a page: one number a note, however often it is cited."""

import re

_NAME = re.compile(
    r"""\bname\s{0,3}=\s{0,3}(?:"([^"<>]{1,200})"|'([^'<>]{1,200})'|([^\s"'<>/]{1,200}))""", re.IGNORECASE
)


class Notes:
    """The footnotes in the order in which their marks come."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._contents: list[str] = []
        self._names: list[str] = []

    def mark(self, attributes: str, content: str | None) -> str:
        """The mark of a `<ref …>`; a named note keeps its number, and the first content it is given."""
        found = _NAME.search(attributes)
        name = next((name for name in found.groups() if name), "").strip() if found else ""
        return self.cite(name, content or "")

    def cite(self, name: str, content: str = "") -> str:
        """The mark of the note called `name`, or of a new one without a name."""
        number = self._numbers.get(name, 0) if name else 0
        if not number:
            self._contents.append("")
            self._names.append(name)
            number = len(self._contents)
            if name:
                self._numbers[name] = number
        if content.strip() and not self._contents[number - 1]:
            self._contents[number - 1] = content
        return f"[{number}]"

    def __len__(self) -> int:
        return len(self._contents)

    def __getitem__(self, number: int) -> str:
        """The content of note `number`, 1 for the first; its name when the page never says what it is."""
        return self._contents[number - 1] or self._names[number - 1]

"""What is said when a text cannot be read."""

from sahel_tui.dataclass import dataclass


class DocumentError(ValueError):
    """A text that is no document, in one line: what is wrong, where, and what to do."""

    def __init__(self, name: str, reason: str, advice: str, line: int | None = None) -> None:
        where = f"{name}, line {line}" if line else name
        super().__init__(f"{where}: {reason}; {advice}")
        self.name = name
        self.reason = reason
        self.advice = advice
        self.line = line


@dataclass(frozen=True, slots=True)
class Refusal:
    """One file that was not read; the files beside it are."""

    name: str
    """File name without folders."""
    path: str
    line: int | None
    """First line is 1; None when the whole file is meant."""
    reason: str
    advice: str

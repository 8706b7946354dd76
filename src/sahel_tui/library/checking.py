"""What would be read from files, as what, and all that is wrong with them; nothing is kept."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from sahel_tui.dataclass import dataclass
from sahel_tui.documents import Refusal, Trace, read_documents


@dataclass(frozen=True, slots=True)
class CheckedInput:
    """One file, or one file of an archive, that was read to its end."""

    path: str
    form: str
    """The format it was read as."""
    documents: int
    skipped: int
    """Pages that were left out on purpose."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """Something wrong in an input."""

    path: str
    line: int | None
    """First line is 1; None when the whole input is meant."""
    message: str
    refused: bool
    """Nothing was read from there; otherwise it only looks odd."""


Checked = CheckedInput | Complaint


def check_paths(paths: Sequence[Path], *, format: str | None = None, every_page: bool = False) -> Iterator[Checked]:
    """Every input with what it holds, and every complaint, in the order of reading."""
    for path in paths:
        trace = _Checker()
        for found in read_documents(path, format=format, every_page=every_page, trace=trace):
            yield from trace.take()
            if isinstance(found, Refusal):
                yield from trace.leave(found.path)
                yield Complaint(found.path, found.line, f"{found.reason}; {found.advice}", refused=True)
            else:
                trace.documents += 1
        yield from trace.take()
        yield from trace.end()


class _Checker(Trace):
    """Counts what belongs to the input at hand."""

    def __init__(self) -> None:
        self.documents = 0
        self._waiting: list[Checked] = []
        self._input: tuple[str, str] | None = None
        self._skipped = 0

    def on_input(self, path: str, form: str) -> None:
        """The input before this one has ended."""
        self._waiting.extend(self.end())
        self._input = (path, form)

    def on_skipped(self, path: str, count: int, reason: str) -> None:
        """Count them for the input at hand."""
        self._skipped += count

    def on_remark(self, path: str, line: int | None, message: str) -> None:
        """A complaint about what is read all the same."""
        self._waiting.append(Complaint(path, line, message, refused=False))

    def take(self) -> list[Checked]:
        """What was noted since the last call."""
        waiting, self._waiting = self._waiting, []
        return waiting

    def leave(self, path: str) -> Iterator[CheckedInput]:
        """The input at hand if `path` is another one: nothing more comes from it."""
        if self._input and self._input[0] != path:
            yield from self.end()

    def end(self) -> Iterator[CheckedInput]:
        """The input at hand, which has ended."""
        if self._input:
            yield CheckedInput(*self._input, self.documents, self._skipped)
        self._input, self.documents, self._skipped = None, 0, 0

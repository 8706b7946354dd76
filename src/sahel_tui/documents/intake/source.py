"""One stream of bytes with the name it goes by, its first bytes looked at before it is read."""

from collections.abc import Callable, Iterator
from typing import Protocol

from sahel_tui.documents.errors import Refusal
from sahel_tui.documents.intake.limits import Budget, InputError, LimitError
from sahel_tui.documents.intake.trace import Trace, Wanted

SNIFFED = 64 * 1024
"""Bytes that are looked at to recognise a format."""

CHUNK = 256 * 1024


class Readable(Protocol):
    """Anything bytes can be read from in order."""

    def read(self, size: int, /) -> bytes:
        """Up to `size` bytes; none at the end."""


class Source:
    """Bytes to be read once; what goes wrong while reading them is an InputError."""

    def __init__(
        self, stream: Readable, name: str, path: str, *, budget: Budget, wanted: Wanted, trace: Trace, depth: int = 0
    ) -> None:
        self.name = name
        """File name without folders, as it can be shown."""
        self.path = path
        """The whole way: folders, and the archives it stands in."""
        self.wanted = wanted
        self.trace = trace
        self.budget = budget
        self.depth = depth
        self._stream = stream
        self._ahead = b""
        self.start = self._peek()

    def read(self, size: int) -> bytes:
        """Up to `size` bytes; none at the end."""
        if self._ahead:
            taken, self._ahead = self._ahead[:size], self._ahead[size:]
            return taken
        return self._read_stream(size)

    def chunks(self) -> Iterator[bytes]:
        """All bytes in order, some hundred thousand at a time."""
        while chunk := self.read(CHUNK):
            yield chunk

    def read_all(self, most: int) -> bytes:
        """All bytes; raises InputError when there are more than `most`."""
        parts, size = [], 0
        for chunk in self.chunks():
            size += len(chunk)
            if size > most:
                raise InputError(f"it is larger than {most // 1024**2} MB", "split it into one file for each event")
            parts.append(chunk)
        return b"".join(parts)

    def refuse(self, reason: str, advice: str, line: int | None = None) -> Refusal:
        """A refusal of this source, or of one line of it."""
        return Refusal(self.name, self.path, line, reason, advice)

    def inside(self, stream: Readable, name: str, path: str | None = None) -> "Source":
        """A source that is packed in this one; raises LimitError when it is packed too deep."""
        depth = self.depth + 1
        self.budget.check_depth(depth)
        metered = Metered(stream, self.budget.take_bytes)
        return Source(
            metered, name, path or self.path, budget=self.budget, wanted=self.wanted, trace=self.trace, depth=depth
        )

    def _peek(self) -> bytes:
        start = b""
        while len(start) < SNIFFED and (more := self._read_stream(SNIFFED - len(start))):
            start += more
        self._ahead = start
        return start

    def _read_stream(self, size: int) -> bytes:
        try:
            return self._stream.read(size)
        except InputError:
            raise
        except Exception as error:
            # Every unpacker has errors of its own, from EOFError to RuntimeError; all mean the same to a reader.
            said = str(error) or type(error).__name__
            raise InputError(f"it is damaged or cannot be read ({said})", "get it again from where it came") from error


class Metered:
    """A stream that reports how much was read from it."""

    def __init__(self, stream: Readable, tell: Callable[[int], None]) -> None:
        self._stream = stream
        self._tell = tell

    def read(self, size: int, /) -> bytes:
        """Up to `size` bytes; raises LimitError when the budget is spent."""
        found = self._stream.read(size)
        self._tell(len(found))
        return found


__all__ = ["CHUNK", "SNIFFED", "InputError", "LimitError", "Metered", "Readable", "Source"]

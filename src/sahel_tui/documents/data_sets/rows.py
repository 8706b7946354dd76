"""A table of records, row by row: quotes and line ends inside cells, in memory that does not grow."""

import csv
from collections.abc import Iterable, Iterator

from sahel_tui.documents.data_sets.headers import find_delimiter
from sahel_tui.documents.data_sets.unread import UnreadRow
from sahel_tui.documents.errors import Refusal
from sahel_tui.documents.intake.lines import read_lines
from sahel_tui.documents.intake.source import Source
from sahel_tui.model import Document

LONGEST_LINE = 1024 * 1024
"""Bytes; a row of a data set has a few thousand."""

Row = tuple[int, list[str]]
"""The line a row begins on, 1 for the first, and its cells."""


def read_rows(source: Source) -> Iterator[Row | Refusal]:
    """The rows of a table in order, the header among them; what cannot be cut into cells is refused with its line."""
    lines = _Lines(source)
    delimiter = find_delimiter(source.start.partition(b"\n")[0].decode("utf-8", "replace"))
    while not lines.ended:
        reader = csv.reader(lines, delimiter=delimiter)
        try:
            while True:
                line = lines.number + 1
                cells = next(reader, None)
                if cells is None:
                    break
                if cells:
                    yield line, cells
        except csv.Error as error:
            yield source.refuse(f"a row that cannot be cut into cells ({error})", "close its quotation marks", line)


def read_or_leave(source: Source, found: Iterable[UnreadRow | Refusal]) -> Iterator[Document | UnreadRow | Refusal]:
    """The documents of rows, or the rows as they are where somebody else is to read them."""
    if source.wanted.unread_rows:
        return iter(found)
    on_remark = source.trace.on_remark
    return (one.read(on_remark) if isinstance(one, UnreadRow) else one for one in found)


class _Lines:
    """The lines of a source as text, with their number."""

    def __init__(self, source: Source) -> None:
        self.number = 0
        self.ended = False
        self._source = source
        self._lines = read_lines(source, LONGEST_LINE)
        self._warned = False

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = next(self._lines, None)
        if line is None:
            self.ended = True
            raise StopIteration
        self.number += 1
        return self._decode(line)

    def _decode(self, line: bytes) -> str:
        """UTF-8, else the encoding that spreadsheets on Windows write."""
        if self.number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        line = line.replace(b"\0", b"")
        try:
            return line.decode()
        except UnicodeDecodeError:
            if not self._warned:
                self._warned = True
                message = "this line is not UTF-8; such lines are read as Windows-1252"
                self._source.trace.on_remark(self._source.path, self.number, message)
            return line.decode("cp1252", "replace")

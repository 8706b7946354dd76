"""Rows of data sets that are cut into cells and read later, by whoever has the time: another process, as a rule."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Literal, NamedTuple

from sahel_tui.documents.errors import Refusal
from sahel_tui.model import Document

OnRemark = Callable[[str, int, str], None]
"""Told a path, a line, and what looks odd there though it was read."""


class UnreadRow(NamedTuple):
    """One row of a table, with where it stands."""

    form: Literal["ged", "acled"]
    name: str
    """File name without folders."""
    path: str
    line: int
    columns: tuple[str, ...]
    cells: list[str]

    def read(self, on_remark: OnRemark) -> Document | Refusal:
        """The document it makes, or why it makes none."""
        reader = import_module(f"sahel_tui.documents.data_sets.{self.form}")
        found: Document | Refusal = reader.read_row(self, on_remark)
        return found

    def refuse(self, reason: str, advice: str) -> Refusal:
        """A refusal of this row."""
        return Refusal(self.name, self.path, self.line, reason, advice)


_BETWEEN = "\0"
"""Stands in no cell: tables are read without it."""


class JoinedRows(NamedTuple):
    """Rows of one table on their way to another process: a text a row is handed on faster than fifty cells."""

    form: Literal["ged", "acled"]
    name: str
    path: str
    columns: tuple[str, ...]
    lines: list[int]
    texts: list[str]

    def part(self) -> list[UnreadRow]:
        """The rows."""
        form, name, path, columns, *_ = self
        cut = [text.split(_BETWEEN) for text in self.texts]
        return [UnreadRow(form, name, path, line, columns, cells) for line, cells in zip(self.lines, cut, strict=True)]


def join_rows(rows: Sequence[object]) -> JoinedRows | None:
    """The rows joined; None where not all are rows of the table of the first, with cells."""
    first = rows[0]
    if not isinstance(first, UnreadRow):
        return None
    lines, texts = list[int](), list[str]()
    for row in rows:
        if not isinstance(row, UnreadRow) or row.columns is not first.columns or not row.cells:
            return None
        lines.append(row.line)
        texts.append(_BETWEEN.join(row.cells))
    return JoinedRows(first.form, first.name, first.path, first.columns, lines, texts)

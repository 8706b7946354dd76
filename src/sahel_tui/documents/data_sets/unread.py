"""Rows of data sets that are cut into cells and read later, by whoever has the time: another process, as a rule."""

from collections.abc import Callable
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

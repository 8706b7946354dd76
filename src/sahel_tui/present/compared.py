"""Events with all that is said about them, and the one table they make."""

from collections.abc import Sequence

from sahel_tui.dataclass import dataclass
from sahel_tui.model import Comparison, Document, Event
from sahel_tui.present.compare_table import CompareTable
from sahel_tui.present.comparison import comparison_table


@dataclass(frozen=True, slots=True)
class Compared:
    """One event with all that is said about it."""

    event: Event
    comparison: Comparison
    documents: tuple[Document, ...]

    @property
    def table(self) -> CompareTable:
        """Its compare table."""
        return comparison_table(self.event, self.comparison, self.documents)


def compare_table(compared: Sequence[Compared]) -> CompareTable:
    """The table of one event, or of several side by side."""
    tables = [one.table for one in compared]
    if len(tables) == 1:
        return tables[0]
    from sahel_tui.present.side_by_side import side_by_side

    return side_by_side(tables, " | ".join(table.title for table in tables))

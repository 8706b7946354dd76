"""Which part of the events found is wanted, and in which order."""

from typing import TYPE_CHECKING

from sahel_tui.dataclass import dataclass

if TYPE_CHECKING:
    from sahel_tui.store.hits import Sort


@dataclass(frozen=True, slots=True)
class Page:
    """A window of the events found."""

    sort: "Sort" = "date"
    ascending: bool | None = None
    """None: titles from A, everything else from the newest or largest."""
    start: int = 0
    limit: int = 200

    @property
    def rising(self) -> bool:
        """Smallest first."""
        return self.sort == "title" if self.ascending is None else self.ascending

    @property
    def direction(self) -> str:
        """For ORDER BY."""
        return "ASC" if self.rising else "DESC"

    @property
    def end(self) -> int:
        """Rows before and in the window."""
        return self.start + self.limit

"""What a reader tells besides its documents: as what it reads each input, what it leaves out, what looks wrong."""

from sahel_tui.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Wanted:
    """How inputs are to be read."""

    format: str | None = None
    """The format every text is read as; None: as its content looks."""
    every_page: bool = False
    """Whether a wiki's pages are read that are about no event."""
    unread_rows: bool = False
    """Whether rows of data sets are given out as they are, for others to read."""


class Trace:
    """Listens to a reader; this one does not mind."""

    def on_input(self, path: str, form: str) -> None:
        """An input is about to be read as `form`."""

    def on_bytes(self, count: int) -> None:
        """`count` more bytes of the outermost file were read."""

    def on_skipped(self, path: str, count: int, reason: str) -> None:
        """`count` records or pages of an input were left out on purpose."""

    def on_remark(self, path: str, line: int | None, message: str) -> None:
        """Something looks wrong but was read all the same."""

    def on_mark(self, path: str, line: int, record: dict[str, object]) -> None:
        """A line of an export holds what a reader has bookmarked or noted, and no document."""

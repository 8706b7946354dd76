"""What the list of events shows of their comparisons: a mark, and the numbers of dead."""

from collections.abc import Iterable

from sahel_tui.model import MAIN_INCIDENT, Comparison, Row, Verdict

_STRONGEST: tuple[Verdict, ...] = ("disputed", "compatible", "agree", "partial", "revised", "definitional")


def find_verdict(rows: Iterable[Row]) -> Verdict | None:
    """The strongest verdict of the rows of an event; None when no two voices speak of the same."""
    found = {row.verdict for row in rows}
    return next((verdict for verdict in _STRONGEST if verdict in found), None)


def find_killed(comparison: Comparison) -> tuple[int | None, int | None]:
    """Lowest and highest number of dead any voice gives for one side of the main incident."""
    counts = [
        figure.count
        for row in comparison.rows
        if row.incident == MAIN_INCIDENT and row.category == "killed"
        for figure in row.figures
    ]
    numbers = [number for count in counts for number in (count.low, count.high) if number is not None]
    return (min(numbers), max(numbers)) if numbers else (None, None)

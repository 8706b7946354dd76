"""CSV that a spreadsheet opens as it is meant: no cell of a document is taken for a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

from sahel_tui.model import Event, Row
from sahel_tui.present.text import visible

MARK = "\ufeff"
"""At the start of a file it tells spreadsheets that the text is UTF-8."""
_FORMULA = ("=", "+", "-", "@")

DISPUTE_COLUMNS = (
    *("event", "date", "title", "place", "incident", "side", "victims", "category"),
    *("source", "voice", "low", "high", "vague", "disputed", "labels", "spread", "reason"),
)
COMPARISON_COLUMNS = (*DISPUTE_COLUMNS, "verdict")


def csv_lines(rows: Iterable[Sequence[object]]) -> str:
    """Rows as CSV; an empty cell is null."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([_say_cell(value) for value in row] for row in rows)
    return text.getvalue()


def comparison_csv(event: Event, rows: Iterable[Row]) -> str:
    """Every figure of some rows of an event, one a line, with its row's verdict; no heading."""
    return csv_lines((*line, row.verdict) for row in rows for line in figure_rows(event, row))


def figure_rows(event: Event, row: Row) -> Iterable[Sequence[object]]:
    """A line a figure of a row, in the order of `DISPUTE_COLUMNS`."""
    head = (event.id, event.date, event.title, event.place, row.incident, row.side, row.victims, row.category)
    for figure in row.figures:
        count = (figure.count.low, figure.count.high, figure.count.vague)
        disputed = "yes" if figure.disputed else "no"
        yield (*head, figure.source, figure.voice, *count, disputed, " ".join(figure.labels), row.spread, row.reason)


def _say_cell(value: object) -> str:
    """A cell; an apostrophe keeps what looks like a formula from being one.

    >>> _say_cell("=1+2"), _say_cell(-3), _say_cell("12+ killed"), _say_cell(None)
    ("'=1+2", '-3', '12+ killed', '')
    """
    if value is None:
        return ""
    text = visible(str(value))
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text

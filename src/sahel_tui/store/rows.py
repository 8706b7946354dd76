"""Rows of the tables as what they stand for."""

from collections.abc import Sequence
from typing import Any

from sahel_tui.model import Comparison, Event
from sahel_tui.store.coding import decode_comparison, decode_document

STRIDE = 500
"""Rows read at once by those who want all of them."""

EVENT_COLUMNS = (
    "event.slug, event.title, event.date, event.date_end, event.place, event.documents, event.disputed, "
    "event.verdict, event.killed_low, event.killed_high"
)
DOCUMENT_COLUMNS = "document.key, document.name, document.format, document.address, document.text, document.parts"
"""What `decode_document` takes."""
PIECE_NAMES = ("people", "frame", "totals")
PIECES = ", ".join(f"(SELECT said FROM piece WHERE piece.id = document.{piece}) AS {piece}" for piece in PIECE_NAMES)
"""What a document has in common with others: names, and what a row of a data set is set from; NULL for a text."""
COMPARISON_COLUMNS = f"document.comparison, {PIECES}, {DOCUMENT_COLUMNS}"
"""What `read_own` takes."""


def read_event(row: Sequence[Any]) -> Event:
    """The event whose `EVENT_COLUMNS` these are."""
    return Event(*row)


def read_own(row: Sequence[Any]) -> Comparison:
    """What comparing one document alone says, of its `COMPARISON_COLUMNS`."""
    comparison, _, frame, totals, *document = row
    if comparison is not None:
        return decode_comparison(comparison)
    from sahel_tui.store.framed import decode_framed  # Most libraries hold no rows of data sets.

    return decode_framed(decode_document(*document), frame, totals)

"""Rows of the tables as what they stand for."""

from collections.abc import Sequence
from typing import Any

from sahel_tui.model import Event

STRIDE = 500
"""Rows read at once by those who want all of them."""

EVENT_COLUMNS = (
    "event.slug, event.title, event.date, event.date_end, event.place, event.documents, event.disputed, "
    "event.verdict, event.killed_low, event.killed_high"
)
DOCUMENT_COLUMNS = "document.key, document.name, document.format, document.address, document.text, document.parts"
"""What `decode_document` takes."""


def read_event(row: Sequence[Any]) -> Event:
    """The event whose `EVENT_COLUMNS` these are."""
    return Event(*row)

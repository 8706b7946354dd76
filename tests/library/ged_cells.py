"""The cells of a common row of UCDP GED: a clash of two sides, with the dead of each and of the civilians."""

from sahel_tui.store.build import Packed
from sahel_tui.store.coding import decode_document
from sahel_tui.store.rows import read_own

CLASH = {
    "id": "7",
    "type_of_violence": "1",
    "side_a": "Government of Mali",
    "side_b": "JNIM",
    "where_coordinates": "Tessi town",
    "country": "Mali",
    "date_start": "2021-05-02",
    "date_end": "2021-05-02",
    "deaths_a": "4",
    "deaths_b": "0",
    "deaths_civilians": "2",
    "best": "6",
    "low": "6",
    "high": "9",
}


def read_whole(packed: object) -> tuple[object, ...]:
    """All that a reader may be told of it, and what finds it."""
    if not isinstance(packed, Packed):
        return (packed,)
    told = packed._replace(parts=None, comparison=None, frame=None, totals=None)
    columns = packed.key, packed.name, packed.format, packed.address, packed.text, packed.parts
    return (
        told,
        decode_document(*columns),
        read_own((packed.comparison, packed.people, packed.frame, packed.totals, *columns)),
    )

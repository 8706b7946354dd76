"""What a library says about itself."""

import sqlite3

from sahel_tui.library.reports import LibraryInfo
from sahel_tui.store.lookup import read_meta


def read_info(connection: sqlite3.Connection, location: str) -> LibraryInfo:
    """Counts, dates and maker; the size is that of the file, or of the memory its pages take."""
    meta = read_meta(connection)
    return LibraryInfo(
        location=location,
        events=int(meta["events"]),
        documents=int(meta["documents"]),
        claims=int(meta["claims"]),
        disputed_events=int(meta["disputed_events"]),
        disputed_rows=int(meta["disputes"]),
        imported=int(meta["imported"]),
        first_date=meta["first_date"],
        last_date=meta["last_date"],
        size=_number(connection, "PRAGMA page_count") * _number(connection, "PRAGMA page_size"),
        made_by=meta["made_by"],
        schema=_number(connection, "PRAGMA user_version"),
    )


def _number(connection: sqlite3.Connection, statement: str) -> int:
    (number,) = connection.execute(statement).fetchone()
    return int(number)

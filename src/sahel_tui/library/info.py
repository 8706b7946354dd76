"""What a library says about itself."""

import sqlite3

from sahel_tui.library.reports import LibraryInfo
from sahel_tui.store.lookup import read_meta


def read_info(connection: sqlite3.Connection, location: str) -> LibraryInfo:
    """Counts, dates and maker; the size is that of the file, or of the memory its pages take."""
    meta = read_meta(connection)
    first, last = connection.execute("SELECT min(date), max(date) FROM event WHERE date <> ''").fetchone()
    return LibraryInfo(
        location=location,
        events=int(meta["events"]),
        documents=int(meta["documents"]),
        claims=int(meta["claims"]),
        disputed_events=_number(connection, "SELECT count(*) FROM event WHERE disputed > 0"),
        disputed_rows=int(meta["disputes"]),
        imported=_number(connection, "SELECT count(*) FROM document WHERE origin = 'imported'"),
        first_date=first or "",
        last_date=last or "",
        size=_number(connection, "PRAGMA page_count") * _number(connection, "PRAGMA page_size"),
        made_by=meta["made_by"],
        schema=_number(connection, "PRAGMA user_version"),
    )


def _number(connection: sqlite3.Connection, statement: str) -> int:
    (number,) = connection.execute(statement).fetchone()
    return int(number)

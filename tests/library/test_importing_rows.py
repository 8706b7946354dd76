"""Rows of a data set, read by all cores: each accounted for, and kept as one process keeps them."""

import csv
from pathlib import Path

from sahel_tui.documents import Refusal, read_documents
from sahel_tui.library import Library
from sahel_tui.library.entries import keep_document
from sahel_tui.store.build import Packed
from sahel_tui.store.connections import open_file
from sahel_tui.store.originals import read_packed

from .ged_cells import read_whole

NUMBER = 700
ROW = {
    "year": "2021",
    "type_of_violence": "1",
    "side_a": "Government of Mali",
    "side_b": "JNIM",
    "where_coordinates": "Tessi town",
    "where_prec": "1",
    "country": "Mali",
    "date_start": "2021-05-02",
    "date_end": "2021-05-02",
    "deaths_a": "4",
    "deaths_b": "0",
    "best": "6",
    "low": "6",
    "high": "9",
}


def write_table(path: Path) -> Path:
    """Rows, one of them twice, one that is no event, and one whose figures are out of order."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        table = csv.DictWriter(stream, ["id", *ROW])
        table.writeheader()
        for place in range(NUMBER):
            table.writerow(
                ROW | {"id": str(place), "deaths_a": str(place % 9), "date_start": f"2021-05-{place % 28 + 1:02}"}
            )
        table.writerow(ROW | {"id": "0", "deaths_a": "0", "date_start": "2021-05-01"})
        table.writerow(ROW | {"id": "bad", "best": "many"})
        table.writerow(ROW | {"id": "odd", "low": "8"})
    return path


def test_every_row_is_accounted_for(library: Library, tmp_path: Path) -> None:
    path = write_table(tmp_path / "ged.csv")
    report = library.import_paths([path])
    assert (report.read, report.new, report.unchanged) == (NUMBER + 2, NUMBER + 1, 1)
    (refused,) = report.refused
    assert (refused.line, refused.reason) == (NUMBER + 3, "this row is no event (best is 'many')")
    assert any("1 lines that were read look odd" in notice for notice in report.notices)
    again = library.import_paths([path])
    assert (again.new, again.unchanged, len(again.refused)) == (0, NUMBER + 2, 1)


def test_workers_keep_what_one_process_keeps(library: Library, tmp_path: Path) -> None:
    path = write_table(tmp_path / "ged.csv")
    library.import_paths([path])
    read = [found for found in read_documents(path) if not isinstance(found, Refusal)]
    expected = {made.key: read_whole(made) for made in map(keep_document, read) if isinstance(made, Packed)}
    connection = open_file(Path(library.location))
    rows = (one._replace(seen=0) for one in read_packed(connection) if one.name.startswith("ged-"))
    kept = {one.key: read_whole(one) for one in rows}
    connection.close()
    assert kept == expected

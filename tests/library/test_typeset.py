"""A row set from pieces is kept as reading its document keeps it."""

import csv
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sahel_tui.documents import Refusal, Trace, UnreadRow, Wanted, read_inputs
from sahel_tui.documents.data_sets.ged_facts import read_facts
from sahel_tui.library.entries import keep_document
from sahel_tui.library.typeset.setting import set_row
from sahel_tui.store.build import Packed

from .ged_cells import CLASH, read_whole

NUMBERS = st.sampled_from(("", "0", "0", "1", "1", "2", "3", "4", "7", "1920", "12000"))
SIDES = (
    "Government of Mali",
    "JNIM",
    "IS",
    "Government of Chad, Government of Niger",
    "Civilians",
    "Dozo: self-defence",
)
CELLS = {
    "id": st.sampled_from(("7", "100773", "MLI-2", "")),
    "type_of_violence": st.sampled_from(("1", "2", "3")),
    "conflict_name": st.sampled_from(("", "Mali: Government", "Macina Liberation Front")),
    "side_a": st.sampled_from(SIDES[:4]),
    "side_b": st.sampled_from((*SIDES[1:], "")),
    "source_article": st.sampled_from(
        (
            *(
                "",
                '"AFP,2021-05-03,The well of Tessi"',
                '"RFI,2021-05-03,MINUSMA à Kidal";"AFP,2021-05-04,La vie de JNIM"',
            ),
            *(
                '"AFP,2021-05-03,Twelve soldiers killed in Tessi"',
                "Humphreys, 22",
                '"Le Monde,2021-05-03,Le nord du pays"',
            ),
        )
    ),
    "source_original": st.sampled_from(
        ("", "army spokesman", "Mali's defence ministry", "JNIM", "local residents, AFP")
    ),
    "where_coordinates": st.sampled_from(("Tessi town", "Gao", "Mali", "Mopti region", "Tessi and Gouma", "")),
    "where_description": st.sampled_from(("", "Tessi town, on the road", "the well where five herders were killed")),
    "adm_1": st.sampled_from(("", "Mopti region", "Gao region")),
    "country": st.sampled_from(("Mali", "Burkina Faso", "Chad")),
    "latitude": st.sampled_from(("", "14.5", "-4.25")),
    "longitude": st.sampled_from(("", "-3.5")),
    "event_clarity": st.sampled_from(("1", "2")),
    "date_prec": st.sampled_from(("1", "3")),
    "date_start": st.sampled_from(("2021-05-02", "2021-05-31", "2021-05-02 00:00:00.000", "2021")),
    "date_end": st.sampled_from(("2021-05-02", "2021-06-03", "")),
    **dict.fromkeys(
        ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low"),
        NUMBERS,
    ),
}
COMMON = dict.fromkeys(CELLS, "") | CLASH | {"source_article": '"AFP,2021-05-03,The well of Tessi"'}
TABLES = sorted((Path(__file__).parents[1]).glob("*/*/ged.csv")) + sorted(
    (Path(__file__).parents[1]).glob("documents/forms/ged/*.csv")
)


def ignore(path: str, line: int, message: str) -> None:
    """Remarks are told of rows however they are kept."""


def keep_twice(row: UnreadRow) -> tuple[Packed | None, object]:
    """What the pieces give, and what reading the document does."""
    facts = read_facts(row, ignore)
    document = row.read(ignore)
    if isinstance(facts, Refusal) or isinstance(document, Refusal):
        return None, facts
    return set_row(facts), keep_document(document)


@given(cells=st.fixed_dictionaries(CELLS))
@example(cells=COMMON)
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_row(cells: dict[str, str]) -> None:
    made, expected = keep_twice(UnreadRow("ged", "ged.csv", "ged.csv", 2, tuple(cells), list(cells.values())))
    assert made is None or read_whole(made) == read_whole(expected)


@pytest.mark.parametrize("path", TABLES, ids=lambda path: "-".join(path.parts[-3:]))
def test_rows_of_tables(path: Path) -> None:
    for row in read_inputs(path, Wanted(unread_rows=True), Trace()):
        if isinstance(row, UnreadRow):
            made, expected = keep_twice(row)
            assert made is None or read_whole(made) == read_whole(expected)


@pytest.mark.parametrize(
    "cells",
    [
        {},
        {"deaths_unknown": "3", "best": "9", "low": "9", "high": "9"},
        {"source_original": "army spokesman", "deaths_unknown": "1"},
        {"deaths_a": "4", "best": "6", "low": "6", "high": "6", "source_original": ""},
        {"side_b": "Civilians", "type_of_violence": "3", "deaths_b": ""},
        {"latitude": "14.5", "longitude": "-3.25", "adm_1": "Mopti region", "date_end": "2021-05-04"},
    ],
)
def test_common_rows_are_set(tmp_path: Path, cells: dict[str, str]) -> None:
    path = tmp_path / "ged.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        table = csv.DictWriter(stream, list(COMMON))
        table.writeheader()
        table.writerow(COMMON | cells)
    (row,) = read_inputs(path, Wanted(unread_rows=True), Trace())
    assert isinstance(row, UnreadRow)
    made, expected = keep_twice(row)
    assert made
    assert read_whole(made) == read_whole(expected)

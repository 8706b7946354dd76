"""The infobox as a table of sides."""

from typing import TYPE_CHECKING

from sahel_tui.model import Comparison
from sahel_tui.present.infobox import Entry, infobox_table

if TYPE_CHECKING:
    from tests.present.conftest import Sample


def _say(entries: tuple[Entry, ...]) -> str:
    return " ".join(" ".join(filter(None, (entry.mark, entry.text, entry.voice))) for entry in entries)


def test_a_column_for_each_side_and_civilians_last(sample: "Sample") -> None:
    table = infobox_table(sample.event, sample.comparison, sample.documents)
    assert [column.label for column in table.columns] == [
        "Mali, Wagner Group",
        "Jama'at Nasr al-Islam wal Muslimin",
        "Civilians",
    ]


def test_figures_first_with_their_voices(sample: "Sample") -> None:
    killed = infobox_table(sample.event, sample.comparison, sample.documents).rows[0]
    assert killed.label == "killed"
    assert [_say(cell) for cell in killed.cells] == ["14 per Mali ≠ 12 per JNIM", "31 per Mali ≠ 5 per JNIM", ""]


def test_another_incident_has_a_row_of_its_own(sample: "Sample") -> None:
    row = infobox_table(sample.event, sample.comparison, sample.documents).rows[1]
    assert (row.label, row.incident) == ("displaced · market raid", "market-raid")
    assert _say(row.cells[2]) == "89–98 per RFI ≈ 60+ per residents"


def test_figures_lead_to_their_claims(sample: "Sample") -> None:
    claims = sample.comparison.claims
    for row in infobox_table(sample.event, sample.comparison, sample.documents).rows[:2]:
        for entry in (entry for cell in row.cells for entry in cell):
            assert entry.claims
            assert sample.comparison.rows[entry.row or 0].category == claims[entry.claims[0]].category


def test_fields_that_differ_between_documents_are_both_there(sample: "Sample") -> None:
    rows = {row.label: row for row in infobox_table(sample.event, sample.comparison, sample.documents).rows}
    assert _say(rows["result"].cells[0]) == "Inconclusive Withdrawal of the patrol document 2"
    assert [_say(cell) for cell in rows["strength"].cells] == ["60 men", "", ""]
    assert _say(rows["documents"].cells[0]) == "2 · 2 sources"


def test_casualty_fields_without_claims_are_not_lost(sample: "Sample") -> None:
    rows = infobox_table(sample.event, Comparison(sides=sample.comparison.sides), sample.documents).rows
    casualties = next(row for row in rows if row.label == "casualties")
    assert _say(casualties.cells[1]) == "31 killed (per Mali), 5 killed (per JNIM)"


def test_the_subtitle_says_when_and_where(sample: "Sample") -> None:
    table = infobox_table(sample.event, sample.comparison, sample.documents)
    assert table.subtitle == "10 January 2023 · Tessi, Mopti Region, Mali · Mali War"

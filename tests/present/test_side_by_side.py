"""Two events in one table."""

from typing import TYPE_CHECKING

import pytest

from sahel_tui.dataclass import replace
from sahel_tui.model import Claim, Comparison, Count, Event, Figure, Row, Side
from sahel_tui.present.comparison import CompareTable, comparison_table
from sahel_tui.present.places import find_places
from sahel_tui.present.side_by_side import side_by_side

if TYPE_CHECKING:
    from tests.present.conftest import Sample


@pytest.fixture
def table(sample: "Sample") -> CompareTable:
    """The sample beside an event where the same group fought France, with its sides the other way round."""
    document = sample.documents[1]
    quote = "fourteen soldiers fell"
    start = document.text.index(quote)
    claim = Claim(document.id, "text:lead", start, start + len(quote), quote, "killed", Count(9, 9), "", "combatant1")
    rows = (Row("main", "combatant1", "", "killed", (Figure(None, "article", Count(9, 9), (0,)),), "single"),)
    other = Comparison((claim,), (Side("combatant1", "JNIM"), Side("combatant2", "France")), rows)
    first = comparison_table(sample.event, sample.comparison, sample.documents)
    second = comparison_table(Event("other", "Other raid", "2022"), other, (document,))
    return side_by_side((first, second), "two")


def test_each_event_has_its_block_of_columns(table: CompareTable) -> None:
    assert [(block.title, block.first, block.last) for block in table.blocks] == [
        ("Ambush near Tessi", 0, 5),
        ("Other raid", 5, 6),
    ]
    assert len(table.voices) == 6
    assert all(len(row.cells) == 6 for row in table.rows)


def test_the_same_party_shares_its_rows(table: CompareTable) -> None:
    assert [group.title for group in table.groups] == [
        "Mali, Wagner Group",
        "Jama'at Nasr al-Islam wal Muslimin | JNIM",
        "counted apart: market raid",
    ]
    assert [[entry.text for entry in cell] for cell in table.groups[1].rows[0].cells] == [
        ["31"],
        ["5"],
        [],
        [],
        ["31 · 5"],
        ["9"],
    ]


def test_figures_of_two_events_are_never_judged_together(table: CompareTable) -> None:
    row = table.groups[1].rows[0]
    assert (row.verdict, row.spread) == ("disputed", "×6.2")
    assert [note.text for note in row.notes] == ["Ambush near Tessi: Mali's 31 and JNIM's 5 cannot both be true"]


def test_every_cell_still_leads_to_its_text(table: CompareTable) -> None:
    for row in table.rows:
        for cell in row.cells:
            for place in find_places(cell, table):
                claim = place.claim
                assert place.document.text[claim.start : claim.end] == claim.quote


def test_documents_keep_their_names(table: CompareTable) -> None:
    assert table.document_names == ("Ambush near Tessi · document 1", "Ambush near Tessi · document 2", "Other raid")


def test_sentences_come_before_the_infobox_and_sums_are_one_place(sample: "Sample") -> None:
    table = comparison_table(sample.event, sample.comparison, sample.documents)
    places = find_places(table.rows[0].cells[1], table)
    assert [(place.section, len(place.highlights)) for place in places] == [("Claims", 2), ("infobox", 2)]


def test_an_incident_with_only_a_number_is_named_by_its_words(sample: "Sample") -> None:
    rows = tuple(replace(row, incident="aftermath 3") for row in sample.comparison.rows[2:])
    table = comparison_table(sample.event, replace(sample.comparison, rows=rows), sample.documents)
    assert table.groups[0].title == "counted apart: Aftermath · “89 to 98 villagers who fled”"

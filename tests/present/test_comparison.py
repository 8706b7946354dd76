"""The compare table: groups, voices, cells, notes."""

from typing import TYPE_CHECKING

import pytest

from sahel_tui.model import Side
from sahel_tui.present.comparison import CompareTable, comparison_table
from sahel_tui.present.voices import order_voices, short_names

if TYPE_CHECKING:
    from tests.present.conftest import Sample


@pytest.fixture
def table(sample: "Sample") -> CompareTable:
    """The sample's table."""
    return comparison_table(sample.event, sample.comparison, sample.documents)


def test_the_title_counts_what_there_is(table: CompareTable) -> None:
    assert (table.title, table.subtitle) == ("Ambush near Tessi", "10 January 2023")
    assert table.summary == "2 disputed rows · 2 documents · 5 voices"


def test_belligerents_come_first_and_the_infobox_after_independent_voices(table: CompareTable) -> None:
    assert [voice.key for voice in table.voices] == ["Mali", "JNIM", "RFI", "residents", "infobox"]


def test_sides_then_other_incidents(table: CompareTable) -> None:
    assert [(group.title, group.folded) for group in table.groups] == [
        ("Mali, Wagner Group", False),
        ("Jama'at Nasr al-Islam wal Muslimin", False),
        ("counted apart: market raid", True),
    ]


def test_a_sum_shows_its_parts_and_a_revision_its_first_figure(table: CompareTable) -> None:
    killed = table.rows[0]
    assert [[entry.text for entry in cell] for cell in killed.cells] == [
        ["14", "12 at first"],
        ["12 = 7 + 5"],
        [],
        [],
        ["14 · 12"],
    ]
    assert [note.text for note in killed.notes] == [
        "Mali's 14 and JNIM's 12 cannot both be true",
        "Mali revised 12 to 14",
    ]


def test_disputed_figures_carry_their_tag_and_the_spread(table: CompareTable) -> None:
    row = table.rows[1]
    assert [entry.tag for cell in row.cells for entry in cell] == ["disputed", "disputed", "muted"]
    assert (row.verdict, row.spread, row.apart) == ("disputed", "×6.2", (0, 1))


def test_every_entry_leads_to_claims_of_its_row(table: CompareTable) -> None:
    for row in table.rows:
        for entry in (entry for cell in row.cells for entry in cell):
            assert entry.claims
            assert all(table.claims[index].category == row.rows[0].category for index in entry.claims)


def test_voices_of_one_party_are_told_apart() -> None:
    voices = ["CSP-PSD (Mohamed Elmaouloud Ramadane)", "CSP-PSD (Moulay Ag Sidi Mola)", "infobox"]
    assert list(short_names(voices).values()) == ["Ramadane", "Mola", "infobox"]


def test_voices_are_ordered_by_side_then_kind() -> None:
    sides = (Side("combatant1", "Malian Army, MINUSMA"), Side("combatant2", "Katiba Macina"))
    keys = ["article", "infobox", "HRW", "JNIM", "France", "MINUSMA", "Mali"]
    assert [voice.key for voice in order_voices(keys, sides)] == [
        "MINUSMA",
        "Mali",
        "JNIM",
        "France",
        "HRW",
        "infobox",
        "article",
    ]

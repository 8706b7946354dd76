"""The infobox set in lines: nothing clipped, every figure where its cells say it is."""

from pathlib import Path

import pytest

from sahel_tui.dataclass import replace
from sahel_tui.library import open_library
from sahel_tui.present.infobox import Entry, InfoboxColumn, InfoboxRow, InfoboxTable, infobox_table
from sahel_tui.present.runs import line_text, line_width
from sahel_tui.present.text import cell_width
from sahel_tui.tui.infobox_layout import InfoboxLine, set_infobox

_KILLED = (
    (Entry("14", "Mali", "disputed", claims=(0,)), Entry("12", "JNIM", "disputed", "≠", "disputed", claims=(1,))),
    (Entry("31", "Mali", "disputed", claims=(2,)), Entry("5", "JNIM", "disputed", "≠", "disputed", claims=(3,))),
)
TABLE = InfoboxTable(
    "Ambush near Tessi",
    "10 January 2023",
    (InfoboxColumn("combatant1", "Mali"), InfoboxColumn("combatant2", "JNIM")),
    (
        InfoboxRow("killed", _KILLED),
        InfoboxRow("commanders", ((Entry("Colonel A"), Entry("Colonel B")), ())),
        InfoboxRow("result", ((Entry("Inconclusive"),),), wide=True),
    ),
)


def texts(lines: tuple[InfoboxLine, ...]) -> list[str]:
    return [line_text(line.line).rstrip() for line in lines]


def test_one_column_a_side() -> None:
    assert texts(set_infobox(TABLE, 60)) == [
        "10 January 2023",
        "",
        "            Mali                     JNIM",
        "killed      14 Mali ≠ 12 JNIM        31 Mali ≠ 5 JNIM",
        "commanders  Colonel A                –",
        "            Colonel B",
        "result      Inconclusive",
    ]


def test_one_side_under_the_other_where_it_is_narrow() -> None:
    assert texts(set_infobox(TABLE, 30)) == [
        "10 January 2023",
        "",
        "Mali",
        "killed      14 Mali ≠ 12 JNIM",
        "commanders  Colonel A",
        "            Colonel B",
        "JNIM",
        "killed      31 Mali ≠ 5 JNIM",
        "",
        "result      Inconclusive",
    ]


def test_figures_break_before_the_sign_between_them() -> None:
    assert "≠ 12 JNIM" in [text.strip() for text in texts(set_infobox(TABLE, 22))]


@pytest.mark.parametrize("width", [16, 30, 36, 63, 100])
def test_bundled_infoboxes_fit_and_figures_stand_where_their_cells_say(bundled_library: Path, width: int) -> None:
    library = open_library(bundled_library)
    for event in library.search(limit=1000).events:
        table = infobox_table(event, library.comparison(event.id), library.documents(event.id))
        lines = set_infobox(table, width)
        assert all(line_width(line.line) <= width for line in lines)
        for line in lines:
            for spot in line.spots:
                shown = cells(line, spot.start, spot.end)
                assert shown in f"{spot.entry.text} {spot.entry.voice}", event.id
        found = {id(spot.entry) for line in lines for spot in line.spots}
        assert found == {id(e) for row in table.rows for cell in row.cells for e in cell if e.claims}


def cells(line: InfoboxLine, start: int, end: int) -> str:
    """The text in some cells of a line."""
    text = line_text(line.line)
    return "".join(c for position, c in enumerate(text) if start <= cell_width(text[:position]) < end).strip()


def test_an_event_without_sides_has_only_what_is_about_all() -> None:
    table = InfoboxTable("Quiet day", "1 May 2023", (), (InfoboxRow("documents", ((Entry("1"),),), wide=True),))
    assert texts(set_infobox(table, 60)) == ["1 May 2023", "", "documents  1"]


@pytest.mark.parametrize("width", [24, 40, 60])
@pytest.mark.parametrize(
    "notes", [("¶ who counted?",), ("¶ a long note " * 8,), ("¶ who counted?", "¶ 14 killed per Mali: when?")], ids=len
)
def test_notes_push_no_figure_down(width: int, notes: tuple[str, ...]) -> None:
    bare, noted = set_infobox(TABLE, width), set_infobox(replace(TABLE, notes=notes), width)
    places = [number for number, line in enumerate(bare) if line.spots]
    assert places == [number for number, line in enumerate(noted) if line.spots]
    said = " ".join(" ".join(texts(noted)).split())
    assert all(" ".join(note.split()) in said for note in notes)
    assert all(line_width(line.line) <= width for line in noted)

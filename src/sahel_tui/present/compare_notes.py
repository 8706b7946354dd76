"""The reader's notes in a compare table: a sign behind each figure that has one, and the notes of a row in lines."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sahel_tui.dataclass import replace
from sahel_tui.model import Comparison
from sahel_tui.present.compare_table import Cell, CellEntry, CompareGroup, CompareRow, CompareTable
from sahel_tui.present.glyphs import NOTE
from sahel_tui.present.own_notes import OwnNote, find_noted, place_notes
from sahel_tui.present.runs import Line
from sahel_tui.present.text import fit_end

if TYPE_CHECKING:
    from sahel_tui.notebook.marks import Mark


def with_notes(table: CompareTable, marks: "Iterable[Mark]") -> CompareTable:
    """The table with the notes among `marks`, in place of those it had."""
    notes = place_notes(marks, Comparison(table.claims))
    noted = find_noted(notes)

    def sign(entry: CellEntry) -> CellEntry:
        bare = entry.mark.removesuffix(NOTE)
        return replace(entry, mark=bare if noted.isdisjoint(entry.claims) else bare + NOTE)

    def sign_cell(cell: Cell) -> Cell:
        return tuple(map(sign, cell))

    def sign_row(row: CompareRow) -> CompareRow:
        return replace(row, cells=tuple(map(sign_cell, row.cells)))

    def sign_group(group: CompareGroup) -> CompareGroup:
        return replace(group, rows=tuple(map(sign_row, group.rows)))

    return replace(table, groups=tuple(map(sign_group, table.groups)), own=notes)


def row_notes(table: CompareTable, row: CompareRow | None) -> tuple[OwnNote, ...]:
    """The notes about figures of a row."""
    shown = {claim for cell in row.cells for entry in cell for claim in entry.claims} if row else set[int]()
    return tuple(note for note in table.own if note.claim in shown)


def own_note_line(note: OwnNote, width: int) -> Line:
    """A note on one line of at most `width` cells."""
    return ((fit_end(str(note), width), "focus"),)

"""What both written tables show of a compare table."""

from collections.abc import Sequence

from sahel_tui.present.compare_table import Cell, CellEntry, CompareGroup, CompareRow, CompareTable
from sahel_tui.present.glyphs import ABOUT_ENEMY, MEANINGS, NOTE, NOTHING, glyph
from sahel_tui.present.text import visible


def speaking_voices(group: CompareGroup) -> tuple[int, ...]:
    """The voices with a figure in some row of the group, in the order of the table."""
    return tuple(sorted({number for row in group.rows for number, cell in enumerate(row.cells) if cell}))


def name_voices(table: CompareTable, numbers: Sequence[int]) -> list[str]:
    """The names of voices, with who spoke; with their event where several stand side by side."""
    names = []
    for number in numbers:
        voice = table.voices[number]
        block = next((block.title for block in table.blocks if block.first <= number < block.last), "")
        names.append(visible(" · ".join(filter(None, (block, voice.name, voice.detail)))))
    return names


def say_entry(entry: CellEntry) -> str:
    """`≠98›`: its own sign before a figure that contradicts another."""
    sign = glyph("disputed") if entry.tag == "disputed" else ""
    return visible(f"{sign}{entry.text}{entry.mark}")


def say_cell(cell: Cell) -> str:
    """All that a voice says in a row."""
    return ", ".join(map(say_entry, cell)) if cell else NOTHING


def say_verdict(row: CompareRow) -> str:
    """`≠ ×6.2`."""
    return f"{glyph(row.verdict)} {row.spread}".strip()


def explain_marks(table: CompareTable) -> str:
    """What the marks that stand in the cells of a table mean, in one line; empty where there are none."""
    entries = [entry for row in table.rows for cell in row.cells for entry in cell]
    verdicts = dict.fromkeys(row.verdict for row in table.rows if glyph(row.verdict))
    marks = [f"{glyph(verdict)} {MEANINGS[verdict]}" for verdict in verdicts]
    marks += ["×2 the highest is twice the lowest"] * any(row.spread for row in table.rows)
    marks += [f"{ABOUT_ENEMY} a belligerent about its enemy"] * any(ABOUT_ENEMY in entry.mark for entry in entries)
    marks += [f"{NOTE} noted by the reader"] * any(NOTE in entry.mark for entry in entries)
    silent = any(not cell for row in table.rows for cell in row.cells)
    return " · ".join([*marks, *[f"{NOTHING} says nothing of it"] * silent])

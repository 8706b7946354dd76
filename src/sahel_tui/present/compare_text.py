"""A comparison as lines of text: what each voice says, the verdicts, the sentences behind a dispute."""

from collections.abc import Iterator, Mapping, Sequence

from sahel_tui.model import Comparison, Document
from sahel_tui.present.comparison import Cell, ColumnBlock, CompareRow, CompareTable
from sahel_tui.present.evidence import Evidence, evidence_lines
from sahel_tui.present.glyphs import glyph
from sahel_tui.present.names import per
from sahel_tui.present.plot import plot
from sahel_tui.present.row_sentences import name_sentence, row_sentences
from sahel_tui.present.runs import line_text
from sahel_tui.present.text import cell_width
from sahel_tui.present.text_layout import LABEL_WIDTH, label_text, wrap_text
from sahel_tui.present.voices import Voice

ROW_INDENT, VOICE_INDENT, EVIDENCE_INDENT, SENTENCE_INDENT = (" " * cells for cells in (2, 4, 6, 8))
CITED_INDENT = " " * 12
LONGEST_LABEL, LEAST_FIGURE = 44, 16


def compare_lines(table: CompareTable, width: int, *, plotting: bool = False) -> Iterator[str]:
    """Every row with what each voice says; under a disputed row the sentences that say it.

    `plotting` sets the figures that differ on a scale.
    """
    yield from wrap_text(table.title, width)
    yield from wrap_text(" · ".join(filter(None, (table.subtitle, table.summary))), width)
    for group in table.groups:
        yield ""
        yield from wrap_text(group.heading, width)
        for row in group.rows:
            yield from _row_lines(row, table, width, plotting)


def _row_lines(row: CompareRow, table: CompareTable, width: int, plotting: bool) -> Iterator[str]:
    spoken, room = _find_spoken(row), _label_room(table, width)
    if row.verdict == "single" and len(spoken) == 1:
        number, cell = spoken.popitem()
        yield from label_text(
            row.label, f"{_say_cell(cell)} {per(_say_voice(table.voices[number]))}", width, ROW_INDENT, room
        )
        return
    yield from label_text(row.label, f"{glyph(row.verdict)} {row.spread}", width, ROW_INDENT, room)
    yield from _voice_lines(spoken, table, width)
    if plotting:
        yield from _plot_lines(row, table, width)
    for note in row.notes:
        yield from wrap_text(f"{glyph(note.verdict)} {note.text}", width, VOICE_INDENT, EVIDENCE_INDENT)
    for labels in row.labels:
        yield from wrap_text(labels.full, width, VOICE_INDENT, EVIDENCE_INDENT)
    if row.verdict == "disputed":
        yield from _evidence_lines(row, table, width)


def _find_spoken(row: CompareRow) -> dict[int, Cell]:
    """What each voice, by its number, says itself; what the infobox repeats of others is left out."""
    cells = (tuple(entry for entry in cell if entry.kind != "echo") for cell in row.cells)
    return {number: cell for number, cell in enumerate(cells) if cell}


def _voice_lines(spoken: Mapping[int, Cell], table: CompareTable, width: int) -> Iterator[str]:
    """What each voice says, under the title of its event where several stand side by side."""
    room = _label_room(table, width)
    for block in table.blocks or (ColumnBlock("", 0, len(table.voices)),):
        inside = [number for number in range(block.first, block.last) if number in spoken]
        if inside and block.title:
            yield from wrap_text(block.title, width, VOICE_INDENT)
        for number in inside:
            indent = EVIDENCE_INDENT if block.title else VOICE_INDENT
            yield from label_text(_say_voice(table.voices[number]), _say_cell(spoken[number]), width, indent, room)


def _plot_lines(row: CompareRow, table: CompareTable, width: int) -> Iterator[str]:
    """The figures on one scale, those of each event on its own."""
    order = [voice.key for voice in table.voices]
    for shown in row.rows:
        yield from (VOICE_INDENT + line_text(line) for line in plot(shown, width - len(VOICE_INDENT), order))


def _label_room(table: CompareTable, width: int) -> int:
    """Cells for the voices' names, so that the figures of all rows stand in one column."""
    longest = max((cell_width(_say_voice(voice)) for voice in table.voices), default=0)
    return max(LABEL_WIDTH, min(LONGEST_LABEL, width - LEAST_FIGURE, longest + len(EVIDENCE_INDENT)))


def _say_voice(voice: Voice) -> str:
    return f"{voice.name} ({voice.detail})" if voice.detail else voice.name


def _say_cell(cell: Cell) -> str:
    """`≠98›, 90 at first`: its own sign before each figure that contradicts another."""
    signs = (glyph("disputed") if entry.tag == "disputed" else "" for entry in cell)
    return ", ".join(f"{sign}{entry.text}{entry.mark}" for sign, entry in zip(signs, cell, strict=True))


def _evidence_lines(row: CompareRow, table: CompareTable, width: int) -> Iterator[str]:
    shown: set[tuple[str, ...]] = set()
    for evidence in row_sentences(row, table):
        lines = _sentence_lines(evidence, table, width)
        if lines not in shown:
            yield from lines
        shown.add(lines)


def _sentence_lines(evidence: Evidence, table: CompareTable, width: int) -> tuple[str, ...]:
    """Who says it and where, then the sentence with the figures between `▐` and `▌`."""
    lines, _ = evidence_lines(evidence, width - len(SENTENCE_INDENT))
    cited = _list_cited(evidence) if evidence.claim.references else []
    return (
        *wrap_text(name_sentence(evidence, table), width, EVIDENCE_INDENT, SENTENCE_INDENT),
        *(SENTENCE_INDENT + line_text(line) for line in lines),
        *(line for entry in cited for line in wrap_text(entry, width, SENTENCE_INDENT, CITED_INDENT)),
    )


def _list_cited(evidence: Evidence) -> list[str]:
    from sahel_tui.present.cited import list_cited  # 20 ms, and few figures cite anything.

    return list_cited(evidence)


def document_lines(documents: Sequence[Document], comparison: Comparison, width: int) -> Iterator[str]:
    """The documents of an event by number, and what changed from one capture of a page to the next; one has no list."""
    if len(documents) < 2:
        return
    from sahel_tui.present.changes import change_lines, list_changes, list_documents  # Most events have one document.

    yield ""
    yield "documents"
    for line in list_documents(documents):
        yield from wrap_text(line, width, ROW_INDENT, EVIDENCE_INDENT)
    changes = list(list_changes(documents, comparison))
    if changes:
        yield ""
        yield from (line_text(line) for line in change_lines(changes, width))

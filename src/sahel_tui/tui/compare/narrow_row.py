"""One row of the table where columns have no room: `killed  31 Mali ≠ 5 JNIM +2  ×6.2`, two voices more."""

from collections.abc import Sequence

from sahel_tui.present.compare_layout import MARGIN
from sahel_tui.present.compare_table import CompareRow
from sahel_tui.present.glyphs import CURSOR, glyph, verdict_tag
from sahel_tui.present.names import per
from sahel_tui.present.runs import Line, Run, align_ends, line_width
from sahel_tui.present.standing import BETWEEN, relate_cells
from sahel_tui.present.text import cell_width, fit_end, pad
from sahel_tui.present.voices import share_names
from sahel_tui.tui.compare.cursor import Cursor

_SPREAD_WIDTH = 32
"""Narrower than this the spread gives way to the figures."""
_SPELT_WIDTH = 52
"""From here on all rows say `per`: one notation a screen, whatever a name's length."""
_LEAST_LABEL, _MOST_LABEL = 6, 18
_LEAST_NAME = 4
"""Cells in which a name can still be told from others."""


def draw_narrow_row(cursor: Cursor, row: CompareRow, pointed: bool, width: int) -> tuple[Line, tuple[int, int]]:
    """The line of a row, and the cells of the figure under the cursor (none when the row is not `pointed`)."""
    voices = _choose_voices(cursor, row, pointed)
    label = min(_MOST_LABEL, max(_LEAST_LABEL, width // 4))
    mark = f"{CURSOR:<{MARGIN}}" if pointed else " " * MARGIN
    head: Line = ((mark, "focus"), (f"{pad(fit_end(row.label, label), label)} ", "focus" if pointed else ""))
    end: Line = ((row.spread, verdict_tag(row.verdict)),) if row.spread and width >= _SPREAD_WIDTH else ()
    names = [cursor.table.voices[voice].short for voice in voices]
    lead = per("") if width >= _SPELT_WIDTH else ""
    room = width - line_width(head) - line_width(end) - 2
    others = sum(bool(cell) for cell in row.cells) - len(voices)
    more: Line = ((f" +{others}", "muted"),) if others > 0 else ()
    pieces = _fit_figures(row, voices, names, lead, room, line_width(more))
    if line_width(_flatten(pieces)) + line_width(more) > room:
        more = ()
    start, cell = line_width(head), (0, 0)
    for voice, piece in zip(voices, pieces, strict=True):
        figure = start + sum(cell_width(text) for text, _ in piece[:-2])
        if pointed and voice == cursor.cell_voice:
            cell = figure, min(width, figure + cell_width(piece[-2][0]))
        start += line_width(tuple(piece))
    return align_ends((*head, *_flatten(pieces), *more), end, width), cell


def _choose_voices(cursor: Cursor, row: CompareRow, pointed: bool) -> Sequence[int]:
    """The two furthest apart, or the cell under the cursor and its opponent."""
    if not pointed or cursor.cell_voice in row.apart or cursor.opponent is None:
        return row.apart
    return sorted((cursor.cell_voice, cursor.opponent))


def _fit_figures(
    row: CompareRow, voices: Sequence[int], names: Sequence[str], lead: str, room: int, more: int
) -> list[list[Run]]:
    """The figures in `room` cells, names led by `lead`: with sums, then without, then names cut, then without names.

    Of cut names `more` cells are kept for a count of others, if any.
    """
    whole, none = [lead + name for name in names], [""] * len(voices)
    bare = line_width(_flatten(_set_figures(row, voices, none, False))) + len(voices) * (cell_width(lead) + 1)
    cuts = [share_names([cell_width(name) for name in names], room - bare - rest) for rest in (more, 0)]
    cut = ([lead + fit_end(name, longest) for name in names] for longest in cuts if longest >= _LEAST_NAME)
    forms = [(whole, True), (whole, False), *((shown, False) for shown in cut), (none, True), (none, False)]
    pieces = [_set_figures(row, voices, shown, sums) for shown, sums in forms]
    return next((form for form in pieces if line_width(_flatten(form)) <= room), pieces[-1])


def _set_figures(row: CompareRow, voices: Sequence[int], names: Sequence[str], sums: bool) -> list[list[Run]]:
    """For each voice the mark before its figure (but for the first), the figure with its `sums`, the name."""
    verdict = relate_cells(row, voices[0], voices[-1]) if voices else "single"
    pieces: list[list[Run]] = []
    for voice, name in zip(voices, names, strict=True):
        entry = row.cells[voice][0]
        mark: list[Run] = [(f" {glyph(verdict) or BETWEEN} ", verdict_tag(verdict))] if pieces else []
        figure = entry.text if sums else entry.text.partition(" = ")[0]
        pieces.append([*mark, (figure, entry.tag), (entry.mark + (f" {name}" if name else ""), "muted")])
    return pieces


def _flatten(pieces: Sequence[Sequence[Run]]) -> Line:
    return tuple(run for piece in pieces for run in piece)

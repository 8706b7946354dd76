"""An infobox table set in lines of a given width; every figure knows which cells of which line it takes."""

from collections.abc import Iterable, Sequence

from sahel_tui.dataclass import dataclass
from sahel_tui.present.infobox import Entry, InfoboxTable
from sahel_tui.present.runs import Line, Run, join_runs, line_width, pad_line, wrap_runs
from sahel_tui.present.text import cell_width, fit, fit_end, wrap

_GAP = 2
_LEAST_COLUMN = 14
_MOST_LABEL = 20


@dataclass(frozen=True, slots=True)
class Spot:
    """The cells `start` to `end` of a line that show (a piece of) one figure."""

    start: int
    end: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class InfoboxLine:
    """One set line; `spots` are the figures in it that lead to evidence, from left to right."""

    line: Line
    spots: tuple[Spot, ...] = ()


def set_infobox(table: InfoboxTable, width: int) -> tuple[InfoboxLine, ...]:
    """The table in lines of at most `width` cells: columns side by side, or under each other where that is shorter."""
    subtitle = (InfoboxLine(((table.subtitle[start:end], "muted"),)) for start, end in wrap(table.subtitle, width))
    stacked = _stack(table, width)
    columns = _set_columns(table, width)
    figures = columns if columns and len(columns) <= len(stacked) else stacked
    announced, notes = _set_notes(table.notes, width)
    return (*subtitle, announced, *figures, *notes)


def _set_notes(notes: Sequence[str], width: int) -> tuple[InfoboxLine, list[InfoboxLine]]:
    """A line over the figures, empty without notes, and all notes in full for under them if it does not hold them."""
    if not notes:
        return InfoboxLine(()), []
    more = f" +{len(notes) - 1} below" if len(notes) > 1 else ""
    first = fit_end(notes[0], max(1, width - len(more)))
    lines = [InfoboxLine(line) for note in notes for line in wrap_runs([(note, "focus")], width)]
    whole = not more and first == notes[0]
    return InfoboxLine(((first, "focus"), (more, "muted"))), [] if whole else [InfoboxLine(()), *lines]


def _label_width(table: InfoboxTable, most: int) -> int:
    return min(_MOST_LABEL, most, max((cell_width(row.label) for row in table.rows), default=0)) + _GAP


def _set_columns(table: InfoboxTable, width: int) -> list[InfoboxLine]:
    """One column a side; nothing when a column would be too narrow to read."""
    count = max(1, len(table.columns))
    labels = _label_width(table, width // (3 if count < 3 else 5))
    column = (width - labels + _GAP) // count - _GAP
    if column < _LEAST_COLUMN:
        return []
    headings = [[InfoboxLine(line) for line in wrap_runs([(side.label, "heading")], column)] for side in table.columns]
    lines = _place_side_by_side("", headings, labels, column)
    for row in table.rows:
        room = width - labels if row.wide else column
        lines += _place_side_by_side(row.label, [_set_cell(cell, room) for cell in row.cells], labels, room)
    return lines


def _stack(table: InfoboxTable, width: int) -> list[InfoboxLine]:
    """The sides under each other, each with its own rows; then the rows about all of them."""
    labels = _label_width(table, width // 3)
    lines: list[InfoboxLine] = []
    for position, side in enumerate(table.columns):
        rows = [(row.label, row.cells[position]) for row in table.rows if not row.wide and row.cells[position]]
        lines += [InfoboxLine(((fit(side.label, width), "heading"),))] if rows else []
        for label, cell in rows:
            lines += _set_cell_beside(label, cell, labels, width)
    wide = (_set_cell_beside(row.label, row.cells[0], labels, width) for row in table.rows if row.wide)
    shared = [line for cell in wide for line in cell]
    return [*lines, InfoboxLine(()), *shared] if lines and shared else [*lines, *shared]


def _set_cell_beside(label: str, cell: Sequence[Entry], labels: int, width: int) -> list[InfoboxLine]:
    return _place_side_by_side(label, [_set_cell(cell, width - labels)], labels, width - labels)


_Cell = Sequence[InfoboxLine]


def _place_side_by_side(label: str, cells: Sequence[_Cell], labels: int, room: int) -> list[InfoboxLine]:
    names = [label[start:end] for start, end in wrap(label, labels - _GAP)]
    height = max([len(names), *(len(cell) for cell in cells)])
    lines: list[InfoboxLine] = []
    for number in range(height):
        name = names[number] if number < len(names) else ""
        runs: list[Run] = list(pad_line(((name, "muted"),), labels))
        spots: list[Spot] = []
        for position, cell in enumerate(cells):
            piece = cell[number] if number < len(cell) else InfoboxLine(())
            spots += _shift(piece.spots, labels + position * (room + _GAP))
            runs += pad_line(piece.line, room + _GAP if position < len(cells) - 1 else room)
        lines.append(InfoboxLine(join_runs(runs), tuple(spots)))
    return lines


def _shift(spots: Iterable[Spot], cells: int) -> tuple[Spot, ...]:
    return tuple(Spot(spot.start + cells, spot.end + cells, spot.entry) for spot in spots)


def _set_cell(entries: Sequence[Entry], width: int) -> list[InfoboxLine]:
    """The entries of a cell in lines: figures flow, values without a mark start a line each."""
    lines: list[InfoboxLine] = []
    for entry in entries:
        pieces = wrap_runs(_entry_runs(entry), width)
        last = lines[-1] if lines else InfoboxLine(())
        used = line_width(last.line) + 1
        if lines and entry.mark and used + line_width(pieces[0]) <= width:
            lines[-1] = _extend(last, pieces.pop(0), entry)
        lines += [_extend(InfoboxLine(()), piece, entry) for piece in pieces]
    return lines or [InfoboxLine((("–", "muted"),))]


def _entry_runs(entry: Entry) -> list[Run]:
    runs: list[Run] = [(f"{entry.mark} ", entry.mark_tag)] if entry.mark else []
    runs.append((entry.text, entry.tag))
    runs += [(f" {entry.voice}", "muted")] if entry.voice else []
    return [*runs, (f" {entry.note}", "focus")] if entry.note else runs


def _extend(before: InfoboxLine, runs: Line, entry: Entry) -> InfoboxLine:
    lead: Line = ((" ", ""),) if before.line else ()
    start = line_width(before.line) + len(lead)
    skip = cell_width(entry.mark) + 1 if entry.mark and runs and runs[0][0].startswith(entry.mark) else 0
    spot = Spot(start + skip, start + line_width(runs), entry)
    return InfoboxLine((*before.line, *lead, *runs), (*before.spots, *((spot,) if entry.claims else ())))

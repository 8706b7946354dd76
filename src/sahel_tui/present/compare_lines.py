"""The lines of a compare table: headings, group titles, rows with their verdicts."""

from collections.abc import Sequence
from itertools import zip_longest

from sahel_tui.present.compare_layout import GAP, GUTTER, INDENT, MARGIN, VERDICT, CompareLayout
from sahel_tui.present.compare_table import Cell, CellEntry, CompareGroup, CompareRow, CompareTable, Note
from sahel_tui.present.glyphs import ABOUT_ENEMY, CURSOR, NOTHING, glyph, verdict_tag
from sahel_tui.present.runs import Line, Run, Tag, align_ends, join_runs, line_width, pad_line
from sahel_tui.present.text import ELLIPSIS, cell_width, fit, fit_end, wrap
from sahel_tui.present.titles import shorten_title
from sahel_tui.present.voices import Voice

_SHORT_WIDTH = 50
_WHO = ("who says it →", "who says →", "→")
"""The voices stand in columns."""
_LEGEND = tuple(f"{ABOUT_ENEMY} {words}" for words in ("about its enemy", "of its enemy", "its enemy", "enemy"))
"""What the mark behind a figure means."""


def title_line(table: CompareTable, width: int) -> Line:
    """Event and dates at the left, the counts at the right; where it is narrow the dates go first, then counts."""
    head, _, rest = table.summary.partition(" · ")
    disputed = sum(row.verdict == "disputed" for row in table.rows)
    if width < _SHORT_WIDTH:
        head, rest = f"{glyph('disputed')}{disputed}" if disputed else "", ""
    tag: Tag = "disputed" if disputed else "muted"
    dates = f" · {table.subtitle}" if table.subtitle else ""
    counts_in_full = f" · {rest}" if rest else ""
    for shown, counts in ((dates, counts_in_full), ("", counts_in_full), ("", "")):
        if cell_width(table.title + shown + head + counts) + 3 <= width:
            break
    end: Line = join_runs(((head, tag), (counts, "muted")))
    title = shorten_title(table.title, max(0, width - line_width(end) - 3)) if not shown else table.title
    return align_ends(((title, "heading"), (shown, "muted")), end, width)


def heading_lines(table: CompareTable, layout: CompareLayout) -> tuple[Line, ...]:
    """The names of the voices, with who spoke or the rest of a long name on a second line."""
    rooms = [column.width - GUTTER for column in layout.columns]
    names = [_head(table.voices[c.voice], room) for c, room in zip(layout.columns, rooms, strict=True)]
    heads: list[list[Run]] = [[(" " * GUTTER, ""), (name, "heading")] for name, _ in names]
    first = _place(layout, heads, [(_head_verdict(layout.hidden), "muted")], [(_fit_label(_WHO, layout), "muted")])
    legend = _fit_label(_LEGEND if any(_is_about_enemy(row) for row in table.rows) else (), layout)
    second = _place(layout, [[(" " * GUTTER, ""), (detail, "muted")] for _, detail in names], [], [(legend, "muted")])
    lines = (first, second) if any(detail for _, detail in names) else (first,)
    return (_block_line(table, layout), *lines) if table.blocks else lines


def _fit_label(ways: Sequence[str], layout: CompareLayout) -> str:
    """The first of some words that fits left of the columns; under it stand those whose losses are counted."""
    fitting = (words for words in ways if cell_width(words) <= layout.label)
    return next(fitting, "").rjust(MARGIN + layout.label)


def _is_about_enemy(row: CompareRow) -> bool:
    return any(entry.mark == ABOUT_ENEMY for cell in row.cells for entry in cell)


def _head_verdict(hidden: int) -> str:
    """What stands over the verdicts: how many voices are out of sight, if there are any."""
    return f"+{hidden} more →" if hidden else "verdict"


def _head(voice: Voice, room: int) -> tuple[str, str]:
    if cell_width(voice.name) <= room or voice.detail:
        return fit(voice.name, room), shorten_name(voice.detail, room)
    spans = wrap(voice.name, room)
    first, rest = voice.name[: spans[0][1]], voice.name[spans[1][0] :] if len(spans) > 1 else ""
    return first, fit_end(rest, room)


def shorten_name(name: str, width: int) -> str:
    """A person's name in `width` cells: initials before the last word, then the last word alone.

    >>> shorten_name("Mohamed Elmaouloud Ramadane", 14), shorten_name("Moulay Ag Sidi Mola", 8)
    ('M. E. Ramadane', 'Mola')
    """
    words = name.split()
    if cell_width(name) <= width or not all(word[0].isupper() for word in words):
        return fit(name, width)
    initials = " ".join([f"{word[0]}." for word in words[:-1]] + words[-1:])
    return initials if cell_width(initials) <= width else fit(words[-1], width)


def _block_line(table: CompareTable, layout: CompareLayout) -> Line:
    """The title of each event over the columns of its voices."""
    runs: list[Run] = []
    filled = 0
    for block in table.blocks:
        columns = [column for column in layout.columns if block.first <= column.voice < block.last]
        if columns:
            start, end = columns[0].start + GUTTER, columns[-1].start + columns[-1].width
            title = shorten_title(block.title, end - start)
            runs += [(" " * (start - filled), ""), (title, "heading")]
            filled = start + cell_width(title)
    return join_runs(runs)


def group_line(group: CompareGroup, width: int, *, opens: str = "", pointed: bool = False) -> Line:
    """The name of a side or incident; of a folded one, how many rows it hides, and `opens`, the key that shows them."""
    count = f"  {len(group.rows)} row{'s' * (len(group.rows) > 1)}, {opens} opens" if opens else ""
    return title_runs(group.heading, count, width, pointed=pointed, tag="" if group.folded else "heading")


def title_runs(title: str, count: str, width: int, *, pointed: bool, tag: Tag = "") -> Line:
    """A title with what it hides, which gives way where it is narrow."""
    count = count if cell_width(count) + MARGIN + 12 <= width else ""
    title = fit_end(title, width - MARGIN - cell_width(count))
    return join_runs((_margin(pointed), (title, tag), (count, "muted")))


def _margin(pointed: bool) -> Run:
    return (f"{CURSOR if pointed else '':<{MARGIN}}", "focus")


def row_lines(row: CompareRow, layout: CompareLayout, *, pointed: bool = False) -> tuple[Line, ...]:
    """The lines of one row; `pointed` puts the cursor's mark before it."""
    cells = [_cell_runs(row.cells[column.voice], column.width) for column in layout.columns]
    verdicts = _verdict_runs(row, layout)
    label = fit_end(row.label, layout.label - INDENT)
    lines: list[Line] = []
    for number, (verdict, *pieces) in enumerate(zip_longest(verdicts, *cells, fillvalue=())):
        name: Run = (" " * INDENT + label if number == 0 else "", "focus" if pointed else "")
        lines.append(_place(layout, pieces, verdict, [_margin(pointed), name]))
    return tuple(lines)


def _cell_runs(cell: Cell, width: int) -> list[list[Run]]:
    return [_entry_runs(entry, width) for entry in cell] or [[(" " * GUTTER, ""), (NOTHING, "muted")]]


def _entry_runs(entry: CellEntry, width: int) -> list[Run]:
    disputed = glyph("disputed") if entry.tag == "disputed" else ""
    text = fit_figure(entry, width)
    return [(f"{disputed:>{GUTTER}}", entry.tag), (text, entry.tag), (entry.mark, "muted")]


def fit_figure(entry: CellEntry, width: int) -> str:
    """The figure for a column of `width` cells: of a sum that is too long the total alone, as `31 =…`."""
    room = width - GUTTER - cell_width(entry.mark)
    total, summed, _ = entry.text.partition(" = ")
    ways = (entry.text, f"{total} ={ELLIPSIS}", total) if summed else (entry.text,)
    return next((way for way in ways if cell_width(way) <= room), fit(total, room))


def _verdict_runs(row: CompareRow, layout: CompareLayout) -> list[list[Run]]:
    """Glyph and spread with the first sentence, then a line for each other note, wrapped where there is room."""
    mark = f"{glyph(row.verdict)} {row.spread}".rstrip()
    lines: list[list[Run]] = [[(mark, verdict_tag(row.verdict))]]
    # That only one voice speaks can be seen without saying it.
    for note in row.notes if layout.sentence and row.verdict != "single" else ():
        spoken = note.verdict == row.verdict
        lead = "" if spoken else f"{glyph(note.verdict)} "
        for number, (start, end) in enumerate(wrap(note.text, layout.sentence - cell_width(lead))):
            shown: list[Run] = [
                (lead if number == 0 else " " * cell_width(lead), verdict_tag(note.verdict)),
                (note.text[start:end], _note_tag(note)),
            ]
            if len(lines) == 1 and len(lines[0]) == 1 and spoken:
                lines[0] += [(" " * (VERDICT + 1 - cell_width(mark)), ""), *shown]
            else:
                lines.append([(" " * (VERDICT + 1), ""), *shown])
    return lines


def _place(
    layout: CompareLayout, cells: Sequence[Sequence[Run]], verdict: Sequence[Run], label: Sequence[Run] = ()
) -> Line:
    """One line with everything in its column."""
    runs: list[Run] = list(pad_line(tuple(label), MARGIN + layout.label + GAP))
    for column, cell in zip(layout.columns, cells, strict=True):
        runs += pad_line(tuple(cell), column.width + GAP)
    return join_runs((*runs, *verdict))


def note_lines(row: CompareRow, width: int) -> tuple[Line, ...]:
    """The sentences of a row, each from a line of its own, for where the table has no room for them."""
    lines: list[Line] = []
    for note in row.notes:
        mark = f"{glyph(note.verdict)} " if glyph(note.verdict) else ""
        for number, (start, end) in enumerate(wrap(note.text, width - cell_width(mark))):
            lead = mark if number == 0 else " " * cell_width(mark)
            lines.append(join_runs(((lead, verdict_tag(note.verdict)), (note.text[start:end], _note_tag(note)))))
    return tuple(lines)


def _note_tag(note: Note) -> Tag:
    return "" if note.verdict == "disputed" else "muted"

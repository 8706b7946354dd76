"""The table at the top of the compare screen: its lines, and where among them the cursor stands."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sahel_tui.dataclass import dataclass, replace
from sahel_tui.present.compare_layout import (
    GUTTER,
    MARGIN,
    CompareLayout,
    Widths,
    lay_out,
    measure,
    page_voices,
    squeeze,
)
from sahel_tui.present.compare_lines import fit_figure, group_line, heading_lines, row_lines, title_runs
from sahel_tui.present.compare_table import CompareRow
from sahel_tui.present.glyphs import glyph
from sahel_tui.present.runs import Line
from sahel_tui.present.text import cell_width
from sahel_tui.tui.compare.cursor import OTHERS, Cursor, Stop
from sahel_tui.tui.compare.narrow_row import draw_narrow_row

Cells = tuple[int, int]
"""First cell of a stretch of a line and the one after its last."""


@dataclass(frozen=True, slots=True)
class TablePart:
    """Lines of the table and where in them the cursor stands."""

    headings: tuple[Line, ...]
    body: tuple[Line, ...]
    first: int
    """Body line of the stop under the cursor."""
    last: int
    """Its last line."""
    cell: Cells
    """The figure under the cursor on its first line; empty when there is none."""
    sentence: bool
    """Whether the verdicts' sentences stand in the table."""
    spots: tuple["Spot", ...] = ()
    """Where the cursor may go."""
    titles: tuple[int, ...] = ()
    """For each body line the one with the title it stands under."""
    disputed: tuple[int, ...] = ()
    """The first body lines of disputed rows."""
    hidden: tuple[str, ...] = ()
    """Voices that speak and have no column, those whose figures are disputed first and marked."""


class Spot(NamedTuple):
    """A place of the table that the cursor may go to."""

    line: int
    """Body line, or line of the screen."""
    start: int
    """Its first cell."""
    stop: Stop
    voice: int | None
    """None where the line is one place."""


def draw_wide(cursor: Cursor, width: int) -> TablePart:
    """A column a voice, as many as fit."""
    pages, widths = _make_pages(cursor, width)
    shown = pages[choose_page(cursor, pages)]
    hidden = sorted({voice for page in pages for voice in page}.difference(shown))
    layout = lay_out(widths, width, shown, len(hidden))
    parts = [(stop, _draw_stop(cursor, stop, layout)) for stop in cursor.list_lines()]
    part = _assemble(
        cursor, heading_lines(cursor.table, layout), parts, _find_cell(cursor, layout), bool(layout.sentence)
    )
    return replace(part, spots=tuple(_find_cells(cursor, part.spots, layout)), hidden=_name_hidden(cursor, hidden))


def _name_hidden(cursor: Cursor, hidden: Sequence[int]) -> tuple[str, ...]:
    """The names of voices without a column, `≠` before those that dispute something in a row that is shown."""
    rows = _open_rows(cursor)
    disputing = {v for v in hidden for row in rows if any(entry.tag == "disputed" for entry in row.cells[v])}
    ordered = sorted(hidden, key=lambda voice: (voice not in disputing, voice not in cursor.speaking))
    names = ((voice, cursor.table.voices[voice].short) for voice in ordered)
    return tuple(f"{glyph('disputed')} {name}" if voice in disputing else name for voice, name in names)


def _find_cells(cursor: Cursor, spots: Sequence[Spot], layout: CompareLayout) -> Iterator[Spot]:
    """The cells of each row that say something, and the titles."""
    for spot in spots:
        row = cursor.row_at(spot.stop)
        if row is None:
            yield spot
            continue
        for column in layout.columns:
            if row.cells[column.voice]:
                yield spot._replace(start=column.start + GUTTER, voice=column.voice)


def _find_cell(cursor: Cursor, layout: CompareLayout) -> Cells:
    """Where the figure under the cursor stands."""
    for column in layout.columns:
        if column.voice == cursor.cell_voice and cursor.cell:
            start = column.start + GUTTER
            return start, start + cell_width(fit_figure(cursor.cell[0], column.width))
    return 0, 0


def draw_narrow(cursor: Cursor, width: int) -> TablePart:
    """One line a row: its label, the two figures furthest apart, the spread."""
    parts: list[tuple[Stop, tuple[Line, ...]]] = []
    cell = (0, 0)
    for stop in cursor.list_lines():
        if stop.row is None:
            parts.append((stop, (_draw_title(cursor, stop, width),)))
        else:
            pointed = stop == cursor.here
            line, found = draw_narrow_row(cursor, cursor.table.groups[stop.group].rows[stop.row], pointed, width)
            parts.append((stop, (line,)))
            cell = found if pointed else cell
    return _assemble(cursor, (), parts, cell, False)


def find_pages(cursor: Cursor, width: int) -> tuple[tuple[int, ...], ...]:
    """The pages of voices at this width; voices that speak in folded groups only are left out."""
    return _make_pages(cursor, width)[0]


def _make_pages(cursor: Cursor, width: int) -> tuple[tuple[tuple[int, ...], ...], Widths]:
    rows = _open_rows(cursor)
    speaking = [voice for voice in range(len(cursor.table.voices)) if any(row.cells[voice] for row in rows)]
    widths = squeeze(measure(cursor.table, rows, width), width, speaking)
    return page_voices(widths, width, speaking, _list_kept(cursor)), widths


def _list_kept(cursor: Cursor) -> tuple[int, ...]:
    """The voices of the verdict, which are on every page; where there is only one, also the one that is quoted."""
    apart = cursor.row.apart if cursor.row else ()
    quoted = cursor.opponent
    return apart if len(apart) > 1 or quoted is None or quoted in apart else tuple(sorted((*apart, quoted)))


def _open_rows(cursor: Cursor) -> list[CompareRow]:
    groups = [group for number, group in enumerate(cursor.table.groups) if cursor.is_open(number)]
    return [row for group in groups for row in group.rows]


def choose_page(cursor: Cursor, pages: Sequence[Sequence[int]]) -> int:
    """The page the reader turned to; the one with the cell under the cursor if that is not on it."""
    page = cursor.page % len(pages)
    if cursor.row is None or cursor.cell_voice in pages[page]:
        return page
    return next((number for number, voices in enumerate(pages) if cursor.cell_voice in voices), page)


def _draw_stop(cursor: Cursor, stop: Stop, layout: CompareLayout) -> tuple[Line, ...]:
    if stop.row is None:
        return (_draw_title(cursor, stop, layout.width),)
    return row_lines(cursor.table.groups[stop.group].rows[stop.row], layout, pointed=stop == cursor.here)


def _draw_title(cursor: Cursor, stop: Stop, width: int) -> Line:
    pointed, opens = stop == cursor.here, "" if cursor.is_open(stop.group) else cursor.open_key
    if stop.group != OTHERS:
        return group_line(cursor.table.groups[stop.group], width, opens=opens, pointed=pointed)
    words = f"counted apart: {len(cursor.others)} other incidents"
    return title_runs(words, f", {opens} opens" if opens else "", width, pointed=pointed)


def _assemble(
    cursor: Cursor,
    headings: tuple[Line, ...],
    parts: Sequence[tuple[Stop, tuple[Line, ...]]],
    cell: Cells,
    sentence: bool,
) -> TablePart:
    body: list[Line] = []
    spots: list[Spot] = []
    titles: list[int] = []
    disputed: list[int] = []
    first = last = title = 0
    for stop, lines in parts:
        if cursor.can_stand(stop):
            spots.append(Spot(len(body), MARGIN, stop, None))
        row = cursor.row_at(stop)
        if row and row.verdict == "disputed":
            disputed.append(len(body))
        if stop == cursor.here:
            first, last = len(body), len(body) + len(lines) - 1
        title = len(body) if stop.row is None else title
        titles += [title] * len(lines)
        body += lines
    places = (tuple(spots), tuple(titles), tuple(disputed))
    return TablePart(headings, tuple(body), first, last, cell, sentence, *places)

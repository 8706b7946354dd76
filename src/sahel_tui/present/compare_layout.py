"""Where a compare table's cells stand at a given width, and which voices are seen when not all of them fit."""

from collections.abc import Sequence

from sahel_tui.dataclass import dataclass, replace
from sahel_tui.present.compare_table import CompareRow, CompareTable
from sahel_tui.present.text import cell_width

MARGIN = 2
"""Cells left of everything; the cursor's mark stands in the first."""
GUTTER = 2
"""Cells before a figure; the `≠` of a disputed one stands close to it, so that it is no sign between two figures."""
INDENT = 2
GAP = 2
VERDICT = 8
"""Cells of glyph and spread."""

_LEAST_LABEL, _MOST_LABEL = 8, 24
_LEAST_FIGURE, _MOST_FIGURE = 6, 20
_MOST_NAME = 14
_LEAST_SENTENCE = 24
_LEAST_COLUMNS = 3
"""The two voices of the verdict, and one that changes."""
_MORE = 2
"""Cells that `+99 more →` needs beyond those of the verdict under it and the gap before it."""


@dataclass(frozen=True, slots=True)
class Column:
    """One voice on the screen: `width` cells from `start`, the gutter among them."""

    voice: int
    """Index into `CompareTable.voices`."""
    start: int
    width: int


@dataclass(frozen=True, slots=True)
class CompareLayout:
    """Widths and places, in cells."""

    width: int
    label: int
    columns: tuple[Column, ...]
    verdict: int
    """Where glyph and spread begin."""
    sentence: int
    """Room for the verdict's sentence beside it; 0 when there is too little for one."""
    hidden: int = 0
    """How many voices that speak have no column."""


@dataclass(frozen=True, slots=True)
class Widths:
    """What the parts of a table need, going by the rows that are shown."""

    label: int
    voices: tuple[int, ...]
    """One for each voice of the table."""
    least: tuple[int, ...]
    """The same with names broken and shortened to their longest word."""
    wished: tuple[int, ...]
    """What `voices` were before they were squeezed."""

    def total(self, voices: Sequence[int]) -> int:
        """Cells of the columns of `voices`, gaps and all."""
        return sum(self.voices[voice] + GAP for voice in voices)


def measure(table: CompareTable, rows: Sequence[CompareRow], width: int) -> Widths:
    """The widths for `rows` of `table` on a line of `width` cells."""
    label = max((cell_width(row.label) for row in rows), default=0) + INDENT
    measured = [_measure_voice(table, rows, voice) for voice in range(len(table.voices))]
    voices, least = tuple(most for most, _ in measured), tuple(least for _, least in measured)
    return Widths(max(_LEAST_LABEL, min(label, _MOST_LABEL, width // 4)), voices, least, voices)


def _measure_voice(table: CompareTable, rows: Sequence[CompareRow], voice: int) -> tuple[int, int]:
    """Cells of a voice's column: its widest figure, or its name when that is wider; the same for a shortened name."""
    figures = max((cell_width(entry.text + entry.mark) for row in rows for entry in row.cells[voice]), default=0)
    name, detail = table.voices[voice].name, table.voices[voice].detail
    short = detail.split()[-1:] + ([name] if detail else name.split())
    headings = max(cell_width(name), cell_width(detail)), max(map(cell_width, short), default=0)
    whole, least = (max(_LEAST_FIGURE, min(_MOST_FIGURE, figures), min(_MOST_NAME, heading)) for heading in headings)
    return GUTTER + whole, GUTTER + least


def lay_out(widths: Widths, width: int, voices: Sequence[int], hidden: int = 0) -> CompareLayout:
    """The layout on lines of `width` cells with `voices` as columns, `hidden` others left out."""
    start = MARGIN + widths.label + GAP
    spare = _room(widths, width) - widths.total(voices) - (_MORE if hidden else 0)
    columns: list[Column] = []
    for voice in voices:
        wider = max(0, min(spare, widths.wished[voice] - widths.voices[voice]))
        columns.append(Column(voice, start, widths.voices[voice] + wider))
        start += columns[-1].width + GAP
        spare -= wider
    room = width - start - VERDICT - 1 - MARGIN
    return CompareLayout(width, widths.label, tuple(columns), start, room if room >= _LEAST_SENTENCE else 0, hidden)


def squeeze(widths: Widths, width: int, voices: Sequence[int]) -> Widths:
    """The widths; where not all of `voices` fit `width`, with short names and no column wider than a third."""
    if widths.total(voices) <= _room(widths, width):
        return widths
    most = max(GUTTER + _LEAST_FIGURE, (_room(widths, width) - _MORE) // _LEAST_COLUMNS - GAP)
    return replace(widths, voices=tuple(min(column, most) for column in widths.least))


def _room(widths: Widths, width: int) -> int:
    return width - MARGIN - widths.label - GAP - VERDICT


def page_voices(widths: Widths, width: int, voices: Sequence[int], apart: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """`voices` in pages that fit `width`; those in `apart` are on every page where they fit. At least one page."""
    room = _room(widths, width)
    if widths.total(voices) <= room:
        return (tuple(voices),)
    room -= _MORE
    kept = _take_fitting(widths, apart, room)
    rest = [voice for voice in voices if voice not in kept]
    pages: list[tuple[int, ...]] = []
    while rest:
        page = _take_fitting(widths, rest, room - widths.total(kept)) or (rest[0],)
        rest = rest[len(page) :]
        beside = _take_fitting(widths, kept, room - widths.total(page))
        pages.append(tuple(sorted((*beside, *page))))
    seen = {voice for page in pages for voice in page}
    return (*((kept,) if not seen >= set(kept) or not pages else ()), *pages)


def _take_fitting(widths: Widths, voices: Sequence[int], room: int) -> tuple[int, ...]:
    """The first of `voices` that fit `room` together."""
    count = 0
    while count < len(voices) and widths.total(voices[: count + 1]) <= room:
        count += 1
    return tuple(voices[:count])

"""The last frame as cells, and the bytes that turn it into the next one."""

from itertools import chain

from rich.color import ColorSystem
from textual._compositor import ChopsUpdate, LayoutUpdate

from sahel_tui.tui.wire.cells import Row, blank_row, last_character, put_cells, read_cells
from sahel_tui.tui.wire.painter import Abilities, Painter, common_blank

Update = LayoutUpdate | ChopsUpdate
"""What Textual's compositor hands over: all rows, or the changed pieces of some."""


class LastFrame:
    """What the terminal shows, as far as we know."""

    def __init__(self, abilities: Abilities) -> None:
        self._abilities = abilities
        self._rows: list[Row] = []
        self._known = False
        self._cursor: tuple[int, int] | None = None

    def forget(self) -> None:
        """The terminal may show anything now: the next frame is drawn in full."""
        self._known = False

    def encode(self, update: Update, colours: ColorSystem, cursor: tuple[int, int]) -> str:
        """The bytes that draw `update` and leave the cursor at column and row `cursor`; empty if all is there."""
        width, height = _size(update)
        if len(self._rows) != height or (height and len(self._rows[0]) != width):
            self._rows = [blank_row(width) for _ in range(height)]
            self._known = False
        rows = _changed_rows(update, self._rows, colours)
        painter = Painter(self._abilities, width, self._cursor if self._known else None)
        old = self._rows
        self._rows = [rows.get(y, row) for y, row in enumerate(old)]
        if not self._known:
            ground = painter.clear(common_blank(self._rows))
            old = [blank_row(width, ground)] * height
            rows = dict(enumerate(self._rows))
        painter.paint((y, old[y], rows[y]) for y in sorted(rows) if old[y] != rows[y])
        self._known, self._cursor = True, cursor
        return painter.finish(*cursor)


def _size(update: Update) -> tuple[int, int]:
    if isinstance(update, LayoutUpdate):
        return update.region.width, update.region.height
    return update.chop_ends[0][-1], len(update.chops)


def _changed_rows(update: Update, rows: list[Row], colours: ColorSystem) -> dict[int, Row]:
    """New rows by number, for those that `update` speaks of."""
    if isinstance(update, LayoutUpdate):
        return _whole_rows(update, colours)
    return _patched_rows(update, rows, colours)


def _whole_rows(update: LayoutUpdate, colours: ColorSystem) -> dict[int, Row]:
    width = update.region.width
    rows = {}
    for y, strips in enumerate(update.strips):
        rows[y] = blank_row(width)
        put_cells(rows[y], 0, width, read_cells(chain.from_iterable(strips), colours, []))
    return rows


def _patched_rows(update: ChopsUpdate, rows: list[Row], colours: ColorSystem) -> dict[int, Row]:
    patched: dict[int, Row] = {}
    for y, first, last in update.spans:
        for end, (start, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is not None and start < last and end > first:
                row = patched.setdefault(y, rows[y].copy())
                before = last_character(row, start)
                cells = read_cells(strip, colours, before)
                start -= len(before)
                put_cells(row, start, min(end, start + _after_whole(cells, last - start)), cells)
    return patched


def _after_whole(cells: Row, cut: int) -> int:
    """The cut, moved behind the wide character it would halve."""
    return cut + 1 if cut < len(cells) and cells[cut][0] == "" else cut

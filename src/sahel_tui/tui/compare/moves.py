"""The keys that only move the reader: each a name, what it does to the cursor, and what it says when it cannot."""

from collections.abc import Callable
from functools import partial

from sahel_tui.tui.commands import NOT_AWAY, SAME_PLACE
from sahel_tui.tui.compare.cursor import Cursor

Move = Callable[[Cursor, int | None], str | None]
"""Moves the cursor, as often as a number typed says; the line to say when there is nowhere to go."""

_SCROLL = 2
"""Lines a key scrolls the texts: as many as are seen at once where it is narrowest, so that none is jumped over."""


def _step_row(cursor: Cursor, count: int | None, rows: int) -> None:
    cursor.move(rows * (count or 1))


def _step_voice(cursor: Cursor, count: int | None, steps: int) -> None:
    cursor.move_sideways(steps * (count or 1))


def _go_to_end(cursor: Cursor, count: int | None, direction: int) -> None:
    """To an end, or to the row of the number typed."""
    cursor.remember()
    cursor.move(count - 1 - cursor.stop if count else direction * len(cursor.stops))


def _step_dispute(cursor: Cursor, count: int | None, step: int) -> str | None:
    cursor.remember()
    before = cursor.stop
    steps = min(count or 1, len(cursor.table.rows))
    if not all([cursor.next_dispute(step) for _ in range(steps)]):
        return "no figure is disputed here"
    return "no other row is disputed" if cursor.stop == before else None


def _go_back(cursor: Cursor, count: int | None) -> str | None:
    before = cursor.here, cursor.cell_voice
    if not cursor.return_to_remembered():
        return NOT_AWAY
    return SAME_PLACE if (cursor.here, cursor.cell_voice) == before else None


def _scroll(cursor: Cursor, count: int | None, lines: int) -> None:
    cursor.scroll_texts(lines * (count or 1))


HELD: dict[str, Move] = {
    "down": partial(_step_row, rows=1),
    "up": partial(_step_row, rows=-1),
    "left": partial(_step_voice, steps=-1),
    "right": partial(_step_voice, steps=1),
}
"""Moves whose keys are often held down: while they are, only the table follows."""

MOVES: dict[str, Move] = HELD | {
    "first": partial(_go_to_end, direction=-1),
    "last": partial(_go_to_end, direction=1),
    "next_dispute": partial(_step_dispute, step=1),
    "previous_dispute": partial(_step_dispute, step=-1),
    "came_from": _go_back,
    "texts_down": partial(_scroll, lines=_SCROLL),
    "texts_up": partial(_scroll, lines=-_SCROLL),
}

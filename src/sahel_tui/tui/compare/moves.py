"""The keys that only move the reader: each a name, what it does to the cursor, and what it says when it cannot."""

from collections.abc import Callable
from functools import partial

from sahel_tui.tui.compare.cursor import Cursor

Move = Callable[[Cursor], str | None]
"""Moves the cursor; the line to say when there is nowhere to go."""

_SCROLL = 2
"""Lines a key scrolls the texts: as many as are seen at once where it is narrowest, so that none is jumped over."""


def _step_row(cursor: Cursor, rows: int) -> None:
    cursor.move(rows)


def _step_voice(cursor: Cursor, steps: int) -> None:
    cursor.move_sideways(steps)


def _go_to_end(cursor: Cursor, direction: int) -> None:
    cursor.move(direction * len(cursor.stops))


def _step_dispute(cursor: Cursor, step: int) -> str | None:
    return None if cursor.next_dispute(step) else "no figure is disputed here"


def _scroll(cursor: Cursor, lines: int) -> None:
    cursor.scroll_texts(lines)


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
    "texts_down": partial(_scroll, lines=_SCROLL),
    "texts_up": partial(_scroll, lines=-_SCROLL),
}

"""One frame for each thing that was pressed: what nobody looks at in between is not painted.

Without a terminal Textual paints several frames for one key, half of what these tests cost; `tests/terminal` looks at
all of them. What is painted here stays in the caches as in a terminal, so that a line nobody repaints is still seen.
"""

from weakref import WeakSet

import pytest
from textual.app import App
from textual.screen import Screen

_paint = Screen._compositor_refresh
_waiting: "WeakSet[Screen[object]]" = WeakSet()
"""Screens on which something is to be painted."""


def paint_when_settled(patch: pytest.MonkeyPatch) -> None:
    """Leave painting to `paint_now`."""
    patch.setattr(Screen, "_compositor_refresh", _put_off)


def paint_now(app: App[object]) -> None:
    """Paint what has changed, on every screen that is seen."""
    for screen in (*app._background_screens, app.screen):
        if screen in _waiting:
            _waiting.discard(screen)
            _paint(screen)


def _put_off(screen: "Screen[object]") -> None:
    _waiting.add(screen)

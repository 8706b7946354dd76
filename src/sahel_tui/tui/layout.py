"""Which panes are seen, and how wide, at each terminal size; no terminal needed to know it."""

from typing import Literal

PaneName = Literal["list", "infobox", "article"]
Layout = Literal["wide", "normal", "narrow", "tiny"]

LEAST_WIDTH, LEAST_HEIGHT = 20, 5
NARROW_WIDTH = 60
WIDE_WIDTH, WIDE_HEIGHT = 120, 18
NORMAL_LIST_WIDTH = 34
TEXT_WIDTH = 90
"""The longest line of running text, margin not counted."""


def choose_layout(width: int, height: int) -> Layout:
    """The layout for a terminal of `width` × `height` cells.

    >>> choose_layout(120, 40), choose_layout(80, 24), choose_layout(40, 15), choose_layout(19, 5)
    ('wide', 'normal', 'narrow', 'tiny')
    """
    if width < LEAST_WIDTH or height < LEAST_HEIGHT:
        return "tiny"
    if width <= NARROW_WIDTH:
        return "narrow"
    return "wide" if width >= WIDE_WIDTH and height >= WIDE_HEIGHT else "normal"


def choose_panes(layout: Layout, focus: PaneName, side: PaneName, zoomed: bool) -> tuple[PaneName, ...]:
    """The panes on the screen; `side` is what stands beside the list where there is room for one only."""
    if layout == "tiny":
        return ()
    if zoomed or layout == "narrow":
        return (focus,)
    return ("list", "infobox", "article") if layout == "wide" else ("list", side)


def list_width(layout: Layout, width: int) -> int:
    """Cells the list takes when other panes stand beside it.

    >>> list_width("wide", 120), list_width("wide", 200), list_width("normal", 80)
    (52, 60, 34)
    """
    return min(60, width * 13 // 30) if layout == "wide" else NORMAL_LIST_WIDTH

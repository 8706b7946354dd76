"""How the lines and cells of the screen are shared between the table, the scale and the texts."""

from sahel_tui.dataclass import dataclass

NARROW_WIDTH = 60
SIDE_BY_SIDE_WIDTH = 100
LEAST_WIDTH, LEAST_HEIGHT = 20, 5
AIRY_HEIGHT = 30
_LEAST_TEXT = 3
"""Lines without which one of two texts says too little: its heading and two around the figure."""
_LEAST_LONE_TEXT = 2


@dataclass(frozen=True, slots=True)
class Heights:
    """Lines for each part; `air` is a blank line above and below the table."""

    table: int
    scale: int
    texts: int
    air: bool


def margin(width: int) -> int:
    """Blank cells at both edges; a narrow terminal has none to spare."""
    return 2 if width > NARROW_WIDTH else int(width > LEAST_WIDTH)


def count_texts(free: int, width: int) -> tuple[int, int]:
    """How many of the two texts are shown, and the lines they must have; two where a line of the table is left.

    >>> count_texts(9, 40), count_texts(6, 40), count_texts(6, 120)
    ((2, 6), (1, 2), (2, 3))
    """
    both = _LEAST_TEXT if width >= SIDE_BY_SIDE_WIDTH else 2 * _LEAST_TEXT
    return (2, both) if free > both else (1, _LEAST_LONE_TEXT)


def share_heights(free: int, *, table: int, scale: int, texts: int, least: int = _LEAST_LONE_TEXT) -> Heights:
    """Divide `free` lines by what each part could use: the texts are sure of half, the scale gets what is left over.

    Where the whole table fits when the texts make do with two fifths, they do. The texts have `least` lines in any
    case, so that the table does not grow and shrink under a moving cursor.

    >>> share_heights(34, table=9, scale=4, texts=12)
    Heights(table=9, scale=5, texts=18, air=True)
    >>> share_heights(3, table=9, scale=4, texts=12)
    Heights(table=1, scale=0, texts=2, air=False)
    >>> share_heights(17, table=9, scale=4, texts=9)
    Heights(table=9, scale=0, texts=8, air=False)
    """
    air = free >= AIRY_HEIGHT
    free -= 2 * air
    sure = max(least, min(texts, free * 11 // 20))
    if free - sure < table <= free - max(least, free * 2 // 5):
        sure = free - table
    shown = max(1, min(table, free - sure))
    left = free - shown - sure
    shown_scale = scale + 1 if scale and left > scale else 0
    return Heights(shown, shown_scale, free - shown - shown_scale, air)


def share_with_plot(free: int, *, table: int, scale: int) -> Heights:
    """Divide `free` lines when the reader asks for the scale: it comes before the texts, which get what is left.

    >>> share_with_plot(11, table=9, scale=4), share_with_plot(26, table=9, scale=4)
    (Heights(table=6, scale=5, texts=0, air=False), Heights(table=9, scale=5, texts=12, air=False))
    """
    scale = min(scale + 1, free - 1)
    shown = max(1, min(table, free - scale))
    return Heights(shown, scale, free - shown - scale, False)

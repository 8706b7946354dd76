"""How the lines of the screen are shared between the table, the scale and the texts."""

from dataclasses import dataclass

NARROW_WIDTH = 60
SIDE_BY_SIDE_WIDTH = 100
LEAST_WIDTH, LEAST_HEIGHT = 20, 5
_STACKED_HEIGHT = 18
AIRY_HEIGHT = 30


@dataclass(frozen=True, slots=True)
class Heights:
    """Lines for each part; `air` is a blank line above and below the table."""

    table: int
    scale: int
    texts: int
    air: bool


def count_texts(width: int, height: int) -> int:
    """How many of the two texts are shown: both from 61×18 up, else the one under the cursor."""
    return 2 if width > NARROW_WIDTH and height >= _STACKED_HEIGHT else 1


def share_heights(free: int, *, table: int, scale: int, texts: int) -> Heights:
    """Divide `free` lines by what each part could use: the texts are sure of half, the scale gets what is left over.

    >>> share_heights(34, table=9, scale=4, texts=12)
    Heights(table=9, scale=5, texts=18, air=True)
    >>> share_heights(3, table=9, scale=4, texts=12)
    Heights(table=1, scale=0, texts=2, air=False)
    """
    air = free >= AIRY_HEIGHT
    free -= 2 * air
    sure = min(texts, max(2, free * 11 // 20))
    shown = max(1, min(table, free - sure))
    left = free - shown - sure
    shown_scale = scale + 1 if scale and left > scale else 0
    return Heights(shown, shown_scale, free - shown - shown_scale, air)

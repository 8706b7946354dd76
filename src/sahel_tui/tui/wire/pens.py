"""Pens: the attributes a cell is drawn with, and the fewest bytes that lead from one pen to another."""

from functools import lru_cache
from typing import NamedTuple

RESET = "\x1b[m"

_OFF = {
    "1": "22",
    "2": "22",
    "3": "23",
    "4": "24",
    "5": "25",
    "6": "25",
    "7": "27",
    "8": "28",
    "9": "29",
    "21": "24",
    "51": "54",
    "52": "54",
    "53": "55",
}
_EXTENDED_COLOUR = {"5": 3, "2": 5}  # codes in `38;5;n` and `38;2;r;g;b`
_REVERSE = "7"
_SEEN_ON_BLANK = frozenset({"4", "7", "9", "21", "51", "52", "53"})


class Pen(NamedTuple):
    """Attributes and colours as SGR codes; an empty colour is the terminal's own."""

    attributes: frozenset[str] = frozenset()
    foreground: str = ""
    background: str = ""


PLAIN = Pen()


@lru_cache(maxsize=4096)
def read_pen(codes: str) -> Pen:
    """The pen that SGR `codes` select from a reset terminal.

    >>> read_pen("1;38;5;214;48;5;233")
    Pen(attributes=frozenset({'1'}), foreground='38;5;214', background='48;5;233')
    """
    attributes: set[str] = set()
    foreground = background = ""
    rest = codes.split(";") if codes else []
    while rest:
        length = _EXTENDED_COLOUR.get(rest[1], 1) if rest[0] in {"38", "48"} and len(rest) > 1 else 1
        code, rest = ";".join(rest[:length]), rest[length:]
        if code in _OFF:
            attributes.add(code)
        elif code.startswith(("4", "10")):
            background = "" if code == "49" else code
        elif code.startswith(("3", "9")):
            foreground = "" if code == "39" else code
    return Pen(frozenset(attributes), foreground, background)


@lru_cache(maxsize=8192)
def change_pen(old: Pen, new: Pen) -> str:
    """The shortest escape sequence that turns `old` into `new`; empty when they are the same."""
    if old == new:
        return ""
    if new == PLAIN:
        return RESET
    step = f"\x1b[{';'.join(_steps(old, new))}m"
    fresh = f"\x1b[0;{';'.join(_steps(PLAIN, new))}m"
    return min(step, fresh, key=len)


def _steps(old: Pen, new: Pen) -> list[str]:
    """The SGR codes from `old` to `new`, switching off before switching on: 22 ends both bold and dim."""
    ended = {_OFF[code] for code in old.attributes - new.attributes}
    begun = sorted(code for code in new.attributes if code not in old.attributes or _OFF[code] in ended)
    steps = [*sorted(ended), *begun]
    if old.foreground != new.foreground:
        steps.append(new.foreground or "39")
    if old.background != new.background:
        steps.append(new.background or "49")
    return steps


@lru_cache(maxsize=4096)
def blank_pen(pen: Pen) -> Pen:
    """What can be seen of `pen` on a space: two spaces whose blank pens are equal look the same."""
    if _REVERSE in pen.attributes:
        return pen
    seen = pen.attributes & _SEEN_ON_BLANK
    return Pen(seen, pen.foreground if seen else "", pen.background)


@lru_cache(maxsize=8192)
def pen_for_blank(current: Pen, wanted: Pen) -> Pen:
    """The pen nearest to `current` that draws a space as the blank pen `wanted` does."""
    if blank_pen(current) == wanted:
        return current
    if wanted.attributes:
        return wanted
    return Pen(current.attributes - _SEEN_ON_BLANK, current.foreground, wanted.background)

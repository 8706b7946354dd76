"""Colour for a terminal: the program's own marks, wherever they stand in a line. They say the same without it."""

import os
import re
from collections.abc import Mapping

from sahel_tui.present.evidence import CLOSE, OPEN
from sahel_tui.present.glyphs import glyph

_ORANGE, _YELLOW = "\x1b[1;38;5;166m", "\x1b[1;33m"
"""For terminals of 256 colours one that is read on black and on white; of the sixteen there is none."""
_QUOTED, _HEADING, _PLAIN = "\x1b[4m", "\x1b[1m", "\x1b[m"
_FIGURE = re.compile(rf"{glyph('disputed')}(?: ?[×\d]\S*)?")
"""The sign of a dispute with the figure or the spread behind it."""
_RULE = re.compile(r"=+ .* =+|── .*")


def wants_colour(when: str, is_terminal: bool) -> bool:
    """Whether to paint; `auto` is a terminal that can, unless NO_COLOR is set."""
    if when == "auto":
        return is_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") not in (None, "dumb")
    return when == "always"


class MarkPainter:
    """Paints line after line; a quotation may go on over several.

    >>> MarkPainter({"TERM": "xterm"}).paint("14 Mali ≠ 12 JNIM")
    '14 Mali \\x1b[1;33m≠ 12\\x1b[m JNIM'
    """

    def __init__(self, environment: Mapping[str, str]) -> None:
        many = "256color" in environment.get("TERM", "") or environment.get("COLORTERM") in ("truecolor", "24bit")
        self._disputed = _ORANGE if many else _YELLOW
        self._quoting = False

    def paint(self, line: str) -> str:
        """A line that holds nothing acting, with colours."""
        if _RULE.fullmatch(line):
            return f"{_HEADING}{line}{_PLAIN}"
        pieces = []
        for piece in re.split(f"([{OPEN}{CLOSE}])", line):
            if piece in (OPEN, CLOSE):
                self._quoting = piece == OPEN
            elif self._quoting and piece.strip():
                inner = piece.lstrip()
                piece = f"{piece[: len(piece) - len(inner)]}{_QUOTED}{inner}{_PLAIN}"
            else:
                piece = _FIGURE.sub(lambda found: f"{self._disputed}{found[0]}{_PLAIN}", piece)
            pieces.append(piece)
        return "".join(pieces)

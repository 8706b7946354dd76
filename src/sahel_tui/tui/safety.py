"""The last look at what goes to the terminal: whatever a document holds, no byte of it may act there."""

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_ACTING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_MARK = "·"


class SafetyFilter(LineFilter):
    """Shows controls, escapes, C1 and bidi overrides as `·` in every painted segment.

    Characters of no width become one cell here, so this is the net under `present.visible()`, not its replacement.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments, those with acting characters replaced."""
        return [_make_safe(segment) for segment in segments]


def _make_safe(segment: Segment) -> Segment:
    text, style, control = segment
    if control or text.isprintable() or not _ACTING.search(text):
        return segment
    return Segment(_ACTING.sub(_MARK, text), style)

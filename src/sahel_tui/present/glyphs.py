"""The mark of each verdict, and how it looks where only ASCII can be drawn."""

from sahel_tui.model import Verdict
from sahel_tui.present.runs import Tag

CURSOR = "▌"
NOTHING = "–"
ABOUT_ENEMY = "›"
"""Behind a figure: a belligerent speaks of losses of another side."""

NOTE, BOOKMARK, NOTED_BOOKMARK = "¶", "◆", "◈"
"""What the reader has put down: beside an event, a figure, a line of the article."""

_VERDICTS: dict[Verdict, tuple[str, str, Tag]] = {
    "disputed": ("≠", "!=", "disputed"),
    "compatible": ("≈", "~", "compatible"),
    "agree": ("=", "=", "agree"),
    "revised": ("↻", "->", "revised"),
    "partial": ("⊂", "<", "agree"),
    "definitional": ("∥", "||", "compatible"),
    "single": ("", "", "muted"),
}

MEANINGS: dict[Verdict, str] = {
    "disputed": "cannot both be true",
    "compatible": "can be true together",
    "agree": "all say the same",
    "revised": "the same source gave another figure",
    "partial": "one is a part of the other, or parts that add up",
    "definitional": "not the same thing counted",
    "single": "only one voice",
}

_ASCII = str.maketrans(
    {
        **{glyph: plain for glyph, plain, _ in _VERDICTS.values() if glyph},
        **{"▐": "[", "▌": "]", "→": ">", "…": "~", "–": "-", "·": ".", "×": "x"},
        **{ABOUT_ENEMY: "*", NOTE: '"', BOOKMARK: "#", NOTED_BOOKMARK: "&"},
        **{
            "●": "o",
            "○": "~",
            "├": "|",
            "┤": "|",
            "─": "-",
            "│": "|",
            "┆": ":",
            "╌": ".",
            "━": "=",
            "⋮": ":",
            **dict(zip("▁▂▃▄▅▆▇█", ".,:-=+*#", strict=True)),
            "≤": "<",
        },
    }
)


def glyph(verdict: Verdict | None) -> str:
    """The mark of a verdict; empty for a single voice and when nothing was compared."""
    return _VERDICTS[verdict][0] if verdict else ""


def verdict_tag(verdict: Verdict | None) -> Tag:
    """The tag a verdict's mark is drawn with."""
    return _VERDICTS[verdict][2] if verdict else ""


def to_ascii(text: str) -> str:
    """`text` with this program's own marks in their ASCII forms; words of documents are left alone.

    >>> to_ascii("31 ≠ 5  ×6.2")
    '31 != 5  x6.2'
    """
    return text.translate(_ASCII)

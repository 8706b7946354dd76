"""Signs of the program where only ASCII can be drawn, each as wide as what it stands for."""

from collections.abc import Mapping

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

SIGNS: Mapping[str, str] = {
    **dict.fromkeys("│┃▏▎▍▊├┤", "|"),
    **{"▐": "[", "▌": "]"},
    **dict.fromkeys("─–—―‐‑−", "-"),
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("‘’‚′ʼ", "'"),
    **dict.fromkeys("┌┐└┘┬┴┼╭╮╰╯", "+"),
    **dict(zip("▁▂▃▄▅▆▇█", ".,:-=+*#", strict=True)),
    **{"┆": ":", "╌": ".", "━": "=", "⋮": ":", "○": "~"},
    **{
        "≠": "!",
        "≈": "~",
        "≤": "<",
        "≥": ">",
        "×": "x",
        "↻": ">",
        "…": ".",
        "·": ".",
        "•": "*",
        "●": "o",
        "›": "*",
        "→": ">",
        "←": "<",
        "↑": "^",
        "↓": "v",
        "⊂": "<",
        "∥": "%",
        "¶": '"',
        "◆": "#",
        "◈": "&",
    },
}
_CURSOR, _ASCII_CURSOR = "▌", ">"
"""At the edge of a line; elsewhere the sign closes a quotation."""


class AsciiFilter(LineFilter):
    """Draws signs in ASCII that a font or a locale lacks; the letters of documents stay as they are."""

    def __init__(self, encoding: str = "ascii") -> None:
        """`encoding`: the signs that it has are left alone."""
        super().__init__()
        lacking = {sign: form for sign, form in SIGNS.items() if not sign.encode(encoding, "ignore")}
        self._forms = str.maketrans(lacking)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments with their signs replaced, those without any as they are."""
        drawn = [
            segment if segment.text.isascii() else Segment(segment.text.translate(self._forms), segment.style)
            for segment in segments
        ]
        if drawn and segments[0].text.startswith(_CURSOR) and ord(_CURSOR) in self._forms:
            drawn[0] = Segment(_ASCII_CURSOR + drawn[0].text[1:], drawn[0].style)
        return drawn

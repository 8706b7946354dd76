"""Signs of the program where only ASCII can be drawn, each as wide as what it stands for."""

from collections.abc import Mapping

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

SIGNS: Mapping[str, str] = {
    **dict.fromkeys("│┃▌▐▏▎▍▊├┤", "|"),
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
        "∥": "#",
    },
}
_ASCII = str.maketrans(dict(SIGNS))


class AsciiFilter(LineFilter):
    """Draws signs in ASCII for readers whose font lacks them; the letters of documents stay."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments with their signs replaced, those without any as they are."""
        return [
            segment if segment.text.isascii() else Segment(segment.text.translate(_ASCII), segment.style)
            for segment in segments
        ]

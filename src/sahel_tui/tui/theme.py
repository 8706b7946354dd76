"""The colours of the screens: three themes and the style each semantic tag has in them.

Built on the Okabe–Ito set, which readers with colour blindness tell apart. Weight and glyph always repeat what a
colour says, so `sahel-plain` (chosen under NO_COLOR) needs no colour at all.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from rich.style import Style
from textual.theme import Theme

DARK = "sahel-dark"
LIGHT = "sahel-light"
PLAIN = "sahel-plain"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, as `#RRGGBB`; an empty string is the terminal's own."""

    text: str = ""
    ground: str = ""
    disputed: str = ""
    agree: str = ""
    revised: str = ""
    hit: str = ""
    focus: str = ""
    muted: str = ""
    dark: bool = True


PALETTES: Mapping[str, Palette] = {
    DARK: Palette("#D7DADD", "#111518", "#E69F00", "#56A68C", "#CC79A7", "#F0E442", "#56B4E9", "#8A9199"),
    LIGHT: Palette("#1B1F23", "#FBFBF8", "#B35900", "#00664B", "#8F3D6B", "#7A6F00", "#0060A0", "#5F666D", dark=False),
    PLAIN: Palette(),
}


_ANSI_VARIABLES = {"ansi-background": "ansi_default", "ansi-foreground": "ansi_default"}
"""What Textual's own style sheets ask of a theme of the terminal's colours."""


def make_themes() -> tuple[Theme, ...]:
    """The themes to register with the app, the default one first."""
    return tuple(_make_theme(name, palette) for name, palette in PALETTES.items())


def _make_theme(name: str, palette: Palette) -> Theme:
    plain = not palette.ground
    text, ground = palette.text or "ansi_default", palette.ground or "ansi_default"
    return Theme(
        name=name,
        primary=palette.focus or text,
        secondary=palette.agree or text,
        accent=palette.disputed or text,
        warning=palette.disputed or text,
        error=palette.disputed or text,
        success=palette.agree or text,
        foreground=text,
        background=ground,
        surface=ground,
        panel=ground,
        dark=palette.dark,
        text_alpha=1.0,
        ansi=plain,
        variables={"input-cursor-text-style": "reverse"} | (_ANSI_VARIABLES if plain else {}),
    )


@cache
def tag_style(tag: str, theme: str = DARK) -> Style:
    """The style of a tag of `present.runs` on the theme's ground; an unknown theme gets the dark palette."""
    palette = PALETTES.get(theme, PALETTES[DARK])
    colour, weight = getattr(palette, _COLOURS.get(tag, "text")), _WEIGHTS.get(tag, "")
    ground = f"on {palette.ground}" if palette.ground else ""
    return Style.parse(f"{weight} {colour} {ground}".strip() or "none")


_COLOURS: Mapping[str, str] = {
    "disputed": "disputed",
    "claim_disputed": "disputed",
    "agree": "agree",
    "revised": "revised",
    "muted": "muted",
    "hit": "hit",
    "focus": "focus",
}
_WEIGHTS: Mapping[str, str] = {
    "disputed": "bold",
    "claim_disputed": "bold",
    "claim": "underline",
    "heading": "bold",
    "hit": "reverse",
    "focus": "bold",
}

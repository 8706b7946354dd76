"""The colours of every theme, for terminals of many colours and of sixteen; tests measure them.

`sahel-dark` and `sahel-light` are built on the Okabe–Ito set. In the colour-blind themes all colours stay apart for
protanopes, deuteranopes and tritanopes; the high-contrast themes keep 7:1. Weight and glyph always repeat what a
colour says, so `sahel-plain` needs none at all.
"""

from collections.abc import Mapping

from sahel_tui.dataclass import dataclass

SIXTEEN = "-16"
"""Behind the name of a theme: the form of it for terminals of sixteen colours."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, as `#RRGGBB` or by their names among the sixteen; empty is the terminal's own."""

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
    "sahel-dark": Palette("#D7DADD", "#111518", "#E69F00", "#56A68C", "#CC79A7", "#F0E442", "#56B4E9", "#8A9199"),
    "sahel-light": Palette(
        "#1B1F23", "#FBFBF8", "#B35900", "#00664B", "#8F2D6B", "#7A6F00", "#0060A0", "#5F666D", dark=False
    ),
    # The other themes take their colours from the 256, so that they are the same wherever there are more than sixteen.
    "sahel-high-contrast-dark": Palette(
        "#FFFFFF", "#000000", "#FFAF00", "#87D7AF", "#FFAFD7", "#FFFF00", "#87D7FF", "#BCBCBC"
    ),
    "sahel-high-contrast-light": Palette(
        "#000000", "#FFFFFF", "#870000", "#005F5F", "#5F0087", "#000000", "#0000D7", "#444444", dark=False
    ),
    "sahel-colour-blind-dark": Palette(
        "#FFFFFF", "#121212", "#FF8700", "#0087AF", "#D75FFF", "#FFD700", "#AFD7FF", "#A8A8A8"
    ),
    "sahel-colour-blind-light": Palette(
        "#121212", "#FFFFFF", "#870000", "#005FFF", "#5F00AF", "#875F00", "#005F87", "#767676", dark=False
    ),
    "sahel-plain": Palette(),
    # Of the sixteen, only these can be read on black, or on white, with what terminals make of their names: blue and
    # magenta vanish on many a black, green and cyan on white, and Solarized makes greys of the bright ones.
    "sahel-dark-16": Palette("bright_white", "black", "yellow", "green", "cyan", "cyan", "cyan", "white"),
    "sahel-light-16": Palette(
        "black", "bright_white", "red", "blue", "magenta", "magenta", "blue", "bright_black", dark=False
    ),
    "sahel-high-contrast-dark-16": Palette(
        "bright_white", "black", "bright_white", "bright_white", "bright_white", "bright_white", "bright_white", "white"
    ),
    "sahel-high-contrast-light-16": Palette(
        "black", "bright_white", "black", "black", "black", "black", "black", "black", dark=False
    ),
    "sahel-colour-blind-dark-16": Palette("bright_white", "black", "yellow", "cyan", "white", "white", "cyan", "white"),
    "sahel-colour-blind-light-16": Palette(
        "black", "bright_white", "red", "blue", "black", "black", "blue", "bright_black", dark=False
    ),
}

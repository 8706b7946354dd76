"""Section [looks]: how the browser looks."""

from sahel_tui.dataclass import dataclass
from sahel_tui.settings.sections import setting

THEMES = (
    "auto",
    "dark",
    "light",
    "high-contrast-dark",
    "high-contrast-light",
    "colour-blind-dark",
    "colour-blind-light",
    "plain",
)
GLYPHS = ("auto", "ascii")
TEXT_WIDTHS = (50, 60, 70, 80, 90, 100, 120)


@dataclass(frozen=True, slots=True)
class Looks:
    """How the browser looks; SAHEL_TUI_THEME and NO_COLOR come before it."""

    theme: str = setting(
        "auto",
        "colours: auto is light if the terminal says so, else dark; plain is the terminal's own, no others",
        THEMES,
    )
    glyphs: str = setting(
        "auto", "marks and rules: auto draws them as books do where the locale can, ascii by ! o | and the like", GLYPHS
    )
    text_width: int = setting(90, "cells of the longest line of running text", TEXT_WIDTHS)

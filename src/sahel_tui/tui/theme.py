"""Which theme is shown, and the style each semantic tag has in it."""

from collections.abc import Mapping
from functools import cache

from rich.style import Style
from textual.theme import Theme

from sahel_tui.settings.looks import THEMES
from sahel_tui.tui.colours import PALETTES, SIXTEEN, Palette

DARK = "sahel-dark"
LIGHT = "sahel-light"
PLAIN = "sahel-plain"
_ANSI_VARIABLES = {"ansi-background": "ansi_default", "ansi-foreground": "ansi_default"}
"""What Textual's own style sheets ask of a theme of the terminal's colours."""
_LIGHT_GROUNDS = frozenset({"7", "9", "10", "11", "12", "13", "14", "15"})
"""The background colours in COLORFGBG on which dark text is read."""


def name_theme(name: str) -> str:
    """What the settings call a theme that a reader names, with or without `sahel-`; another name is `auto`.

    >>> name_theme("sahel-light"), name_theme("Plain"), name_theme("nonsense")
    ('light', 'plain', 'auto')
    """
    bare = name.strip().lower().removeprefix("sahel-")
    return bare if bare in THEMES else "auto"


def refuse_theme(name: str) -> str | None:
    """What a reader should know who names a theme in the environment that there is not; None for one there is."""
    if not name or name_theme(name) in name.lower():
        return None
    return f"SAHEL_TUI_THEME={name}: there is no such theme; they are {', '.join(THEMES)}"


def choose_theme(name: str, *, sixteen: bool = False, environment: Mapping[str, str] | None = None) -> str:
    """The theme of a name in the settings; `auto` follows the terminal.

    Some terminals say in COLORFGBG what their background is. To ask one would cost a slow link a round trip and a
    second frame. `sixteen`: its form for terminals of sixteen colours.

    >>> choose_theme("auto", environment={"COLORFGBG": "0;15"}), choose_theme("auto", sixteen=True)
    ('sahel-light', 'sahel-dark-16')
    """
    if name == "auto":
        ground = (environment or {}).get("COLORFGBG", "").rpartition(";")[2]
        name = "light" if ground in _LIGHT_GROUNDS else "dark"
    theme = f"sahel-{name}"
    return f"{theme}{SIXTEEN}" if sixteen and f"{theme}{SIXTEEN}" in PALETTES else theme


def make_theme(name: str) -> Theme:
    """The theme of this name, to register with the app."""
    palette = PALETTES[name]
    text, ground, focus, agree, disputed = (
        _say_to_textual(colour)
        for colour in (palette.text, palette.ground, palette.focus, palette.agree, palette.disputed)
    )
    ansi = not palette.ground.startswith("#")
    return Theme(
        name=name,
        primary=focus,
        secondary=agree,
        accent=disputed,
        warning=disputed,
        error=disputed,
        success=agree,
        foreground=text,
        background=ground,
        surface=ground,
        panel=ground,
        dark=palette.dark,
        text_alpha=1.0,
        ansi=ansi,
        variables={"input-cursor-text-style": "reverse"} | (_ANSI_VARIABLES if ansi else {}),
    )


def _say_to_textual(colour: str) -> str:
    return colour if colour.startswith("#") else f"ansi_{colour or 'default'}"


@cache
def tag_style(tag: str, theme: str = DARK) -> Style:
    """The style of a tag of `present.runs` on the theme's ground; an unknown theme gets the dark palette."""
    palette = PALETTES.get(theme, PALETTES[DARK])
    weight = _WEIGHTS.get(tag, "dim" if tag == "muted" and not palette.muted else "")
    ground = f"on {palette.ground}" if palette.ground else ""
    return Style.parse(f"{weight} {_colour(tag, palette)} {ground}".strip() or "none")


def _colour(tag: str, palette: Palette) -> str:
    return str(getattr(palette, _COLOURS.get(tag, "text")))


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

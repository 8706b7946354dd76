"""Section [looks]: how the browser looks."""

from dataclasses import dataclass

from sahel_tui.settings.sections import setting

THEMES = ("dark", "light", "plain")


@dataclass(frozen=True, slots=True)
class Looks:
    """How the browser looks; SAHEL_TUI_THEME and NO_COLOR come before it."""

    theme: str = setting("dark", "colours of the browser; plain: the terminal's own two", THEMES)

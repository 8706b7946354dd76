"""Where the settings file is."""

import os
from pathlib import Path

from sahel_tui.user_folders import find_user_file

VARIABLE = "SAHEL_TUI_CONFIG"


def find_settings_path(named: Path | None = None) -> Path | None:
    """The file named, else the one the environment names, else the user's own; None for a user without a home.

    The file need not be there. XDG_CONFIG_HOME is respected.
    """
    path = named or (Path(os.environ[VARIABLE]) if os.environ.get(VARIABLE) else None)
    return path or find_user_file("config", "config.toml")

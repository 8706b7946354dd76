"""Where the settings file is."""

import os
from pathlib import Path

VARIABLE = "SAHEL_TUI_CONFIG"


def find_settings_path(named: Path | None = None) -> Path | None:
    """The file named, else the one the environment names, else the user's own; None for a user without a home.

    The file need not be there. XDG_CONFIG_HOME is respected.
    """
    path = named or (Path(os.environ[VARIABLE]) if os.environ.get(VARIABLE) else None)
    if path is not None:
        return path
    import platformdirs  # 8 ms that a named file need not pay.

    try:
        return Path(platformdirs.user_config_dir("sahel-tui", appauthor=False), "config.toml").expanduser()
    except RuntimeError:
        return None

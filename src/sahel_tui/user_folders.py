"""Where the program keeps a user's files: in the folders that the system, or a variable of XDG, has for them."""

import os
import sys
from pathlib import Path
from typing import Literal

Kind = Literal["data", "config", "state"]

PROGRAM = "sahel-tui"
_FOLDERS: dict[Kind, tuple[str, str]] = {
    "data": ("XDG_DATA_HOME", "~/.local/share"),
    "config": ("XDG_CONFIG_HOME", "~/.config"),
    "state": ("XDG_STATE_HOME", "~/.local/state"),
}


def find_user_file(kind: Kind, name: str) -> Path | None:
    """Where the file `name` of this kind is or will be; None for a user without a home."""
    try:
        return Path(_find_folder(kind), name).expanduser()
    except RuntimeError:
        return None


def _find_folder(kind: Kind) -> str:
    """That of `platformdirs`, which takes 5 ms to load that the plain case need not pay."""
    variable, usual = _FOLDERS[kind]
    named = os.environ.get(variable, "")
    if sys.platform == "linux" and "ANDROID_ROOT" not in os.environ and named == named.strip():
        if not named or os.path.isabs(named):
            return os.path.join(named or usual, PROGRAM)
    import platformdirs

    folders = platformdirs.PlatformDirs(PROGRAM, appauthor=False)
    return {"data": folders.user_data_dir, "config": folders.user_config_dir, "state": folders.user_state_dir}[kind]

"""Where the reader's notebook is."""

import os
from pathlib import Path

from sahel_tui.user_folders import find_user_file

VARIABLE = "SAHEL_TUI_NOTEBOOK"


def find_notebook() -> Path | None:
    """The file that `$SAHEL_TUI_NOTEBOOK` names, else the user's own, be it there or not; None without a home."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else find_user_file("data", "notebook.ndjson")

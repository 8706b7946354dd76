"""The reader's own pager: which program it is, and what it is told; nothing here imports Textual."""

import os
import shlex
import shutil

VARIABLES = ("SAHEL_TUI_PAGER", "PAGER")
DEFAULT = "less"
_NONE = ("", "cat")
_MANNERS = {"LESS": "FRX", "LV": "-c"}
"""As git sets them: leave at once when all is seen, pass colours on, keep what was shown. What is set already stays."""


def find_pager() -> str | None:
    """The command line of the pager to use, for a shell; None when the reader wants none or none is installed."""
    wanted = next((os.environ[name] for name in VARIABLES if name in os.environ), DEFAULT).strip()
    return wanted if wanted not in _NONE and is_installed(wanted) else None


def is_installed(command: str) -> bool:
    """Whether the first word of a command line is a program."""
    try:
        words = shlex.split(command)
    except ValueError:
        return False
    program = next((word for word in words if "=" not in word), "")
    return shutil.which(program) is not None


def pager_environment() -> dict[str, str]:
    """The environment a pager runs in."""
    return _MANNERS | os.environ

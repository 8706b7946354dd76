"""Whether the browser has been opened before by this user: a file of its own says so."""

from pathlib import Path

from sahel_tui.user_folders import find_user_file


def is_first_start() -> bool:
    """Whether nothing remembers an earlier start; False where nothing can be remembered."""
    path = _find_path()
    return path is not None and not path.exists()


def remember_start() -> None:
    """Remember that the browser has been opened; a state folder that cannot be written stays as it is."""
    path = _find_path()
    if path is not None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
        except OSError:  # A home that is read only: its user is greeted each time.
            return


def _find_path() -> Path | None:
    return find_user_file("state", "greeted")

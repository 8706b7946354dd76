"""Paths as a reader knows them."""

from pathlib import Path

from sahel_tui.present.text import cell_width, fit, visible


def say_written(words: str, path: Path, room: int) -> str:
    """Where a file was written: its whole path, or so much of both ends that its folder and its kind are seen.

    >>> say_written("written to", Path("/srv/analysts/reports/2023-09-28-raid-on-dioura-2023.html"), 40)
    'written to /srv/analysts/…oura-2023.html'
    """
    return f"{words} {fit(visible(say_path(path.absolute())), max(1, room - cell_width(words) - 1))}"


def say_path(path: Path | None) -> str:
    """A path as a reader knows it, the home folder as `~`."""
    if path is None:
        return "no config.toml"
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)

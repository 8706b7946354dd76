"""Where the files that ship with the program are."""

from pathlib import Path


def bundled_path(name: str) -> Path:
    """Path of `data/<name>`: inside the installed package, or at the top of a checkout."""
    package = Path(__file__).parent
    installed = package / "data" / name
    return installed if installed.exists() else package.parents[1] / "data" / name

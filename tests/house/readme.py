"""README's look-ups: found, run in a shell, and with `make golden` written anew with what they print."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
LOOK_UP = re.compile(r"^\$ (sahel-tui .*)\n((?:(?!\$ |```).*\n)*)", re.MULTILINE)


def find_look_ups() -> list[tuple[str, str]]:
    """Each command line of README with the output it shows."""
    return LOOK_UP.findall(README.read_text(encoding="utf-8"))


def run_look_up(line: str, library: Path, folder: Path) -> str:
    """What a command line prints in bash; `folder` is a place for the program's name."""
    program = folder / "sahel-tui"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sahel_tui "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    environment = {
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "SAHEL_TUI_LIBRARY": str(library),
        "SAHEL_TUI_NOTEBOOK": os.devnull,
        "PYTHONPATH": str(ROOT / "src"),
    }
    done = subprocess.run(
        ["bash", "-c", line], env=environment, cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


def write_look_ups() -> None:
    """Put into README what its look-ups print now."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.sqlite"

        def show(found: re.Match[str]) -> str:
            return f"$ {found[1]}\n{run_look_up(found[1], library, Path(folder))}"

        README.write_text(LOOK_UP.sub(show, README.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    write_look_ups()

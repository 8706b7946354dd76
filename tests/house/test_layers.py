"""Arrows point down only, and a look-up never pays for the browser."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOOK_UPS = (
    ["list"],
    ["search", "kidal"],
    ["show", "dioura"],
    ["compare", "dioura"],
    ["disputes"],
    ["info"],
    ["--help"],
)


def test_imports_keep_to_the_layers() -> None:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", command, "--no-cache"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("arguments", LOOK_UPS, ids=" ".join)
def test_look_up_loads_no_screen(arguments: list[str], bundled_library: Path) -> None:
    """Neither Textual nor Rich is imported by a command that only prints."""
    script = (
        "import sys; from sahel_tui.cli import main; code = main(sys.argv[1:]); "
        "print(code, *{name.partition('.')[0] for name in sys.modules} & {'textual', 'rich'}, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env={"SAHEL_TUI_LIBRARY": str(bundled_library), "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == "0\n"

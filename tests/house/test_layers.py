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
def test_a_look_up_loads_no_more_than_it_prints(arguments: list[str], bundled_library: Path) -> None:
    """No screen, nothing that takes longer to load than the answer, and no word tables but for the references of
    `compare`."""
    heavy = {"textual", "rich", "dataclasses", "inspect", "orjson"}
    heavy |= {"sahel_tui.claims.language.words"} if "compare" not in arguments else set()
    script = (
        "import sys; from sahel_tui.cli import main; code = main(sys.argv[1:]); "
        f"print(code, *{{*sys.modules}} & {heavy}, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env={"SAHEL_TUI_LIBRARY": str(bundled_library), "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == "0\n"

"""README's line for fzf, as it stands there, in a real terminal."""

import re
import shutil
import sys
from pathlib import Path

import pytest

from .conftest import SOURCE, Start

FOUND = re.search(
    r"^(sahel-tui .*\| fzf (?:.*\\\n)*.*)$", (SOURCE / "README.md").read_text(encoding="utf-8"), re.MULTILINE
)


@pytest.mark.skipif(shutil.which("fzf") is None, reason="fzf is not installed")
def test_fzf_lists_previews_and_opens(start: Start, tmp_path: Path) -> None:
    assert FOUND
    program = tmp_path / "sahel-tui"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sahel_tui "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    become = "import os, sys; os.execvp(sys.argv[1], sys.argv[1:])"
    paths = f"{tmp_path}:/usr/local/bin:/usr/bin:/bin"
    running = start("-c", become, "bash", "-c", FOUND[1], size=(120, 30), PATH=paths, PAGER="cat")
    running.wait_for("79/79")
    running.press("diou")
    running.wait_for("1/", "Ramadane", "≠98")
    running.press("enter")
    running.wait_for_end()
    running.wait_for_quiet()
    assert "── document 1 of 1 · 2023-09-28_raid-on-dioura.txt" in running.raw.decode()

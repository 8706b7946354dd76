"""TAB in real shells, where they are installed."""

import shutil
import sys
from pathlib import Path

import pytest

from .conftest import Start
from .program import Program

SHELLS = {
    "bash": ("bash --norc --noprofile -i", "source <(sahel-tui completion bash)"),
    "zsh": ("zsh -f -i", "source <(sahel-tui completion zsh)"),
    "fish": ("fish --private --no-config -i", "sahel-tui completion fish | source"),
}
PROMPT = "ready> "
_PROMPTS = {
    "bash": f"PS1='{PROMPT}'",
    "zsh": f"PS1='{PROMPT}'",
    "fish": f"function fish_prompt; echo -n '{PROMPT}'; end; set -g fish_autosuggestion_enabled 0",
}


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest, start: Start, tmp_path: Path) -> Program:
    """A shell that has read the script, at its prompt."""
    name: str = request.param
    line, load = SHELLS[name]
    words = line.split()
    if shutil.which(words[0]) is None:
        pytest.skip(f"{name} is not installed")
    program = tmp_path / "bin" / "sahel-tui"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sahel_tui "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    environment = {"PATH": f"{program.parent}:/usr/local/bin:/usr/bin:/bin", "HOME": str(tmp_path), "TERM": "xterm"}
    become = "import os, sys; os.execvp(sys.argv[1], sys.argv[1:])"
    running = start("-c", become, *words, size=(100, 30), **environment)
    running.wait_for_quiet()
    # Made here, so that no completion waits for it.
    running.press(f"cd '{tmp_path}'; sahel-tui info > /dev/null 2>&1; {load}\r")
    running.wait_for_quiet()
    running.press(f"clear; {_PROMPTS[name]}\r")
    running.wait_until(lambda: running.glass.text().strip().endswith(PROMPT.strip()), "the prompt")
    return running


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("sahel-tui disp", "sahel-tui disputes"),
        ("sahel-tui show diou", "sahel-tui show 2023-09-28-raid-on-dioura-2023"),
        ("sahel-tui compare 2023-09-28-ra", "sahel-tui compare 2023-09-28-raid-on-dioura-2023"),
        ("sahel-tui export --format nd", "sahel-tui export --format ndjson"),
        ("sahel-tui export --format=nd", "sahel-tui export --format=ndjson"),
        ("sahel-tui search pla", "sahel-tui search place:"),
        ("sahel-tui list --rev", "sahel-tui list --reverse"),
    ],
)
def test_tab_completes(shell: Program, typed: str, becomes: str) -> None:
    shell.press(typed)
    shell.wait_for(typed)
    shell.press("tab")
    shell.wait_for(becomes)


def test_tab_offers_events_and_keeps_what_was_typed(shell: Program) -> None:
    shell.press("sahel-tui show kidal", "tab")
    shell.wait_for_quiet()
    shell.press("tab")
    shell.wait_for("2023-11-10-battle-of-kidal-2023", "2014-05-21-third-battle-of-kidal")


def test_tab_completes_files_where_files_are_meant(shell: Program, tmp_path: Path) -> None:
    (tmp_path / "reports of may.txt").touch()
    shell.press("sahel-tui import rep", "tab")
    shell.wait_for("reports\\ of\\ may.txt")

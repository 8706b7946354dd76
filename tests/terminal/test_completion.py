"""TAB in real shells, where they are installed."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import make_environment
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


@pytest.fixture(params=SHELLS, scope="module")
def ready(
    request: pytest.FixtureRequest, library_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Program]:
    """A shell that has read the script, in a folder with one file."""
    name: str = request.param
    line, load = SHELLS[name]
    words = line.split()
    if shutil.which(words[0]) is None:
        pytest.skip(f"{name} is not installed")
    folder = tmp_path_factory.mktemp("shell")
    (folder / "reports of may.txt").touch()
    program = folder / "bin" / "sahel-tui"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sahel_tui "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    path = f"{program.parent}:/usr/local/bin:/usr/bin:/bin"
    environment = make_environment(library_folder, folder) | {"PATH": path, "HOME": str(folder), "TERM": "xterm"}
    with Program(words, environment, (100, 30)) as running:
        running.wait_for_quiet()
        running.press(f"cd '{folder}'; {load}; {_PROMPTS[name]}\r")
        running.wait_until(lambda: running.glass.text().strip().endswith(PROMPT.strip()), "the prompt")
        yield running


@pytest.fixture
def shell(ready: Program) -> Program:
    """The shell at its prompt, on an empty screen."""
    ready.press("ctrl+u", "ctrl+l")
    ready.wait_until(lambda: ready.glass.text().strip() == PROMPT.strip(), "the prompt alone")
    return ready


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


def test_tab_completes_files_where_files_are_meant(shell: Program) -> None:
    shell.press("sahel-tui import rep", "tab")
    shell.wait_for("reports\\ of\\ may.txt")

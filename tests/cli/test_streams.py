"""The streams of the command line as a shell sees them: closed, full, gone, interrupted, in another encoding."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-m", "sahel_tui"]
LIBRARY = str(Path(__file__).with_name("library"))


@pytest.fixture
def shell(bundled_library: Path) -> dict[str, str]:
    """The environment of a command that reads the bundled events."""
    return {"SAHEL_TUI_LIBRARY": str(bundled_library), "PYTHONPATH": str(ROOT / "src"), "PATH": os.environ["PATH"]}


def _run_shell(script: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    script = script.replace("sahel-tui", f"{sys.executable} -m sahel_tui")
    return subprocess.run(["bash", "-c", script], env=environment, capture_output=True, text=True, check=False)


def test_reader_that_leaves_early_ends_it_quietly(shell: dict[str, str]) -> None:
    done = _run_shell("sahel-tui export | head -c 10 > /dev/null; echo ${PIPESTATUS[0]}", shell)
    assert (done.stdout, done.stderr) == ("141\n", "")


def test_help_into_a_closed_pipe_is_quiet(shell: dict[str, str]) -> None:
    assert _run_shell("sahel-tui --help | true", shell).stderr == ""


def test_full_disk_is_said(shell: dict[str, str]) -> None:
    done = _run_shell("sahel-tui list > /dev/full", shell)
    assert (done.returncode, done.stderr) == (2, "sahel-tui: No space left on device\n")


def test_closed_output_is_said(shell: dict[str, str]) -> None:
    done = _run_shell("sahel-tui list >&-", shell)
    assert (done.returncode, done.stderr) == (2, "sahel-tui: standard output is closed, so there is nowhere to print\n")


def test_closed_narration_is_borne(shell: dict[str, str]) -> None:
    done = _run_shell("sahel-tui show nowhere-at-all 2>&-", shell)
    assert (done.returncode, done.stdout) == (1, "")


def _hear_interrupts() -> None:
    """A test run in the background would hand on that Ctrl-C is ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_interrupt_is_quiet(shell: dict[str, str], tmp_path: Path) -> None:
    """Ctrl-C while it waits for standard input."""
    own = shutil.copy(shell["SAHEL_TUI_LIBRARY"], tmp_path / "own.sqlite")
    command = [*PROGRAM, "--library", str(own), "import", "-"]
    with subprocess.Popen(
        command,
        env=shell,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=_hear_interrupts,
    ) as running:
        assert running.stdin
        running.stdin.write(b"x" * 1_000_000)  # taken in full only once it reads
        running.stdin.flush()
        running.send_signal(signal.SIGINT)
        _, narration = running.communicate()
    assert (running.returncode, narration) == (130, b"")


def test_marks_have_ascii_forms_where_only_ascii_can_be_printed(shell: dict[str, str]) -> None:
    done = _run_shell("sahel-tui compare diafarabe", shell | {"PYTHONIOENCODING": "ascii:replace"})
    assert "!=" in done.stdout
    assert done.stdout.isascii()


def test_json_is_utf8_whatever_the_locale(shell: dict[str, str]) -> None:
    done = _run_shell("sahel-tui search diaf --json", shell | {"PYTHONIOENCODING": "latin-1"})
    assert "Diafarabé" in done.stdout


@pytest.mark.parametrize(
    "command", ["show hill", "show hill --json", "list", "claims hill --csv", "export", "compare hill"]
)
def test_no_byte_of_a_document_acts_on_the_terminal(command: str, shell: dict[str, str]) -> None:
    done = _run_shell(f"sahel-tui --library '{LIBRARY}' {command}", shell)
    acting = {*range(0x20), 0x7F, *range(0x80, 0xA0), 0x202E, 0x202C} - {0x09, 0x0A}
    assert done.stdout
    assert {hex(ord(character)) for character in done.stdout if ord(character) in acting} == set()

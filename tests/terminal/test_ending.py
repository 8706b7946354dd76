"""However the browser is ended, it ends soon and leaves the terminal as it was."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from .conftest import Start
from .program import Program

PROMPTLY = 8.0
"""Two seconds are promised; the rest is for a busy machine."""
APPS = [("tests.terminal.many_widgets", "search"), ("sahel_tui", "events")]


@pytest.fixture(params=APPS, ids=["many widgets", "sahel-tui"])
def running(request: pytest.FixtureRequest, start: Start) -> Program:
    module, shown = request.param
    program = start("-m", module)
    program.wait_for(shown)
    return program


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
def test_a_signal_ends_it_with_the_terminal_restored(running: Program, number: signal.Signals, code: int) -> None:
    running.process.send_signal(number)
    ended, seconds = running.wait_for_end()
    assert (ended, running.broken_modes()) == (code, [])
    assert seconds < PROMPTLY


def test_a_closed_terminal_ends_it(running: Program) -> None:
    running.hang_up()
    ended, seconds = running.wait_for_end()
    assert ended == 129
    assert seconds < PROMPTLY


def test_a_closed_terminal_ends_it_even_when_no_signal_comes(start: Start) -> None:
    program = start("-m", "tests.terminal.many_widgets", controlling=False)
    program.wait_for("search")
    program.hang_up()
    ended, seconds = program.wait_for_end()
    assert ended == 129
    assert seconds < PROMPTLY


@pytest.mark.parametrize("ending", ["signal", "hang-up"])
def test_a_terminal_nobody_reads_does_not_hold_it(start: Start, ending: str) -> None:
    program = start("-m", "tests.terminal.many_widgets", size=(200, 60))
    program.wait_for("search")
    program.press(*["ctrl+l", "down"] * 200)
    program.wait_until_blocked()
    if ending == "signal":
        program.process.send_signal(signal.SIGTERM)
    else:
        program.hang_up()
    ended, seconds = program.wait_for_end(reading=False)
    assert ended == {"signal": 143, "hang-up": 129}[ending]
    assert seconds < PROMPTLY


FIRST_ARTICLE = "Jihadists of"
"""Words of the preview, which a busy machine paints some time after the list."""

SHELL = ("-c", "import os; os.execlp('sh', 'sh', '-i')")


def run_in_shell(start: Start, **environment: str) -> Program:
    """The browser as a job of a shell."""
    shell = start(*SHELL, PS1="ready> ", **environment)
    shell.wait_for("ready>")
    shell.press(f"{sys.executable} -m sahel_tui", "enter")
    shell.wait_for("events ·", "c compare", FIRST_ARTICLE)
    shell.wait_for_quiet()
    return shell


def test_a_stop_goes_to_the_shell_and_fg_comes_back_with_a_full_screen(start: Start) -> None:
    shell = run_in_shell(start)
    before, job = shell.glass.text(), shell.foreground()
    for stop in (lambda: shell.press("ctrl+z"), lambda: os.killpg(job, signal.SIGTSTP)):
        stop()
        shell.wait_for("Stopped")
        shell.press('echo he""re', "enter")
        shell.wait_for("here")
        assert shell.broken_modes() == []
        shell.press("fg", "enter")
        shell.wait_until(lambda: shell.glass.text() == before, f"the screen as it was:\n{before}")
        shell.wait_for_quiet()
    shell.press("down")
    shell.wait_until(lambda: shell.glass.text() != before, "a key that is heard")
    shell.press("Q")
    shell.wait_for("ready>")
    shell.wait_for_quiet()
    assert shell.broken_modes() == []


def test_without_a_shell_ctrl_z_says_so_and_sigtstp_is_nothing(start: Start) -> None:
    program = start("-m", "sahel_tui")
    program.wait_for("events ·", "c compare")
    program.press("ctrl+z")
    program.wait_for("there is no shell here")
    program.process.send_signal(signal.SIGTSTP)
    program.press("?")
    program.wait_for("Keys and marks")


def test_a_stop_nobody_announced_is_survived(running: Program) -> None:
    running.wait_for_quiet()
    before = running.glass.text()
    running.process.send_signal(signal.SIGSTOP)
    running.wait_until(lambda: bool(os.waitid(os.P_PID, running.process.pid, os.WSTOPPED | os.WNOHANG)), "a stop")
    running.glass.reset()
    running.restore_attributes()
    running.process.send_signal(signal.SIGCONT)
    running.wait_until(lambda: running.glass.text() == before, f"the screen as it was:\n{before}")
    running.process.send_signal(signal.SIGTERM)
    code, _ = running.wait_for_end()
    assert (code, running.broken_modes()) == (143, [])


def test_a_stopped_job_whose_terminal_closes_ends(start: Start) -> None:
    shell = run_in_shell(start)
    job = shell.foreground()
    shell.press("ctrl+z")
    shell.wait_for("Stopped")
    shell.hang_up()
    shell.wait_for_end()
    wait_until_gone(job)


def wait_until_gone(process: int) -> None:
    end = time.monotonic() + PROMPTLY
    while Path(f"/proc/{process}").exists():
        assert time.monotonic() < end, f"process {process} is still there"
        time.sleep(0.05)

"""However the browser is ended, it ends soon and leaves the terminal as it was."""

import os
import signal

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


def test_it_stops_and_comes_back_with_a_full_screen(running: Program) -> None:
    running.wait_for_quiet()
    before = running.glass.text()
    running.process.send_signal(signal.SIGTSTP)
    running.wait_until(lambda: bool(os.waitid(os.P_PID, running.process.pid, os.WSTOPPED | os.WNOHANG)), "a stop")
    running.wait_for_quiet()
    assert running.broken_modes() == []
    running.glass.feed("\x1b[2J$ a shell was here")
    running.process.send_signal(signal.SIGCONT)
    running.wait_until(lambda: running.glass.text() == before, f"the screen as it was:\n{before}")

"""Links that die, stall or change: the browser ends or goes on in time, leaves nothing behind and burns nothing."""

import random
import signal

import pytest

from .conftest import Start
from .glass import first_difference
from .program import Program

PROMPTLY = 8.0
"""Two seconds are promised; the rest is for a busy machine."""
IGNORING = (
    "import runpy, signal\n"
    "signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
    "runpy.run_module('sahel_tui', run_name='__main__', alter_sys=True)\n"
)
PLACES: dict[str, tuple[tuple[str, ...], str]] = {
    "list": ((), "events ·"),
    "search": (("/", "dia"), "/ dia"),
    "compare": (("c",), "verdict"),
    "palette": ((":",), "To the next pane"),
}


def open_browser(start: Start, *arguments: str, size: tuple[int, int] = (100, 30)) -> Program:
    program = start(*(arguments or ("-m", "sahel_tui")), size=size)
    program.wait_for("events ·")
    return program


@pytest.mark.parametrize("place", PLACES)
def test_wherever_the_reader_is_a_closed_terminal_ends_it_and_leaves_nothing(start: Start, place: str) -> None:
    program = open_browser(start)
    keys, shown = PLACES[place]
    program.press(*keys)
    program.wait_for(shown)
    program.hang_up()
    assert_ended(program, 129)


def test_being_told_more_than_once_changes_nothing(start: Start) -> None:
    program = open_browser(start)
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGTERM):
        program.process.send_signal(number)
    program.hang_up()
    assert_ended(program, None)


def assert_ended(program: Program, code: int | None) -> None:
    ended, seconds = program.wait_for_end(reading=False)
    assert ended == code if code else ended in {129, 143}
    assert seconds < PROMPTLY
    assert program.left_behind() == []


def test_a_closed_terminal_ends_it_where_hang_ups_are_ignored(start: Start) -> None:
    program = open_browser(start, "-c", IGNORING)
    program.hang_up()
    assert_ended(program, 129)


def test_a_reader_that_stalls_costs_nothing_and_sees_all_when_it_reads_on(start: Start) -> None:
    program = open_browser(start, size=(150, 50))
    program.wait_for_quiet()
    program.press(*["ctrl+l"] * 40, "down")
    program.wait_until_blocked()
    before = program.cpu_seconds()
    program.wait(1.0)
    assert program.cpu_seconds() - before < 0.3
    program.wait_for_quiet()
    fresh = open_browser(start, "-m", "sahel_tui", "--fresh", size=(150, 50))
    fresh.press("down")
    program.wait_until(lambda: fresh.wait_for_quiet() > 0 and same(fresh, program), "the screen as if nothing had been")


def test_a_storm_of_sizes_ends_in_the_right_screen(start: Start) -> None:
    chance = random.Random(7)
    program = open_browser(start)
    for _ in range(60):
        program.resize(chance.randint(1, 200), chance.randint(1, 60))
        program.listen(0.01)
    program.resize(90, 25)
    fresh = open_browser(start, size=(90, 25))
    program.wait_until(lambda: fresh.wait_for_quiet() > 0 and same(fresh, program), "the screen of the last size")
    before = program.cpu_seconds()
    program.listen(1.0)
    assert program.cpu_seconds() - before < 0.3


def same(one: Program, other: Program) -> bool:
    return not first_difference(one.glass, other.glass)

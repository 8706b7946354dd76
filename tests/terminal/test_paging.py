"""Paging in a real terminal: less when it does not fit, nothing at all when it does."""

import shutil
import signal

import pytest

from .conftest import Start
from .program import Program

needs_less = pytest.mark.skipif(shutil.which("less") is None, reason="less is not installed")


def _print(start: Start, *arguments: str, lines: int = 24, **environment: str) -> Program:
    return start("-m", "sahel_tui", *arguments, size=(80, lines), **environment)


@needs_less
def test_more_than_a_screen_is_shown_in_less(start: Start) -> None:
    program = _print(start, "list")
    program.wait_until(lambda: program.glass.text().strip().endswith(":"), "the prompt of less")
    program.press("G")
    program.wait_for("(END)", "2011-06-24")
    program.press("q")
    assert program.wait_for_end()[0] == 0
    assert program.broken_modes() == []


@needs_less
def test_reader_who_has_seen_enough_is_no_failure(start: Start) -> None:
    program = _print(start, "claims", "--explain", "diafarabe")
    program.wait_until(lambda: program.glass.text().strip().endswith(":"), "the prompt of less")
    program.press("q")
    assert program.wait_for_end()[0] == 0
    assert "Traceback" not in program.glass.text()


@needs_less
def test_interrupt_is_for_the_pager(start: Start) -> None:
    program = _print(start, "list")
    program.wait_until(lambda: program.glass.text().strip().endswith(":"), "the prompt of less")
    program.process.send_signal(signal.SIGINT)
    program.press("G")
    program.wait_for("(END)")
    program.press("q")
    assert program.wait_for_end()[0] == 0


@needs_less
def test_what_fits_is_only_printed(start: Start) -> None:
    program = _print(start, "list", "--limit", "5")
    assert program.wait_for_end()[0] == 0
    assert "\x1b[?1049h" not in program.raw.decode()


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (["--no-pager"], {}),
        ([], {"PAGER": "cat"}),
        ([], {"PAGER": "less", "SAHEL_TUI_PAGER": "cat"}),
        ([], {"PAGER": "no-such-program"}),
        (["--json"], {}),
    ],
)
def test_nothing_is_paged_for_who_wants_no_pager(
    start: Start, arguments: list[str], environment: dict[str, str]
) -> None:
    program = _print(start, "list", *arguments, **environment)
    assert program.wait_for_end()[0] == 0
    program.wait_for_quiet()
    assert "2011-06-24" in program.raw.decode()


def test_the_pager_is_the_one_named(start: Start) -> None:
    program = _print(start, "list", SAHEL_TUI_PAGER="sed s/Raid/RAID/", PAGER="cat")
    assert program.wait_for_end()[0] == 0
    program.wait_for_quiet()
    assert "RAID on Dioura" in program.raw.decode()


def test_what_was_not_found_needs_no_pager(start: Start) -> None:
    program = _print(start, "show", "nowhere-at-all")
    assert program.wait_for_end()[0] == 1

"""Taking things along in a real terminal: the pager comes and goes, and what was copied is printed."""

import re
import shutil
import signal

import pytest

from .conftest import Start
from .program import Program


def _open(start: Start, *arguments: str, **environment: str) -> Program:
    program = start("-m", "sahel_tui", *arguments, size=(80, 24), **environment)
    program.wait_for("events")
    program.press("/", "dioura", "enter")
    program.wait_for("3 events", "c compare", "i infobox · ≠3")
    return program


@pytest.mark.skipif(shutil.which("less") is None, reason="less is not installed")
@pytest.mark.parametrize("over", ["list", "compare"])
def test_article_goes_to_the_pager_and_the_browser_comes_back(start: Start, over: str) -> None:
    program = _open(start)
    if over == "compare":
        program.press("c")
        program.wait_for("×10", "Tab next")
    program.press("|")
    program.wait_until(lambda: program.glass.text().rstrip().endswith(":"), "the prompt of less")
    program.process.send_signal(signal.SIGINT)  # Ctrl-C in a pager is the pager's
    program.press("G")
    program.wait_for("(END)")
    program.press("q")
    program.wait_for("q back" if over == "list" else "×10", "?")
    program.press("Q")
    assert program.wait_for_end()[0] == 0
    assert program.broken_modes() == []


@pytest.mark.parametrize("arguments", [("--print",), ()], ids=["asked before", "asked after"])
def test_what_was_copied_is_printed_at_the_end(start: Start, arguments: tuple[str, ...]) -> None:
    program = _open(start, *arguments)
    program.press("]")
    program.wait_for("≠ 1 of 10")
    program.press("y", "f")
    program.wait_for("figure sent · printed when you leave" if arguments else "figure sent · not there? y p prints it")
    if not arguments:
        program.press("y", "p")
        program.wait_for("printed when you leave: all")
    program.press("Q")
    assert program.wait_for_end()[0] == 0
    program.wait_for_quiet()
    assert re.search(r"\w+: \S+ per .*, Raid on Dioura \(2023\)", program.glass.text())
    assert program.broken_modes() == []

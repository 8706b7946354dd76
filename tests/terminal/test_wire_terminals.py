"""In real pseudo-terminals: the wire shows what stock Textual shows, costs less, and repairs a spoiled screen."""

import pytest

from .conftest import Start
from .glass import first_difference
from .program import Program

APP = "tests.terminal.many_widgets"
TERMINALS = [
    {"TERM": "xterm-256color"},
    {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
    {"TERM": "screen-256color", "STY": "1.tty"},
    {"TERM": "linux"},
    {"TERM": "vt100", "NO_COLOR": "1"},
]


def wait_for_same(stock: Program, wired: Program) -> None:
    def same() -> bool:
        stock.wait_for_quiet()
        return not first_difference(stock.glass, wired.glass)

    wired.wait_until(same, f"the screen that Textual draws:\n{stock.glass.text()}")


def type_in_input(program: Program, text: str) -> None:
    """The keys of letters leave the footer when the input has the focus."""
    program.wait_until(lambda: "Widen" not in program.glass.text(), "a focused input")
    program.press(text)
    program.wait_for(text)


@pytest.mark.parametrize("terminal", TERMINALS, ids=" ".join)
def test_every_terminal_shows_what_textual_shows(start: Start, terminal: dict[str, str]) -> None:
    stock, wired = (start("-m", APP, SAHEL_TUI_WIRE=wire, **terminal) for wire in ("off", ""))
    for program in (stock, wired):
        program.wait_for("search")
        program.press("down", "down", "o")
        program.wait_for("another screen")
        program.press("q")
        program.wait_for("search", "Widen")
        program.press("end")
        program.wait_for(" 59 ")
        program.press("/")
        type_in_input(program, "zebra 世界")
    wait_for_same(stock, wired)
    assert len(wired.raw) < len(stock.raw)


def test_the_first_frame_is_drawn_once(start: Start) -> None:
    program = start("-m", APP)
    program.wait_for("search")
    program.wait_for_quiet()
    assert program.raw.count(b"\x1b[2J") == 1


def test_nothing_that_tmux_screen_or_putty_lack_is_sent(start: Start) -> None:
    program = start("-m", APP, TERM="tmux-256color", TMUX="/tmp/tmux,1,0")
    program.wait_for("search")
    program.press("down", "pagedown", "o", "q", "m", "q")
    program.wait_for_quiet()
    frames = program.raw[program.raw.index(b"\x1b[2J") :]
    for lacking in (b"\x1b[?2026", b"\x1b]8;", b"\x1b[38:", b"\x1b[4:"):
        assert lacking not in frames


def test_ctrl_l_draws_over_whatever_was_written_there(start: Start) -> None:
    program = start("-m", APP)
    program.wait_for("search")
    program.wait_for_quiet()
    before = program.glass.text()
    program.glass.feed("\x1b[5;5H\x1b[31mwall: the system goes down\x1b[m")
    assert program.glass.text() != before
    program.press("ctrl+l")
    program.wait_until(lambda: program.glass.text() == before, "the screen as it was")


def test_another_size_is_drawn_in_full(start: Start) -> None:
    program = start("-m", APP, size=(80, 24))
    program.wait_for("search")
    program.wait_for_quiet()
    program.resize(100, 30)
    program.wait_for("▁" * 90)
    fresh = start("-m", APP, size=(100, 30))
    fresh.wait_for("search")
    wait_for_same(fresh, program)


def test_a_new_terminal_of_the_same_size_is_drawn_in_full(start: Start) -> None:
    program = start("-m", APP)
    program.wait_for("search")
    program.wait_for_quiet()
    before = program.glass.text()
    program.glass.reset()
    program.resize(80, 24)
    program.wait_until(lambda: program.glass.text() == before, "the screen as it was")


def test_a_locale_without_the_signs_gets_others_as_wide(start: Start) -> None:
    program = start("-m", APP, PYTHONIOENCODING="ascii")
    program.wait_for("Mali put its dead", "search ????")
    program.wait_for_quiet()
    assert program.raw.isascii()
    assert "\\u" not in program.glass.text()
    assert "Diafarabe, Segou: ete, o" in program.glass.text()

"""The browser over a link that is slow, or said to be."""

from .conftest import Start
from .program import Program

ANSWER = "\x1b[1;1R"
SLOW = "slow link: Enter reads"


def start_unanswered(start: Start) -> Program:
    program = start("-m", "sahel_tui", size=(120, 40))
    program.wait_until(lambda: b"\x1b[6n" in program.raw, "the question that times the link")
    program.wait_for("events ·")
    return program


def test_a_late_answer_means_a_slow_link(start: Start) -> None:
    program = start_unanswered(start)
    program.listen(0.7)
    program.press(ANSWER)
    program.wait_for(SLOW)
    program.press("down")  # brings the keys back, too
    before = program.wait_for_quiet()
    program.press("down")
    program.wait_until(lambda: len(program.raw) > before, "the cursor")
    assert program.wait_for_quiet() - before < 250


def test_it_asks_once_and_the_answer_is_no_key(start: Start) -> None:
    program = start_unanswered(start)
    program.press("/", "ab")
    program.wait_for("/ ab")
    program.press(ANSWER, "c")
    program.wait_for("/ abc")
    assert program.raw.count(b"\x1b[6n") == 1


def test_asked_for_it_sends_little(start: Start) -> None:
    program = start("-m", "sahel_tui", "--low-bandwidth", size=(120, 40))
    program.wait_for(SLOW)
    assert program.wait_for_quiet() < 4000
    assert b";5;" not in program.raw

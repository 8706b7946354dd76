"""What a lost link and two browsers leave: notes, the last place, and nothing of each other's undone."""

import signal

from .conftest import Start
from .program import Program

DIOURA = "Raid on Dioura"


def open_at_dioura(start: Start) -> Program:
    program = start("-m", "sahel_tui", size=(120, 40))
    program.wait_for("events ·")
    program.press("/", "dioura")
    program.wait_for("3 events")
    program.press("enter")
    program.wait_for("Mali War")
    return program


def test_a_note_half_typed_and_the_place_outlast_the_terminal(start: Start) -> None:
    program = open_at_dioura(start)
    program.press("a", "who counted")
    program.wait_for("note: who counted")
    program.hang_up()
    program.wait_for_end(reading=False)
    again = start("-m", "sahel_tui", size=(120, 40))
    again.wait_for("events ·", f"▌¶2023-09-28  {DIOURA}", "¶ who counted")


def test_killed_at_once_it_has_kept_every_note_that_was_left(start: Start) -> None:
    program = open_at_dioura(start)
    program.press("a", "who counted", "enter", "b")
    program.wait_for("bookmarked · is:bookmarked finds it")
    program.process.send_signal(signal.SIGKILL)
    program.wait_for_end()
    again = start("-m", "sahel_tui", "--fresh", size=(120, 40))
    again.wait_for("events ·")
    again.press("/", "is:noted is:bookmarked")
    again.wait_for("1 event", f"◈2023-09-28  {DIOURA}")


def test_two_browsers_see_each_other_s_notes(start: Start) -> None:
    one, two = open_at_dioura(start), open_at_dioura(start)
    one.press("a", "from one", "enter")
    one.wait_for("¶ from one")
    two.press("b")
    two.wait_for(f"◈2023-09-28  {DIOURA}", "¶ from one")
    one.press("j", "k")
    one.wait_for(f"◈2023-09-28  {DIOURA}", "¶ from one")

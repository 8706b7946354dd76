"""Keys that come before the browser is there to use them, in a real terminal: none is lost, all keep their order."""

import pytest

from .conftest import Start


def test_a_search_typed_before_the_first_byte(start: Start) -> None:
    program = start("-m", "sahel_tui")
    program.press("/diou")
    program.wait_for("/ diou ", "3 events", "Enter keep")
    program.press("ra")
    program.wait_for("/ dioura ", "3 events", "Enter keep")


@pytest.mark.parametrize("sign", [b"\x1b[?1049h", b"\x1b[?2004h"])
def test_a_search_begun_while_the_terminal_is_set_up(start: Start, sign: bytes) -> None:
    program = start("-m", "sahel_tui")
    program.wait_until(lambda: sign in program.raw, "the sequences of the start")
    program.press("/")
    program.wait_for("79 events", "Enter keep")
    program.press("dioura")
    program.wait_for("/ dioura ", "3 events", "Enter keep")


def test_a_line_typed_before_the_first_byte_ends_with_enter(start: Start) -> None:
    program = start("-m", "sahel_tui")
    program.press("/gao", "enter", "c")
    program.wait_for("2017 Gao bombing", "losses of")


@pytest.mark.parametrize("keys", ["D\r", "Djjj\r", "/gao\rD\r", "DG\r"])
def test_enter_in_one_packet_with_the_ranking(start: Start, keys: str) -> None:
    program = start("-m", "sahel_tui")
    program.wait_for("79 events · ")
    for _ in range(3):
        program.press(keys)
        program.wait_for("losses of")
        program.press("q", "q", "escape", "escape")
        program.wait_for("q quits")

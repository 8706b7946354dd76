"""The very first start, the second, and the tour, in a real terminal."""

import re
from pathlib import Path

from .conftest import Start


def test_welcome_is_shown_once(start: Start, tmp_path: Path) -> None:
    for number in range(2):
        program = start("-m", "sahel_tui", size=(80, 24), XDG_STATE_HOME=str(tmp_path))
        program.wait_for("79 events", "c compare")
        assert ("casualty" in program.glass.text()) is (number == 0)
        program.press("Q")
        assert program.wait_for_end()[0] == 0


KEYS = (("enter",), ("]",), ("x",), ("q",), ("c",), ("tab",), ("y", "t"), ("q",), ("?",))


def test_tour_leads_through_the_widest_dispute(start: Start) -> None:
    program = start("-m", "sahel_tui", "tour", size=(80, 24))
    program.wait_for("tour 1 of 11", "Press / and type")
    before = program.wait_for_quiet()
    assert program.listen(1.0) == before
    word = re.search(r"and type (\w+):", program.glass.text())
    assert word
    program.press("/", word[1])
    for number, keys in enumerate(KEYS, 2):
        program.wait_for(f"tour {number} of 11" if keys != ("q",) or number != 5 else "Why")
        program.press(*keys)
    program.wait_for("tour 11 of 11", "That was the tour: the next key ends it.")
    program.press("Q")
    assert program.wait_for_end()[0] == 0
    assert program.broken_modes() == []


def test_tour_without_a_dispute_is_refused(start: Start, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("= Quiet day =\n\nNothing happened.\n", encoding="utf-8")
    program = start("-m", "sahel_tui", "--library", str(tmp_path), "tour", size=(80, 24))
    assert program.wait_for_end()[0] == 2
    assert "nothing in this library is disputed" in program.glass.text()

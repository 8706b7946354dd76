"""The browser on the bundled events in real terminals: the journey, the bytes it costs, and what is kept from them."""

import re

import pytest

from .conftest import Start
from .program import Program

BUDGETS = {"first": 6000, "down": 200, "preview": 2200, "letter": 1500, "page": 3500, "compare": 5000}
ALLOWED = 3  # so many times the budget; a change that costs that much is a mistake


def is_previewed(program: Program) -> bool:
    """Whether the right pane speaks of the event under the cursor."""
    lines = program.glass.text().splitlines()
    chosen = next((line for line in lines if line.startswith("▌")), "")
    title = re.match(r"▌ [\d-]+ +(.*?)  ", chosen)
    return title is not None and title[1] in lines[0].partition("│")[2]


def open_browser(start: Start, size: tuple[int, int], **options: str) -> Program:
    program = start("-m", "sahel_tui", size=size, **options)
    program.wait_for("events ·")
    return program


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)], ids=str)
def test_from_the_prompt_to_both_sentences(start: Start, size: tuple[int, int]) -> None:
    program = open_browser(start, size)
    program.press("/", "diaf")
    program.wait_for("/ diaf", "2 events")
    program.press("enter")
    program.wait_for("c compare")
    program.press("c")
    program.wait_for("×6.2")
    program.wait_until(lambda: shows_both_sentences(program), "both sentences")
    row = next(line for line in program.glass.text().splitlines() if line.startswith("▌"))
    assert re.search(r"killed.*31.*\b5\b.*×6\.2", row)
    assert "≠" in row


def shows_both_sentences(program: Program) -> bool:
    below = program.glass.text().rpartition("──")[2]
    return bool(re.search(r"31 killed|thirty-one", below)) and bool(re.search(r"5 killed|\bfive\b", below))


def test_keys_cost_what_was_budgeted(start: Start) -> None:
    program = open_browser(start, (120, 40), TERM="xterm-256color")
    program.wait_until(lambda: is_previewed(program), "the first preview")
    spent = {"first": program.wait_for_quiet()}
    spent["preview"] = cost(program, "down")
    program.press("/")
    program.wait_for("Enter keep")
    spent["letter"] = cost(program, "k")
    program.press("escape")
    program.wait_for_quiet()
    spent["compare"] = program.count("c", shows="verdict")
    too_much = {name: count for name, count in spent.items() if count > ALLOWED * BUDGETS[name]}
    assert not too_much


def cost(program: Program, key: str) -> int:
    before = program.wait_for_quiet()
    program.press(key)
    program.wait_until(lambda: len(program.raw) > before and is_previewed(program), "the preview")
    return program.wait_for_quiet() - before


@pytest.mark.parametrize(("key", "shows"), [("D", "disputed rows"), ("t", "by year")])
def test_going_down_the_disputes_and_the_years_costs_what_was_budgeted(start: Start, key: str, shows: str) -> None:
    program = open_browser(start, (120, 40), TERM="xterm-256color")
    program.press(key)
    program.wait_for(shows, "▌")
    before = program.wait_for_quiet()
    program.press(*["down"] * 8)
    assert program.wait_for_quiet() - before < ALLOWED * 8 * BUDGETS["down"]


def test_nothing_is_sent_while_nobody_types(start: Start) -> None:
    program = open_browser(start, (120, 40))
    program.wait_until(lambda: is_previewed(program), "the first preview")
    before = program.wait_for_quiet()
    assert program.listen(2.0) == before

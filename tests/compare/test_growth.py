"""Rows with very many voices: the work grows with the voices, not with their pairs."""

import sys
from collections.abc import Callable

import pytest

from sahel_tui.compare import compare_claims
from sahel_tui.dataclass import replace
from sahel_tui.model import Claim, Count, Side

SIDES = (Side("combatant1", "Mali"), Side("combatant2", "JNIM"))


def one_each(number: int) -> Claim:
    """Every voice with a figure of its own."""
    return _claim(number, Count(10 + number, 10 + number), f"Agency {number}")


def few_counts(number: int) -> Claim:
    """Many voices, few figures, some open and some vague."""
    counts = (Count(31, 31), Count(5, 5), Count(20, None, hedge="at_least"), Count(vague="dozens"), Count(30, 40))
    return _claim(number, counts[number % len(counts)], f"Agency {number}")


def one_voice(number: int) -> Claim:
    """One voice that says something else every time."""
    return _claim(number, Count(10 + number, 10 + number), "Mali")


def own_words(number: int) -> Claim:
    """The article in its own words."""
    return _claim(number, Count(10 + number, 10 + number), None)


def one_document_each(number: int) -> Claim:
    """Many documents, each in its own words."""
    return _claim(number, Count(10 + number, 10 + number), None, document=f"document {number}")


def own_groups(number: int) -> Claim:
    """One infobox that names many groups."""
    return _claim(number, Count(2, 2), f"Agency {number}", where="infobox:casualties1", victims=f"group{number}")


def killed_or_wounded(number: int) -> Claim:
    """Every other voice counts the dead and the wounded together."""
    return replace(one_each(number), flags=("combined",) * (number % 2))


def _claim(
    number: int, count: Count, source: str | None, *, document: str = "d", where: str = "text:lead", victims: str = ""
) -> Claim:
    return Claim(document, where, number, number + 1, "x", "killed", count, victims, "combatant1", source)


def count_steps(make: Callable[[int], Claim], voices: int) -> int:
    """Lines of the program that run while `voices` claims are compared."""
    claims = [make(number) for number in range(voices)]
    steps = 0

    def trace(frame: object, event: str, argument: object) -> object:
        nonlocal steps
        steps += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        compare_claims(claims, SIDES)
    finally:
        sys.settrace(before)
    return steps


@pytest.mark.parametrize(
    "make", [one_each, few_counts, one_voice, own_words, one_document_each, own_groups, killed_or_wounded]
)
def test_four_times_the_claims_are_not_sixteen_times_the_work(make: Callable[[int], Claim]) -> None:
    count_steps(make, 10)  # Names and word tables are read once.
    few = count_steps(make, 150)
    assert count_steps(make, 600) < 6 * few

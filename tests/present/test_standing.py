"""The figures of a row on one line: every sign between two of them is true."""

import re
from itertools import combinations, pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from sahel_tui.compare import compare_claims
from sahel_tui.compare.ranges import can_both_be_true
from sahel_tui.model import Claim, Count, Row, Side
from sahel_tui.present.standing import arrange, relate


def count(words: str) -> Count:
    """`31`, `31+`, `≤31`, `~30`, `5–7`, `dozens`."""
    if not re.search(r"\d", words):
        return Count(vague=words) if words != "none" else Count(0, 0, "none")
    if "–" in words:
        low, high = map(int, words.split("–"))
        return Count(low, high, hedge="range")
    number = int(re.sub(r"\D", "", words))
    if words.endswith("+"):
        return Count(number, None, hedge="at_least")
    if words.startswith("≤"):
        return Count(None, number, hedge="at_most")
    return Count(number, number, hedge="approx" if words.startswith("~") else None)


def make_row(*said: str) -> Row:
    """The row in which voices A, B, C … say these counts."""
    claims = [
        Claim("d", "text:lead", n, n + 1, "x", "killed", count(words), "", "combatant1", "ABCDEFGH"[n])
        for n, words in enumerate(said)
    ]
    return compare_claims(claims, [Side("combatant1", "Mali")]).rows[0]


def say(row: Row) -> str:
    words: list[str] = []
    for standing in arrange(row):
        voices = ",".join(figure.voice for figure in standing.figures)
        words += [standing.mark, f"{standing.text} {voices}"]
    return " ".join(words).strip()


def test_two_figures() -> None:
    assert say(make_row("5", "31")) == "31 B ≠ 5 A"


def test_equal_figures_are_one_and_are_not_set_against_each_other() -> None:
    assert say(make_row("31", "5", "31")) == "31 A,C ≠ 5 B"


def test_three_that_contradict_each_other() -> None:
    assert say(make_row("300", "203", "500")) == "500 C ≠ 300 A ≠ 203 B"


def test_what_can_be_true_together_stands_together() -> None:
    assert say(make_row("89–98", "98", "81")) == "98 B ≈ 89–98 A ≠ 81 C"


def test_what_contradicts_nobody_stands_apart() -> None:
    assert say(make_row("16", "2", "several", "unknown")) == "16 A ≠ 2 B · several C · unknown D"


def test_each_carries_its_own_sign_where_there_are_no_camps() -> None:
    assert say(make_row("1–3", "3–5", "5–7", "7–9")) == "≠7–9 D · ≠5–7 C · ≠3–5 B · ≠1–3 A"


def test_no_dispute() -> None:
    assert say(make_row("60", "60+", "~60")) == "~60 C ≈ 60 A ≈ 60+ B"
    assert say(make_row("unknown", "14")) == "14 B · unknown A"


COUNTS: Any = some.one_of(
    some.integers(0, 30).map(str),
    some.integers(0, 30).map("{}+".format),
    some.integers(1, 30).map("≤{}".format),
    some.integers(1, 4).map(lambda tens: f"~{tens}0"),
    some.tuples(some.integers(0, 20), some.integers(1, 10)).map(lambda pair: f"{pair[0]}–{sum(pair)}"),
    some.sampled_from(["several", "dozens", "none", "unknown"]),
)


@given(some.lists(COUNTS, min_size=2, max_size=8))
def test_signs_are_true_and_nothing_is_lost(said: list[str]) -> None:
    row = make_row(*said)
    shown = arrange(row)
    assert sorted(figure.voice for standing in shown for figure in standing.figures) == sorted("ABCDEFGH"[: len(said)])
    for before, standing in pairwise(shown):
        together = can_both_be_true(before.count, standing.count)
        assert not (standing.mark == "≠" and together)
        assert not (standing.mark == "≈" and not together)
    for standing in shown:
        against = any(not can_both_be_true(standing.count, other.count) for other in shown)
        assert all(figure.disputed == against for figure in standing.figures)


@given(some.lists(COUNTS, min_size=2, max_size=8))
def test_two_figures_are_disputed_when_they_cannot_both_be_true(said: list[str]) -> None:
    row = make_row(*said)
    for one, other in combinations(row.figures, 2):
        assert (relate(one, other, row) == "disputed") == (not can_both_be_true(one.count, other.count))
    if row.verdict == "disputed":
        one, other = (row.figures[place] for place in row.pair)
        assert not can_both_be_true(one.count, other.count)

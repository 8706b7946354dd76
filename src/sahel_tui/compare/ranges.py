"""What a count allows: the interval of true values, and whether two counts can both be true."""

import math

from sahel_tui.model import Count

VAGUE_RANGE: dict[str, tuple[float, float]] = {
    "several": (2, 49),
    "dozens": (21, 999),
    "hundreds": (200, 9_999),
    "thousands": (2_000, 999_999),
    "none": (0, 0),
}
"""The least a vague word stands for, and a top beyond which nobody would use it."""


def allowed_range(count: Count) -> tuple[float, float] | None:
    """Lowest and highest true value a count allows; None when it allows any (`unknown`)."""
    if count.vague == "unknown":
        return None
    if count.vague and count.low is None:
        return VAGUE_RANGE.get(count.vague)
    low = 0.0 if count.low is None else float(count.low)
    high = math.inf if count.high is None else float(count.high)
    if count.hedge == "approx" and count.low == count.high:
        slack = rounding_slack(count.low or 0)
        return low - slack, high + slack
    return low, high


def is_stated(count: Count) -> bool:
    """Whether it has at least one number as an end."""
    return count.low is not None or count.high is not None


def rounding_slack(value: int) -> float:
    """How far a rounded number may be off: just under half a unit of its last significant digit, a fifth at most.

    Who says `about a hundred` of 145 or of 60 does not round: 80 to 120 are about a hundred.

    >>> rounding_slack(500), rounding_slack(25), rounding_slack(60), rounding_slack(100)
    (49.5, 2.0, 4.5, 20.0)
    """
    if value == 0:
        return 0.0
    unit = 1
    while value % (unit * 10) == 0:
        unit *= 10
    if unit == 1 and value % 5 == 0:
        unit = 5
    return min(max(0.0, unit / 2 - 0.5), value / 5) if unit > 1 else 0.0


def can_both_be_true(one: Count, other: Count) -> bool:
    """Their ranges share a value."""
    first, second = allowed_range(one), allowed_range(other)
    if first is None or second is None:
        return True
    return max(first[0], second[0]) <= min(first[1], second[1])


def add_counts(counts: list[Count]) -> Count:
    """The sum of counts; open ends stay open, a vague part makes it `at least` the rest."""
    low = sum(count.low or 0 for count in counts)
    if any(count.high is None for count in counts):
        return Count(low, None, hedge="at_least")
    high = sum(count.high or 0 for count in counts)
    if low != high:
        return Count(low, high, hedge="range")
    return Count(low, high, "none" if low == 0 else None)

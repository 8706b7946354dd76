"""A count found in a text: its place, its value and its hedge."""

from sahel_tui.dataclass import dataclass
from sahel_tui.model import Count


@dataclass(slots=True)
class CountMatch:
    """A count at `tokens[first:last]`; `article` is a mere `a` or `one` that only counts before a victim."""

    first: int
    last: int
    count: Count
    article: bool = False
    range_top: int | None = None


def apply_hedge(count: Count, hedge: str) -> Count:
    """The count under a hedge; an end that is open already stays open, a range stays one under `approx`."""
    if hedge == "none" or count.vague:
        return count
    if (hedge == "at_least" and count.low is None) or (hedge == "at_most" and count.high is None):
        return count
    if hedge == "at_least":
        return Count(count.low, None, hedge="at_least")
    if hedge == "at_most":
        return Count(None, count.high, hedge="at_most")
    return count if count.hedge in ("range", "at_least", "at_most") else Count(count.low, count.high, hedge="approx")

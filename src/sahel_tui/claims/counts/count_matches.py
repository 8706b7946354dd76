"""A count found in a text: its place, its value and its hedge, also one behind it: `two soldiers, at the least`."""

from collections.abc import Sequence

from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon
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


def find_aside(tokens: Sequence[Token], comma: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """A hedge between the comma at that index and the next mark or the end: its name and where it ends."""
    if comma + 1 >= len(tokens) or tokens[comma].text != ",":
        return None
    hedge = lexicon.hedges_after.match(tokens, comma + 1)
    end = comma + 1 + hedge[1] if hedge else comma
    closed = end >= len(tokens) or tokens[end].kind == "mark"
    return (hedge[0], end) if hedge and closed else None


def behind_hedge(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> int:
    """The token behind the hedge that belongs to a figure ending at `last`: `two soldiers at least`; else `last`."""
    aside = find_aside(tokens, last, lexicon) if last < len(tokens) else None
    hedge = lexicon.hedges_after.match(tokens, last)
    end = aside[1] if aside else last + (hedge[1] if hedge else 0)
    next_one = tokens[end] if end < len(tokens) else None
    counted = next_one and (next_one.kind == "number" or next_one.lower in lexicon.count_words)
    return last if counted else end  # `15 dead, at least 4 wounded`: the hedge of the next figure

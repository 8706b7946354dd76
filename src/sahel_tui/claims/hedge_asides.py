"""Hedges set off behind what is counted: `two soldiers, at the least, and six fighters`."""

from collections.abc import Sequence

from sahel_tui.claims.tokens import Token
from sahel_tui.claims.words import Lexicon


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

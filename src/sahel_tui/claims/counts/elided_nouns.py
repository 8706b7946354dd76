"""Nouns said once for two nations: `a French and a Malian soldier`, `un soldat français et un malien`."""

from collections.abc import Sequence
from itertools import pairwise

from sahel_tui.claims.counts.circles import Counted
from sahel_tui.claims.language.noun_phrases import find_nation
from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon


def is_adjective_alone(tokens: Sequence[Token], at: int, found: Sequence[Counted], lexicon: Lexicon) -> bool:
    """`… et un malien`: an article and a nation in small letters, joined to a figure whose noun it leaves out."""
    joined = bool(found) and found[-1].last == at - 1 and tokens[at - 1].lower in lexicon.list("plain_and")
    alone = at + 1 < len(tokens) and find_nation(tokens[at + 1], lexicon) is not None
    return joined and alone and bool(found[-1].victims.nations) and bool(lexicon.grammar.get("head_first"))


def lend_nouns(tokens: Sequence[Token], found: Sequence[Counted], lexicon: Lexicon) -> None:
    """Give a nation told without a noun the noun of the nation that `and` joins to it.

    The noun stands with the last where adjectives come first, with the first where they follow it.
    """
    for one, other in pairwise(found):
        joined = other.first == one.last + 1 and tokens[one.last].lower in lexicon.list("plain_and")
        if joined and one.victims.nations and other.victims.nations:
            lender, taker = (one, other) if lexicon.grammar.get("head_first") else (other, one)
            if _is_bare(taker) and lender.victims.kind not in ("", "people", "unknown", "excluded"):
                taker.victims.kind, taker.victims.head = lender.victims.kind, lender.victims.head


def _is_bare(quantity: Counted) -> bool:
    """Nothing but the name of a nation: `two Chadian`."""
    return quantity.victims.kind == "people" and " " not in quantity.victims.text

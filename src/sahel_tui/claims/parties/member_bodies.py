"""Whose members are counted: `members of one family` are civilians, `members of the force` soldiers."""

from collections.abc import Sequence

from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon

LONGEST_BODY = 5
"""Tokens behind `members of` among which the noun of the body stands: `the same extended family`."""

BODIES = (("member_bodies", "civilian"), ("armed_member_bodies", "state"))
"""Lists of bodies and the kind of people that belong to them."""


def kind_of_members(tokens: Sequence[Token], at: int, head: str, lexicon: Lexicon) -> str | None:
    """The kind of `members of …` counted at `at` by the noun of the body; None where the body tells none."""
    if head not in lexicon.list("membership"):
        return None
    noun = next((place for place in range(at, len(tokens)) if tokens[place].lower == head), len(tokens))
    behind = tokens[noun + 1 : noun + 2 + LONGEST_BODY]
    if not behind or behind[0].lower not in lexicon.list("of"):
        return None
    for token in behind[1:]:
        if token.kind == "mark" or token.lower in lexicon.be:
            return None
        kind = next((kind for bodies, kind in BODIES if token.lower in lexicon.list(bodies)), None)
        if kind:
            return kind
    return None

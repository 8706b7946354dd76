"""Those aboard: whose vehicle or aircraft it is tells the side of its crew and occupants."""

from sahel_tui.claims.parties.sides import Combatants
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.model import CIVILIANS

THINGS = ("vehicle", "aircraft")

LONGEST_OWNER = 7
"""Tokens behind a vehicle among which its owner's noun stands."""


def aboard_side(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`an army helicopter crashed and both crew members were killed`, `three of its occupants died`.

    None where no vehicle with an owner stands before them in the sentence.
    """
    aboard = sentence.lexicon.list("aboard")
    if aboard.isdisjoint(sentence.lowers(quantity.match.last, quantity.last)):
        return None
    before = [other for other in sentence.quantities if other.first < quantity.first and other.victims.kind in THINGS]
    flies = bool(before) and before[-1].victims.kind == "aircraft"
    owner = before[-1].victims.side(combatants, people=None) if before else None
    return owner or (combatants.state_side() if flies else None)


def owned_by_civilians(quantity: Quantity, sentence: Sentence) -> str | None:
    """`nine tankers belonging to a private company`, `a vehicle of a Norwegian aid group`: the owner behind it."""
    lexicon = sentence.lexicon
    noun = range(quantity.match.last, min(len(sentence.tokens), quantity.last + LONGEST_OWNER))
    owned = any(lexicon.phrases["complements"].match(sentence.tokens, at) for at in noun)
    clause = [sentence.folded[at] for at in noun if sentence.tokens[at].kind == "word"]
    ends = next((at for at, word in enumerate(clause) if word in lexicon.auxiliaries), len(clause))
    return CIVILIANS if owned and not lexicon.list("civil_owners").isdisjoint(clause[:ends]) else None

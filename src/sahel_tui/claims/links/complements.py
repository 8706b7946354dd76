"""Numbers that only describe whom another figure counts: `thirty people of eighteen nationalities`."""

from sahel_tui.claims.parties.victims import PARTIES
from sahel_tui.claims.phrases.phrases import Quantity, Sentence

PEOPLE = frozenset((*PARTIES, "people"))
"""Kinds of those of whom a complement tells more; three squads of ten men are counted by their ten."""


def exclude_complements(sentence: Sentence) -> None:
    """Keep verbs from `twelve passengers of two buses were killed`: no bus was, and the twelve are the subject."""
    for before, quantity in zip(sentence.quantities, sentence.quantities[1:], strict=False):
        if before.victims.kind in PEOPLE and not before.article and _describes(sentence, before, quantity):
            quantity.victims.kind = "excluded"


def _describes(sentence: Sentence, before: Quantity, quantity: Quantity) -> bool:
    """Nothing but a preposition stands between the noun and the number."""
    lexicon = sentence.lexicon
    openers = lexicon.lists("of", "origins", "on_board")
    gap = sentence.folded[before.last : quantity.first]
    inside = before.last == quantity.first and sentence.folded[before.last - 1] in openers
    return (inside or (len(gap) == 1 and gap[0] in openers)) and quantity.victims.kind != ""

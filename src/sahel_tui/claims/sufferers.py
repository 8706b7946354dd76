"""The party that a verb of loss has as its subject: `the army lost twelve`, `the troops mourned ten`."""

from sahel_tui.claims.deeds import party_before, subject_side
from sahel_tui.claims.phrases import Quantity, Sentence
from sahel_tui.claims.sides import Combatants
from sahel_tui.claims.victims import find_victims

FARTHEST_VERB = 5
"""Tokens from a verb of admission to a figure: `acknowledged the loss of twelve`."""


def sufferer_side(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`the army lost twelve`, `the rebels suffered …, including several POWs`, `the HCUA had seven dead`."""
    had = quantity.first - 1
    held = sentence.lexicon.grammar["implied"].get(quantity.victims.head) == "captured"  # `had twelve prisoners`
    if had > 0 and not (quantity.victims.kind or held) and sentence.folded[had] in sentence.lexicon.list("had"):
        while had > 1 and sentence.folded[had - 1] in sentence.lexicon.adverbs:
            had -= 1  # `les assaillants auraient eu dix morts`
        return party_before(sentence, had, combatants)
    admitted = _admitting_side(quantity, sentence, combatants)
    if admitted:
        return admitted
    for word in sentence.words:
        costs = sentence.folded[word.first] in sentence.lexicon.list(
            "double_object"
        )  # `the violence had cost 270 lives`
        if word.first >= quantity.first or costs or "lost" not in word.families("active"):
            continue
        start = max(0, word.first - 6)
        for first in range(word.first - 1, start - 1, -1):
            if not sentence.lexicon.list("origins").isdisjoint(sentence.lowers(max(0, first - 1), first + 1)):
                continue  # `the militants from Niger lost eleven`
            victims = find_victims(sentence.tokens[first : word.first], 0, sentence.lexicon)
            side = victims.side(combatants, people=None)
            if side:
                return side
    return None


def loser_side(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`the army killed twelve men and lost seven fighters`: whatever they are called, a loser's men are its own."""
    if quantity.victims.kind != "fighter" or quantity.victims.own or quantity.word is None or not quantity.leftward:
        return None
    lost = "lost" in quantity.word.families("active").split("+")
    return subject_side(quantity.word, sentence, combatants, None) if lost else None


def _admitting_side(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`the assailants acknowledged eleven dead`, `the troops mourned ten`: the party before such a verb."""
    verbs = sentence.lexicon.list("admission") - sentence.lexicon.list("double_object")
    for at in range(quantity.first - 1, max(-1, quantity.first - FARTHEST_VERB), -1):
        if sentence.folded[at] not in verbs:
            continue
        while at > 0 and sentence.folded[at - 1] in sentence.lexicon.adverbs:
            at -= 1  # `les gendarmes ont reconnu`
        return party_before(sentence, at, combatants)
    return None

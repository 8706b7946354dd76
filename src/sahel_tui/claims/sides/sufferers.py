"""The party that a verb of loss has as its subject: `the army lost twelve`, `the troops mourned ten`."""

from sahel_tui.claims.parties.sides import Combatants
from sahel_tui.claims.parties.victims import find_victims
from sahel_tui.claims.phrases.deeds import clause_party, has_pronoun, party_before, subject_side
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.phrases.side_context import SideContext
from sahel_tui.claims.sides.antecedent_sides import subject_before

OWN_MEN = ("", "people", "fighter", "unknown")
"""Kinds of those whom one does not lose: `without losing a man`."""

FARTHEST_LACK = 3
"""Tokens from `without` to the loss."""

FARTHEST_VERB = 5
"""Tokens from a verb of admission to a figure: `acknowledged the loss of twelve`."""


def sufferer_side(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`the army lost twelve`, `the rebels suffered …, including several POWs`, `the HCUA had seven dead`."""
    had = haver_side(quantity, sentence, combatants)
    if had:
        return had
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
            side = victims.side(combatants, people=None) or _side_of_capital(first, sentence, combatants)
            if side:
                return side
    return None


def _side_of_capital(at: int, sentence: Sentence, combatants: Combatants) -> str | None:
    """`Bamako suffered no loss`: a state by its capital."""
    nation = sentence.lexicon.capitals.get(sentence.folded[at])
    return combatants.side_of_country(nation) if nation and sentence.tokens[at].text[0].isupper() else None


def haver_side(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`the HCUA had seven dead`, `the jihadists for their part had a dozen killed`: the subject of the verb."""
    had = _had_before(quantity, sentence)
    return (party_before(sentence, had, combatants) or clause_party(had, sentence, combatants)) if had else None


def _had_before(quantity: Quantity, sentence: Sentence) -> int:
    """Where the verb of `had twelve dead`, `auraient eu dix morts`, `had in its turn only six men killed` starts; 0.

    Prisoners that one has are others'.
    """
    lexicon, had = sentence.lexicon, quantity.first - 1
    if had <= 0 or "had" not in sentence.told:
        return 0
    while had > 1 and sentence.folded[had] in lexicon.list("restrictive"):
        had -= 1
    aside = lexicon.phrases["side_asides"].match_before(sentence.tokens, had + 1)
    had -= aside[1] if aside else 0
    held = lexicon.grammar["implied"].get(quantity.victims.head) == "captured"  # `had twelve prisoners`
    men = not quantity.victims.kind or quantity.victims.head in lexicon.list("possessive_men")
    if had <= 0 or held or not men or sentence.folded[had] not in lexicon.list("had"):
        return 0
    if sentence.folded[had - 1] in lexicon.list("of_them"):
        return 0  # `le GSIM en compte trente`
    while had > 1 and sentence.folded[had - 1] in lexicon.adverbs:
        had -= 1  # `les assaillants auraient eu dix morts`
    return had


def lossless_side(quantity: Quantity, sentence: Sentence, combatants: Combatants, speaker: str | None) -> str | None:
    """`killed forty militants without a single loss`, `freed four hostages without loss`: nobody of whoever did it."""
    lacking = sentence.lexicon.list("lacking")
    if quantity.match.count.vague != "none" or quantity.victims.kind not in OWN_MEN:
        return None
    around = sentence.lowers(max(0, quantity.first - FARTHEST_LACK), quantity.match.last + 1)
    if lacking.isdisjoint(around) or not sentence.lexicon.list("causing").isdisjoint(around):
        return None  # `without causing any casualties` tells of others
    deeds = (word for word in reversed(sentence.words) if word.last <= quantity.first and word.families("active"))
    deed = next(deeds, None)
    if deed is None and any(at < quantity.first for at in sentence.told.get("targets", ())):
        return None  # `JNIM shelled the base without casualties`
    subject = subject_side(deed, sentence, combatants, speaker) if deed else None
    return subject or speaker or clause_party(quantity.first, sentence, combatants)


def loser_side(
    quantity: Quantity, sentence: Sentence, combatants: Combatants, context: SideContext, speaker: str | None
) -> str | None:
    """`the army killed twelve men and lost seven fighters`: whatever they are called, a loser's men are its own.

    Where nobody speaks, `it lost seven` takes up the subject of the sentence before.
    """
    if quantity.victims.kind not in OWN_MEN or quantity.victims.own or quantity.word is None or not quantity.leftward:
        return None
    straight = quantity.victims.kind == "fighter" or quantity.rule == "object_of_word"
    if "lost" not in quantity.word.families("active").split("+") or not straight:
        return None
    side = subject_side(quantity.word, sentence, combatants, None)
    if side is None and speaker is None and has_pronoun(quantity.word, sentence):
        return subject_before(combatants, context)
    return side


def _admitting_side(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`the assailants acknowledged eleven dead`, `the troops mourned ten`: the party before such a verb."""
    verbs = sentence.lexicon.lists("admission", "-double_object")
    for at in range(quantity.first - 1, max(-1, quantity.first - FARTHEST_VERB), -1):
        if sentence.folded[at] not in verbs:
            continue
        while at > 0 and sentence.folded[at - 1] in sentence.lexicon.adverbs:
            at -= 1  # `les gendarmes ont reconnu`
        return party_before(sentence, at, combatants)
    return None

"""Whose the prisoners and the men of a belligerent are: `the army took four prisoners`, `JNIM killed 97 men`."""

from sahel_tui.claims.deeds import agent_side, clause_party
from sahel_tui.claims.phrases import Quantity, Sentence
from sahel_tui.claims.sides import Combatants
from sahel_tui.model import CIVILIANS


def taken_side(quantity: Quantity, sentence: Sentence, combatants: Combatants, speaker: str | None) -> str | None:
    """Unnamed prisoners of a belligerent are its enemy's: `the army took four prisoners`, `31 people detained`."""
    if quantity.category != "captured" or not combatants.listed:
        return None
    taker = agent_side(quantity, sentence, combatants, speaker) or speaker
    if taker is None and quantity.rule == "implied_by_noun":
        taker = clause_party(quantity.first, sentence, combatants)  # `le GSIM a fait onze prisonniers`
    men = quantity.victims.head in sentence.lexicon.list("possessive_men")
    armed = quantity.victims.kind == "" or men or taker == combatants.state_side()
    return combatants.enemy_of(taker) if taker and taker != CIVILIANS and armed else None


def men_side(quantity: Quantity, sentence: Sentence, combatants: Combatants, speaker: str | None) -> str | None:
    """`killed 97 men`, a belligerent boasts of its enemy's; `nine men unaccounted for` are its own."""
    men = quantity.victims.head in sentence.lexicon.list("possessive_men") and bool(combatants.listed)
    if speaker is None and quantity.category == "missing":
        speaker = clause_party(quantity.first, sentence, combatants)
    if not men or speaker is None or quantity.word is None:
        return None
    deed = quantity.leftward and quantity.word.families("active", "participle")
    return combatants.enemy_of(speaker) if deed else speaker

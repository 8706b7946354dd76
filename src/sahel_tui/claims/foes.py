"""Fighters whom a deed hit: those of whoever the party fights that did it or boasts of it."""

from sahel_tui.claims.deeds import passive_agent
from sahel_tui.claims.phrases import Quantity, Sentence
from sahel_tui.claims.sides import Combatants
from sahel_tui.model import CIVILIANS


def foe_of_group(quantity: Quantity, speaker: str | None, combatants: Combatants) -> str | None:
    """`a abattu une trentaine de miliciens`, an armed group boasts: those whom its own deed hit are its enemy's."""
    if speaker is None or speaker == CIVILIANS or combatants.is_government(speaker) or quantity.word is None:
        return None
    if quantity.victims.kind not in ("fighter", "group") or quantity.victims.own or quantity.victims.actors:
        return None
    deed = quantity.leftward and bool(quantity.word.families("active", "participle"))
    deed = deed and "lost" not in quantity.word.families("active").split("+")  # `and lost only two fighters`
    hostile = quantity.victims.head in combatants.lexicon.list("militia_nouns")
    return combatants.enemy_of(speaker) if deed or hostile else None


def foe_of_agent(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`eleven fighters were killed by JNIM`: fighters whom a party killed are its enemy's."""
    if quantity.victims.kind != "fighter" or quantity.victims.own or quantity.victims.actors:
        return None
    return combatants.enemy_of(passive_agent(quantity, sentence, combatants))

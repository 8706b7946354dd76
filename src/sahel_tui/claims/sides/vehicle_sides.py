"""Whose vehicles were lost, where their noun does not say so."""

from sahel_tui.claims.parties.sides import Combatants
from sahel_tui.claims.phrases.deeds import agent_side, clause_party, is_deed, passive_agent
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.phrases.side_context import SideContext
from sahel_tui.claims.sides.aboard import owned_by_civilians
from sahel_tui.claims.sides.neighbour_sides import neighbour_side
from sahel_tui.model import CIVILIANS, UNSPECIFIED

VEHICLE_LOSSES = ("vehicles_destroyed", "vehicles_captured", "other_equipment_lost")


FARTHEST_STRIKE = 4
"""Tokens from a loss to the air strike that caused it."""


def vehicle_side(
    quantity: Quantity, sentence: Sentence, speaker: str | None, combatants: Combatants, context: SideContext
) -> str:
    """An unnamed owner: whoever fights the group that boasts, else the people counted beside the vehicles."""
    beside = owned_by_civilians(quantity, sentence) or _struck_side(quantity, sentence, combatants)
    beside = beside or neighbour_side(quantity, sentence, combatants)
    beside = beside or _owner_side(quantity, sentence, speaker, combatants)
    if beside:
        return beside
    joined = _joined_side(quantity, sentence, context)
    if joined:
        return joined
    if quantity.victims.head in sentence.lexicon.list("flyers"):
        return combatants.state_side()  # Of those who fight in the region only states fly.
    loses = quantity.word is not None and any(reading.family == "lost" for reading in quantity.word.readings)
    if speaker and not (loses or speaker == CIVILIANS or combatants.is_government(speaker)):
        return combatants.enemy_of(speaker) or UNSPECIFIED
    agent = agent_side(quantity, sentence, combatants, speaker)
    forsaken = _is_forsaken(quantity, sentence)
    if agent and quantity.category == "vehicles_captured":
        return agent if forsaken else combatants.enemy_of(agent) or UNSPECIFIED
    others = [other for other in sentence.quantities if other.category and other is not quantity]
    near = sorted(others, key=lambda o: (_is_apart(o, quantity, sentence), abs(o.first - quantity.first)))
    for other in near:
        side = other.victims.side(combatants, people=None, speaker=speaker)
        if side and side != CIVILIANS:
            return side
    if quantity.category == "vehicles_captured" and speaker:
        return combatants.enemy_of(speaker) or UNSPECIFIED
    counted = (context.memory.get(category) for category in (*VEHICLE_LOSSES, "killed", "captured", "wounded"))
    known = next((side for side in counted if side and side not in (CIVILIANS, UNSPECIFIED)), None)
    if known:
        return known
    if agent and forsaken:
        return agent
    return combatants.enemy_of(agent) or combatants.enemy_of(speaker) or _target_side(quantity, sentence, context)


def _is_forsaken(quantity: Quantity, sentence: Sentence) -> bool:
    """`abandoned six vehicles`: by whose they were."""
    return quantity.word is not None and sentence.folded[quantity.word.first] in sentence.lexicon.list("forsake")


def _target_side(quantity: Quantity, sentence: Sentence, context: SideContext) -> str:
    """`Five trucks burned`: those of whom the event hit; what carried explosives was the attackers' bomb."""
    bomb = not sentence.lexicon.list("explosives").isdisjoint(sentence.lowers(quantity.first, quantity.last + 5))
    return UNSPECIFIED if bomb else context.hit or UNSPECIFIED


def _owner_side(quantity: Quantity, sentence: Sentence, speaker: str | None, combatants: Combatants) -> str | None:
    """`six of its vehicles were burned, the army said`, `seized by JNIM`, `destroyed three of their trucks`."""
    had = quantity.first - 1
    if had > 0 and sentence.folded[had] in sentence.lexicon.list("had") and not quantity.leftward:
        return clause_party(had, sentence, combatants)  # `the army had six vehicles destroyed`
    taker = passive_agent(quantity, sentence, combatants)
    if taker and _is_forsaken(quantity, sentence):
        return taker  # `fifty vehicles abandoned by the army`
    if taker or not quantity.victims.own:
        return combatants.enemy_of(taker)
    agent = agent_side(quantity, sentence, combatants, speaker) if is_deed(quantity) else None
    if agent:
        return combatants.enemy_of(agent)
    return _crew_side(quantity, sentence, combatants) or speaker or clause_party(quantity.first, sentence, combatants)


def _struck_side(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`a truck was destroyed by air strikes`: only states strike from the air, and not themselves."""
    struck = sentence.told.get("air_strikes", ())
    near = any(quantity.end <= at <= quantity.end + FARTHEST_STRIKE for at in struck)
    return combatants.enemy_of(combatants.state_side()) if near and quantity.category == "vehicles_destroyed" else None


def _joined_side(quantity: Quantity, sentence: Sentence, context: SideContext) -> str | None:
    """`a hundred dead and 25 vehicles burnt out`: the side of the bare figure that it is joined to."""
    before = [other for other in sentence.quantities if other.first < quantity.first and other.category]
    if quantity.category != "vehicles_destroyed" or not before or before[-1].victims.kind:
        return None
    end = before[-1].end
    joined = sentence.lowers(end, quantity.first)
    alone = len(joined) == 1 and joined[0] in sentence.lexicon.list("plain_and")
    return context.memory.get(f"last {before[-1].category}") if alone else None


def _crew_side(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`eight MAA fighters dead and two of their vehicles wrecked`: `their` takes up the people counted right before."""
    lexicon = sentence.lexicon
    if lexicon.list("plural_own").isdisjoint(sentence.lowers(quantity.first, quantity.last)):
        return None
    before = [other for other in sentence.quantities if other.first < quantity.first and other.category]
    gap = sentence.lowers(before[-1].last, quantity.first) if before else []
    joined = bool(gap) and (gap[-1] == "," or gap[-1] in lexicon.list("plain_and")) and ";" not in gap
    return before[-1].victims.side(combatants, people=None) if joined else None


def _is_apart(other: Quantity, quantity: Quantity, sentence: Sentence) -> bool:
    """`eight soldiers died and two trucks burned, while 31 bodies were found`: another clause counts other people.

    So does the other half of a comparison: `six wounded and a vehicle lost, against thirty militants killed`.
    """
    first, last = sorted((other.first, quantity.first))
    apart = sentence.lexicon.lists("clause_starts", "contrast")
    return any(word == ";" or word in apart for word in sentence.folded[first:last])

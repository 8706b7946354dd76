"""Whose the prisoners and the men of a belligerent are: `the army took four prisoners`, `JNIM killed 97 men`."""

from sahel_tui.claims.parties.sides import Combatants
from sahel_tui.claims.phrases.deeds import agent_side, clause_party, party_from, passive_agent
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.model import CIVILIANS

FARTHEST_HOLDER = 5
"""Tokens from prisoners to the `by` of who holds them."""


def taken_side(
    quantity: Quantity, sentence: Sentence, combatants: Combatants, speaker: str | None, hit: str | None
) -> str | None:
    """Unnamed prisoners of a belligerent are its enemy's: `the army took four prisoners`, `31 people detained`."""
    if quantity.category != "captured":
        return None
    lexicon = sentence.lexicon
    if combatants.listed and _counts_arrests(quantity, sentence):
        return combatants.enemy_of(combatants.state_side())  # Only a state arrests.
    lost = lexicon.lists("leaving", "losing")
    if not lost.isdisjoint(sentence.lowers(max(0, quantity.first - 1), quantity.first)):
        return clause_party(quantity.first, sentence, combatants)  # `left two prisoners`, `lost four prisoners`
    taker = _holder(quantity, sentence, combatants) or agent_side(quantity, sentence, combatants, speaker) or speaker
    along = not sentence.lexicon.list("along").isdisjoint(sentence.lowers(max(0, quantity.first - 1), quantity.first))
    if taker is None and (quantity.rule == "implied_by_noun" or along or _is_in_own_hands(quantity, sentence)):
        taker = clause_party(quantity.first, sentence, combatants)  # `le GSIM a fait onze prisonniers`
    men = quantity.victims.head in sentence.lexicon.list("possessive_men")
    armed = quantity.victims.kind == "" or men or taker == combatants.state_side()
    if not taker or taker == CIVILIANS or not armed:
        return None
    if combatants.listed or combatants.is_government(taker):
        return combatants.enemy_of(taker)
    seized = quantity.victims.head in sentence.lexicon.list("hostages")  # where nobody fights, those of a group
    return CIVILIANS if seized else hit or combatants.enemy_of(taker)


def _counts_arrests(quantity: Quantity, sentence: Sentence) -> bool:
    """`an operation ended with 18 arrests`: the noun of the deed alone."""
    stems, word = tuple(sentence.lexicon.list("arrest_stems")), quantity.word
    alone = quantity.rule != "implied_by_noun" and not quantity.victims.kind and word is not None
    return alone and word is not None and sentence.folded[word.first].startswith(stems) and not word.families("active")


def _holder(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`twelve prisoners were held by JNIM`, `twelve men fell into the hands of the army`: who has them."""
    by = passive_agent(quantity, sentence, combatants)
    if by or quantity.rule != "implied_by_noun":
        return by
    agents = sentence.lexicon.list("agents")
    for at in range(quantity.last, min(len(sentence.tokens), quantity.last + FARTHEST_HOLDER)):
        if sentence.tokens[at].kind == "mark":
            return None
        if sentence.folded[at] in agents:
            return party_from(at + 1, sentence, combatants)
    return None


def _is_in_own_hands(quantity: Quantity, sentence: Sentence) -> bool:
    """`JNIM had twelve prisoners in its hands`: a verb of capture with a possessive inside."""
    word = quantity.word
    return word is not None and not sentence.lexicon.own.isdisjoint(sentence.lowers(word.first, word.last))


def men_side(quantity: Quantity, sentence: Sentence, combatants: Combatants, speaker: str | None) -> str | None:
    """`killed 97 men`, a belligerent boasts of its enemy's; `nine men unaccounted for` are its own."""
    men = quantity.victims.head in sentence.lexicon.list("possessive_men")
    lost = (
        quantity.word is not None and not quantity.leftward and "lost" in quantity.word.families("participle", "after")
    )
    if speaker is None and (quantity.category == "missing" or lost):
        speaker = clause_party(quantity.first, sentence, combatants)
    if not men or speaker is None or quantity.word is None:
        return None
    borne = "lost" in quantity.word.families("active").split("+")  # `losing four trucks and one man`
    deed = quantity.leftward and quantity.word.families("active", "participle") and not borne
    return combatants.enemy_of(speaker) if deed else speaker

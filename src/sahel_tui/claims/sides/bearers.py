"""Who pays for what is told: `having lost twelve men`, `at the cost of six dead`, `routed the rebels with ten dead`."""

from sahel_tui.claims.parties.sides import Combatants
from sahel_tui.claims.phrases.deeds import FARTHEST_SUBJECT, clause_party, main_subject, party_at
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.sides.unnamed_sides import party_in

FARTHEST_COST = 6
"""Tokens from `at the cost of` to the figure of it."""

FARTHEST_ROUTED = 14
"""Tokens from the verb that puts somebody to flight to the figure of what it cost him."""

BORNE = ("", "people", "fighter", "unknown", "vehicle", "aircraft")
"""Kinds of what a party may lose without a noun that says whose they are."""


def bearer_side(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`Despite the loss of six men the army held on`, `JNIM fled, having lost six`: the subject of the main clause.

    Of whoever is put to flight `with` a loss, it is the loss of him: `drove the rebels off with the loss of six`.
    """
    if quantity.victims.kind not in BORNE or quantity.category in ("captured", "displaced"):
        return None
    start = _cost_start(quantity, sentence)
    along = sentence.lexicon.list("along")
    if start is None and along.isdisjoint(sentence.lowers(max(0, quantity.first - 1), quantity.first)):
        return None
    at = quantity.first - 1 if start is None else start
    if sentence.folded[at] in along:
        routed = _left_with(at, sentence, combatants) or _routed_side(at, sentence, combatants)
        if routed:
            return routed
    if start is None:
        return None
    return clause_party(start, sentence, combatants) or main_subject(sentence, quantity, combatants)


def _cost_start(quantity: Quantity, sentence: Sentence) -> int | None:
    """Where `at the cost of`, `having lost` starts before a figure, only articles and adverbs between."""
    costs, lexicon = sentence.lexicon.phrases["cost_openers"], sentence.lexicon
    if "cost_openers" not in sentence.told:
        return None
    between = lexicon.lists("noun_openers", "adverbs", "own", "of")
    for at in range(quantity.first - 1, max(-1, quantity.first - FARTHEST_COST), -1):
        found = costs.match(sentence.tokens, at)
        if found and all(word in between for word in sentence.folded[at + found[1] : quantity.first]):
            return at
    return None


def _left_with(end: int, sentence: Sentence, combatants: Combatants) -> str | None:
    """`the attack left the garrison with twelve dead`: nothing but the party stands between verb and preposition."""
    leaving, lexicon = sentence.lexicon.list("leaving"), sentence.lexicon
    for at in range(end - 1, max(-1, end - FARTHEST_SUBJECT), -1):
        if sentence.folded[at] in leaving:
            first = at + 1 + (sentence.folded[at + 1] in lexicon.list("determiners"))
            return party_at(first, end, sentence, combatants) if first < end else None
    return None


def _routed_side(end: int, sentence: Sentence, combatants: Combatants) -> str | None:
    """`put the insurgents to flight`, `drove off the raiders`: the party that such a verb has as its object."""
    routing, lexicon = sentence.lexicon.list("routing"), sentence.lexicon
    for at in range(end - 1, max(-1, end - FARTHEST_ROUTED), -1):
        if sentence.tokens[at].text in ";:.":
            return None
        if sentence.folded[at] not in routing or sentence.folded[at - 1] in lexicon.auxiliaries:
            continue
        words = sentence.tokens[at + 1 : min(end, at + FARTHEST_SUBJECT)]
        if any(word.lower in lexicon.list("enemy") for word in words[:3]):
            return combatants.enemy_of(clause_party(at, sentence, combatants))
        return party_in(words, combatants)
    return None

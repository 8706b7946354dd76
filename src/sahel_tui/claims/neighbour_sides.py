"""The side that a party named right beside a figure gives it."""

from sahel_tui.claims.phrases import Quantity, Sentence
from sahel_tui.claims.sides import Combatants
from sahel_tui.claims.unnamed_sides import party_in

FARTHEST_LOSSES = 9
"""Tokens from `losses` to a figure of them."""


def neighbour_side(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`nine dead on the army's side`, `civilian deaths stand at 15`: a party beside the figure."""
    if quantity.rule == "gapped_number" and quantity.word and "lost" in quantity.word.families("active").split("+"):
        start = next((at for at in range(quantity.first - 1, 0, -1) if sentence.tokens[at].kind == "mark"), 0)
        return party_in(sentence.tokens[start + 1 : quantity.first], combatants)  # `…, the jihadists thirty`
    behind = _party_behind(quantity, sentence, combatants) or _party_given(quantity, sentence, combatants)
    if behind:
        return behind
    ahead = _party_ahead(quantity, sentence, combatants) or _losses_of(quantity, sentence, combatants)
    if ahead:
        return ahead
    doubled = quantity.word is not None and sentence.tokens[quantity.word.first].lower in sentence.lexicon.list(
        "double_object"
    )
    if quantity.word and quantity.leftward and (quantity.rule in ("noun_before", "head_of_toll") or doubled):
        first = quantity.word.last if doubled else max(0, quantity.word.first - 3)
        said = [at + 1 for at in range(first, quantity.word.first) if sentence.folded[at] in sentence.lexicon.say]
        first = said[-1] if said else first  # `the mayor put the dead at twelve`: who says it is no victim.
        cited = any(
            sentence.lexicon.according_to.match(sentence.tokens, at) for at in range(max(0, first - 1), first + 3)
        )
        first = quantity.word.last if cited else first  # `according to JNIM the figure was 70`
        return party_in(sentence.tokens[first : quantity.first], combatants)
    return None


def _party_behind(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`nine dead on the army's side`, `une trentaine pour l'armée`."""
    following = [other.first for other in sentence.quantities if other.first >= quantity.last]
    start = max(quantity.last, quantity.word.last if quantity.word and not quantity.leftward else 0)
    stop = min([len(sentence.tokens), start + 7, *(first for first in following if first >= start)])
    named = start < stop and sentence.tokens[start].lower in sentence.lexicon.list("side_prepositions")
    if not named or (start + 1 < stop and sentence.lexicon.countries.match(sentence.tokens, start + 1)):
        return None  # `20 000 morts au Mali`: where they died.
    inside = sentence.lexicon.list("of") | sentence.lexicon.list("determiners") | sentence.lexicon.own
    leaves = (
        at
        for at in range(start + 1, stop)
        if sentence.folded[at] in sentence.lexicon.stop and sentence.folded[at] not in inside
    )
    return party_in(sentence.tokens[start + 1 : next(leaves, stop)], combatants)  # not `dans des combats avec X`


def _party_given(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`the article gives the MNLA 20 to 67 dead`: the party stands between the verb and its figure."""
    for at in range(quantity.first - 1, max(-1, quantity.first - 6), -1):
        if sentence.folded[at] in sentence.lexicon.list("giving"):
            return party_in(sentence.tokens[at + 1 : quantity.first], combatants) if quantity.first - at > 1 else None
        if sentence.tokens[at].kind != "word" or sentence.folded[at] in sentence.lexicon.say:
            return None
    return None


def _losses_of(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`the army's losses were 17 killed and 23 wounded`: whose losses they are stands before the noun."""
    lexicon = sentence.lexicon
    for at in range(quantity.first - 1, max(1, quantity.first - FARTHEST_LOSSES), -1):
        if sentence.folded[at] in lexicon.list("loss_nouns") and sentence.folded[at - 1] in lexicon.list("possessive"):
            first = next(
                (k + 1 for k in range(at - 2, max(-1, at - 5), -1) if sentence.tokens[k].kind == "mark"), at - 4
            )
            return party_in(sentence.tokens[max(0, first) : at - 1], combatants)
        if sentence.tokens[at].text in ";:":
            return None
    return None


def _party_ahead(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`and on the rebel side five dead`, `du côté de l'armée, on compte dix morts`: a side named before."""
    if sentence.lexicon.list("side_nouns").isdisjoint(sentence.vocabulary):
        return None
    for at in range(quantity.first - 1, max(0, quantity.first - 5), -1):
        if sentence.folded[at] in sentence.lexicon.list("side_nouns"):
            end = quantity.first if sentence.lexicon.grammar.get("head_first") else at
            first = at if sentence.lexicon.grammar.get("head_first") else max(0, at - 3)
            return party_in(sentence.tokens[first:end], combatants)
    return None

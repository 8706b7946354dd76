"""People who leave a place, or are made to: what says so is a verb and a place, or a verb in two parts."""

from sahel_tui.claims.phrases.adjuncts import ends_phrase
from sahel_tui.claims.phrases.phrases import Sentence

FARTHEST_FLIGHT = 4
"""Tokens behind the people driven out among which it is said where from, or that they flee."""


def departed(sentence: Sentence, at: int) -> bool:
    """`fifty thousand inhabitants had left Diffa`, `600 herders abandoned the camps`: people who leave a place."""
    quantity = sentence.quantities[at]
    if quantity.victims.kind not in ("civilian", "people") or quantity.article:
        return False
    verb = quantity.last
    be, obliged, leaving = sentence.lexicon.be, sentence.lexicon.list("obliged"), sentence.lexicon.list("departures")
    while verb < len(sentence.tokens):
        word = sentence.folded[verb]
        if word in leaving or not (word in be or word in obliged):
            break
        verb += 1
    if verb >= len(sentence.tokens) or sentence.folded[verb] not in leaving:
        return False
    gone = sentence.folded[verb] in sentence.lexicon.list("gone")
    if gone and quantity.victims.head in sentence.lexicon.list("dwellers") and ends_phrase(sentence, verb + 1):
        quantity.category, quantity.rule = "displaced", "departed"
        return True  # `its 20,000 inhabitants left`
    bound = not sentence.lexicon.list("bound_for").isdisjoint(sentence.lowers(verb + 1, verb + 2))
    verb += bound  # `1,100 people had left for Bandiagara`
    if verb + 1 >= len(sentence.tokens):
        return False
    place = sentence.tokens[verb + 1]
    counted = place.kind == "number"  # `have left 22 villages`
    if not (counted or place.text[0].isupper() or place.lower in sentence.lexicon.list("determiners")):
        return False
    quantity.category, quantity.rule = "displaced", "departed"
    return True


def arrived(sentence: Sentence, at: int) -> bool:
    """`600 households settled near Ansongo`, `the camps received 410 families`: whole families do not travel."""
    quantity, lexicon = sentence.quantities[at], sentence.lexicon
    if quantity.victims.head not in lexicon.list("households") or quantity.article:
        return False
    hosted = not lexicon.list("hosting").isdisjoint(sentence.lowers(max(0, quantity.first - 1), quantity.first))
    if hosted and lexicon.lists("of", "contracted_of").isdisjoint(
        sentence.lowers(quantity.last - 1, quantity.last + 1)
    ):
        quantity.category, quantity.rule, quantity.leftward = "displaced", "arrived", True
        return True
    verb = quantity.last
    while verb < len(sentence.tokens) and sentence.folded[verb] in lexicon.lists("be", "have", "adverbs"):
        verb += 1
    if sentence.lowers(verb, verb + 1) == [] or sentence.folded[verb] not in lexicon.list("arrivals"):
        return False
    quantity.category, quantity.rule = "displaced", "arrived"
    return True


def driven_out(sentence: Sentence, at: int) -> bool:
    """`driven two million people from their homes`, `contraint 3 000 habitants à fuir`: a verb in two parts."""
    quantity, lexicon = sentence.quantities[at], sentence.lexicon
    if quantity.victims.kind not in ("civilian", "people") or quantity.article or not quantity.first:
        return False
    if sentence.folded[quantity.first - 1] not in lexicon.list("drives"):
        return False
    behind = range(quantity.last, min(len(sentence.tokens), quantity.last + FARTHEST_FLIGHT))
    if not any(lexicon.phrases["flights"].match(sentence.tokens, place) for place in behind):
        return False
    quantity.category, quantity.rule, quantity.leftward = "displaced", "driven_out", True
    return True

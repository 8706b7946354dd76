"""Verbs in two parts around their object: `sent fourteen people to hospital`, `burned nine villagers alive`."""

from sahel_tui.claims.phrases import Sentence
from sahel_tui.claims.positions import is_of_persons

FARTHEST_END = 3
"""Tokens behind the object before the second part of the verb starts."""


def object_of_split_verb(sentence: Sentence, at: int) -> bool:
    """The first part stands straight before the figure, the second shortly behind its noun."""
    quantity, lexicon = sentence.quantities[at], sentence.lexicon
    if not quantity.first or not is_of_persons(quantity):
        return False
    verb = sentence.folded[quantity.first - 1]
    for category, verbs, ends in lexicon.split_verbs:
        if verb in verbs and any(
            ends.match(sentence.tokens, place)
            for place in range(quantity.last, min(len(sentence.tokens), quantity.last + FARTHEST_END))
            if all(token.kind != "mark" for token in sentence.tokens[quantity.last : place])
        ):
            quantity.category, quantity.rule, quantity.leftward = category, "object_of_split_verb", True
            return True
    return False

"""Verbs in two parts around their object: `sent fourteen people to hospital`, `burned nine villagers alive`."""

from sahel_tui.claims.phrase_trees import Phrases
from sahel_tui.claims.phrases import Sentence
from sahel_tui.claims.positions import is_of_persons

FARTHEST_END = 3
"""Tokens behind the object before the second part of the verb starts."""


def object_of_split_verb(sentence: Sentence, at: int) -> bool:
    """The first part stands straight before the figure, the second shortly behind its noun."""
    quantity, lexicon = sentence.quantities[at], sentence.lexicon
    following = sentence.lowers(quantity.match.last, quantity.match.last + 1)
    owned = not quantity.victims.kind and quantity.victims.head and not lexicon.list("of").isdisjoint(following)
    if not quantity.first or not (is_of_persons(quantity) or owned):  # `left ten of its own on the field`
        return False
    verb = sentence.folded[quantity.first - 1]
    for category, verbs, ends in lexicon.split_verbs:
        end = _end_of(sentence, quantity.last, ends) if verb in verbs else None
        if end is not None:
            quantity.category, quantity.rule, quantity.leftward = category, "object_of_split_verb", True
            quantity.last = end
            return True
    return False


def left_of_own(sentence: Sentence, at: int) -> bool:
    """`left ten of its own on the field`, `leaving ten of their men behind`: whom one leaves there is dead."""
    quantity, lexicon = sentence.quantities[at], sentence.lexicon
    before = sentence.lowers(max(0, quantity.first - 2), quantity.first)
    if not quantity.victims.own or lexicon.list("leaving").isdisjoint(before):
        return False
    behind = sentence.lowers(quantity.last, quantity.last + FARTHEST_END + 2)
    opened = bool(behind) and behind[0] in lexicon.list("field_openers")
    field = opened and not lexicon.list("fields").isdisjoint(behind)
    if not field and lexicon.list("behind").isdisjoint(behind[:1]):
        return False
    quantity.category, quantity.rule, quantity.leftward = "killed", "left_of_own", True
    return True


def _end_of(sentence: Sentence, first: int, ends: Phrases[bool]) -> int | None:
    """The token behind the second part of the verb, when it starts close behind `first` in the same clause."""
    for place in range(first, min(len(sentence.tokens), first + FARTHEST_END)):
        found = ends.match(sentence.tokens, place)
        if found:
            return place + found[1]
        if sentence.tokens[place].kind == "mark":
            return None
    return None

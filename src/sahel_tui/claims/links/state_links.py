"""People whose state is told behind a verb of coming, lying or finding: `eight men were brought in lifeless`."""

from sahel_tui.claims.phrases.phrases import CasualtyWord, Quantity, Sentence
from sahel_tui.claims.phrases.positions import assign, is_of_persons

LONGEST_WAY = 7
"""Tokens from the verb to the state: `came out of that fight wounded`."""


def told_by_state(sentence: Sentence, at: int) -> bool:
    """Such a verb right behind the figure, then in the same clause `dead`, `lifeless`, `wounded` with no noun behind.

    `Eight men arrived dead`, `nine of its men came out of that fight wounded`, `were pulled lifeless from the river`.
    """
    quantity, lexicon = sentence.quantities[at], sentence.lexicon
    bare = not quantity.victims.kind and not quantity.article
    if not (is_of_persons(quantity) or bare):
        return False
    verb = quantity.last
    while verb < len(sentence.tokens) and sentence.folded[verb] in lexicon.be:
        verb += 1
    if verb >= len(sentence.tokens) or sentence.folded[verb] not in lexicon.list("state_verbs"):
        return False
    word = _state_behind(sentence, quantity, verb + 1)
    return word is not None and assign(quantity, word, word.families("after", "participle"), "told_by_state")


def _state_behind(sentence: Sentence, quantity: Quantity, first: int) -> CasualtyWord | None:
    """The state shortly behind the verb, before any mark, figure or verb of saying."""
    lexicon = sentence.lexicon
    for at in range(first, min(len(sentence.tokens), first + LONGEST_WAY)):
        if sentence.folded[at] in lexicon.list("states"):
            triggers = lexicon.triggers.match(sentence.tokens, at)
            end = at + (triggers[1] if triggers else 0)
            noun = end < len(sentence.tokens) and lexicon.nouns.match(sentence.tokens, end)
            return CasualtyWord(at, end, triggers[0]) if triggers and not noun else None
        counted = any(other.first == at and other is not quantity for other in sentence.quantities)
        if sentence.tokens[at].kind == "mark" or counted or sentence.folded[at] in lexicon.lists("say", "boundary"):
            return None
    return None

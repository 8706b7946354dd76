"""Whom a later verb takes up by a pronoun: `lined up fourteen men and shot them`, `caught six and killed them`."""

from sahel_tui.claims.parties.victims import PARTIES
from sahel_tui.claims.phrases.phrases import CasualtyWord, Sentence
from sahel_tui.claims.phrases.positions import assign

FARTHEST_PRONOUN = 14
"""Tokens from the people to the verb that takes them up."""


def taken_up_by_pronoun(sentence: Sentence, at: int) -> bool:
    """`They lined up 14 men and shot them`, `ils alignent 14 hommes et les abattent`: the object of both verbs."""
    quantity = sentence.quantities[at]
    if quantity.article or quantity.victims.kind not in (*PARTIES, "people") or not quantity.first:
        return False
    for word in sentence.words:
        if not quantity.last < word.first <= quantity.last + FARTHEST_PRONOUN or not _has_pronoun(sentence, word):
            continue
        between = range(quantity.last, word.first)
        parted = any(sentence.tokens[place].text in ";:." for place in between)
        counted = any(quantity.last <= other.first < word.first for other in sentence.quantities)
        if not (parted or counted):
            return assign(quantity, word, word.families("active"), "taken_up_by_pronoun", leftward=True)
    return False


def _has_pronoun(sentence: Sentence, word: CasualtyWord) -> bool:
    """The verb is joined to another one and has a pronoun as its object."""
    lexicon, first = sentence.lexicon, word.first
    them = lexicon.list("them")
    if sentence.folded[first - 1] in them and lexicon.grammar.get("head_first"):
        first -= 1
    elif sentence.lowers(word.last, word.last + 1) == [] or sentence.folded[word.last] not in them:
        return False
    while first and sentence.folded[first - 1] in lexicon.adverbs:
        first -= 1
    return first > 0 and sentence.folded[first - 1] in lexicon.list("plain_and")

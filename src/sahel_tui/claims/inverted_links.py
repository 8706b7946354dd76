"""Verbs that stand before their subject: `où périrent douze soldats`, `affirme avoir vu tomber deux assaillants`."""

from sahel_tui.claims.phrases import Sentence
from sahel_tui.claims.positions import assign, previous_word


def subject_behind_verb(sentence: Sentence, at: int) -> bool:
    """A verb of dying straight before its figure, opened by a word behind which French turns subject and verb round."""
    quantity = sentence.quantities[at]
    word, openers = previous_word(sentence, quantity.first), sentence.lexicon.list("inverting")
    if word is None or word.last != quantity.first:
        return False
    before, passed = word.first, sentence.lexicon.be - openers
    while before > 0 and sentence.folded[before - 1] in passed:
        before -= 1
    if not before or sentence.folded[before - 1] not in openers:
        return False
    families = word.families("intransitive", "participle")
    return assign(quantity, word, families, "subject_behind_verb", leftward=True)

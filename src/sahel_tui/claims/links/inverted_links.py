"""Words of loss that stand before whom they count: `où périrent douze soldats`, `Killed in the blast were five men`."""

from sahel_tui.claims.phrases.adjuncts import is_verbless
from sahel_tui.claims.phrases.phrases import CasualtyWord, Quantity, Sentence
from sahel_tui.claims.phrases.positions import assign, previous_word

LONGEST_ADJUNCT = 12
"""Tokens between a word at the head of a clause and the people it counts: `Killed in the blast at the gate were`."""


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


def fronted_word(sentence: Sentence, at: int) -> bool:
    """`Killed in the blast were five men`, `Sont morts un instituteur et deux élèves`, `Dead: seven soldiers`."""
    quantity = sentence.quantities[at]
    word = previous_word(sentence, quantity.first)
    if word is None or quantity.first - word.last > LONGEST_ADJUNCT or not _opens_clause(sentence, word):
        return False
    end = _presents(sentence, word, quantity)
    if end is None or not is_verbless(sentence, word.last, _before_pronoun(sentence, end)):
        return False
    families = word.families("participle", "intransitive", "after")
    return assign(quantity, word, families, "fronted_word", leftward=True)


def _opens_clause(sentence: Sentence, word: CasualtyWord) -> bool:
    """The word heads its clause, at most `also` or a French auxiliary before it."""
    first, turning = word.first, sentence.lexicon.list("turning")
    while first > 0 and sentence.folded[first - 1] in turning:
        first -= 1
    return not first or sentence.tokens[first - 1].text in ".;:—"


def _before_pronoun(sentence: Sentence, end: int) -> int:
    """`Killed alongside him were`: where the adjunct ends but for the person it names."""
    return end - (sentence.folded[end - 1] in sentence.lexicon.pronouns)


def _presents(sentence: Sentence, word: CasualtyWord, quantity: Quantity) -> int | None:
    """Where the adjunct behind the word ends: at a colon or at the verb before the figure; None without either."""
    before = quantity.first - 1
    if sentence.tokens[before].text == ":" or sentence.folded[before] in sentence.lexicon.auxiliaries:
        return before
    turned = word.first > 0 and sentence.folded[word.first - 1] in sentence.lexicon.be
    return quantity.first if turned and sentence.lexicon.grammar.get("head_first") else None

"""Figures that a preposition sets beside others: `killed six men, as well as a cook`, `died with two of his sons`."""

from sahel_tui.claims.phrases.phrases import CasualtyWord, Quantity, Sentence
from sahel_tui.claims.phrases.positions import assign, counted_before, is_of_persons, previous_word, set_beside
from sahel_tui.model import Category


def share_beside(sentence: Sentence, at: int) -> bool:
    """People behind `, as well as` at the end of a clause share the verb of the object before."""
    quantity = sentence.quantities[at]
    previous = counted_before(sentence, quantity)
    if previous is None or previous.word is None or not previous.leftward or not is_of_persons(quantity):
        return False
    start = set_beside(sentence, quantity)
    if not start or sentence.tokens[start - 1].text != "," or not _ends_clause(sentence, quantity):
        return False
    families = previous.word.families("active", "participle")
    return assign(quantity, previous.word, families, "share_beside", leftward=True)


def _ends_clause(sentence: Sentence, quantity: Quantity) -> bool:
    return quantity.last >= len(sentence.tokens) or sentence.tokens[quantity.last].kind == "mark"


def shares_fate(sentence: Sentence, at: int) -> bool:
    """`The chief died with two of his sons`: a verb of dying or a passive, then only `with` or its like."""
    quantity = sentence.quantities[at]
    word = previous_word(sentence, quantity.first)
    if word is None or not is_of_persons(quantity):
        return False
    beside = sentence.lexicon.phrases["accompanied"].match_before(sentence.tokens, quantity.first)
    if not beside or quantity.first - beside[1] != word.last:
        return False
    families = word.families("intransitive") or _passive_families(sentence, word)
    return assign(quantity, word, families, "shares_fate", leftward=True)


def _passive_families(sentence: Sentence, word: CasualtyWord) -> str:
    passive = word.first > 0 and sentence.folded[word.first - 1] in sentence.lexicon.be
    return word.families("participle") if passive else ""


def meets_same_fate(sentence: Sentence, at: int, last: Category | None = None) -> bool:
    """`Two soldiers were shot; seven villagers met the same fate`: what befell those counted or named before.

    At the head of a sentence that is what the paragraph counted `last`.
    """
    quantity = sentence.quantities[at]
    fate = sentence.lexicon.phrases["same_fate"].match(sentence.tokens, quantity.last)
    before = counted_before(sentence, quantity)
    word = before.word if before else previous_word(sentence, quantity.first)
    if not fate or not is_of_persons(quantity):
        return False
    if before is None and word is not None:
        return assign(quantity, word, word.families("participle", "intransitive"), "meets_same_fate")
    quantity.category = before.category if before else last
    quantity.word, quantity.rule = word, "meets_same_fate" if quantity.category else ""
    return quantity.category is not None

"""People who shared the fate of somebody: `the chief died with two of his sons`, `arrested with three accomplices`."""

from sahel_tui.claims.phrases import CasualtyWord, Sentence
from sahel_tui.claims.positions import assign, is_of_persons, previous_word


def shares_fate(sentence: Sentence, at: int) -> bool:
    """A verb of dying or a passive, then only `with` or its like before the figure."""
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

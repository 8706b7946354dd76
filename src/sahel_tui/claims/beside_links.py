"""Figures that a preposition sets beside others: `mourned six men who kept its gate, as well as a cook`."""

from sahel_tui.claims.phrases import Quantity, Sentence
from sahel_tui.claims.positions import assign, counted_before, is_of_persons, set_beside


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

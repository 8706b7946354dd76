"""The dead counted by their names: `a roll of 76 names`, `the names of 38 civilians`."""

from sahel_tui.claims.phrases.phrases import Quantity, Sentence

NAMED_KINDS = frozenset(("civilian", "people", "state"))
"""Lists of the dead name them; the names of attackers are those of suspects."""


def counted_by_name(sentence: Sentence, at: int) -> bool:
    """Names on a list, register or memorial stand for the dead; asked only where the sentence tells of one."""
    quantity = sentence.quantities[at]
    if quantity.article or quantity.victims.kind not in NAMED_KINDS:
        return False
    if not _is_by_name(sentence, quantity):
        return False
    quantity.category, quantity.rule = "killed", "counted_by_name"
    return True


def _is_by_name(sentence: Sentence, quantity: Quantity) -> bool:
    """`76 names`, `the names of 38 civilians`."""
    names = sentence.lexicon.list("name_nouns")
    before = sentence.lowers(max(0, quantity.first - 2), quantity.first)
    owned = len(before) == 2 and before[0] in names and before[1] in sentence.lexicon.list("of")
    return quantity.victims.head in names or owned

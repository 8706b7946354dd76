"""Figures beside a casualty word that count no loss: what was ridden, how people died, a ranking, soldiers who fled."""

from sahel_tui.claims.language.categories import SOLDIERLY
from sahel_tui.claims.phrases.phrases import Quantity, Sentence

LONGEST_RANKING = 5
"""Tokens of `one of the heaviest losses` before its noun."""


def is_no_loss(sentence: Sentence, quantity: Quantity) -> bool:
    """The word counts something else, or nothing."""
    return (
        _is_ridden(sentence, quantity)
        or _is_circumstance(sentence, quantity)
        or _is_ranking(sentence, quantity)
        or _is_spared(sentence, quantity)
        or _is_told_already(sentence, quantity)
        or _is_silence(sentence, quantity)
    )


def spares_lives(sentence: Sentence, quantity: Quantity) -> bool:
    """`no civilians were harmed`: whoever says so denies the dead first of all; not `the shells harmed nobody`."""
    word, none = quantity.word, quantity.match.count.vague == "none"
    if word is None or not none or quantity.leftward or quantity.category != "wounded":
        return False
    return not sentence.lexicon.list("harming").isdisjoint(sentence.lowers(word.first, word.last))


def drop_retreat(quantity: Quantity) -> None:
    """`Nineteen soldiers were killed and 12 fled to Gossi`: fighters who run are not displaced."""
    whole = quantity.inherits
    if quantity.category == "displaced" and whole is not None and whole.victims.kind in SOLDIERLY:
        quantity.category = None


def _is_ridden(sentence: Sentence, quantity: Quantity) -> bool:
    """`twenty motorcycles drew up and killed …`: only a word beside them counts them."""
    beside = quantity.rule in ("followed_by_word", "object_of_word") and not quantity.article
    return quantity.victims.head in sentence.lexicon.list("ridden") and not beside


def _is_circumstance(sentence: Sentence, quantity: Quantity) -> bool:
    """`five died in the crash of a truck`, `péri dans l'incendie d'un véhicule`: how people died is no own loss."""
    if quantity.rule != "noun_before" or not quantity.article or quantity.word is None:
        return False
    before = sentence.lowers(max(0, quantity.word.first - 2), quantity.word.first)
    inside = len(before) == 2 and before[0] in sentence.lexicon.list("place_openers")
    return inside and quantity.victims.kind in ("vehicle", "aircraft")


def _is_ranking(sentence: Sentence, quantity: Quantity) -> bool:
    """`one of the heaviest losses since the coup`: how grave the loss was."""
    if "superlatives" not in sentence.told or quantity.match.count.high != 1:
        return False
    if quantity.victims.kind not in ("", "unknown", "excluded"):
        return False
    inside = range(quantity.match.last, quantity.match.last + LONGEST_RANKING)
    ranked = any(at in inside for at in sentence.told["superlatives"])
    of = not sentence.lexicon.list("of").isdisjoint(sentence.lowers(quantity.match.last, quantity.match.last + 1))
    return ranked and of


def _is_told_already(sentence: Sentence, quantity: Quantity) -> bool:
    """`The sole victim was a reservist crushed by a truck`: who the one was that is counted before."""
    lexicon, before = sentence.lexicon, sentence.quantities[: sentence.quantities.index(quantity)]
    told = quantity.article and quantity.first > 0 and sentence.folded[quantity.first - 1] in lexicon.auxiliaries
    return told and any(q.category and sentence.folded[q.match.first] in lexicon.list("only_one") for q in before)


def _is_silence(sentence: Sentence, quantity: Quantity) -> bool:
    """`the army published no losses`, `they found no bodies`: nothing is told, nor that nobody died."""
    lexicon, before = sentence.lexicon, sentence.folded[quantity.first - 1] if quantity.first else ""
    none = quantity.match.count.vague == "none"
    return none and (
        before in lexicon.list("publishing") or (quantity.victims.remains and before in lexicon.list("finding"))
    )


def _is_spared(sentence: Sentence, quantity: Quantity) -> bool:
    """`a coach was riddled with bullets`: shooting at a thing does not destroy it."""
    word = quantity.word
    fired = word is not None and sentence.folded[word.first] in sentence.lexicon.list("sparing_things")
    return fired and quantity.category == "vehicles_destroyed"

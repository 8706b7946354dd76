"""Figures that count only some of the dead: those buried on one day, an employer's own, those who died at once."""

from sahel_tui.claims.links.whole_links import names_whole
from sahel_tui.claims.phrases.phrases import Quantity, Sentence

LONGEST_OWNER = 3
"""Tokens behind a figure among which its owner and noun stand: `nineteen of its employees`."""


def counts_some(sentence: Sentence, quantity: Quantity, source: str | None) -> bool:
    """A higher figure of the same side elsewhere holds this one; without such a figure it is a toll."""
    return quantity.category == "killed" and (
        _is_burial(sentence, quantity, source)
        or (source is not None and _are_own(sentence, quantity, source))
        or _die_in_turn(sentence, quantity)
    )


def _is_burial(sentence: Sentence, quantity: Quantity, source: str | None) -> bool:
    """`Fifty gendarmes were buried on 19 September`; who buried them may count all, but not who only helped."""
    lexicon, word = sentence.lexicon, quantity.word
    if word is None or lexicon.list("burials").isdisjoint(sentence.lowers(word.first, word.last)):
        return False
    if sentence.folded[quantity.first] in lexicon.list("definite"):
        return False  # `The 27 soldiers were buried`
    helped = lexicon.list("helping").isdisjoint(sentence.lowers(max(0, word.first - LONGEST_OWNER), word.first))
    return source is None or not helped


def _are_own(sentence: Sentence, quantity: Quantity, source: str) -> bool:
    """`mourned nineteen of its employees`, `Ukraine confirmed that two Ukrainian technicians had died`."""
    lexicon, end = sentence.lexicon, quantity.match.last
    if lexicon.list("own_staff").isdisjoint(sentence.vocabulary) and source not in lexicon.nations:
        return False
    behind = sentence.lowers(end, end + LONGEST_OWNER)
    inside = sentence.lowers(quantity.first, quantity.last)
    holder = behind if source not in lexicon.nations else [*lexicon.list("own")]
    owned = not lexicon.list("own").isdisjoint(holder) and not lexicon.list("own_staff").isdisjoint((*inside, *behind))
    national = any(lexicon.nationalities.get(word) == source for word in inside)
    return owned or (national and quantity.victims.kind == "civilian")


def is_of_few(sentence: Sentence, quantity: Quantity) -> bool:
    """`one of the three died`: of people whom another figure counted."""
    behind = sentence.lowers(quantity.match.last + 2, quantity.match.last + 3)
    return names_whole(sentence, quantity) and not sentence.lexicon.list("number_words").isdisjoint(behind)


def _die_in_turn(sentence: Sentence, quantity: Quantity) -> bool:
    """`Twelve were killed on the spot and three succumbed at the clinic`: two parts of the dead."""
    told = sentence.told
    if "instantly" not in told or "succumbs" not in told:
        return False
    return sum(other.category == "killed" for other in sentence.quantities) > 1 and (
        any(quantity.first <= at <= quantity.end + 1 for at in (*told["instantly"], *told["succumbs"]))
    )

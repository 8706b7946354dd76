"""A subject parted from its verb by what is put in between: `Fourteen people (including four women) were killed`."""

from sahel_tui.claims.later_deaths import find_outcome
from sahel_tui.claims.phrases import CasualtyWord, Sentence
from sahel_tui.claims.positions import assign

LONGEST_INSERTION = 30
"""Tokens between a subject and its verb."""

CLOSERS = {"(": (")",), "–": ("–",), "—": ("—",), "-": ("-",), ",": (",",)}
"""What ends an insertion, by the mark that opens it."""


def past_insertion(sentence: Sentence, at: int) -> bool:
    """`Fourteen people (including four women) were killed`, `134 civils, dont le chef et deux de ses fils, ont péri`.

    The verb stands straight behind the mark that closes the insertion; whatever is counted in it is a part.
    """
    quantity = sentence.quantities[at]
    if quantity.article or not quantity.victims.kind or quantity.last >= len(sentence.tokens):
        return False
    closers = CLOSERS.get(sentence.tokens[quantity.last].text)
    if not closers or _joins(sentence, quantity.last + 1):
        return False
    stop = min(len(sentence.tokens), quantity.last + LONGEST_INSERTION)
    for close in range(quantity.last + 2, stop):
        mark = sentence.tokens[close].text
        if mark in (";", ":"):
            return False
        word = _verb_behind(sentence, close) if mark in closers else None
        if word:
            families = _families(sentence, close + 1, word)
            return bool(families) and assign(quantity, find_outcome(sentence, word), families, "far_subject")
    return False


def _joins(sentence: Sentence, first: int) -> bool:
    """`14 soldiers, and the mayor was killed`: what follows is no insertion."""
    lexicon = sentence.lexicon
    joints = lexicon.lists("plain_and", "contrast")
    return first >= len(sentence.tokens) or sentence.folded[first] in joints


def _verb_behind(sentence: Sentence, close: int) -> CasualtyWord | None:
    """The casualty word that stands behind a mark with nothing but auxiliaries and adverbs before it."""
    passed = sentence.lexicon.auxiliaries | sentence.lexicon.be | sentence.lexicon.adverbs
    first = close + 1
    while first < len(sentence.tokens) and sentence.folded[first] in passed:
        first += 1
    return next((word for word in sentence.words if word.first == first), None)


def _families(sentence: Sentence, first: int, word: CasualtyWord) -> str:
    """Its readings as a verb: passive behind an auxiliary, else of dying; `hurt` by itself is no verb here."""
    auxiliary = any(
        sentence.folded[at] in sentence.lexicon.auxiliaries or sentence.folded[at] in sentence.lexicon.be
        for at in range(first, word.first)
    )
    return word.families("intransitive") or (word.families("participle") if auxiliary else "")


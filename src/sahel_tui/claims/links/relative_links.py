"""A subject parted from its verb by a relative clause: `Quatorze personnes qui revenaient du marché ont été tuées`."""

from sahel_tui.claims.links.later_deaths import find_outcome
from sahel_tui.claims.phrases.phrases import CasualtyWord, Sentence
from sahel_tui.claims.phrases.positions import assign, verb_start

LONGEST_RELATIVE = 30
"""Tokens between a subject and its verb."""


def behind_relative(sentence: Sentence, at: int) -> bool:
    """`Quatorze personnes qui revenaient du marché ont été tuées`: the second verb is that of the subject."""
    quantity = sentence.quantities[at]
    if quantity.article or not quantity.victims.kind or quantity.last >= len(sentence.tokens):
        return False
    if sentence.folded[quantity.last] not in sentence.lexicon.list("personal_relatives"):
        return False
    stop = min(len(sentence.tokens), quantity.last + LONGEST_RELATIVE)
    for word in sentence.words:
        if not quantity.last + 1 < word.first < stop:
            continue
        first = verb_start(sentence, word)
        own = first > quantity.last + 1 and not _is_parted(sentence, quantity.last + 1, first)
        families = _families(sentence, first, word) if own else ""
        if families:
            return assign(quantity, find_outcome(sentence, word), families, "behind_relative")
    return False


def _is_parted(sentence: Sentence, first: int, end: int) -> bool:
    """Another clause, or another figure, stands between."""
    lexicon = sentence.lexicon
    between = range(first, end)
    counted = any(first <= other.first < end and not other.article for other in sentence.quantities)
    return counted or any(
        sentence.folded[at] in lexicon.boundary
        or sentence.folded[at] in lexicon.list("plain_and")
        or sentence.tokens[at].kind == "mark"
        for at in between
    )


def _families(sentence: Sentence, first: int, word: CasualtyWord) -> str:
    """Its readings as a verb: passive behind an auxiliary, else of dying; `hurt` by itself is no verb here."""
    auxiliary = any(
        sentence.folded[at] in sentence.lexicon.auxiliaries or sentence.folded[at] in sentence.lexicon.be
        for at in range(first, word.first)
    )
    return word.families("intransitive") or (word.families("participle") if auxiliary else "")

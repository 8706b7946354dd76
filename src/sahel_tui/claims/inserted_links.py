"""A subject parted from its verb by what is put in between: `Fourteen people (including four women) were killed`."""

from sahel_tui.claims.later_deaths import find_outcome
from sahel_tui.claims.phrases import CasualtyWord, Quantity, Sentence
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
    if sentence.folded[quantity.last] in sentence.lexicon.list("personal_relatives"):
        return _past_relative(sentence, quantity)
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


def _past_relative(sentence: Sentence, quantity: Quantity) -> bool:
    """`Quatorze personnes qui revenaient du marché ont été tuées`: the second verb is that of the subject."""
    stop = min(len(sentence.tokens), quantity.last + LONGEST_INSERTION)
    for word in sentence.words:
        if not quantity.last + 1 < word.first < stop:
            continue
        first = _verb_start(sentence, word)
        own = first > quantity.last + 1 and not _is_parted(sentence, quantity.last + 1, first)
        families = _families(sentence, first, word) if own else ""
        if families:
            return assign(quantity, find_outcome(sentence, word), families, "far_subject")
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


def _joins(sentence: Sentence, first: int) -> bool:
    """`14 soldiers, and the mayor was killed`: what follows is no insertion."""
    lexicon = sentence.lexicon
    joints = lexicon.lists("plain_and", "contrast")
    return first >= len(sentence.tokens) or sentence.folded[first] in joints


def _verb_start(sentence: Sentence, word: CasualtyWord) -> int:
    """The first of the auxiliaries and adverbs of a verb."""
    passed = sentence.lexicon.auxiliaries | sentence.lexicon.be | sentence.lexicon.adverbs
    first = word.first
    while first and sentence.folded[first - 1] in passed:
        first -= 1
    return first


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


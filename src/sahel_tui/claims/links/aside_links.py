"""A subject parted from its verb by an aside: `26 traders (four of them Mauritanian) were massacred`."""

from sahel_tui.claims.phrases.phrases import CasualtyWord, Sentence
from sahel_tui.claims.phrases.positions import assign, counts_excluded, is_carried, only, starts_quantity

CLOSING = {",": ",", "(": ")", "–": "–", "—": "—", "-": "-"}
"""Which mark closes an aside that another opens."""

LONGEST_ASIDE = 30
"""Tokens from a subject to the end of the aside behind it."""


def behind_aside(sentence: Sentence, at: int) -> bool:
    """`Fourteen people, seven of them pupils on their way home, died`: the verb stands straight behind the aside."""
    quantity = sentence.quantities[at]
    opening = sentence.tokens[quantity.last].text if quantity.last < len(sentence.tokens) else ""
    closing = CLOSING.get(opening)
    if closing is None or counts_excluded(sentence, at) or is_carried(sentence, at):
        return False
    for end in range(quantity.last + 1, min(len(sentence.tokens), quantity.last + LONGEST_ASIDE)):
        if sentence.tokens[end].text in (";", ":"):
            return False
        word = _verb_behind(sentence, end + 1) if sentence.tokens[end].text == closing else None
        if word:
            families = word.families("intransitive") or word.families("participle")
            return assign(quantity, word, families, "behind_aside")
    return False


def _verb_behind(sentence: Sentence, first: int) -> CasualtyWord | None:
    """The passive or the verb of dying that starts there."""
    word = next((word for word in sentence.words if word.first >= first), None)
    if word is None or not only(sentence, first, word.first, sentence.lexicon.be):
        return None
    passive = not sentence.lexicon.auxiliaries.isdisjoint(sentence.lowers(first, word.first))
    falls = word.families("intransitive") and word.first == first and not starts_quantity(sentence, word.last)
    return word if passive or falls else None  # not `blew up a pick-up`

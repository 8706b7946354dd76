"""Figures of what one bystander saw, which are part of a toll: `had lost eleven relatives`, `helped to bury 42`."""

from sahel_tui.claims.actors import find_first_actor
from sahel_tui.claims.phrases import Quantity, Sentence

FARTHEST_GRAVE = 6
"""Tokens from a verb of burying to the figure of those buried."""

FARTHEST_OWN = 3
"""Tokens from a figure to whose people it counts: `nineteen of its employees`."""


def is_own_share(sentence: Sentence, quantity: Quantity, source: str | None) -> bool:
    """What somebody who does not fight tells of his own people, or of those he buried himself."""
    lexicon = sentence.lexicon
    told = lexicon.lists("kindred", "burying")
    if source is None or told.isdisjoint(sentence.vocabulary):
        return False
    if source in lexicon.nations or find_first_actor(source):
        return False
    speaker = source.split()[-1].casefold()
    if speaker.endswith("s") and speaker not in lexicon.list("mourners"):
        return False  # `Residents said that they had buried 31 people`: all that died
    bystander = speaker in lexicon.list("bystanders")
    return _counts_own(sentence, quantity) or (bystander and _buried(sentence, quantity))


def _counts_own(sentence: Sentence, quantity: Quantity) -> bool:
    """`lost eleven relatives`, `mourned nineteen of its employees`."""
    lexicon, folded = sentence.lexicon, sentence.folded
    behind = folded[quantity.match.last : quantity.match.last + FARTHEST_OWN + 1]
    people = next((at for at, word in enumerate(behind) if word in lexicon.list("kindred")), None)
    if people is None:
        return False
    near = folded[max(0, quantity.first - 1) : quantity.first] + behind
    lost = quantity.word is not None and quantity.leftward and bool(quantity.word.families("active"))
    return lost or not lexicon.own.isdisjoint(near)


def _buried(sentence: Sentence, quantity: Quantity) -> bool:
    before = sentence.folded[max(0, quantity.first - FARTHEST_GRAVE) : quantity.first]
    return not sentence.lexicon.list("burying").isdisjoint(before) and ";" not in before

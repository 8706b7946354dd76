"""The wounded told by where they are brought: `nine people were driven to the Gao hospital`, `flown out with burns`."""

from sahel_tui.claims.language.words import Trigger
from sahel_tui.claims.phrases.phrases import CasualtyWord, Quantity, Sentence
from sahel_tui.claims.phrases.positions import assign, is_of_persons

LONGEST_WAY = 9
"""Tokens from the verb to the place of care or to the wounds."""


def brought_to_care(sentence: Sentence, at: int) -> bool:
    """`one man was flown to Gao with burns`, `six soldats ont été évacués vers l'hôpital de Gao`."""
    quantity = sentence.quantities[at]
    bare = not quantity.victims.kind and not quantity.article
    if not (is_of_persons(quantity) or bare) or quantity.victims.remains:
        return False
    verb = quantity.last
    while verb < len(sentence.tokens) and sentence.folded[verb] in sentence.lexicon.be:
        verb += 1
    if verb >= len(sentence.tokens) or sentence.folded[verb] not in sentence.lexicon.list("brought"):
        return False
    end = _care_end(sentence, verb + 1)
    if end is None:
        return False
    word = CasualtyWord(verb, end, (Trigger("wounded", "participle"),))
    return assign(quantity, word, "wounded", "brought_to_care")


def _care_end(sentence: Sentence, first: int) -> int | None:
    """The token behind the place of care, or behind the wounds, in the clause of the verb."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    for place in range(first, min(len(tokens), first + LONGEST_WAY)):
        if tokens[place].text in ",;:." or any(place == other.first for other in _counted(sentence)):
            return None
        wounds = lexicon.phrases["with_wounds"].match(tokens, place)
        if wounds:
            return place + wounds[1]
        if sentence.folded[place] in lexicon.list("care_places"):
            return place + 1
    return None


def _counted(sentence: Sentence) -> list[Quantity]:
    return [quantity for quantity in sentence.quantities if not quantity.article]

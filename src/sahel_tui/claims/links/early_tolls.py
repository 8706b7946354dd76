"""First figures of a toll told by the way: `The toll, first put at 12 soldiers, rose`, `Put at 12 at first, it …`."""

from sahel_tui.claims.links.toll_links import category_of_toll, is_bare, is_number, names_toll
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.phrases.positions import is_of_persons

LONGEST_VERB = 9
"""Tokens from the comma before `first put at` to its figure."""

LONGEST_SUBJECT = 5
"""Tokens of the noun of a toll with its article: `the number of dead`."""


def early_toll(sentence: Sentence, at: int) -> bool:
    """An early figure between commas, behind the noun of the toll or at the head of the sentence before it."""
    quantity = sentence.quantities[at]
    if not is_number(quantity) or not (is_bare(quantity) or is_of_persons(quantity)):
        return False
    opening = _opening_of(sentence, quantity)
    noun = None if opening is None else _toll_beside(sentence, opening, quantity)
    if noun is None:
        return False
    quantity.category = category_of_toll(sentence, noun) or "killed"
    quantity.rule = "early_toll"
    return True


def _opening_of(sentence: Sentence, quantity: Quantity) -> int | None:
    """Where the phrase of the early figure opens, behind a comma or at the head; None when it is no such phrase."""
    early = sentence.lexicon.marks["early"]
    behind = early.match(sentence.tokens, quantity.last)
    end = quantity.last + (behind[1] if behind else 0)
    if sentence.lowers(end, end + 1) != [","]:
        return None
    opening = quantity.first
    while opening and sentence.tokens[opening - 1].kind != "mark" and quantity.first - opening < LONGEST_VERB:
        opening -= 1
    told = behind or any(opening <= place < quantity.first for place in sentence.told["early"])
    set_off = opening == 0 or sentence.folded[opening - 1] == ","
    links = sentence.lexicon.lists("toll_links", "numbering")
    linked = not links.isdisjoint(sentence.folded[quantity.first - 1 : quantity.first + 1])  # `as 12` is hedged
    linked = linked or early.match_before(sentence.tokens, quantity.first) is not None
    return opening if told and set_off and linked else None


def _toll_beside(sentence: Sentence, opening: int, quantity: Quantity) -> int | None:
    """The noun of the toll in the phrase before the opening, or right behind the comma when the sentence opens so."""
    places = range(opening - 1, max(-1, opening - 1 - LONGEST_SUBJECT), -1)
    if opening == 0:
        places = range(quantity.last + 1, min(len(sentence.tokens), quantity.last + 1 + LONGEST_SUBJECT))
    return next((at for at in places if names_toll(sentence, at)), None)

"""Parts of those whom the sentence before counted: `Twelve were killed. Among them were three children.`"""

from sahel_tui.claims.links.part_links import is_freed
from sahel_tui.claims.links.sentence_marks import subset_after
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.phrases.positions import is_of_persons
from sahel_tui.model import Category

PEOPLE = frozenset(("killed", "wounded", "captured", "missing"))

LONGEST_VERB = 3
"""Tokens between `among them` and the figure: `se trouvaient également`."""


def take_told_parts(sentence: Sentence, last: Category | None) -> None:
    """Give figures that are said to be some of those counted before the category of these, `last`."""
    if last not in PEOPLE or any(quantity.category for quantity in sentence.quantities):
        return
    for quantity in sentence.quantities:
        bare = not quantity.victims.kind and not quantity.article
        if (bare or is_of_persons(quantity)) and _is_part(sentence, quantity, last):
            quantity.category, quantity.rule = last, "told_part"
            quantity.flags.append("subset")


def _is_part(sentence: Sentence, quantity: Quantity, last: Category) -> bool:
    if quantity.match.count.low is None or quantity.match.count.vague:
        return False
    if _is_among(sentence, quantity) or _is_included(sentence, quantity):
        return not is_freed(sentence, quantity)
    part = sentence.lexicon.partitive.match(sentence.tokens, quantity.match.last) is not None
    own = any(word.first >= quantity.last for word in sentence.words)
    saved = is_freed(sentence, quantity) and not (last == "wounded" and _is_evacuated(sentence, quantity))
    return part and quantity.first == 0 and not own and not saved


def _is_evacuated(sentence: Sentence, quantity: Quantity) -> bool:
    """`Twelve of them had to be evacuated`: the hurt are brought away."""
    behind = sentence.lowers(quantity.last, quantity.last + LONGEST_VERB + 2)
    return not sentence.lexicon.list("brought").isdisjoint(behind)


def _is_among(sentence: Sentence, quantity: Quantity) -> bool:
    """`Among them were three children`, `three children were among them`."""
    amid, marks = sentence.lexicon.list("amid"), sentence.lexicon.marks["subset_before"]
    passed = sentence.lexicon.lists("be", "figure", ",", ":")
    for at in range(max(0, quantity.first - LONGEST_VERB - 3), quantity.first):
        found = marks.match(sentence.tokens, at) if sentence.folded[at] in amid else None
        if found and all(word in passed for word in sentence.lowers(at + found[1], quantity.first)):
            return True
    return not amid.isdisjoint(sentence.folded[quantity.last :]) and subset_after(sentence, quantity)


def _is_included(sentence: Sentence, quantity: Quantity) -> bool:
    """`They included three children`."""
    opening = sentence.lowers(0, quantity.first)
    pronoun = opening[:1] and opening[0] in sentence.lexicon.list("plural_pronouns")
    return bool(pronoun) and len(opening) == 2 and opening[1] in sentence.lexicon.list("include")

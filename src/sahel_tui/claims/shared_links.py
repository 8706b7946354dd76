"""Quantities that share the casualty word of a neighbour, or carry their own inside the noun phrase."""

from sahel_tui.claims.categories import resolve_category
from sahel_tui.claims.phrases import CasualtyWord, Quantity, Sentence
from sahel_tui.claims.positions import assign, counts_excluded, is_connector
from sahel_tui.claims.sentence_marks import subset_after, subset_before
from sahel_tui.model import Category


def share_forward(sentence: Sentence, at: int) -> bool:
    """`ten civilians and three soldiers were killed`: the first shares the verb of the second."""
    if at + 1 >= len(sentence.quantities):
        return False
    quantity, following = sentence.quantities[at], sentence.quantities[at + 1]
    if following.category is None and not share_forward(sentence, at + 1):
        return False
    if following.leftward or following.word is None:
        return False
    if not is_connector(sentence, quantity.last, following.first):
        return False
    families = following.word.families("participle", "intransitive", "after")
    return assign(quantity, following.word, families, "share_forward")


def share_backward(sentence: Sentence, at: int) -> bool:
    """`killing two people at Kassela and five at Markacoungo`, `12 soldiers were killed at A and four at B`."""
    quantity = sentence.quantities[at]
    previous = next((other for other in reversed(sentence.quantities[:at]) if other.category), None)
    if (
        previous is None
        or previous.word is None
        or _has_other_verb(sentence, quantity)
        or counts_excluded(sentence, at)
    ):
        return False
    start = previous.last if previous.leftward else max(previous.last, previous.word.last)
    if not is_connector(sentence, start, quantity.first):
        return False
    families = previous.word.families("active", "participle", "before", "intransitive", "after")
    return assign(quantity, previous.word, families, "share_backward", leftward=previous.leftward)


def _has_other_verb(sentence: Sentence, quantity: Quantity) -> bool:
    """`69 died and only 15 survived`: a verb of its own follows, so nothing is shared."""
    if quantity.last >= len(sentence.tokens):
        return False
    token = sentence.tokens[quantity.last]
    follows = token.kind == "mark" or token.lower in sentence.lexicon.list("after_shared")
    joined = sentence.lexicon.conjunctions.match(sentence.tokens, quantity.last) is not None
    marked = sentence.lexicon.marks["subset_after"].match(sentence.tokens, quantity.last) is not None
    return not (follows or joined or marked)


def attributive_word(sentence: Sentence, at: int) -> bool:
    """`five injured civilians were evacuated`: the casualty word stands before its noun."""
    quantity = sentence.quantities[at]
    first = quantity.match.last
    if quantity.article or first >= quantity.last:
        return False
    match = sentence.lexicon.triggers.match(sentence.tokens, first)
    if not match or _is_freed(sentence, quantity):
        return False
    word = CasualtyWord(first, first + match[1], match[0])
    return assign(quantity, word, word.families("participle", "after"), "attributive_word")


def share_subset(sentence: Sentence, at: int) -> bool:
    """`including twenty-one children`, `20 children among them`: counted like the figure they belong to."""
    quantity = sentence.quantities[at]
    if not (subset_before(sentence, quantity) or subset_after(sentence, quantity)):
        return False
    previous = next((other for other in reversed(sentence.quantities[:at]) if other.category), None)
    if previous is None or previous.category is None or quantity.victims.kind == "excluded":
        return False
    quantity.category = _category_of_marker(sentence, quantity) or previous.category
    quantity.word, quantity.rule = previous.word, "share_subset"
    quantity.flags.append("subset")
    return True


def _category_of_marker(sentence: Sentence, quantity: Quantity) -> Category | None:
    """`three officers among the wounded`: the marker itself names the category."""
    if quantity.last >= len(sentence.tokens):
        return None
    match = sentence.lexicon.marks["subset_after"].match(sentence.tokens, quantity.last)
    if not match:
        return None
    inside = [word for word in sentence.words if quantity.last <= word.first < quantity.last + match[1]]
    return resolve_category(inside[0].families("after", "participle"), quantity.victims.kind) if inside else None


def implied_by_noun(sentence: Sentence, at: int) -> bool:
    """`138 victims`, `3,000 refugees`: the noun itself says what happened."""
    quantity = sentence.quantities[at]
    implied: Category | None = sentence.lexicon.grammar["implied"].get(quantity.victims.head)
    if implied is None or quantity.article or _is_freed(sentence, quantity):
        return False
    quantity.category, quantity.rule = implied, "implied_by_noun"
    if quantity.victims.head in sentence.lexicon.list("compound"):
        quantity.combined = ("killed", "wounded")
    return True


def _is_freed(sentence: Sentence, quantity: Quantity) -> bool:
    freed = sentence.lexicon.marks["freed"]
    around = range(max(0, quantity.first - 3), min(len(sentence.tokens), quantity.last + 5))
    return any(freed.match(sentence.tokens, at) for at in around)

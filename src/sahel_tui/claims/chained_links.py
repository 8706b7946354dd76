"""Figures of one count told one after the other: `first 47 dead, then 54, finally 77`, `twelve, later 17`.

The verb and the noun stand with the first only; what parts the others from it are a joint and words of time.
"""

from sahel_tui.claims.adjuncts import adjunct_end, ends_phrase, time_end
from sahel_tui.claims.gapped_clauses import clause_before
from sahel_tui.claims.phrases import Quantity, Sentence
from sahel_tui.claims.sentence_marks import subset_before

LONGEST_JOINT = 9
"""Tokens from a figure to the next of the chain: `, two days later and in the end`."""


def chained_number(sentence: Sentence, at: int) -> bool:
    """A bare figure behind a joint and a time, or with a time of its own as the figure before has one."""
    quantity = sentence.quantities[at]
    previous = clause_before(sentence, at)
    if previous is None or quantity.victims.kind or quantity.article or _is_uncertain(quantity):
        return False
    start = adjunct_end(sentence, _behind_parts(sentence, previous, at))
    end = time_end(sentence, quantity.last) or quantity.last
    if quantity.first - start > LONGEST_JOINT or not (_closes(sentence, end) and _follows(sentence, start, quantity)):
        return False
    both = end > quantity.last and any(time_end(sentence, place) for place in range(previous.end, start))
    if not (both or _is_later(sentence, start, quantity.first)):
        return False
    whole = _whole(sentence, previous)
    quantity.category, quantity.word, quantity.rule = whole.category, whole.word, "chained_number"
    quantity.inherits, quantity.leftward = whole, True
    return True


def _behind_parts(sentence: Sentence, previous: Quantity, at: int) -> int:
    """`47 dead, including five bombers, then 54`: the token behind the parts told of the figure before."""
    end = previous.end
    for part in sentence.quantities[sentence.quantities.index(previous) + 1 : at]:
        end = part.end if subset_before(sentence, part) else end
    return end


def _is_uncertain(quantity: Quantity) -> bool:
    """`several`, and `four more`: they are added to what was counted, and do not take its place."""
    return bool(quantity.match.count.vague) or quantity.victims.others


def _closes(sentence: Sentence, end: int) -> bool:
    """The phrase ends behind the figure, or others are set beside it: `enfin 77, avec 115 blessés`."""
    return ends_phrase(sentence, end) or sentence.folded[end] in sentence.lexicon.list("carrying")


def _follows(sentence: Sentence, start: int, quantity: Quantity) -> bool:
    """Nothing but a joint, words of time, a preposition and `it was` stands before the figure."""
    lexicon, joined, at = sentence.lexicon, False, start
    joints = lexicon.list("plain_and") | {",", ";"}
    plain = (
        lexicon.lists("then", "later_words", "at_last", "of", "toll_links", "neuter_pronouns", "asides") | lexicon.be
    )
    plain |= lexicon.lists("determiners", "place_openers")
    while at < quantity.first:
        word = sentence.folded[at]
        joined = joined or word in joints
        behind = time_end(sentence, at)
        if word not in joints | plain and not at < behind <= quantity.first:
            return False
        at = at + 1 if word in joints | plain else behind
    return joined


def _is_later(sentence: Sentence, first: int, last: int) -> bool:
    """`then`, `finally`, `in the end`, `two days later` is among the words between."""
    lexicon = sentence.lexicon
    words = lexicon.lists("then", "later_words", "at_last")
    return any(sentence.folded[at] in words or first < time_end(sentence, at) <= last for at in range(first, last))


def _whole(sentence: Sentence, previous: Quantity) -> Quantity:
    """`47 dead, five bombers among them, then 54`: the chain goes on with the whole, not with a part of it."""
    counted = [other for other in sentence.quantities if other.category and other.first <= previous.first]
    return next((other for other in reversed(counted) if not _is_part(sentence, other)), previous)


def _is_part(sentence: Sentence, quantity: Quantity) -> bool:
    """A part of what was counted before it, and no figure of its own."""
    return "subset" in quantity.flags or quantity.rule == "share_subset"

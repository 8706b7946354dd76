"""Figures that count again, or add up, the people counted just before."""

from sahel_tui.claims.links.part_links import has_other_verb
from sahel_tui.claims.links.toll_links import is_bare
from sahel_tui.claims.phrases.adjuncts import ends_phrase, time_end
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.phrases.positions import assign, counted_before, is_of_persons, main_toll, previous_word

PARTING = frozenset((":", ",", ";", "—", "–"))
"""Marks before a number that sums up."""

FARTHEST_SUM = 4
"""Tokens before a sum among which the word stands that adds up: `which made 37 in all`."""


def share_restated(sentence: Sentence, at: int) -> bool:
    """`…, while JNIM spoke of 45`, `…, was raised to 26`: a bare figure behind such a verb counts the same people."""
    quantity = sentence.quantities[at]
    previous = counted_before(sentence, quantity)
    if previous is None or quantity.article:
        return False
    previous = main_toll(sentence, previous) if not quantity.victims.kind else previous
    if _adds_up(sentence, quantity) and (quantity.victims.kind == "" or is_of_persons(quantity)):
        quantity.category, quantity.word, quantity.rule = previous.category, previous.word, "share_restated"
        return True
    risen = is_of_persons(quantity) and _has_risen(sentence, quantity)  # `13 dead, a count that rose to 26 soldiers`
    if previous.word is None or (quantity.victims.kind and not risen):
        return False
    corrected = _is_corrected(sentence, quantity)
    if has_other_verb(sentence, quantity) or not (corrected or _stands_behind_verb(sentence, quantity)):
        return False
    families = previous.word.families("active", "participle", "before", "intransitive", "after")
    found = assign(quantity, previous.word, families, "share_restated")
    if found and not quantity.victims.kind:
        quantity.category = previous.category  # `20 vehicles taken, JNIM showed nine` goes on with vehicles.
    quantity.word = None if risen else quantity.word  # Other people may stand beside the word.
    return found


def summed_up(sentence: Sentence, at: int) -> bool:
    """`unarmed men were put to death near the town: 31 in all`: how many those were whose fate was told."""
    quantity, lexicon = sentence.quantities[at], sentence.lexicon
    total = lexicon.marks["total"].match(sentence.tokens, quantity.match.last)
    parted = quantity.first > 0 and sentence.tokens[quantity.first - 1].text in PARTING
    if not (total and parted and is_bare(quantity)) or counted_before(sentence, quantity):
        return False
    word = previous_word(sentence, quantity.first)
    families = word.families("participle", "intransitive", "active") if word else ""
    return word is not None and bool(families) and assign(quantity, word, families, "summed_up", leftward=True)


def _has_risen(sentence: Sentence, quantity: Quantity) -> bool:
    """A verb of change and its preposition stand right before the figure: `rose to`, `was raised to`."""
    before = sentence.lowers(max(0, quantity.first - 2), quantity.first)
    changed = len(before) == 2 and before[0] in sentence.lexicon.list("change_verbs")
    return changed and before[1] in sentence.lexicon.list("toll_links")


def _adds_up(sentence: Sentence, quantity: Quantity) -> bool:
    """`which made 37 in all`, `800 ménages, soit 4 000 personnes`: the same people in another measure."""
    if not quantity.first:
        return False
    lexicon = sentence.lexicon
    before = sentence.lowers(max(0, quantity.first - FARTHEST_SUM), quantity.first)
    if before[-1] in lexicon.list("that_is") and is_of_persons(quantity) and quantity.victims.kind:
        return True
    total = lexicon.marks["total"]
    summed = total.match(sentence.tokens, quantity.last) or total.match_before(sentence.tokens, quantity.first)
    inside = any(
        quantity.first - 2 <= at < quantity.match.last for at in sentence.told.get("total", ())
    )  # `a total of 35`
    return (summed is not None or inside) and not lexicon.list("adds_up").isdisjoint(before)


def _is_corrected(sentence: Sentence, quantity: Quantity) -> bool:
    """`raised to seven, from five`, `15, up from eight`: the figure before is what an earlier one became."""
    before = sentence.lowers(max(0, quantity.first - 2), quantity.first)
    opened = len(before) == 2 and before[0] in sentence.lexicon.lists(",", "risen")
    return opened and before[1] in sentence.lexicon.list("instead")


def _stands_behind_verb(sentence: Sentence, quantity: Quantity) -> bool:
    """A verb of saying or of change, then at most a preposition and adverbs."""
    changes, toll_gap = sentence.lexicon.list("change_verbs"), sentence.lexicon.list("toll_gap")
    for at in range(quantity.first - 1, max(-1, quantity.first - 5), -1):
        word = sentence.tokens[at].lower
        if word in sentence.lexicon.say or word in changes:
            return True
        if word not in sentence.lexicon.adverbs and word not in toll_gap and word not in "\"'«“”":
            return False
    return False


def counted_again(sentence: Sentence, at: int) -> bool:
    """`one dead of its own, and the others had 65`, `les services vont jusqu'à 600`: a number without a noun.

    Tried when nothing else explains it: such a number takes up the people that the sentence counted before it, also
    the last of a chain (`first 47 dead, including five bombers, then 54`).
    """
    quantity = sentence.quantities[at]
    told = [other for other in sentence.quantities[:at] if other.category and "subset" not in other.flags]
    if not told or not is_bare(quantity) or not _joins(sentence, quantity) or not _closes(sentence, quantity):
        return False
    previous = main_toll(sentence, told[-1])
    quantity.category, quantity.word, quantity.rule = previous.category, previous.word, "counted_again"
    quantity.inherits, quantity.leftward = previous, True
    return True


def _joins(sentence: Sentence, quantity: Quantity) -> bool:
    """A joint, a verb of having or a word of time stands before the number, with a preposition at most between."""
    lexicon, first = sentence.lexicon, quantity.first
    if first and sentence.folded[first - 1] in lexicon.lists("of", "toll_links"):
        first -= 1
    joints = {",", ";", *lexicon.list("plain_and"), *lexicon.lists("then", "at_last"), *lexicon.list("reach")}
    return first > 0 and sentence.folded[first - 1] in joints


def _closes(sentence: Sentence, quantity: Quantity) -> bool:
    """Its phrase ends behind it or behind a time of its own (`and of 19 the next day`), with no verb and no measure."""
    at = quantity.match.last
    timed = time_end(sentence, at)
    if at >= len(sentence.tokens) or (timed and ends_phrase(sentence, timed)):
        return True
    token, lexicon = sentence.tokens[at], sentence.lexicon
    if token.kind == "mark" and token.text != "%":
        return True
    follows = lexicon.list("after_shared") - lexicon.be - lexicon.list("of")
    return token.lower in follows and not lexicon.partitive.match(sentence.tokens, at)

"""Sentences on two events: `The raid killed nine; that of the day before had killed four`, `…, a week after it`."""

from sahel_tui.claims.phrases.adjuncts import is_verbless
from sahel_tui.claims.phrases.phrases import Sentence

LONGEST_TIME = 8
"""Tokens of a time with the `after` it ends with: `a month to the day after`."""

LONGEST_SUPERLATIVE = 14
"""Tokens of `it is the heaviest loss of the French army since`."""

LONGEST_PART = 3
"""Tokens from a comma to the pronoun of a clause on some of those counted: `, two of whom`, `, dont`."""

LONGEST_COMPARISON = 3
"""Tokens from `as` or `than` to the event compared with: `twice as many as in the raid of January`."""


def other_event_opens(sentence: Sentence, told_at: int) -> int | None:
    """Index of the token with which a sentence leaves the event it began with; None when nothing shows where.

    A pronoun for another event behind a mark, a time to count from another one behind a comma, or a comparison; what
    tells of the other event stands `told_at` letters behind the head, and not before it.
    """
    opening = next((at for at in range(1, len(sentence.tokens)) if _leaves(sentence, at)), None)
    if opening is None:
        clauses = [at for at in range(1, len(sentence.tokens)) if _opens_clause(sentence, at)]
        opening = next((at for at in reversed(clauses) if _letters(sentence, at) <= told_at), None)
    return None if opening is None or _letters(sentence, opening) > told_at else opening


def _letters(sentence: Sentence, at: int) -> int:
    return sentence.tokens[at].start - sentence.span.start


def _opens_clause(sentence: Sentence, at: int) -> bool:
    """Behind a semicolon, or where some of those counted are told of: `…, two of whom returned in`."""
    before, lexicon = sentence.folded[at - 1], sentence.lexicon
    if before == ";":
        return True
    near = range(at, min(at + LONGEST_PART, len(sentence.tokens)))
    whom = lexicon.list("of_whom") - lexicon.list("relatives")
    parts = before == "," and any(sentence.folded[place] in whom for place in near)
    return parts and any(each.category and each.end < at for each in sentence.quantities)


def _leaves(sentence: Sentence, at: int) -> bool:
    before, lexicon = sentence.folded[at - 1], sentence.lexicon
    if before in (",", ";", "—"):
        return _is_other_one(sentence, at) or _counts_from(sentence, at) or _compares(sentence, at)
    if sentence.folded[at] not in lexicon.list("than"):
        return False
    near = sentence.folded[at + 1 : at + 1 + LONGEST_COMPARISON]
    return not lexicon.list("event_nouns").isdisjoint(near)


def _compares(sentence: Sentence, at: int) -> bool:
    """`…; it was the worst loss since the attack of Gao, which …`: a superlative and `since` in the next words."""
    told = sentence.told
    since = next((place for place in told.get("sum_since", ()) if at < place < at + LONGEST_SUPERLATIVE), None)
    return since is not None and any(at <= place < since for place in told.get("superlatives", ()))


def _is_other_one(sentence: Sentence, at: int) -> bool:
    """`that of the day before`, `the one at Gossi`, `celle de la veille`."""
    lexicon = sentence.lexicon
    at += sentence.folded[at] in lexicon.list("definite")
    if lexicon.speaker_at(sentence.tokens, at + 2 + (sentence.folded[at + 1] in lexicon.list("of"))):
        return False  # `in the first version, that of the minister`
    pronoun = not lexicon.list("event_pronouns").isdisjoint(sentence.lowers(at, at + 1))
    opened = lexicon.lists("of", "place_openers", "day_openers")
    return pronoun and not opened.isdisjoint(sentence.lowers(at + 1, at + 2))


def _counts_from(sentence: Sentence, at: int) -> bool:
    """`a month to the day after the attack on Nampala`: a time, `after` or `before`, and the event it counts from."""
    lexicon, clause = sentence.lexicon, sentence.folded[at : at + LONGEST_TIME]
    end = next((place for place, word in enumerate(clause) if word in lexicon.list("since")), 0)
    if lexicon.list("time_units").isdisjoint(clause[:end]) or not is_verbless(sentence, at, at + end):
        return False
    near = sentence.folded[at + end + 1 : at + end + 1 + LONGEST_COMPARISON]
    return not lexicon.list("event_nouns").isdisjoint(near) and _is_another(sentence, at + end + 1)


def _is_another(sentence: Sentence, at: int) -> bool:
    """`after the raid on Gossi`, `after an ambush`, `after the fight in which six had died`; not `after the raid`."""
    indefinite = sentence.folded[at] in sentence.lexicon.list("articles")
    end = next((place for place in range(at, len(sentence.tokens)) if sentence.tokens[place].kind == "mark"), None)
    named = any(sentence.tokens[place].text[0].isupper() for place in range(at, end or len(sentence.tokens)))
    dated = any(at <= place < (end or len(sentence.tokens)) for place in sentence.dates)
    return indefinite or named or dated or any(each.first > at for each in sentence.quantities if each.category)

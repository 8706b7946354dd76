"""Clauses cut down to a figure and what stands against the clause before: where, when or who."""

from collections.abc import Iterator

from sahel_tui.claims.phrases.adjuncts import LONGEST_NOUN_PHRASE, adjunct_end, ends_phrase, is_verbless
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.phrases.positions import is_of_persons, main_toll


def share_contrast(sentence: Sentence, at: int) -> bool:
    """`in Karou twenty died; in Inates, fourteen`, `killed 30 in 2016 and 19 the year after`: the verb is left out.

    An adverbial before or behind the figure, or a subject before it (`Karou lost ten, Inates two`), stands for it.
    """
    quantity, previous = sentence.quantities[at], clause_before(sentence, at)
    if previous is None or previous.rule == "among_the_dead" or not may_stand_alone(quantity):
        return False
    behind = adjunct_end(sentence, quantity.last)
    passed = sentence.quantities[sentence.quantities.index(previous) + 1 : at]
    if not ends_phrase(sentence, behind) or any(_is_left_uncounted(q) for q in passed):
        return False
    starts = [start for start in _starts_of_clause(sentence, quantity) if start > previous.end]
    if not any(_stands_for(sentence, start, quantity, previous, behind) for start in starts):
        return False
    previous = main_toll(sentence, previous) if behind == quantity.last else previous
    quantity.category, quantity.word, quantity.rule = previous.category, previous.word, "share_contrast"
    quantity.leftward, quantity.inherits = True, previous
    return True


def clause_before(sentence: Sentence, at: int) -> Quantity | None:
    """The last figure counted before; one in a clause of place that a comma has closed is no neighbour.

    `Twenty died in Karou, where three others were hurt, and four in Inates`: four died.
    """
    counted = [other for other in sentence.quantities[:at] if other.category]
    quantity = sentence.quantities[at]
    for number in range(len(counted) - 1, 0, -1):
        end = counted[number].end
        inside = sentence.lowers(counted[number - 1].end, counted[number].first)
        closed = "," in sentence.lowers(end, quantity.first)
        if not closed or sentence.lexicon.list("where").isdisjoint(inside):
            return counted[number]
    return counted[0] if counted else None


def _is_left_uncounted(quantity: Quantity) -> bool:
    """Several people of whom nothing is told: what follows goes on with them."""
    return is_of_persons(quantity) and not quantity.category and not quantity.article


def may_stand_alone(quantity: Quantity) -> bool:
    """A bare figure, `fourteen others`, people; no single person behind an article, and no thing."""
    if quantity.article or quantity.match.count.vague in ("none", "unknown"):
        return False
    return not quantity.victims.kind or quantity.victims.others or is_of_persons(quantity)


def _starts_of_clause(sentence: Sentence, quantity: Quantity) -> Iterator[int]:
    """Where the clause may start: behind a comma, a semicolon, `and`, `while`; the nearest first."""
    joints = sentence.lexicon.lists(",", ";", "plain_and", "clause_starts")
    for at in range(quantity.first, max(0, quantity.first - LONGEST_NOUN_PHRASE - 2), -1):
        if sentence.folded[at - 1] in joints:
            yield at


def _stands_for(sentence: Sentence, start: int, quantity: Quantity, previous: Quantity, behind: int) -> bool:
    """What stands before or behind the figure is all there is of its clause."""
    if start == quantity.first:
        return behind > quantity.last
    return _is_contrast(sentence, start, quantity, previous)


def _is_contrast(sentence: Sentence, start: int, quantity: Quantity, previous: Quantity) -> bool:
    """An adverbial, or behind `Karou lost twenty` another subject, fills the clause up to the figure."""
    comma = sentence.tokens[quantity.first - 1].text == ","
    last = quantity.first - comma
    first = start + (sentence.tokens[start].text == ",")  # `and, the day after, fourteen`
    if adjunct_end(sentence, first) == last and (comma or _closes_adjunct(sentence, last - 1)):
        return True
    if sentence.folded[last - 1] in sentence.lexicon.lists("stop", "of", "age_words"):
        return False  # `its crew of three`, `the youngest 14`
    determined = sentence.folded[first] in sentence.lexicon.list("noun_openers")
    named = sentence.tokens[first].text[0].isupper() or determined
    bare = not quantity.victims.kind and not quantity.match.count.vague
    return named and bare and _is_object(previous) and first < last and is_verbless(sentence, first, last)


def _closes_adjunct(sentence: Sentence, at: int) -> bool:
    """A name, a noun or a word of time or place; `in the camp stood 200 soldiers` ends with a verb of its own."""
    lexicon, word = sentence.lexicon, sentence.folded[at]
    known = at in sentence.dates or sentence.tokens[at].kind != "word" or sentence.tokens[at].text[0].isupper()
    lists = ("time_units", "time_words", "weekdays", "place_words", "places_said", "event_nouns", "spots", "areas")
    named = lexicon.nouns.match_before(sentence.tokens, at + 1) is not None
    return known or named or any(word in lexicon.list(name) for name in lists)


def _is_object(quantity: Quantity) -> bool:
    """`Karou lost twenty people`, `Karou counted twenty dead`; not the subject of `twenty people died`."""
    nominal = quantity.word is not None and bool(quantity.word.families("after"))
    return quantity.leftward or (nominal and quantity.first > 0 and not quantity.victims.kind)

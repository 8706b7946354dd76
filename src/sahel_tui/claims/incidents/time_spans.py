"""Times that a casualty word itself is given: spans over which losses are summed up, days on which a deed was done."""

import re
from collections.abc import Sequence

from sahel_tui.claims.language.words import Form
from sahel_tui.claims.phrases.phrases import CasualtyWord, Quantity, Sentence
from sahel_tui.claims.voices.voices import Voice

FARTHEST_START = 5
"""Tokens behind `since` among which the start of a span stands: `since the beginning of the year`."""

LONGEST_SPAN = 7
"""Tokens from the preposition to the unit of a span: `in the course of the last twelve months`."""

YEAR = re.compile(r"(?:19|20)\d\d")

DEEDS = frozenset(("killed", "wounded"))
"""What is done to people at a time."""

FARTHEST_TIME = 14
"""Tokens from the casualty word of a deed to its time: `executed by soldiers at Sirkala in the week after`."""


def sums_up_span(sentence: Sentence, *, opening: bool, one_day: bool) -> bool:
    """`113 soldiers had been killed since the beginning of the year`, `in six months`, `that year`.

    `The worst attack in six months` only compares; a span without `since` may be the event's own in an `opening`,
    unless it is counted and the event took one day.
    """
    lexicon = sentence.lexicon
    told = sentence.told
    if (
        not opening
        and "figures" in told
        and any(_is_alone(sentence, at) for at in sentence.places(lexicon.list("alone")))
    ):
        return True
    if "span_units" not in told and "span_starts" not in told:
        return False
    if any(not _is_in_span(sentence, at) for at in told.get("superlatives", ())):
        return False
    if any(_is_one_of_many(sentence, at) for at in sentence.places(lexicon.list("ordinals"))):
        return False
    starts = any(
        not lexicon.list("span_starts").isdisjoint(sentence.lowers(at + 1, at + 1 + FARTHEST_START))
        for at in told.get("sum_since", ())
    )
    if any(_is_what_cost(sentence, at) for at in told.get("span_units", ())):
        return True
    units = [at for at in told.get("span_units", ()) if not opening or (one_day and _is_counted(sentence, at))]
    return starts or any(_is_span(sentence, at) for at in units)


def _is_what_cost(sentence: Sentence, unit: int) -> bool:
    """`The whole year cost Mali 78 men`, `L'année 2015 coûte …`: a span is the subject of what it took."""
    lexicon, passed = sentence.lexicon, sentence.lexicon.lists("definite", "span_words", "span_pointers")
    opens = unit > 0 and all(word in passed for word in sentence.folded[:unit])
    end = next((at for at in range(unit + 1, len(sentence.tokens)) if not _is_of_unit(sentence, at)), unit)
    took = lexicon.lists("life_takers", "double_object")
    return opens and not took.isdisjoint(sentence.lowers(end, end + 1))


def _is_of_unit(sentence: Sentence, at: int) -> bool:
    return YEAR.fullmatch(sentence.folded[at]) is not None or sentence.folded[at] in sentence.lexicon.list("span_words")


def _is_counted(sentence: Sentence, unit: int) -> bool:
    """`killed 100 in three months`, `killed this year`; no `in the quarter`, `held for eight months`."""
    lexicon, before = sentence.lexicon, sentence.tokens[max(0, unit - 1)]
    killed = any(quantity.category == "killed" for quantity in sentence.quantities)
    counted = before.kind == "number" or before.lower in lexicon.numbers
    return killed and (counted or before.lower in lexicon.list("span_pointers"))


def _is_alone(sentence: Sentence, at: int) -> bool:
    """`in 2022 alone`, `in March alone`, `pour la seule année 2022`: a sum over that time; no `March 21 alone`."""
    behind = at + 1 + (not sentence.lexicon.list("time_units").isdisjoint(sentence.lowers(at + 1, at + 2)))
    return _is_long(sentence, at - 1) or _is_long(sentence, behind)


def _is_long(sentence: Sentence, at: int) -> bool:
    """A year or a month there, without a day."""
    if not 0 < at < len(sentence.tokens):
        return False
    year, months = YEAR.fullmatch(sentence.folded[at]), sentence.lexicon.list("month_names")
    first = at - 1 if year and sentence.folded[at - 1] in months else at
    near = (sentence.tokens[place] for place in (first - 1, first + 1) if place < len(sentence.tokens))
    day = any(token.kind == "number" and not YEAR.fullmatch(token.text) for token in near)
    return not day and (year is not None or sentence.folded[first] in months)


def _is_in_span(sentence: Sentence, at: int) -> bool:
    """`in the first quarter`: an ordinal of the span itself."""
    units = sentence.lexicon.lists("span_units", "number_words")
    return not units.isdisjoint(sentence.lowers(at + 1, at + 3))


def _is_one_of_many(sentence: Sentence, at: int) -> bool:
    """`the third attack on the camp in a month`: the event itself, counted among others."""
    events = sentence.lexicon.list("event_nouns")
    return (
        not events.isdisjoint(sentence.lowers(at + 1, at + 2))
        and at > 0
        and sentence.folded[at - 1] in (sentence.lexicon.list("definite"))
    )


def _is_span(sentence: Sentence, unit: int) -> bool:
    """`in six months`, `over the past year`, `that year`; no `six months later`, `an attack in six months`."""
    lexicon = sentence.lexicon
    after = sentence.lowers(unit + 1, unit + 2)
    if after and after[0] in lexicon.list("span_ends"):
        return False
    inside = lexicon.lists("span_words", "noun_openers", "of", "number_words")
    at = unit
    while (
        at
        and unit - at < LONGEST_SPAN
        and (sentence.folded[at - 1] in inside or sentence.tokens[at - 1].kind == "number")
    ):
        at -= 1
    if unit - at == 1 and sentence.folded[at] in lexicon.list("span_pointers"):
        return sentence.folded[unit] in lexicon.list("pointed_spans")  # `later that month` opens a report
    opened = at > 0 and at < unit and sentence.folded[at - 1] in lexicon.list("span_openers")
    compared = at > 1 and sentence.folded[at - 2] in lexicon.list("event_nouns")
    return opened and not compared


def is_time_of_deed(sentence: Sentence, start: int, voices: Sequence[Voice]) -> bool:
    """`MINUSMA said that 29 villagers had been executed at Sirkala a week after the raid`: the time of the deed.

    `start` is where the time begins, in characters of the text; it stands in the clause of a word of killing, behind
    it or, what is said having begun, before the figure.
    """
    at = next((at for at, token in enumerate(sentence.tokens) if token.start >= start), len(sentence.tokens))
    return any(_is_of(sentence, quantity, at, voices) for quantity in sentence.quantities if quantity.category)


def _is_of(sentence: Sentence, quantity: Quantity, at: int, voices: Sequence[Voice]) -> bool:
    word, lexicon = quantity.word, sentence.lexicon
    if word is None or quantity.rule.startswith("share") or not _is_deed(sentence, word):
        return False
    cue = max((voice.cue for voice in voices if voice.cue < quantity.first), default=-1)
    first, last = (word.last, at) if word.last <= at else (at, min(word.first, quantity.first))
    if word.last > at:
        that = lexicon.list("that_clause")
        if not any(sentence.folded[place] in that for place in range(cue + 1, at)):
            return False
    inside = sentence.tokens[first:last]
    verbs = lexicon.lists("say", "auxiliaries", "become", "change_verbs")
    plain = not any((t.kind == "mark" and t.text != ",") or t.lower in verbs for t in inside)
    starts = [other.first for other in sentence.words]
    starts += [each.first for each in sentence.quantities if each.category and each is not quantity]
    return plain and last - first <= FARTHEST_TIME and not any(first < start < last for start in starts)


def _is_deed(sentence: Sentence, word: CasualtyWord) -> bool:
    """A verb of killing or its noun with `of`; no toll (`put its dead at fourteen on 12 March`)."""
    named = not sentence.lexicon.list("of").isdisjoint(sentence.lowers(word.last, word.last + 1))
    forms: tuple[Form, ...] = ("active", "participle", "before") if named else ("active", "participle")
    return not DEEDS.isdisjoint(word.families(*forms).split("+"))

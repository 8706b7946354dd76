"""What else happened at the time of the event: `On the same day, at Gossi, …`, `Le même jour, près de Gossi, …`."""

from sahel_tui.claims.adjuncts import time_end
from sahel_tui.claims.new_events import introduces_event, is_indefinite
from sahel_tui.claims.phrases import Sentence
from sahel_tui.claims.place_clauses import pass_near

LONGEST_ADVERB = 2
"""Tokens of an adverb before a time: `Also on 3 March`."""


def place_behind_time(sentence: Sentence) -> int | None:
    """Index of the token behind the preposition of a place that a time at the head of the sentence sets off."""
    end = _time_end(sentence)
    at = end + 1
    if not end or at + 1 >= len(sentence.tokens) or sentence.folded[end] != ",":
        return None
    near = pass_near(sentence, at)
    opened = near or sentence.folded[at] in sentence.lexicon.list("place_openers")
    cared = "care_places" in sentence.told or "aftercare" in sentence.told
    return at + (near or 1) if opened and not cared else None


def other_region(sentence: Sentence, at: int, own: str) -> str | None:
    """`On the same day, in the Gao region`: a region that is none of the event's `own` (small letters)."""
    areas, lexicon = sentence.lexicon.list("areas"), sentence.lexicon
    if not _same_end(sentence) or areas.isdisjoint(sentence.lowers(at, at + LONGEST_ADVERB + 2)):
        return None
    passed = areas | lexicon.lists("noun_openers", "of")
    name = next((token for token in sentence.tokens[at:] if token.lower not in passed), None)
    return name.text if name and name.text[0].isupper() and name.lower not in own else None


def tells_same_day(sentence: Sentence) -> bool:
    """`On the same day a bus hit a mine`: something new, told to have happened beside the event."""
    days = sentence.lexicon.phrases["same_days"]
    opened = any(days.match(sentence.tokens, at) for at in sentence.places(days.first_words) if at < LONGEST_ADVERB)
    return opened and introduces_event(sentence)


def tells_next_attack(sentence: Sentence) -> bool:
    """`A second raid, hours later, left eight dead`; at the place of the event it is one of its assaults."""
    lexicon = sentence.lexicon
    if lexicon.list("afterwards").isdisjoint(sentence.vocabulary):
        return False
    second, counted = (
        lexicon.list("next_ones"),
        min((each.first for each in sentence.quantities if each.category), default=0),
    )
    events = [at for at in sentence.places(lexicon.list("event_nouns")) if at < counted]
    return any(
        not second.isdisjoint(sentence.lowers(max(0, at - LONGEST_ADVERB), at)) and is_indefinite(sentence, at)
        for at in events
    )


def _time_end(sentence: Sentence) -> int:
    """The token behind the time that opens the sentence, with an adverb before it at most; 0 without one."""
    same = _same_end(sentence)
    ends = (time_end(sentence, at) for at in range(LONGEST_ADVERB) if same == 0 and _is_opened(sentence, at))
    return same or next((end for end in ends if end), 0)


def _is_opened(sentence: Sentence, at: int) -> bool:
    """Only adverbs stand before the time."""
    return (
        at == 0 or sentence.folded[0] in sentence.lexicon.adverbs or sentence.folded[0] in sentence.lexicon.list("also")
    )


def _same_end(sentence: Sentence) -> int:
    """The token behind `On the same day`, `At about the same time`, `Au même moment`; 0 without them."""
    times = sentence.lexicon.phrases["same_times"]
    found = (
        at + match[1]
        for at in sentence.places(times.first_words)
        if at < LONGEST_ADVERB and (match := times.match(sentence.tokens, at))
    )
    return next(found, 0)

"""What else happened at the time of the event: `On the same day, at Gossi, …`, `Le même jour, près de Gossi, …`."""

from sahel_tui.claims.incidents.new_events import introduces_event, is_indefinite, names_new_event
from sahel_tui.claims.incidents.place_clauses import pass_near
from sahel_tui.claims.phrases.adjuncts import time_end
from sahel_tui.claims.phrases.phrases import Sentence

FARTHEST_OPENING = 5
"""Tokens before another place at the head of a sentence: `At about the same time, across the border`."""

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


def tells_same_day(sentence: Sentence, *, reports: bool) -> bool:
    """`On the same day a bus hit a mine`: something new, told to have happened beside the event or elsewhere.

    What somebody reports (`reports`) is elsewhere only when the sentence opens there.
    """
    elsewhere = sentence.told.get("elsewheres", [])
    if any(at <= FARTHEST_OPENING for at in elsewhere) and _is_set_off(sentence, elsewhere[0]):
        return True
    beside = sentence.told.get("same_times", ())
    if reports or not (beside or elsewhere or "same_weeks" in sentence.told):
        return False
    if "same_weeks" in sentence.told:
        return True
    opened = any(at < LONGEST_ADVERB for at in sentence.told.get("same_days", ()))
    new = sentence.lexicon.list("next_ones").isdisjoint(sentence.vocabulary) and names_new_event(sentence)
    return bool(beside and elsewhere) or (opened and introduces_event(sentence)) or new


def _is_set_off(sentence: Sentence, at: int) -> bool:
    """`Forty kilometres away, …`, `Across the border in Niger, …`: before anybody counted or any verb of saying."""
    first = min((each.first for each in sentence.quantities if each.category), default=0)
    clause = sentence.folded[:first]
    return at < first and "," in clause[at:] and sentence.lexicon.say.isdisjoint(clause[: at + 1])


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

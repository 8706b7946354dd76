"""The day that a story has come to: `On 4 November …. Two days later …` under an event of 6 November."""

from collections.abc import Sequence

from sahel_tui.claims.incidents.event_times import DateMention, EventTimes
from sahel_tui.claims.phrases.phrases import Sentence

FARTHEST_HEAD = 9
"""Tokens from the head of a sentence among which the time that it opens with ends."""


class Clock:
    """Follows the days of one section, told by date or from the day told before."""

    def __init__(self, times: EventTimes) -> None:
        self._times = times
        self._day: int | None = None

    def reset(self) -> None:
        """Start a section."""
        self._day = None

    def strikes(self, sentence: Sentence, dates: Sequence[DateMention]) -> bool:
        """Whether a sentence without a date comes back to the day of the event, counted from the day told before."""
        exact = [mention.day.first for mention in dates if mention.day.first == mention.day.last]
        shift = 0 if dates or self._day is None else find_shift(sentence)
        if exact:
            self._day = exact[-1]
        if self._day is None or not shift:
            return False
        self._day += shift
        first, last = self._times.first, self._times.last
        return self._times.is_one_day and first is not None and last is not None and first <= self._day <= last


def find_shift(sentence: Sentence) -> int:
    """Days by which the head of a sentence goes on: `the next day` 1, `two days later` 2."""
    lexicon, days = sentence.lexicon, sentence.lexicon.list("days_after")
    following = (at for at in sentence.told.get("next_day", ()) if at < FARTHEST_HEAD)
    if any(not days.isdisjoint(sentence.lowers(at, at + 2)) for at in following):
        return 1  # Neither `later that day` nor `the following Monday`, which may be any day.
    for at in range(1, min(FARTHEST_HEAD, len(sentence.tokens) - 1)):
        later = not lexicon.list("days_later").isdisjoint(sentence.lowers(at + 1, at + 3))
        if later and sentence.folded[at] in lexicon.list("day_units"):
            word = sentence.folded[at - 1]
            return int(word) if word.isdigit() and len(word) < 3 else lexicon.numbers.get(word, 0)
    return 0

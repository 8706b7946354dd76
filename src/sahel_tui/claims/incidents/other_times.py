"""What a sentence says of time: whether it tells of the document's event, or of another one before, beside or after."""

import re
from collections.abc import Sequence

from sahel_tui.claims.incidents.cue_contexts import (
    dates_figure,
    dates_speech,
    dates_statement,
    gives_reason,
    names_occasion,
)
from sahel_tui.claims.incidents.event_ends import are_arrested, counts_again, dates_release, die_of_wounds, goes_on
from sahel_tui.claims.incidents.event_times import DateMention, EventTimes
from sahel_tui.claims.incidents.new_events import (
    does_itself,
    find_next_day,
    introduces_event,
    is_sent_into,
    opens_new_deed,
    strikes_first,
)
from sahel_tui.claims.incidents.same_times import tells_same_day
from sahel_tui.claims.incidents.time_spans import is_time_of_deed, sums_up_span
from sahel_tui.claims.incidents.told_before import tells_earlier
from sahel_tui.claims.incidents.weekdays import strikes_other_day
from sahel_tui.claims.incidents.wide_areas import is_wide_area
from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.phrases.phrases import Sentence
from sahel_tui.claims.voices.voices import Voice

FRONT = 45
"""Characters from the head of a sentence: a time or place told there is that of the sentences behind it, too."""

FARTHEST_WAR = 12
"""Tokens from a war to the casualty word whose losses it sums up."""

FARTHEST_SINCE = 6
"""Tokens behind `since` among which its month or year stands: `since the coup of July 2023`."""

LAST_YEAR = "2100"
"""No text tells of later years."""

FARTHEST_AREA = 3
"""Tokens behind a casualty word within which its place opens: `killed in Mali`, `killed so far in Mali`."""

FEARED = 3
"""Words before an event among which it is said that it is only feared: `Fearing another raid, thousands fled`."""

DATED_SPEECH = 4
"""Characters between a verb of saying and the date of what it says."""

YEAR_EVENT = re.compile(r"\b((?:19|20)\d\d)\s+(\w+)|\b(\w+) (?:of|de) ((?:19|20)\d\d)\b")


class OtherTimes:
    """Finds where a sentence leaves the time of the document's event."""

    def __init__(self, times: EventTimes, lexicon: Lexicon) -> None:
        self.times = times
        self.lexicon = lexicon
        self._event_words = frozenset(lexicon.grammar["event_nouns"])
        self.spent = self.first = False
        """The section tells what came after the event; the sentence opens the document, whose own day it tells."""
        self._months = frozenset(lexicon.months) if lexicon.grammar.get("days_before_month") else frozenset()
        """Names of months where small letters write them."""

    def find(
        self,
        sentence: Sentence,
        text: str,
        dates: Sequence[DateMention],
        voices: Sequence[Voice],
        *,
        opening: bool,
        named: bool,
    ) -> int | None:
        """Where the text says that it tells of another time; None when it does not.

        `opening` sentences of a document tell of its own event; those that `named` its place may look back at it.
        """
        small = text.lower()
        told, lexicon = sentence.told, self.lexicon
        earlier = lexicon.incident_cues.search(small) if "incident_cues" in told else None
        reports = self.reports(sentence, voices)
        if (
            earlier
            and not ((opening or named) and reports and self._looks_back(earlier[0]))
            and not (opening and not lexicon.list("reasons").isdisjoint(earlier[0].split()))
            and not dates_statement(small[earlier.end() :], lexicon)
            and not gives_reason(small, earlier, lexicon)
            and self.lexicon.list("fearing").isdisjoint(small[: earlier.start()].split()[-FEARED:])
        ):
            return earlier.start()
        if self._tells_war(sentence) or self._names_year(small) or self._sums_up(sentence) or self._runs_on(sentence):
            return FRONT  # the sentence alone
        if not self.times.is_long and sums_up_span(sentence, opening=opening, one_day=self.times.is_one_day):
            return FRONT
        if strikes_other_day(sentence, self.times.weekday) or (not opening and is_sent_into(sentence)):
            return FRONT
        if not (reports or self._says(sentence)) and tells_earlier(sentence):
            return FRONT
        if not named and self.times.is_one_day and tells_same_day(sentence, reports=reports):
            return 0
        later = lexicon.later_cues.search(small) if "later_cues" in told else None
        before = any(self.times.is_before(date.day) for date in dates)
        if (later or dates) and not before and goes_on(sentence):
            return None
        if later and (dates_figure(small, later, lexicon) or dates_release(sentence, later.start())):
            later = None
        if later and not reports and dates_speech(small[later.end() :], lexicon):
            later = None
        if later and (names_occasion(small[later.end() :], lexicon) or (opening and self.times.is_long)):
            later = None  # `In the months that followed`: of a siege of half a year
        if later and reports and not self._is_of_deed(later.start(), sentence, voices):
            later = None
        if later and opening and later.start() > FRONT and not self._is_of_deed(later.start(), sentence, voices):
            later = None  # `was ambushed at Boni, three weeks after the coup`
        if later and not (self._is_same_time(later) or self._same_people_go_on(small[later.end() :])):
            return later.start()
        if self._does_in_month(sentence, dates, voices):
            return FRONT
        if self._is_day_of_campaign(dates) and not (reports or opening):
            return dates[0].start
        months = [date for date in dates if date.start < FRONT and date.day.first < date.day.last]
        if self.times.first is None and (reports or opening or (named and not months)):
            return None  # `In October 2017 four soldiers died at Tessal` is not of a report that has no date
        dates = [date for date in dates if not self._dates_speech(date, sentence, voices)]
        dates = [date for date in dates if not (voices and self._comes_after(date, text, sentence))]
        after = not reports or self._tells_first(text, dates, voices, sentence)
        after = after or any(self._is_of_deed(date.start, sentence, voices) for date in dates)
        after = after or opens_new_deed(sentence, voices)
        if not after and counts_again(sentence):
            dates = [date for date in dates if not self.times.is_after(date.day)]
        spent = self.spent or (bool(dates) and introduces_event(sentence))
        outside = [self.times.is_outside(m.day) or (after and self.times.is_after(m.day, spent=spent)) for m in dates]
        if dates:
            return dates[0].start if all(outside) and not self.first else None
        return self._next_day(sentence, voices)

    def _says(self, sentence: Sentence) -> bool:
        """`It had earlier put its losses at 12`: what was told before is a statement."""
        return not self.lexicon.lists("say", "statements").isdisjoint(sentence.vocabulary)

    def _does_in_month(self, sentence: Sentence, dates: Sequence[DateMention], voices: Sequence[Voice]) -> bool:
        """`In April the army said it had killed forty`: the speaker's own deed, in a month that is not the event's.

        A day would be that of the report, and whoever else speaks may sum up the event.
        """
        if not (voices and self.times.last is not None and any(does_itself(sentence, voice) for voice in voices)):
            return False
        cue = sentence.tokens[voices[0].cue].start - sentence.span.start
        if self.spent and any(at < 3 for at in sentence.told.get("same_month", ())):
            return True
        months = [date.day for date in dates if date.start < min(FRONT, cue) and date.day.first < date.day.last]
        return any(month.first > self.times.last for month in months)

    def _next_day(self, sentence: Sentence, voices: Sequence[Voice]) -> int | None:
        """`The next day French jets killed a dozen`: the day after the event, with an event or actor that is new."""
        at = find_next_day(sentence) if self.times.is_one_day else None
        if at is None or not introduces_event(sentence):
            return None
        start = sentence.tokens[at].start - sentence.span.start
        return None if self.reports(sentence, voices) and not self._is_of_deed(start, sentence, voices) else start

    def _is_of_deed(self, start: int, sentence: Sentence, voices: Sequence[Voice]) -> bool:
        """Where somebody speaks, a later time in the clause of a killing is that of another deed, no new count."""
        told_again = counts_again(sentence) or die_of_wounds(sentence)
        return not told_again and is_time_of_deed(sentence, sentence.span.start + start, voices)

    def _looks_back(self, cue: str) -> bool:
        """`the camp they attacked two days earlier`: the day of the event, seen from that of the report."""
        return cue.endswith(tuple(self.lexicon.list("ago")))

    def _is_day_of_campaign(self, dates: Sequence[DateMention]) -> bool:
        """`On January 18 the base held`: one day of an event of many, told at the head of the sentence."""
        if not (self.times.spans_days and dates and dates[0].start < FRONT):
            return False
        return dates[0].day.first == dates[0].day.last

    def _dates_speech(self, date: DateMention, sentence: Sentence, voices: Sequence[Voice]) -> bool:
        """`had estimated in April 2022 that …`: a date right behind a verb of saying is that of the statement.

        `Announced on 21 December 2021 that Boura had been killed`: one named death long after is news of another event.
        """
        counted = [quantity for quantity in sentence.quantities if quantity.category]
        if self.times.is_outside(date.day) and counted and all("named" in quantity.flags for quantity in counted):
            return False
        start = sentence.span.start + date.start
        return any(
            0 <= start - sentence.tokens[voice.cue].end <= DATED_SPEECH
            and sentence.folded[voice.cue] in self.lexicon.say
            for voice in voices
        )

    def _comes_after(self, date: DateMention, text: str, sentence: Sentence) -> bool:
        """`it said it had killed 100, and in June it filmed the captives`: a later clause has a time of its own."""
        ends = [quantity.last for quantity in sentence.quantities if quantity.category]
        end = sentence.tokens[min(ends) - 1].end - sentence.span.start if ends else len(text)
        return date.start > end and "," in text[end : date.start]

    def _tells_first(
        self, text: str, dates: Sequence[DateMention], voices: Sequence[Voice], sentence: Sentence
    ) -> bool:
        """`un détachement les rattrape le 15 août ; Barkhane annonce …`: a clause that ends before anybody speaks."""
        cue = min((sentence.tokens[voice.cue].start - sentence.span.start for voice in voices), default=0)
        return bool(dates) and (";" in text[dates[-1].start : cue] or strikes_first(sentence, voices))

    def _names_year(self, small: str) -> bool:
        """`the 2019 attack killed 52 soldiers`, `in the raid of 2019`: a year that is not the event's beside its noun.

        `the worst since the 2019 attack` only compares.
        """
        dated = self.times.year and ("20" in small or "19" in small)
        for match in YEAR_EVENT.finditer(small) if dated else ():
            year, noun = match[1] or match[4], match[2] or match[3]
            compared = not self.lexicon.list("since").isdisjoint(small[: match.start()].split()[-FARTHEST_SINCE:])
            if noun in self._event_words and year != self.times.year and not compared:
                return True
        return False

    def _sums_up(self, sentence: Sentence) -> bool:
        """`had executed 127 people since March`: a sum over some time, and not `the worst since 2019`."""
        if "sum_since" not in sentence.told or "superlatives" in sentence.told:
            return False
        for at in sentence.told["sum_since"]:
            if any(self._is_earlier(token) for token in sentence.tokens[at + 1 : at + 1 + FARTHEST_SINCE]):
                return any(self._in_one_clause(sentence, at, word.first) for word in sentence.words)
        return False

    def _runs_on(self, sentence: Sentence) -> bool:
        """`the death brought the number of soldiers killed in Mali to 30`: the running total of a country or a war."""
        lexicon = self.lexicon
        raises = sentence.told.get("raises_total", ())
        if not raises or lexicon.list("counted_totals").isdisjoint(sentence.folded[raises[0] :]):
            return False
        return any(
            is_wide_area(sentence, at + 1)
            for word in sentence.words
            for at in range(word.last, min(word.last + FARTHEST_AREA, len(sentence.tokens) - 1))
            if word.first > raises[0] and sentence.folded[at] in lexicon.list("place_openers")
        )

    def _is_earlier(self, token: Token) -> bool:
        """A month, or a year before that of the event; where nothing dates it, any year."""
        year = token.kind == "number" and len(token.text) == 4 and token.text < (self.times.year or LAST_YEAR)
        if not self.times.year:
            return year
        return year or (token.lower in self.lexicon.months and token.text[0].isupper()) or token.lower in self._months

    def _in_one_clause(self, sentence: Sentence, at: int, other: int) -> bool:
        first, last = sorted((at, other))
        return not any(token.text in ";:" for token in sentence.tokens[first:last])

    def _tells_war(self, sentence: Sentence) -> bool:
        """`the insurgency has killed 17,000`, `violence that has claimed 17,000 lives`: a war in the perfect."""
        wars, perfect = self.lexicon.list("wars"), self.lexicon.list("perfect")
        if "wars" not in sentence.told:
            return False
        if not self.lexicon.lists("areas", "wide_areas").isdisjoint(sentence.vocabulary):
            perfect = self.lexicon.lists("perfect", "pluperfect")  # `violence in the Gao region had cost 931 lives`
        if "long_wars" in sentence.told:
            wars, perfect = self.lexicon.list("long_wars"), self.lexicon.lists("perfect", "pluperfect")
        return any(
            not perfect.isdisjoint(sentence.lowers(max(0, word.first - 3), word.first))
            and not wars.isdisjoint(sentence.lowers(max(0, word.first - FARTHEST_WAR), word.last + 4))
            for word in sentence.words
        )

    def _is_same_time(self, cue: re.Match[str]) -> bool:
        """`were arrested the same night`: another event only where the words open the sentence."""
        opens = not cue.string[: cue.start()].strip()
        return not opens and not self.lexicon.list("same").isdisjoint(cue[0].split())

    def _same_people_go_on(self, behind: str) -> bool:
        """`two days after seizing the post, they killed …`: the participle tells how far the same story had come."""
        word = behind.split(maxsplit=1)[0] if behind.strip() else ""
        return word.endswith(tuple(self.lexicon.list("gerunds"))) or word in self.lexicon.list("having")

    def reports(self, sentence: Sentence, voices: Sequence[Voice]) -> bool:
        """Somebody speaks before anybody is counted, or the toll itself goes on: a later time is that of a report."""
        counted = [quantity.first for quantity in sentence.quantities if quantity.category]
        first = min(counted, default=len(sentence.tokens))
        spoken = any([voice.cue <= first for voice in voices])
        same = are_arrested(sentence) or die_of_wounds(sentence)
        return spoken or same or counts_again(sentence)

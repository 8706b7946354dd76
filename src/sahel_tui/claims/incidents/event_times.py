"""Dates in running text against those of the document's event: before it, within it, or after it."""

import re
from datetime import date
from functools import cache, lru_cache

from sahel_tui.claims.incidents.weekdays import find_weekday
from sahel_tui.claims.language.letter_trees import word_tree
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.dataclass import dataclass
from sahel_tui.documents.dates import parse_dates
from sahel_tui.documents.event import find_dates
from sahel_tui.model import Document

CAMPAIGN_DAYS = 10
"""An event longer than this is a campaign: its article tells of many incidents."""

REPORT_DAYS = 45
"""A date this long after an event may still be that of a report about it."""

SPENT_DAYS = 4
"""Fighting may go on for some days after those an infobox gives."""

SOME_YEAR = 2000
"""Stands in dates for a year that nothing tells."""

FARTHEST_SINCE = 8
"""Words behind `since` among which its time stands: `since the assault on Inates in 2019`."""

WORDS = frozenset(("may", "march"))
"""Months that are other words in small letters."""

DAY_ALONE = re.compile(
    r"\b[Oo]n the \d{1,2}(?:st|nd|rd|th)\b|\b[Ll]e \d{1,2}(?:er)?(?=\s?[,.;:]| (?:au|à|près|vers)\b)"
)

YEAR = re.compile(r"\d{4}")

MARK = re.compile(r"[,;()]")

DIGITS = re.compile(r"\d+")

LAST_DAY = 31

LONGEST_BOUND = 5
"""Words from `by` to its date: `by the end of June`."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date of a text as a number of days, as far as it is known: first and last day it may mean."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date written at `start` of a sentence's text."""

    start: int
    day: Day


class EventTimes:
    """The first and last day of a document's event, when it has a date, and the dates its text gives."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        start, end = find_dates(document)
        self.first = _day(start).first if start else None
        self.last = _day(end or start).last if start else None
        self.year = start[:4] if start else ""
        self._nights = _count_nights(start, end)
        self._month = _day((end or start)[: len("2013-02")]).first if len(end or start) >= len("2013-02-27") else 0
        titled = YEAR.search(document.title)
        self._title_year = titled[0] if titled else ""
        self.weekday = find_weekday(document, lexicon)
        self._event_nouns = tuple(lexicon.grammar["event_nouns"])

    @property
    def is_long(self) -> bool:
        """The event is a campaign of many incidents."""
        return self.first is not None and self.last is not None and self.last - self.first > CAMPAIGN_DAYS

    @property
    def is_one_day(self) -> bool:
        """The next day is after the event."""
        return self.first == self.last

    @property
    def spans_days(self) -> bool:
        """The event took so many days that a single one of them is an incident of its own."""
        return self._nights >= 3

    def find(self, text: str) -> list[DateMention]:
        """Every date of a sentence; those that only bound a time (`since 2012`) are none."""
        months = self._months_in(text)
        if not (months or YEAR.search(text)):
            return self._days_alone(text)
        since, compared = self.lexicon.list("since"), self.lexicon.list("sum_since")
        found = []
        for match in date_pattern(months).finditer(text):
            clause = text[: match.start()].lower().rpartition(",")[2].split()
            bound = not since.isdisjoint(clause[-3:]) or not compared.isdisjoint(clause[-FARTHEST_SINCE:])
            day = None if bound else self._read(match[0])
            if day:
                found.append(DateMention(match.start(), day))
        return found

    def _days_alone(self, text: str) -> list[DateMention]:
        """`on the 30th`: a day of the event's month when it comes after the event; whichever it means, it is later."""
        found = []
        for match in DAY_ALONE.finditer(text) if self._month and not self.is_long else ():
            day = int(DIGITS.findall(match[0])[0])
            mention = DateMention(match.start(), Day(self._month + day - 1, self._month + day - 1))
            opens = "," not in text[: match.start()]  # What comes after a clause has a time of its own.
            found += [mention] if opens and day <= LAST_DAY and self.is_after(mention.day, spent=True) else []
        return found

    def names_month(self, text: str) -> bool:
        """The letters of a month stand in the text: no other has a date with one."""
        return bool(self._months_in(text))

    def _months_in(self, text: str) -> tuple[str, ...]:
        return _held_in(text, tuple(self.lexicon.months))

    def _read(self, written: str) -> Day | None:
        """The days a date may mean; one without a year is of the event's year, or of some year when nobody knows it."""
        if YEAR.search(written):
            return _parse_day(written)
        comma = "," if written[-1].isdigit() else ""  # `June 3, 2022`, but `June 2022`
        return _parse_day(f"{written}{comma} {self.year or SOME_YEAR}")

    def dated_event(self, text: str) -> str | None:
        """The date of `the clash of February 4`, `a sweep in June`, when the document has none or another one."""
        months = self._months_in(text)
        match = event_pattern(self._event_nouns).search(text) if months else None
        written = date_pattern(months).match(text, match.end()) if match else None
        day = self._read(written[0]) if written else None
        if not (match and written and day):
            return None
        before = text[: match.start()].lower()
        new = not self.lexicon.list("articles").isdisjoint(before.split()[-3:])
        named = match[0].split()[-1] in self.lexicon.list("of")  # `the strike of 2 April`
        if not (new or named) and self._is_claimed(before):
            return None
        if self.first is None:
            return None if self._title_year and self._title_year in written[0] else written[0]
        return written[0] if self.is_outside(day) or ((new or named) and self.is_after(day)) else None

    def _is_claimed(self, before: str) -> bool:
        """`JNIM claimed the attack on July 3`, `condamne l'attaque le 4 mai`: the day on which somebody spoke of it."""
        clause = before.replace("'", "' ").replace("’", "' ").rpartition(",")[2].split()
        return not self.lexicon.lists("deed_verbs", "say").isdisjoint(clause)

    def find_part(self, aside: str) -> str:
        """The days `in February`, `du 18 au 22 janvier` of a remark, when the event took others, too; else nothing."""
        days = MARK.split(aside, maxsplit=1)[0].strip()
        opened = not self.lexicon.list("dating_words").isdisjoint(days.lower().split()[:1])
        part = self._read(days) if opened and self.names_month(days) else None
        if part is None or self.first is None or self.last is None:
            return days if part else ""
        whole = part.first <= self.first and part.last >= self.last
        return "" if whole or self.is_one_day else days

    def dates_statement(self, text: str, mention: DateMention) -> bool:
        """`In a statement of 2 March it summed up the fortnight`: the day of what is said, not of what it tells."""
        before = [word.casefold().strip(",") for word in text[: mention.start].split()[-3:]]
        stated = self.lexicon.lists("statements", "documents")
        linked = self.lexicon.lists("of", "dated", "noun_openers")
        at = len(before)
        while at and before[at - 1] in linked:
            at -= 1
        return 0 < at < len(before) and before[at - 1] in stated

    def bounds_sum(self, text: str, mention: DateMention) -> bool:
        """`By mid-June it counted 120`, `d'ici fin 2022`: until then, and no day of what is counted."""
        before = text[: mention.start].lower().replace("d'ici", "d'ici ").replace("-", " ").split()[-LONGEST_BOUND:]
        return not self.lexicon.list("until_words").isdisjoint(before)

    def is_outside(self, day: Day) -> bool:
        """Before the event, or too long after it for a report about it.

        A report that never dates its event tells it by the day of the week: months and years date others.
        """
        if self.first is None or self.last is None:
            return day.first != day.last
        return day.last < self.first - 1 or day.first > self.last + REPORT_DAYS

    def is_before(self, day: Day) -> bool:
        """Days that end before the event begins."""
        return self.first is not None and day.last < self.first

    def is_after(self, day: Day, *, spent: bool = False) -> bool:
        """Days after the event: the time of a report about it, or of another event.

        Where the text says that the event is over (`spent`), the very next day is after it.
        """
        return self.last is not None and day.first > self.last + (0 if spent else SPENT_DAYS)


def names_day(text: str) -> bool:
    """A day whose month was told before: `an ambush on the 22nd`, `Le 19, des renforts …`."""
    return DAY_ALONE.search(text) is not None


def _day(written: str) -> Day:
    """The days an ISO date of any precision may mean, counted roughly as 372 a year."""
    parts = [int(part) for part in written.split("-")]
    year = parts[0] * 372
    if len(parts) == 1:
        return Day(year, year + 371)
    month = year + (parts[1] - 1) * 31
    return Day(month, month + 30) if len(parts) == 2 else Day(month + parts[2] - 1, month + parts[2] - 1)


def _count_nights(start: str, end: str) -> int:
    """Nights between two ISO dates: from 27 February to 1 March there are two; 0 where a day is not told."""
    if len(start) < len("2013-02-27") or len(end) < len(start):
        return 0
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


@lru_cache(maxsize=2)
def _held_in(text: str, months: tuple[str, ...]) -> tuple[str, ...]:
    """All months where the letters of one stand in a text, else none: asked of one sentence again and again."""
    small = text.lower()
    return months if any([month in small for month in months]) else ()


@lru_cache(maxsize=4096)
def _parse_day(written: str) -> Day | None:
    """The days a written date may mean."""
    start, end = parse_dates(written)
    return Day(_day(start).first, _day(end or start).last) if start else None


@cache
def event_pattern(nouns: tuple[str, ...]) -> re.Pattern[str]:
    """What stands before the date in `the clash of February 4`."""
    return re.compile(rf"{word_tree(nouns)} (?:of|on|in|du|de|le|en) (?:the )?" if nouns else r"(?!)")


@cache
def date_pattern(months: tuple[str, ...]) -> re.Pattern[str]:
    """Dates with one of the months, and bare years behind `in`, `during` or `between`."""
    names = [name for month in months for name in (month.capitalize(), *((month,) if month not in WORDS else ()))]
    day = r"\d{1,2}(?:er|st|nd|rd|th)?"
    opening = rf"(?=[\d{''.join(sorted({name[:1] for name in names}))}])"  # rules most letters out at once
    dated = (
        rf"(?:{day}(?:\s*[–-]\s*{day})?\s+(?:of\s+)?)?(?:{'|'.join(names)})\b"
        rf"(?:\s+{day}\b(?!\s+[a-z]+ed\b)(?:\s*[–-]\s*{day})?)?(?:,?\s+\d{{4}})?|"
    )
    return re.compile(
        rf"{opening}(?:{dated if names else ''}"
        r"(?<=\b[IiEe]n )\d{4}\b|(?<=\b[Dd]uring )\d{4}\b|(?<=\b[Dd]urant )\d{4}\b"
        r"|(?<=\b[Bb]etween )\d{4}\b|(?<=\b[Ee]ntre )\d{4}\b"
        r"|(?<=\b[Ff]rom )\d{4}(?= to \d{4}\b)|(?<=\b[Dd]e )\d{4}(?= à \d{4}\b))"
    )

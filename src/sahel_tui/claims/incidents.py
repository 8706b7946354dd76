"""Which event a sentence is about: the document's own, or another one told beside it."""

import re
import unicodedata
from dataclasses import dataclass

from sahel_tui.claims.actors import load_actors
from sahel_tui.claims.phrases import Quantity, Sentence
from sahel_tui.claims.words import Lexicon
from sahel_tui.documents.dates import parse_dates
from sahel_tui.model import MAIN_INCIDENT, Document, Section

CAMPAIGN_DAYS = 10
"""An event longer than this is a campaign: its article tells of many incidents."""

REPORT_DAYS = 45
"""A date this long after an event may still be that of a report about it."""

PAIR_TITLE = re.compile(r"^(?:.*?\b)?([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?) (?:and|et) ([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?)\b")


@dataclass(frozen=True, slots=True)
class Day:
    """A date of a text as a number of days, as far as it is known: first and last day it may mean."""

    first: int
    last: int


class Incidents:
    """Gives every quantity of one document its incident."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.title = document.title
        start, end = parse_dates(document.value("date") or "")
        self.first = _day(start).first if start else None
        self.last = _day(end or start).last if start else None
        self.year = start[:4] if start else ""
        self.places = _pair_of_places(document.title)
        self.known = f"{document.title} {document.value('place') or ''} {document.value('title') or ''}".casefold()
        self._section: Section | None = None
        self._carried: str | None = None
        self._sentence_number = 0
        self._paragraph = -1

    def enter(self, section: Section) -> None:
        """Start a section."""
        self._section, self._carried, self._sentence_number = section, None, 0

    def of_sentence(self, sentence: Sentence, masked: str) -> str:
        """The incident of a sentence as a whole."""
        self._sentence_number += 1
        text = masked[sentence.span.start : sentence.span.end]
        days = self._dates(text)
        other = self._is_other(sentence, text, days)
        if other:
            return self._name(sentence, text, days)
        return MAIN_INCIDENT

    def of_quantity(self, quantity: Quantity, sentence: Sentence, incident: str) -> str:
        """The incident of one quantity: a place of a double event, or a place that is not the event's, narrows it."""
        if incident != MAIN_INCIDENT:
            return incident
        stretch = self._stretch(quantity, sentence)
        if len(self.places) == 2:
            named = [place for place in self.places if place.casefold() in stretch.casefold()]
            if len(named) == 1:
                return slug(named[0])
        return MAIN_INCIDENT

    def _stretch(self, quantity: Quantity, sentence: Sentence) -> str:
        """The words around a quantity up to the next one: where its own place would stand."""
        following = [other.first for other in sentence.quantities if other.category and other.first > quantity.first]
        later = [other for other in sentence.quantities if other.category]
        last = following[0] if following else len(sentence.tokens)
        first = quantity.first if len(later) > 1 and quantity is not later[0] else 0
        if quantity.word and not quantity.leftward:
            last = max(last, quantity.word.last)
            same = [other for other in later if other.word is quantity.word]
            if len(same) > 1:
                last = len(sentence.tokens) if len(same) == len(later) else last
        return " ".join(token.text for token in sentence.tokens[first:last])

    def _is_other(self, sentence: Sentence, text: str, days: list[Day]) -> bool:
        kind = self._kind()
        if kind in ("background", "campaign"):
            return True
        if self.lexicon.incident_cues.search(text):
            return True
        if self._other_place(sentence):
            return True
        return bool(days) and self.first is not None and all(self._is_outside(day) for day in days)

    def _is_outside(self, day: Day) -> bool:
        assert self.first is not None and self.last is not None
        return day.last < self.first - 1 or day.first > self.last + REPORT_DAYS

    def _kind(self) -> str:
        """`background`, `campaign` or `main`, by the section and the length of the event."""
        section = self._section
        if section is None:
            return "main"
        title = section.title.casefold()
        if any(word in title for word in self.lexicon.sections["background"]):
            return "background"
        if section.kind == "lead" or any(word in title for word in self.lexicon.sections["whole"]):
            return "main"
        is_long = self.first is not None and self.last is not None and self.last - self.first > CAMPAIGN_DAYS
        return "campaign" if is_long else "main"

    def _dates(self, text: str) -> list[Day]:
        found = []
        for match in self._date_pattern().finditer(text):
            written = match[0] if re.search(r"\d{4}", match[0]) else f"{match[0]}, {self.year}" if self.year else ""
            start, end = parse_dates(written) if written else ("", "")
            if start:
                first, last = _day(start), _day(end or start)
                found.append(Day(first.first, last.last))
        return found

    def _date_pattern(self) -> re.Pattern[str]:
        return date_pattern(tuple(self.lexicon.months))

    def _other_place(self, sentence: Sentence) -> str | None:
        """A sentence that opens with `At Mondoro`, a place the title and the infobox do not name."""
        tokens = sentence.tokens
        if len(tokens) < 3 or tokens[0].lower not in self.lexicon.list("place_openers"):
            return None
        name = tokens[1]
        if not name.text[0].isupper() or name.lower in self.lexicon.months or load_actors().match(tokens, 1):
            return None
        if name.lower in self.lexicon.nationalities or name.text in self.lexicon.nationalities.values():
            return None
        if name.lower in self.known or len(self.places) == 2 or not self.known:
            return None
        speaker = self.lexicon.speakers.match(tokens, 1)
        return None if speaker or tokens[2].lower in ("'s", "’s") else name.text

    def _name(self, sentence: Sentence, text: str, days: list[Day]) -> str:
        """An id for another incident: its place, its date, or its place in the document."""
        section = slug(self._section.title) if self._section else "text"
        if days and self._kind() == "campaign":
            return f"{section}-{days[0].first}"
        places = re.findall(r"\b(?:at|in|near|of|on|à|de)\s+((?:[A-ZÀ-Þ][\w'’-]+)(?:\s[A-ZÀ-Þ][\w'’-]+)?)", text)
        names = [place for place in places if place.casefold() not in self.known and place.lower() not in self.lexicon.months]
        if names:
            return slug(names[0])
        return f"{section}-{self._sentence_number}"


def slug(text: str) -> str:
    """Lower-case letters and digits joined by hyphens, accents dropped."""
    plain = unicodedata.normalize("NFKD", text)
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-") or "other"


def _pair_of_places(title: str) -> tuple[str, ...]:
    """The two places of a double event: `Solhan and Tadaryat massacres`."""
    match = PAIR_TITLE.match(title)
    return (match[1], match[2]) if match else ()


def _day(written: str) -> Day:
    """The days an ISO date of any precision may mean, counted roughly as 372 a year."""
    parts = [int(part) for part in written.split("-")]
    year = parts[0] * 372
    if len(parts) == 1:
        return Day(year, year + 371)
    month = year + (parts[1] - 1) * 31
    return Day(month, month + 30) if len(parts) == 2 else Day(month + parts[2] - 1, month + parts[2] - 1)


_PATTERNS: dict[tuple[str, ...], re.Pattern[str]] = {}


def date_pattern(months: tuple[str, ...]) -> re.Pattern[str]:
    """Dates with a month, and bare years behind `in` or `since`."""
    if months not in _PATTERNS:
        names = "|".join(month.capitalize() for month in months) + "|" + "|".join(m for m in months if m not in ("may", "march"))
        day = r"\d{1,2}(?:er|st|nd|rd|th)?"
        _PATTERNS[months] = re.compile(
            rf"(?:{day}(?:\s*[–-]\s*{day})?\s+(?:of\s+)?)?(?:{names})\b(?:\s+{day}\b(?!\s+[a-z]+ed\b)(?:\s*[–-]\s*{day})?)?(?:,?\s+\d{{4}})?"
            r"|(?<=\b[Ii]n )\d{4}\b|(?<=\b[Ee]n )\d{4}\b"
        )
    return _PATTERNS[months]

"""Which event a sentence is about: the document's own, or another one told beside it."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sahel_tui.claims.actors import load_actors
from sahel_tui.claims.letter_trees import word_tree
from sahel_tui.claims.phrases import Quantity, Sentence
from sahel_tui.claims.words import Lexicon
from sahel_tui.documents.dates import parse_dates
from sahel_tui.documents.event import find_dates
from sahel_tui.model import MAIN_INCIDENT, Document, Section

CAMPAIGN_DAYS = 10
"""An event longer than this is a campaign: its article tells of many incidents."""

REPORT_DAYS = 45
"""A date this long after an event may still be that of a report about it."""

YEAR = re.compile(r"\d{4}")

PAIR_TITLE = re.compile(
    r"^(?:.*?\b)?([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?) (?:and|et) ([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?)\b"
)


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
        start, end = find_dates(document)
        self.first = _day(start).first if start else None
        self.last = _day(end or start).last if start else None
        self.year = start[:4] if start else ""
        self.places = _pair_of_places(document.title)
        self.known = f"{document.title} {document.value('place') or ''} {document.value('title') or ''}".casefold()
        self._section: Section | None = None
        self._kind = "main"
        self._carried: str | None = None
        self._sentence_number = 0
        self._last_place: str | None = None

    def enter(self, section: Section) -> None:
        """Start a section."""
        self._section, self._carried, self._sentence_number = section, None, 0
        self._kind = self._kind_of(section)

    def of_sentence(self, sentence: Sentence, masked: str, *, spoken: bool = False) -> str:
        """The incident of a sentence as a whole; `spoken` when somebody is quoted in it."""
        text = masked[sentence.span.start : sentence.span.end]
        days = self._hear_date(text)
        if self._carried:
            return self._carried
        if self._is_other(sentence, text, days, spoken=spoken):
            return self._name(sentence, text, days)
        return MAIN_INCIDENT

    def pass_by(self, sentence: Sentence, masked: str, *, spoken: bool) -> None:
        """Follow the story through a sentence that counts nobody."""
        if len(self.places) == 2:
            self.of_quantities((), sentence, self.of_sentence(sentence, masked, spoken=spoken))
        else:
            self._hear_date(masked[sentence.span.start : sentence.span.end])

    def _hear_date(self, text: str) -> list[Day]:
        """The dates of the next sentence; one of another event carries over to the sentences behind it."""
        self._sentence_number += 1
        small = text.lower()
        has_date = YEAR.search(text) or any(month in small for month in self.lexicon.months)
        days = self._dates(text) if has_date else []
        dated = self._dated_event(text) if has_date else None
        if dated:
            self._carried = dated
        elif days:
            self._carried = None
        return days

    def _dated_event(self, text: str) -> str | None:
        """`the clash of February 4`, when the document has no date of its own or another one."""
        nouns = self.lexicon.grammar["event_nouns"]
        match = event_pattern(tuple(nouns)).search(text) if any(noun in text for noun in nouns) else None
        if not match:
            return None
        written = self._date_pattern().match(text, match.end())
        days = self._dates(written[0]) if written else []
        if not written or (self.first is not None and (not days or not self._is_outside(days[0]))):
            return None
        return slug(written[0])

    def of_quantities(self, quantities: Sequence[Quantity], sentence: Sentence, incident: str) -> list[str]:
        """The incident of each linked quantity: in a double event the place that its own words name narrows it."""
        if incident != MAIN_INCIDENT or len(self.places) != 2:
            return [incident] * len(quantities)
        groups = _groups_by_word(quantities)
        here = any(token.lower in self.lexicon.list("there") for token in sentence.tokens)
        found: list[str] = []
        previous_end, place = 0, self._last_place if here else None
        for at, group in enumerate(groups):
            end = max(max(quantity.last, quantity.word.last if quantity.word else 0) for quantity in group)
            following = groups[at + 1][0].first if at + 1 < len(groups) else len(sentence.tokens)
            before = self._places_in(sentence, previous_end, group[0].first)
            own = self._places_in(sentence, group[0].first, following, attached=True)
            if len(own) == 1:
                place = own[0]
            elif before:
                place = before[0] if len(before) == 1 else None
            found += [slug(place) if place else MAIN_INCIDENT] * len(group)
            previous_end = end
        self._remember_place(sentence)
        return found

    def _remember_place(self, sentence: Sentence) -> None:
        """The place of the double event that a sentence named last: `there` in the next one is it."""
        named = self._places_in(sentence, 0, len(sentence.tokens))
        self._last_place = named[-1] if named else self._last_place

    def _places_in(self, sentence: Sentence, first: int, last: int, *, attached: bool = False) -> list[str]:
        """Places of the double event among some tokens; `attached` ones stand behind `in`, `at` or `near`."""
        names = {slug(place): place for place in self.places}
        found = []
        for at in range(first, last):
            name = names.get(slug(sentence.tokens[at].text))
            before = sentence.tokens[at - 1].lower if at else ""
            if name and (
                not attached or before in self.lexicon.list("place_openers") or before in self.lexicon.list("of")
            ):
                found.append(name)
        return list(dict.fromkeys(found))

    def of_infobox(self, text: str) -> str:
        """The incident of an infobox item: `14 in Tadaryat` is that of its place."""
        named = [place for place in self.places if slug(place) in slug(text)]
        return slug(named[0]) if len(self.places) == 2 and len(named) == 1 else MAIN_INCIDENT

    def in_campaign(self) -> bool:
        """The section tells of the parts of a long event."""
        return self._kind == "campaign"

    def _is_other(self, sentence: Sentence, text: str, days: list[Day], *, spoken: bool) -> bool:
        if self._kind in ("background", "campaign"):
            return True
        if self.lexicon.incident_cues.search(text.lower()):
            return True
        if not spoken and self.lexicon.later_cues.search(text.lower()):
            return True
        if self._other_place(sentence):
            return True
        return bool(days) and self.first is not None and all(self._is_outside(day) for day in days)

    def _is_outside(self, day: Day) -> bool:
        assert self.first is not None
        assert self.last is not None
        return day.last < self.first - 1 or day.first > self.last + REPORT_DAYS

    def _kind_of(self, section: Section) -> str:
        """`background`, `campaign` or `main`, by the section and the length of the event."""
        title = section.title.casefold()
        if any(word in title for word in self.lexicon.sections["background"]):
            return "background"
        if section.kind == "lead" or any(word in title for word in self.lexicon.sections["whole"]):
            return "main"
        is_long = self.first is not None and self.last is not None and self.last - self.first > CAMPAIGN_DAYS
        return "campaign" if is_long else "main"

    def _dates(self, text: str) -> list[Day]:
        found = []
        since = self.lexicon.list("since")
        for match in self._date_pattern().finditer(text):
            before = text[: match.start()].split()[-3:]
            if any(word.lower().strip(",") in since for word in before):
                continue
            written = match[0] if YEAR.search(match[0]) else f"{match[0]}, {self.year}" if self.year else ""
            day = _parse_day(written)
            if day:
                found.append(day)
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
        if name.lower in self.lexicon.nationalities or name.text in self.lexicon.nations:
            return None
        if name.lower in self.known or len(self.places) == 2 or not self.known:
            return None
        speaker = self.lexicon.speaker_at(tokens, 1)
        return None if speaker or tokens[2].lower in ("'s", "’s") else name.text

    def _name(self, sentence: Sentence, text: str, days: list[Day]) -> str:
        """An id for another incident: its place, its date, or its place in the document."""
        section = slug(self._section.title) if self._section else "text"
        if days and self._kind == "campaign":
            return f"{section}-{days[0].first}"
        places = re.findall(r"\b(?:at|in|near|of|on|à|de)\s+((?:[A-ZÀ-Þ][\w'’-]+)(?:\s[A-ZÀ-Þ][\w'’-]+)?)", text)
        names = [
            place for place in places if place.casefold() not in self.known and place.lower() not in self.lexicon.months
        ]
        if names:
            return slug(names[0])
        return f"{section}-{self._sentence_number}"


def _groups_by_word(quantities: Sequence[Quantity]) -> list[list[Quantity]]:
    """Neighbours that share one casualty word."""
    groups: list[list[Quantity]] = []
    for quantity in quantities:
        if groups and quantity.word is not None and groups[-1][-1].word is quantity.word:
            groups[-1].append(quantity)
        else:
            groups.append([quantity])
    return groups


@lru_cache(maxsize=4096)
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


@lru_cache(maxsize=4096)
def _parse_day(written: str) -> Day | None:
    """The days a written date may mean."""
    start, end = parse_dates(written)
    return Day(_day(start).first, _day(end or start).last) if start else None


@cache
def event_pattern(nouns: tuple[str, ...]) -> re.Pattern[str]:
    """What stands before the date in `the clash of February 4`."""
    return re.compile(rf"{word_tree(nouns)} (?:of|on|du|de|le) (?:the )?" if nouns else r"(?!)")


@cache
def date_pattern(months: tuple[str, ...]) -> re.Pattern[str]:
    """Dates with a month, and bare years behind `in` or `since`."""
    lower = (month for month in months if month not in ("may", "march"))
    names = "|".join(month.capitalize() for month in months) + "|" + "|".join(lower)
    day = r"\d{1,2}(?:er|st|nd|rd|th)?"
    return re.compile(
        rf"(?:{day}(?:\s*[–-]\s*{day})?\s+(?:of\s+)?)?(?:{names})\b(?:\s+{day}\b(?!\s+[a-z]+ed\b)(?:\s*[–-]\s*{day})?)?(?:,?\s+\d{{4}})?"
        r"|(?<=\b[Ii]n )\d{4}\b|(?<=\b[Ee]n )\d{4}\b"
    )

"""Which event a sentence is about: the document's own, or another one told beside it."""

from collections.abc import Sequence
from itertools import takewhile

from sahel_tui.claims.incidents.clause_splits import other_event_opens
from sahel_tui.claims.incidents.clocks import Clock
from sahel_tui.claims.incidents.double_events import DoubleEvent
from sahel_tui.claims.incidents.event_ends import (
    is_of_the_event,
    is_phase,
    is_still_here,
    points_at_event,
    speaks_on,
)
from sahel_tui.claims.incidents.event_times import DateMention, EventTimes, names_day
from sahel_tui.claims.incidents.figure_places import places_of_figures
from sahel_tui.claims.incidents.incident_places import Places
from sahel_tui.claims.incidents.opening_places import find_placed, opening_place
from sahel_tui.claims.incidents.other_story import OtherStory
from sahel_tui.claims.incidents.other_times import FRONT, OtherTimes
from sahel_tui.claims.incidents.reprisals import Reprisals
from sahel_tui.claims.incidents.same_times import other_region, place_behind_time
from sahel_tui.claims.incidents.section_kinds import kind_of_section
from sahel_tui.claims.incidents.spellings import is_spelling
from sahel_tui.claims.incidents.told_before import is_in_pluperfect, is_told_before, name_before
from sahel_tui.claims.incidents.wide_areas import counts_wide_area
from sahel_tui.claims.language.incident_names import find_own_names, name_incident, slug
from sahel_tui.claims.language.tokens import fold_word
from sahel_tui.claims.language.town_names import is_settlement
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.links.later_deaths import dies_of_wounds
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.voices.voices import Voice, voices_named
from sahel_tui.model import MAIN_INCIDENT, Count, Document, Section

OPENING = 2
"""Sentences of a report that tell of its own event for certain."""


class Incidents:
    """Gives every quantity of one document its incident."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.title = document.title
        self.times = EventTimes(document, lexicon)
        self.other_times = OtherTimes(self.times, lexicon)
        self._clock = Clock(self.times)
        self.double = DoubleEvent(document, lexicon)
        self.where = Places(document, lexicon)
        self.reprisals = Reprisals(document, lexicon)
        own = filter(None, (document.title, document.value("place"), document.value("title")))
        self.known = " ".join(own).casefold()
        self._own_names = find_own_names(document, lexicon)
        self._own_folded = frozenset(map(fold_word, self._own_names))
        self._whole = frozenset(word for word in lexicon.list("whole_events") if word in document.title.casefold())
        """What the title calls the whole: `operation`."""
        self._section: Section | None = None
        self._kind, self._tells_whole = "main", False
        self._other = OtherStory(self.times)
        self._counted: set[tuple[str | None, Count]] = set()
        """What was counted of the document's own event so far."""
        self._sentence_number = 0
        self._part = False
        """This paragraph of a campaign tells of a part; what somebody counts in one without a day is the whole's."""
        self._part_named = False
        """The heading names a place or a time, so that the whole section does."""
        self._aside: str | None = None
        """The event that the sentence before told of by the way: `on that road` is of it."""
        self._leaves_at = -1
        """Letters of this sentence behind which it tells of another event; -1 when none before them are the event's."""
        self._last: Sentence | None = None
        """The sentence before in this paragraph: `there` is a place of it."""
        self._passed: list[tuple[Sentence, str, Sequence[Voice]]] = []
        """Sentences that count nobody: read when one that does follows in their paragraph, and in vain otherwise."""

    def enter(self, section: Section) -> None:
        """Start a section."""
        self.new_paragraph()
        self.double.enter(section)
        self._clock.reset()
        self._section, self._sentence_number = section, 0
        title = section.title.casefold()
        self._tells_whole = any([word in title for word in self.lexicon.sections["whole"]])
        whole = self._tells_whole
        self._kind = kind_of_section(section, self.title, self.lexicon, whole=whole, long=self.times.is_long)
        self.other_times.spent = title.startswith(self.lexicon.sections["aftermath"])
        capitals = any(map(str.isupper, section.title[1:])) or is_settlement(section.title)
        self._part_named = capitals or self.times.names_month(section.title)

    def new_paragraph(self) -> None:
        """Start a paragraph: what was told before it is over."""
        self._aside = self._last = None
        self._other.stop()
        self.double.new_paragraph()
        self._sentence_number += len(self._passed)
        self._part, self._passed = False, []

    def of_sentence(self, sentence: Sentence, masked: str, voices: Sequence[Voice]) -> str:
        """The incident of a sentence as a whole."""
        passed, self._passed = self._passed, []
        for before in passed:
            self._of_next(*before)
        return self._of_next(sentence, masked, voices)

    def _of_next(self, sentence: Sentence, masked: str, voices: Sequence[Voice]) -> str:
        self._sentence_number += 1
        self._leaves_at = -1
        before, self._last = self._last, sentence
        aside, self._aside = self._aside, None
        text = masked[sentence.span.start : sentence.span.end]
        written = "figures" in sentence.told or "month_names" in sentence.told
        dates = [day for day in self.times.find(text) if not self.times.dates_statement(text, day)] if written else []
        dated = bool(dates) or "weekdays" in sentence.told or (written and names_day(text))
        until = bool(dates) and all(self.times.bounds_sum(text, day) for day in dates)
        self._part = self._part or (dated and not until) or self._part_named
        back = self._clock.strikes(sentence, dates)
        if not back and (opened := self._opened(sentence, text, dates, voices)):
            return opened
        dated = bool(dates) and not self._other.goes_on(dates)
        if back or dated or self._returns(sentence) or self._ends_look_back(sentence, voices):
            self._other.stop()
        if self._other.incident:
            return self._other.incident
        if aside and (
            points_at_event(sentence) or (bool(voices) and speaks_on(sentence) and not self._returns(sentence))
        ):
            self._aside = aside
            return aside
        if before and not self.double.joins_places and (there := self.where.pointed_at(sentence, before)):
            return slug(there)
        part = self._kind == "campaign" and (self._part or not voices) and not is_phase(sentence)
        if self._kind == "background" or part:
            return self._name(text, dates)
        return MAIN_INCIDENT

    def _ends_look_back(self, sentence: Sentence, voices: Sequence[Voice]) -> bool:
        """`A bomb had killed three a week before. A villager told AFP that …`: who speaks is back at the event."""
        return bool(voices) and self._other.looked_back and not is_in_pluperfect(sentence, before=voices[0].cue)

    def listen(self, text: str) -> None:
        """Follow the story through a sentence that cannot count anybody: a day that it names dates the next ones."""
        if self._kind == "campaign" and not self._part:
            self._part = bool(self.times.find(text)) or names_day(text)

    def pass_by(self, sentence: Sentence, masked: str, voices: Sequence[Voice]) -> None:
        """Follow the story through a sentence that counts nobody."""
        if self.double:
            incident = self.of_sentence(sentence, masked, voices)
            self.of_quantities((), sentence, incident, spoken=bool(voices))
        else:
            self._passed.append((sentence, masked, voices))

    def _returns(self, sentence: Sentence) -> bool:
        """The sentence names the event's own place again, or says that it is back: `This time twelve died`."""
        if 0 in sentence.told.get("returning", ()) or (self._whole and self._names_whole(sentence)):
            return True
        folded = self._own_folded.isdisjoint(sentence.vocabulary)
        return not folded and not self._own_names.isdisjoint([token.text for token in sentence.tokens])

    def _names_whole(self, sentence: Sentence) -> bool:
        """`The operation cost two men` under `Operation Bourgou IV`: the whole that the title names."""
        spoken = sentence.places(self._whole)
        return any(at and sentence.folded[at - 1] in self.lexicon.list("definite") for at in spoken)

    def _opened(
        self, sentence: Sentence, text: str, dates: Sequence[DateMention], voices: Sequence[Voice]
    ) -> str | None:
        """The other event that the sentence itself tells of; told at its head, it goes on in the next ones."""
        dated = self.times.dated_event(text) if "event_nouns" in sentence.told else None
        if dated:
            self._leaves_at = text.find(dated)
            self._other.start(slug(dated))
            return slug(dated)
        opens = opening_place(sentence, voices, self.known) if self.known and not self.double.joins_places else None
        place = (
            (opens if opens and not is_spelling(opens, self.where.spellings) else None)
            or self.where.of_subject(sentence)
            or (None if voices_named(sentence, voices) else self._behind_time(sentence))
        )
        opening, named = self._opens_document(), self._returns(sentence)
        first = self._sentence_number == 1 and not is_in_pluperfect(sentence)
        self.other_times.first = named and opening and first
        if not (place or named):
            struck = self.where.of_attack(sentence) or self.where.of_operation(sentence)
            if struck:
                self._leaves_at = text.find(struck)
                return self._carry(slug(struck), sentence, dates)
        if not place and self._sums_up(text, dates):
            told = bool(voices) or self.other_times.reports(sentence, voices)
            if told or not (dates or self.where.names_other(sentence)):
                return None
        at = 0 if place else self.other_times.find(sentence, text, dates, voices, opening=opening, named=named)
        if at is None:
            return None
        outside = [mention.start for mention in dates if self.times.is_outside(mention.day)]
        self._leaves_at = min([at if at != FRONT else len(text), *outside])
        name = self._name(text, dates)
        if at < FRONT and self.lexicon.auxiliaries.isdisjoint(text[:at].lower().split()):
            # `Some two weeks later`, not `The town was retaken two days later`
            self._carry(name, sentence, dates)
        return name

    def _behind_time(self, sentence: Sentence) -> str | None:
        """`On the same day, at Gossi, …`: another place behind the time that opens the sentence."""
        at = place_behind_time(sentence) if self.known and not self.double.joins_places else None
        return None if at is None else self.where.other_at(sentence, at) or other_region(sentence, at, self.known)

    def _carry(self, name: str, sentence: Sentence, dates: Sequence[DateMention]) -> str:
        """The other event goes on in the next sentences of the paragraph; under `Toll` only where it counts."""
        counts = any([quantity.category for quantity in sentence.quantities])
        if self._tells_whole and not counts:
            return name
        earlier = not self._other.goes_on(dates) and is_in_pluperfect(sentence)
        self._other.start(name, dates, looked_back=self._kind == "main" and earlier and counts)
        return name

    def _sums_up(self, text: str, dates: Sequence[DateMention]) -> bool:
        """Under `Death toll` later days are those on which the event's own toll was counted: `46 two days later`."""
        if not self._tells_whole or self._kind != "main" or self.lexicon.incident_cues.search(text.lower()):
            return False
        return all(self.times.is_after(mention.day) for mention in dates)

    def _opens_document(self) -> bool:
        """The first sentences, which tell of the document's own event."""
        return self._section is not None and self._section.kind == "lead" and self._sentence_number <= OPENING

    def of_quantities(
        self, quantities: Sequence[Quantity], sentence: Sentence, incident: str, *, spoken: bool
    ) -> list[str]:
        """The incident of each linked quantity; what somebody says (`spoken`) counts the whole of a double event."""
        found = self._of_each(quantities, sentence, incident, spoken=spoken)
        main = (each for each, place in zip(quantities, found, strict=True) if place == MAIN_INCIDENT)
        self._counted.update((each.category, each.match.count) for each in main)
        if len({*found}) == 1 and found[0] != MAIN_INCIDENT and not self.double and self._kind == "main":
            self._aside = found[0]
        return found

    def _of_each(self, quantities: Sequence[Quantity], sentence: Sentence, incident: str, *, spoken: bool) -> list[str]:
        if incident != MAIN_INCIDENT:
            return self._of_two(quantities, sentence, incident)
        found = self._places_of(quantities, sentence)
        if self.double:
            by_place = self.double.of_quantities(quantities, sentence, spoken=spoken)
            found = [own if other == MAIN_INCIDENT else other for own, other in zip(by_place, found, strict=True)]
        return [self._own_event_of(sentence, each, place) for each, place in zip(quantities, found, strict=True)]

    def _of_two(self, quantities: Sequence[Quantity], sentence: Sentence, incident: str) -> list[str]:
        """In a sentence on another event: figures before it opens, and those that are still of the document's own."""
        if self._kind != "main":
            return [incident] * len(quantities)
        split = None if self.double.joins_places else other_event_opens(sentence, self._leaves_at)
        before = list(takewhile(lambda each: split is not None and each.end <= split, quantities))
        if before:
            self._other.stop()
        rest, opened = quantities[len(before) :], self._leaves_at >= 0
        still = [is_still_here(sentence, each, self._own_folded, self._counted, opened=opened) for each in rest]
        return self._places_of(before, sentence) + [MAIN_INCIDENT if here else incident for here in still]

    def _own_event_of(self, sentence: Sentence, quantity: Quantity, place: str) -> str:
        """The event that the words around one figure tell of by the way, else that of its place."""
        if is_of_the_event(sentence, quantity, self._own_folded):
            return MAIN_INCIDENT
        if is_told_before(sentence, quantity):
            self._aside = slug(name_before(sentence, quantity) or f"before-{self._sentence_number}")
            return self._aside
        if place == MAIN_INCIDENT and self.reprisals.is_one(sentence, quantity):
            return "reprisals"
        if not self.double.joins_places and dies_of_wounds(sentence, quantity):
            return MAIN_INCIDENT  # `One of the wounded died in Niamey`: where he was hit is not told.
        wide = not self.times.is_long and counts_wide_area(sentence, quantity)
        return f"total-{self._sentence_number}" if wide else place

    def _places_of(self, quantities: Sequence[Quantity], sentence: Sentence) -> list[str]:
        """The place that each figure's own words name; a paragraph with another one tells of a part."""
        found = places_of_figures(quantities, sentence, self.where)
        self._part = self._part or any(place != MAIN_INCIDENT for place in found)
        return found

    def of_infobox(self, text: str, aside: str) -> str:
        """The incident of an infobox item: of a place, or of some days, `7 killed (in February, per Mali)`."""
        place = self.double.of_infobox(text)
        days = self.times.find_part(aside) if place == MAIN_INCIDENT else ""
        return slug(days) if days else place

    def return_to_whole(self) -> None:
        """A sentence of a campaign gave the figures of its infobox: the paragraph is about the whole again."""
        self._part = self._part_named
        self._other.stop()

    def in_campaign(self) -> bool:
        """The section tells of the parts of a long event."""
        return self._kind == "campaign"

    def _name(self, text: str, dates: Sequence[DateMention]) -> str:
        """An id for another incident: its place, its date, or its place in the document."""
        names = find_placed(text, self.known, self.lexicon)
        day = dates[0].day.first if dates and self._kind == "campaign" else 0
        return name_incident(self._section, self._sentence_number, "" if day or not names else names[0], day)

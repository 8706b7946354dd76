"""Which event a sentence is about: the document's own, or another one told beside it."""

import re
from collections.abc import Sequence

from sahel_tui.claims.actors import load_actors
from sahel_tui.claims.event_times import DateMention, EventTimes
from sahel_tui.claims.incident_names import find_pair, slug, split_names
from sahel_tui.claims.phrases import Quantity, Sentence
from sahel_tui.claims.positions import group_by_word
from sahel_tui.claims.voices import Voice
from sahel_tui.claims.words import Lexicon
from sahel_tui.model import MAIN_INCIDENT, Document, Section

FRONT = 45
"""Characters from the head of a sentence: a time or place told there is that of the sentences behind it, too."""

YEAR_EVENT = re.compile(r"\b((?:19|20)\d\d)\s+(\w+)")

FARTHEST_WAR = 12
"""Tokens from a war to the casualty word whose losses it sums up."""

PLACED = re.compile(r"\b(?:at|in|near|of|on|à|de)\s+((?:[A-ZÀ-Þ][\w'’-]+)(?:\s[A-ZÀ-Þ][\w'’-]+)?)")
"""A name behind a preposition."""


class Incidents:
    """Gives every quantity of one document its incident."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.title = document.title
        self.times = EventTimes(document, lexicon)
        self.places = find_pair(document.title)
        self.known = f"{document.title} {document.value('place') or ''} {document.value('title') or ''}".casefold()
        self._own_names = self._find_own_names(document)
        self._event_words = frozenset(lexicon.grammar["event_nouns"])
        self._section: Section | None = None
        self._kind = "main"
        self._carried: str | None = None
        """The other event that a time or place at the head of a sentence opened; it goes on within the paragraph."""
        self._sentence_number = 0
        self._last_place: str | None = None
        self._place_here: str | None = None
        """The place of a double event that this paragraph is about."""
        self._names = {slug(place): place for place in self.places}
        self._passed: list[tuple[Sentence, str, Sequence[Voice]]] = []
        """Sentences that count nobody: read when one that does follows in their paragraph, and in vain otherwise."""

    def _find_own_names(self, document: Document) -> frozenset[str]:
        """The words that name where the event was: of the place field up to its first comma, and of the title."""
        place = (document.value("place") or "").partition(",")[0]
        words = re.findall(r"[A-ZÀ-Þ][\w'’-]{2,}", f"{place} {document.title}")
        states = split_names(self.lexicon.nations)
        common = split_names(tuple(self.lexicon.grammar["event_nouns"]))
        return frozenset(word for word in words if word not in states and word.casefold() not in common)

    def enter(self, section: Section) -> None:
        """Start a section."""
        self.new_paragraph()
        self._section, self._sentence_number = section, 0
        self._kind = self._kind_of(section)
        self._last_place = None

    def new_paragraph(self) -> None:
        """Start a paragraph: what was told before it is over."""
        self._carried = self._place_here = None
        self._sentence_number += len(self._passed)
        self._passed = []

    def of_sentence(self, sentence: Sentence, masked: str, voices: Sequence[Voice]) -> str:
        """The incident of a sentence as a whole."""
        passed, self._passed = self._passed, []
        for before in passed:
            self._of_next(*before)
        return self._of_next(sentence, masked, voices)

    def _of_next(self, sentence: Sentence, masked: str, voices: Sequence[Voice]) -> str:
        self._sentence_number += 1
        text = masked[sentence.span.start : sentence.span.end]
        dates = self.times.find(text)
        opened = self._opened(sentence, text, dates, voices)
        if opened:
            return opened
        if (dates and not self._carries_on(dates)) or self._returns(sentence):
            self._carried = None
        if self._carried:
            return self._carried
        if self._kind in ("background", "campaign"):
            return self._name(sentence, text, dates)
        return MAIN_INCIDENT

    def pass_by(self, sentence: Sentence, masked: str, voices: Sequence[Voice]) -> None:
        """Follow the story through a sentence that counts nobody."""
        if len(self.places) == 2:
            incident = self.of_sentence(sentence, masked, voices)
            self.of_quantities((), sentence, incident, spoken=bool(voices))
        else:
            self._passed.append((sentence, masked, voices))

    def _returns(self, sentence: Sentence) -> bool:
        """The sentence names the event's own place again."""
        return not self._own_names.isdisjoint([token.text for token in sentence.tokens])

    def _carries_on(self, dates: Sequence[DateMention]) -> bool:
        """Dates after the event are those of reports: they end no other event's story."""
        return self.times.last is not None and all(self.times.is_after(mention.day) for mention in dates)

    def _opened(
        self, sentence: Sentence, text: str, dates: Sequence[DateMention], voices: Sequence[Voice]
    ) -> str | None:
        """The other event that the sentence itself tells of; told at its head, it goes on in the next ones."""
        dated = self.times.dated_event(text)
        if dated:
            self._carried = slug(dated)
            return self._carried
        place = self._other_place(sentence)
        at = 0 if place else self._other_time(sentence, text, dates, voices)
        if at is None:
            return None
        name = self._name(sentence, text, dates)
        self._carried = name if at < FRONT else self._carried
        return name

    def _other_time(
        self, sentence: Sentence, text: str, dates: Sequence[DateMention], voices: Sequence[Voice]
    ) -> int | None:
        """Where the text says that it tells of another time; None when it does not."""
        small = text.lower()
        earlier = self.lexicon.incident_cues.search(small)
        if earlier:
            return earlier.start()
        if self._tells_war(sentence) or self._names_year(small):
            return FRONT  # the sentence alone
        reports = self._reports(sentence, voices)
        later = None if reports else self.lexicon.later_cues.search(small)
        if later and not self._same_people_go_on(small[later.end() :]):
            return later.start()
        outside = [self.times.is_outside(m.day) or (not reports and self.times.is_after(m.day)) for m in dates]
        return dates[0].start if dates and all(outside) else None

    def _names_year(self, small: str) -> bool:
        """`the 2019 attack killed 52 soldiers`: a year that is not the event's stands before its noun."""
        for match in YEAR_EVENT.finditer(small) if self.times.year else ():
            if match[2] in self._event_words and match[1] != self.times.year:
                return True
        return False

    def _tells_war(self, sentence: Sentence) -> bool:
        """`the insurgency has killed 17,000`, `violence that has claimed 17,000 lives`: a war in the perfect."""
        wars, perfect = self.lexicon.list("wars"), self.lexicon.list("perfect")
        if wars.isdisjoint(sentence.vocabulary):
            return False
        return any(
            not perfect.isdisjoint(sentence.lowers(max(0, word.first - 3), word.first))
            and not wars.isdisjoint(sentence.lowers(max(0, word.first - FARTHEST_WAR), word.last + 4))
            for word in sentence.words
        )

    def _same_people_go_on(self, behind: str) -> bool:
        """`two days after seizing the post, they killed …`: the participle tells how far the same story had come."""
        word = behind.split(maxsplit=1)[0] if behind.strip() else ""
        return word.endswith(tuple(self.lexicon.list("gerunds"))) or word in self.lexicon.list("having")

    def _reports(self, sentence: Sentence, voices: Sequence[Voice]) -> bool:
        """Somebody speaks before anybody is counted, or the toll itself goes on: a later time is that of a report."""
        counted = [quantity.first for quantity in sentence.quantities if quantity.category]
        first = min(counted, default=len(sentence.tokens))
        spoken = any([voice.cue <= first for voice in voices])
        return spoken or not self.lexicon.list("aftermath").isdisjoint(sentence.vocabulary)

    def of_quantities(
        self, quantities: Sequence[Quantity], sentence: Sentence, incident: str, *, spoken: bool
    ) -> list[str]:
        """The incident of each linked quantity: in a double event the place that its own words name narrows it.

        A story goes on where it was; what somebody says (`spoken`) counts the whole unless it names a place.
        """
        if incident != MAIN_INCIDENT:
            return [incident] * len(quantities)
        found = [incident] * len(quantities)
        if len(self.places) == 2:
            found = self._by_place(quantities, sentence, spoken=spoken)
        return [
            self._name_of(sentence, quantity) if self._is_told_before(sentence, quantity) else place
            for quantity, place in zip(quantities, found, strict=True)
        ]

    def _is_told_before(self, sentence: Sentence, quantity: Quantity) -> bool:
        """`since Inata, where 53 gendarmes had been lost`: a relative clause in the past of the past."""
        tokens, lexicon = sentence.tokens, self.lexicon
        if lexicon.list("pluperfect").isdisjoint(sentence.vocabulary):
            return False
        opening = next((at for at in range(quantity.first - 1, -1, -1) if self._opens_where(sentence, at)), None)
        if opening is None:
            return False
        if any(token.text in ".;:" or token.lower in lexicon.say for token in tokens[opening : quantity.first]):
            return False
        end = max(quantity.last, quantity.word.last if quantity.word else 0)
        return any(token.lower in lexicon.list("pluperfect") for token in tokens[opening:end])

    def _opens_where(self, sentence: Sentence, at: int) -> bool:
        """`where`, `in which`, `au cours de laquelle`."""
        word, before = sentence.folded[at], sentence.folded[at - 1] if at else ""
        placed = before in self.lexicon.list("place_openers") or before in self.lexicon.list("of")
        return word in self.lexicon.list("where") or (word in self.lexicon.list("which") and placed)

    def _name_of(self, sentence: Sentence, quantity: Quantity) -> str:
        """An id for the event that a relative clause tells of: the name before it, else its place in the document."""
        before = [token.text for token in sentence.tokens[: quantity.first] if token.text[0].isupper()]
        return slug(before[-1]) if len(before) > 1 else f"before-{self._sentence_number}"

    def _by_place(self, quantities: Sequence[Quantity], sentence: Sentence, *, spoken: bool) -> list[str]:
        """The place of a double event that each quantity's own words name, else the whole."""
        groups = group_by_word(quantities)
        told = not spoken and self._section is not None and self._section.kind != "lead"
        here = told or any(token.lower in self.lexicon.list("there") for token in sentence.tokens)
        found: list[str] = []
        previous_end, place = 0, self._last_place if here else self._place_here
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
        lead = self._section is not None and self._section.kind == "lead"
        self._place_here = named[-1] if len(named) == 1 and not lead else None if named else self._place_here

    def _places_in(self, sentence: Sentence, first: int, last: int, *, attached: bool = False) -> list[str]:
        """Places of the double event among some tokens; `attached` ones stand behind `in`, `at` or `near`."""
        names, found = self._names, list[str]()
        told = slug(" ".join([token.text for token in sentence.tokens[first : last + 1]]))
        for at in range(first, last) if any(name in told for name in names) else ():
            pair = " ".join(token.text for token in sentence.tokens[at : at + 2])
            name = names.get(slug(sentence.tokens[at].text)) or names.get(slug(pair))
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

    def _kind_of(self, section: Section) -> str:
        """`background`, `campaign` or `main`, by the section and the length of the event."""
        title = section.title.casefold()
        if any([word in title for word in self.lexicon.sections["background"]]):
            return "background"
        if section.kind == "lead" or any([word in title for word in self.lexicon.sections["whole"]]):
            return "main"
        return "campaign" if self.times.is_long else "main"

    def _other_place(self, sentence: Sentence) -> str | None:
        """A sentence that opens with `At Mondoro`, a place the title and the infobox do not name."""
        tokens = sentence.tokens
        if len(tokens) < 3 or sentence.folded[0] not in self.lexicon.list("place_openers"):
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

    def _name(self, sentence: Sentence, text: str, dates: Sequence[DateMention]) -> str:
        """An id for another incident: its place, its date, or its place in the document."""
        section = slug(self._section.title) if self._section else "text"
        if dates and self._kind == "campaign":
            return f"{section}-{dates[0].day.first}"
        places = PLACED.findall(text)
        names = [
            place for place in places if place.casefold() not in self.known and place.lower() not in self.lexicon.months
        ]
        if names:
            return slug(names[0])
        return f"{section}-{self._sentence_number}"

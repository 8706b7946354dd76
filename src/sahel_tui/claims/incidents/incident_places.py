"""Places that a sentence's own words give to its figures: the document's own, or those of another event."""

from collections.abc import Sequence

from sahel_tui.claims.incidents.opening_places import first_words
from sahel_tui.claims.incidents.place_clauses import (
    FARTHEST_PLACE,
    MOST_NAME_WORDS,
    is_adverb_of_place,
    is_placed_event,
    pass_near,
    pass_time,
    place_of_clause,
)
from sahel_tui.claims.incidents.same_times import tells_next_attack
from sahel_tui.claims.incidents.spellings import find_spellings, is_spelling
from sahel_tui.claims.incidents.wide_areas import foreign_nation, own_nations
from sahel_tui.claims.language.actors import load_actors
from sahel_tui.claims.language.incident_names import slug
from sahel_tui.claims.language.town_names import is_settlement, is_wide_area
from sahel_tui.claims.language.word_lists import NO_WORDS
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.phrases.adjuncts import is_verbless
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.model import Document

LONGEST_AGENT = 6
"""Tokens of who did it: `by soldiers of the 33rd Regiment`."""

ATTACKS = ("targets", "attacked", "event_nouns", "event_pronouns")
"""Lists and phrases that may tell of an attack."""


class Places:
    """Tells the place of a document's event, however it is spelled, from all others."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        named = (document.title, document.value("place"), document.value("title"), document.value("target"))
        told = [part for part in (*named, first_words(document)) if part]
        self._known, self.spellings = "-".join(map(slug, told)), find_spellings(told)
        self.is_known = any(named)
        self._nations = own_nations(document, lexicon)

    def of_figure(self, sentence: Sentence, quantity: Quantity, stop: int) -> str | None:
        """`four herders perished at Ségué-Peul`, `18 in Libiri`: another place right behind the figure.

        An event or a date may stand between: `lost in an ambush near Bentia`, `tombent le 1er avril à Akabar`. Where
        people fled to or were buried is no place of an event.
        """
        flown = quantity.victims.head in self.lexicon.list("flyers")  # what is hit comes down elsewhere
        flown = flown or quantity.rule == "brought_to_care"
        if quantity.category == "displaced" or flown or self._is_aftermath(sentence, quantity):
            return None
        antecedent = self._of_antecedent(sentence, quantity)
        if antecedent:
            return antecedent
        end = passed = self._pass_verb_end(sentence, quantity, quantity.end)
        for at in range(end, min(stop, end + FARTHEST_PLACE, len(sentence.tokens) - 1)):
            if at < passed:
                continue
            near = pass_near(sentence, at)
            if near or sentence.folded[at] in self.lexicon.list("place_openers") or self._opens_spot(sentence, at):
                name = self.other_at(sentence, at + (near or 1))
                if name:
                    return name
            passed = self._pass_agent(sentence, at)
            if not (passed > at or self._may_stand_between(sentence, at)):
                return None
        return None

    def _opens_spot(self, sentence: Sentence, at: int) -> bool:
        """`on the market of Gossi`: a preposition of time with a spot behind it."""
        opened = not self.lexicon.list("noun_openers").isdisjoint(sentence.lowers(at + 1, at + 2))
        spot = not self.lexicon.list("spots").isdisjoint(sentence.lowers(at + 2, at + 3))
        return opened and spot and sentence.folded[at] in self.lexicon.list("event_links")

    def _pass_agent(self, sentence: Sentence, at: int) -> int:
        """Behind `by soldiers`, `by men of the garrison`: who did it stands before the place; `at` without an agent."""
        if sentence.folded[at] not in self.lexicon.list("agents"):
            return at
        end = at + 1
        longest, openers = min(len(sentence.tokens), at + LONGEST_AGENT), self.lexicon.list("place_openers")
        while end < longest and sentence.folded[end] not in openers:
            end += 1
        return end if is_verbless(sentence, at, end) else at

    def _pass_verb_end(self, sentence: Sentence, quantity: Quantity, at: int) -> int:
        """Behind the second part of a verb: `taken prisoner at Gossi`, `cost twelve men their lives at Gossi`."""
        for category, _, ends in self.lexicon.split_verbs:
            match = ends.match(sentence.tokens, at) if category == quantity.category else None
            if match:
                return at + match[1]
        while at < len(sentence.tokens) and sentence.folded[at] in self.lexicon.list("their_lives"):
            at += 1
        return at

    def is_at_home(self, sentence: Sentence, quantity: Quantity, stop: int) -> bool:
        """`14 were killed at Tessal and nine at Karou`: the document's own place stands right behind the figure."""
        end = quantity.end
        for at in range(end, min(stop, end + FARTHEST_PLACE, len(sentence.tokens) - 1)):
            if sentence.folded[at] in self.lexicon.list("place_openers") and _is_name(sentence.tokens[at + 1].text):
                return self._is_own([sentence.tokens[at + 1].text])
            if not self._may_stand_between(sentence, at):
                return False
        return False

    def _of_antecedent(self, sentence: Sentence, quantity: Quantity) -> str | None:
        """`a week after a bombing at Kati, outside the capital, that left one soldier dead`: a relative clause."""
        there = place_of_clause(sentence, quantity)
        if there is not None:
            return self.other_at(sentence, there)
        first, relatives = max(0, quantity.first - FARTHEST_PLACE), self.lexicon.list("relative_pronouns")
        places = [at for at in range(quantity.first - 1, first, -1) if sentence.folded[at] in relatives]
        opening = next((at for at in places if self._is_relative(sentence, at)), None)
        for at in range(opening - 1, max(-1, opening - FARTHEST_PLACE), -1) if opening else ():
            if sentence.folded[at] in self.lexicon.list("event_nouns"):
                return self._target(sentence, at + 1)
        return None

    def _is_relative(self, sentence: Sentence, at: int) -> bool:
        """A pronoun with its verb right behind it: `that left`, not `said that five`; or `in which five`."""
        if sentence.folded[at - 1] in self.lexicon.list("place_openers"):
            return True
        behind = sentence.tokens[at + 1]
        passed = self.lexicon.count_words | self.lexicon.list("noun_openers")
        return behind.kind != "number" and behind.lower not in passed

    def _is_aftermath(self, sentence: Sentence, quantity: Quantity) -> bool:
        words = sentence.lowers(quantity.word.first, quantity.word.last) if quantity.word else ()
        if "named" in quantity.flags and not self.lexicon.list("succumbs").isdisjoint(sentence.vocabulary):
            return True  # `The captain succumbs at Bamako`
        care = self.lexicon.list("care") if quantity.category == "wounded" else NO_WORDS
        return any(word in self.lexicon.lists("aftermath", "burials") or word in care for word in words)

    def _may_stand_between(self, sentence: Sentence, at: int) -> bool:
        passed = self.lexicon.lists("place_openers", "event_nouns", "noun_openers", "event_links")
        return at in sentence.dates or sentence.folded[at] in passed

    def of_attack(self, sentence: Sentence) -> str | None:
        """`the group struck Bamako`, `another outpost was stormed at Tin-Akoff`: an attack on another place."""
        attacks, passives = self.lexicon.phrases["targets"], self.lexicon.phrases["attacked"]
        told = sentence.told
        for at in sorted({at for name in ATTACKS if name in told for at in told[name]}):
            named = self._of_named_event(sentence, at)
            if named:
                return named
            active, passive = attacks.match(sentence.tokens, at), passives.match(sentence.tokens, at)
            found = active or passive
            behind = pass_time(sentence, at + (found[1] if found else 1))
            if not (found or is_placed_event(sentence, at, behind)) or self._looks_back(sentence, at):
                continue
            name = self._target(sentence, behind) or (self._subject(sentence, at) if passive else None)
            if name:
                return name
        return self.names_other(sentence) if tells_next_attack(sentence) else None

    def _of_named_event(self, sentence: Sentence, at: int) -> str | None:
        """`in the Gossi attack`: an event with a town of the gazetteer right before it."""
        first = at
        while first and _is_name(sentence.tokens[first - 1].text) and at - first < MOST_NAME_WORDS:
            first -= 1
        if first == at or sentence.folded[at] not in self.lexicon.list("event_nouns"):
            return None
        named = is_settlement(" ".join(token.text for token in sentence.tokens[first:at]))
        return self.other_at(sentence, first) if named and not self._looks_back(sentence, first) else None

    def _looks_back(self, sentence: Sentence, at: int) -> bool:
        """`the worst since the attack on Inata`: what it is compared with; not `after a blast, the same day`."""
        beside = any(at < place <= at + FARTHEST_PLACE for place in sentence.told.get("same_times", ()))
        return not beside and not self.lexicon.list("since").isdisjoint(sentence.lowers(max(0, at - 3), at))

    def _subject(self, sentence: Sentence, verb: int) -> str | None:
        """`the mosque of Natiaboani was attacked`: the place that the subject of a passive names last."""
        lexicon = self.lexicon
        at = verb - 1
        while at > 0 and sentence.folded[at] in lexicon.lists("auxiliaries", "adverbs"):
            at -= 1
        if at == verb - 1 or sentence.folded[at + 1] not in lexicon.be:
            return None
        while at > 0 and _is_name(sentence.tokens[at - 1].text):
            at -= 1
        placed = at > 0 and sentence.folded[at - 1] in lexicon.lists("place_openers", "of")
        known = is_settlement(sentence.tokens[at].text)  # `They were attacked`
        return self.other_at(sentence, at) if placed or known else None

    def of_subject(self, sentence: Sentence) -> str | None:
        """`Silgadji's turn came five days later`, `Inata had fallen`: a town of the gazetteer opens the sentence."""
        end, tokens = 0, sentence.tokens
        while end < min(MOST_NAME_WORDS, len(tokens)) and _is_name(tokens[end].text):
            end += 1
        behind = sentence.lowers(end, end + 1)
        verbs = self.lexicon.lists("auxiliaries", "had", "possessive", "falls")
        if not (end and behind and behind[0] in verbs):
            return None
        if behind[0] in self.lexicon.list("possessive") and self.lexicon.speaker_at(sentence.tokens, end + 1):
            return None  # `Gossi's mayor said`
        if sentence.folded[0] in self.lexicon.capitals:
            return None
        named = is_settlement(" ".join(token.text for token in sentence.tokens[:end]))
        return self.other_at(sentence, 0, owned=True) if named else None

    def points_back(self, sentence: Sentence, first: int, last: int) -> bool:
        """`nine near Gossi; thirty villagers were executed there`: the place of the figure before."""
        there = sentence.told.get("there", ())
        return any(first <= at <= last and is_adverb_of_place(sentence, at) for at in there)

    def pointed_at(self, sentence: Sentence, before: Sentence) -> str | None:
        """`Fighting began at Touzik. Ten opponents lay dead there`: the other place that the sentence before named."""
        there = [at for at in sentence.told.get("there", ()) if is_adverb_of_place(sentence, at)]
        openers = before.places(self.lexicon.list("place_openers")) if there else ()
        named = [self.other_at(before, at + 1) for at in openers if at + 1 < len(before.tokens)]
        return next((name for name in reversed(named) if name), None)

    def names_other(self, sentence: Sentence) -> str | None:
        """`Two days later, at Diapaga, …`: some place of another event stands in the sentence."""
        openers = sentence.places(self.lexicon.list("place_openers"))
        named = (self.other_at(sentence, at + 1) for at in openers if at + 1 < len(sentence.tokens))
        return next((name for name in named if name), None)

    def of_operation(self, sentence: Sentence) -> str | None:
        """`l'opération Gama Aiki se solde par …`: an operation with a name that the document's own does not have."""
        tokens = sentence.tokens
        for at in sentence.told.get("operations", ()):
            name = tokens[at + 1].text if at + 1 < len(tokens) else ""
            if name and _is_name(name) and not load_actors().match(tokens, at + 1) and not self._is_own([name]):
                return name
        return None

    def _target(self, sentence: Sentence, at: int) -> str | None:
        stop = min(len(sentence.tokens), at + FARTHEST_PLACE)
        while at < stop:
            name = self.other_at(sentence, at)
            if name:
                return name
            passed = self._owner(sentence, at) or int(self._may_stand_between(sentence, at))
            if not passed and sentence.folded[at] not in self.lexicon.list("spots"):
                return None
            at += passed or 1
        return None

    def _owner(self, sentence: Sentence, at: int) -> int:
        """Tokens of whose place it is: `hit the UN camp at Kidal`, `raided a French base near Gao`; 0 for none."""
        actor, speaker = load_actors().match(sentence.tokens, at), self.lexicon.speaker_at(sentence.tokens, at)
        if actor or speaker:
            return actor.last - actor.first if actor else speaker[1] if speaker else 0
        word = sentence.folded[at]
        return int(word in self.lexicon.nationalities or word in self.lexicon.list("possessive"))

    def other_at(self, sentence: Sentence, at: int, *, owned: bool = False) -> str | None:
        """The name of a place at a token when it is none of the document's own, no state, region, actor or month.

        One that owns something (`Gossi's mayor`) is no place of an event, unless it may be `owned`.
        """
        tokens, lexicon = sentence.tokens, self.lexicon
        if abroad := foreign_nation(sentence, at, self._nations):
            return abroad
        spots, passed = lexicon.list("spots"), lexicon.lists("noun_openers", "spots", "of")
        while at < len(tokens) - 1 and (
            sentence.folded[at] in passed
            or (at and sentence.folded[at] in lexicon.list("place_openers") and sentence.folded[at - 1] in spots)
        ):
            at += 1
        if at > 1 and sentence.folded[at - 1] in lexicon.list("of") and sentence.folded[at - 2] in lexicon.roles:
            return None  # `the governor of Mopti`
        end = at
        while end < min(len(tokens), at + MOST_NAME_WORDS) and _is_name(tokens[end].text):
            end += 1
        if end == at or not self.is_known or load_actors().match(tokens, at) or at in sentence.dates:
            return None
        words = [token.text for token in tokens[at:end]]
        name, behind = slug(" ".join(words)), sentence.folded[end] if end < len(tokens) else ""
        first = tokens[at].lower
        if first in lexicon.months or first in lexicon.list("weekdays") or first in lexicon.nationalities:
            return None
        joined = behind in lexicon.list("plain_and") and end + 1 < len(tokens) and _is_name(tokens[end + 1].text)
        between = joined and at > 0 and sentence.folded[at - 1] in lexicon.list("between_places")
        local = behind in lexicon.list("local_areas") and is_settlement(" ".join(words))
        if (
            between  # `near Kidal and Gao` is no spot
            or (behind in lexicon.list("areas") and not local)
            or (behind in lexicon.list("possessive") and not owned)
            or tokens[at].text in lexicon.nations
        ):
            return None
        people = lexicon.nouns.match(tokens, at) is not None and not is_settlement(" ".join(words))  # `Fulani`
        other = not (people or is_wide_area(name) or self._is_own(words) or lexicon.speaker_at(tokens, at))
        return " ".join(words) if other else None

    def _is_own(self, words: Sequence[str]) -> bool:
        """A place whose name, or the longest word of it, the title, the place or the opening of the document has."""
        name, longest = " ".join(words), max(words, key=len)
        return slug(name) in self._known or slug(longest) in self._known or is_spelling(longest, self.spellings)


def _is_name(text: str) -> bool:
    return text[0].isupper() and len(text) > 2

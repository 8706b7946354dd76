"""Killings of civilians by the soldiers whom an attack hit, and of prisoners afterwards: reprisals, no losses of it."""

from collections.abc import Sequence

from sahel_tui.claims.language.actors import load_actors
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.model import Document

NEAREST_WORDS = 3
"""Tokens from `reprisal` to the event it qualifies: `reprisal air strikes`, `frappes aériennes de représailles`."""

FARTHEST_EVENT = 6
"""Tokens from a figure to the event behind it: `were killed in the army's retaliatory strikes`."""

FARTHEST_WHOM = 3
"""Tokens from a part to the pronoun of those it is taken from: `two of whom`."""

FARTHEST_AGENT = 12
"""Tokens from who kills back to the word of killing: `soldiers on their way home from the fight executed`."""

ARMED = frozenset(("state", "mercenary"))
"""Kinds of people and actors whose killing of civilians is no part of an attack on them."""

OTHERS = frozenset(("group", "fighter", "jihadist", "rebel", "militia", "international"))
"""Kinds of those who attack, or fight beside."""


class Reprisals:
    """Tells reprisals in the text of an attack or battle; where a page is about a massacre nothing is one."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        titles = f"{document.title} {document.value('title') or ''}"
        words = frozenset(titles.casefold().replace("'", " ").replace("’", " ").split())
        fought = not lexicon.list("fought_events").isdisjoint(words)
        self._may_be = fought and lexicon.list("massacres").isdisjoint(words)

    def is_one(self, sentence: Sentence, quantity: Quantity) -> bool:
        """`accused retreating troops of having executed eleven herders`, `three prisoners were later executed`."""
        avenging = "retaliatory" in sentence.told
        avenging = avenging and (self._may_be or _opens_after_event(sentence, sentence.told["retaliatory"][0]))
        if avenging and self._is_in_reprisal(sentence, quantity):
            return True
        if not self._may_be or quantity.category != "killed" or quantity.word is None:
            return False
        deliberate = self._is_deliberate(sentence, quantity)
        behind = sentence.lowers(quantity.last, max(quantity.last, quantity.word.first + 1))
        then = not self.lexicon.lists("then", "afterwards").isdisjoint(behind)
        if (deliberate or then) and self._are_captive(sentence, quantity):
            return True
        if self._are_of_captives(sentence, quantity) and _has_date(sentence, quantity):
            return True
        if deliberate and "since" in sentence.told and self._is_after_event(sentence, quantity):
            return True
        blamed = not self.lexicon.list("blaming").isdisjoint(sentence.vocabulary)
        over = _opens_after_event(sentence, quantity.first) and sentence.told["since"][0] == 0
        if quantity.victims.kind != "civilian" or not (deliberate or blamed or over):
            return False
        return self._by_soldiers(sentence, quantity, blamed=blamed)

    def _is_after_event(self, sentence: Sentence, quantity: Quantity) -> bool:
        """`charged the army with executing three men after the fight`: what was done to people when it was over."""
        lexicon = self.lexicon
        for at in sentence.told["since"]:
            noun = not lexicon.lists("event_nouns", "fights").isdisjoint(sentence.lowers(at + 2, at + 3))
            the = not lexicon.list("definite").isdisjoint(sentence.lowers(at + 1, at + 2))
            timed = not lexicon.list("time_units").isdisjoint(sentence.lowers(at - 1, at))
            apart = {";", ":"}.isdisjoint(sentence.folded[quantity.first : at])
            if at >= quantity.first and apart and noun and the and sentence.folded[at] in lexicon.list("after_clause"):
                return not timed or lexicon.list("massacres").isdisjoint(sentence.vocabulary)
        return False

    def _is_in_reprisal(self, sentence: Sentence, quantity: Quantity) -> bool:
        """`Retaliatory strikes killed forty`, `forty died in reprisal raids`: the event of the figure's own clause."""
        for at in sentence.told["retaliatory"]:
            event = self._event_beside(sentence, at)
            if event is None or self._is_predicate(sentence, min(at, event)):
                continue
            first, last = (event, quantity.first) if event < quantity.first else (quantity.end, event)
            parted = not {";", ":", "."}.isdisjoint(sentence.folded[first:last])
            counted = any(first < other.first < last for other in sentence.quantities if other.category)
            near = first == event or ("," not in sentence.folded[first:last] and last - first <= FARTHEST_EVENT)
            if near and not (parted or counted):
                return True
        return False

    def _event_beside(self, sentence: Sentence, at: int) -> int | None:
        """The event that `reprisal` or `de représailles` qualifies."""
        events, before = self.lexicon.lists("event_nouns", "expeditions"), self.lexicon.list("of")
        places = range(at + 1, min(len(sentence.tokens), at + 1 + NEAREST_WORDS))
        if before and (sentence.folded[at - 1] in before or not self.lexicon.list("possessive")):
            places = range(at - 1, max(-1, at - 1 - NEAREST_WORDS), -1)
        return next((place for place in places if sentence.folded[place] in events), None)

    def _is_predicate(self, sentence: Sentence, first: int) -> bool:
        """`was a revenge attack`, `The raid, a reprisal strike, …`: what the event itself is called."""
        lexicon = self.lexicon
        before = sentence.lowers(max(0, first - 2), first)
        if before and before[-1] in lexicon.lists("articles", "definite"):
            before = before[:-1]
            openers = lexicon.lists("place_openers", "event_links", "agents")
            return bool(before) and before[-1] not in openers and sentence.folded[first - 1] in lexicon.list("articles")
        return bool(before) and (before[-1] in lexicon.be or before[-1] in lexicon.list("than"))

    def _is_deliberate(self, sentence: Sentence, quantity: Quantity) -> bool:
        """`executed`, `put to death`, `the killing of`: no chance of battle."""
        assert quantity.word is not None
        first, last = quantity.word.first, quantity.word.last
        stems = tuple(self.lexicon.list("murder_stems"))
        return any(word.startswith(stems) for word in sentence.lowers(max(0, first - 1), last + 1))

    def _are_captive(self, sentence: Sentence, quantity: Quantity) -> bool:
        """`three of its captives`, `a dozen prisoners`."""
        end = quantity.word.first if quantity.word and quantity.word.first > quantity.last else quantity.last
        named = not self.lexicon.list("captive_nouns").isdisjoint(sentence.lowers(quantity.first, end))
        return named or self._are_of_captives(sentence, quantity)

    def _are_of_captives(self, sentence: Sentence, quantity: Quantity) -> bool:
        """`nine prisoners, of whom three were executed`, `seized six men, two of whom were later shot`."""
        counted = [each for each in sentence.quantities if each.category and each.first < quantity.first]
        near = sentence.lowers(max(0, quantity.first - 2), quantity.first + FARTHEST_WHOM)
        whom = not self.lexicon.list("of_whom").isdisjoint(near)
        return whom and bool(counted) and counted[-1].category == "captured"

    def _by_soldiers(self, sentence: Sentence, quantity: Quantity, *, blamed: bool) -> bool:
        """Who is named last before the word of killing, or behind `by`, wears a uniform."""
        word, lexicon = quantity.word, self.lexicon
        assert word is not None
        if word.first >= quantity.last and not blamed:
            end = word.last
            agent = not lexicon.list("agents").isdisjoint(sentence.lowers(end, end + 1))
            return agent and self._kind_within(sentence, range(end + 1, min(end + 5, len(sentence.tokens)))) in ARMED
        back = range(word.first - 1, max(-1, word.first - FARTHEST_AGENT), -1)
        return self._kind_within(sentence, back) in ARMED

    def _kind_within(self, sentence: Sentence, places: Sequence[int]) -> str | None:
        """The kind of the first people or actor named; None behind a verb of saying that stands between."""
        lexicon, tokens = self.lexicon, sentence.tokens
        for at in places:
            noun, actor = lexicon.nouns.match(tokens, at), load_actors().match(tokens, at)
            kind = noun[0] if noun else actor.actor.kind if actor else None
            if kind in ARMED or kind in OTHERS:
                return kind
            if sentence.folded[at] in lexicon.say and sentence.folded[at] not in lexicon.lists("accusing", "blaming"):
                return None
        return None


def _opens_after_event(sentence: Sentence, end: int) -> bool:
    """`After the massacre, militiamen launched reprisal attacks`: the event, which is over, and what it led to."""
    lexicon = sentence.lexicon
    events = lexicon.lists("event_nouns", "massacres")
    return any(
        sentence.folded[at] in lexicon.list("after_clause")
        and sentence.folded[at + 1] in lexicon.list("definite")
        and sentence.folded[at + 2] in events
        for at in sentence.told.get("since", ())
        if at < end
    )


def _has_date(sentence: Sentence, quantity: Quantity) -> bool:
    """`two of whom were found dead on 10 July`: a day of their own behind those counted."""
    ends = (at for at in range(quantity.first, len(sentence.tokens)) if sentence.folded[at] in (",", ";"))
    return any(at in sentence.dates for at in range(quantity.first, next(ends, len(sentence.tokens))))

"""Voices that go on from one sentence to the next without being named again."""

import re
from collections.abc import Callable, Sequence

from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.phrases.phrases import Sentence
from sahel_tui.claims.voices.quotations import Quotations
from sahel_tui.claims.voices.voices import Voice

YEAR = re.compile(r"(?:19|20)\d\d")


class CarriedVoices:
    """Tells whether the voice of the sentence before speaks on."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._quotations = Quotations()
        self._last: str | None = None
        """Who spoke in the sentence before."""
        self._accused = False
        """The last sentence accused somebody: the next gives the particulars."""
        self._announced = False
        """The last sentence announced a toll: `dresse le bilan suivant.`"""
        self._listed = False
        """The last sentence listed what somebody counts behind a colon."""

    def new_paragraph(self, masked: str, start: int) -> None:
        """A voice does not go on over its end by the tense of its verbs alone."""
        self._last, self._accused, self._announced, self._listed = None, False, False, False
        self._quotations = Quotations(masked, start)

    def forget(self) -> None:
        """Nobody speaks in a sentence."""
        self._last = None

    def find(self, sentence: Sentence, told: Callable[[Sentence], Sequence[Voice]]) -> list[Voice]:
        """The voice that a sentence without any takes from those around it."""
        quoted = self._quotations.voices(sentence, told)
        if not quoted and self._last and sentence.tokens and self._goes_on(sentence):
            return [Voice(0, len(sentence.tokens), 0, self._last)]
        return quoted

    def remember(self, sentence: Sentence, found: Sequence[Voice]) -> None:
        """Keep who spoke there, and what that lets expect of the next sentence."""
        counts = any([quantity.category for quantity in sentence.quantities])
        only_claims = "deed_verbs" in sentence.told and not counts
        # `JNIM claimed responsibility for the raid.`: whose deed it was is all that is said, and nothing goes on.
        self._last = (found[-1].source or None) if found and not only_claims else None
        self._accused = "accusing" in sentence.told
        self._listed = bool(found) and counts and ":" in sentence.told
        self._announced = not counts and not self.lexicon.list("following").isdisjoint(sentence.folded[-4:])
        self._quotations.remember(sentence, found)

    def _goes_on(self, sentence: Sentence) -> bool:
        """The voice before speaks on: after an accusation, behind a pronoun, or in the tenses of reported speech.

        So it does in a quotation of its own: `"Twelve died," the mayor said. "Four are missing."`
        """
        start = self._behind_time(sentence)
        if self._is_expletive(sentence, start):
            return False
        if (
            self._announced
            or sentence.is_quoted
            or self._accused
            or self.lexicon.carry.match(sentence.tokens, start)
            or self._counts_on(sentence)
            or self._reports_on(sentence)
            or (self._listed and self._lists_on(sentence))
        ):
            return True
        if "conditional" in sentence.told:
            return True
        had = self.lexicon.list("pluperfect")
        if "pluperfect" not in sentence.told or sentence.folded[0] in self.lexicon.list("weekdays"):
            return False
        if not sentence.told.keys().isdisjoint(("earlier_adverbs", "incident_cues")):
            return False  # `The previous week, three had been killed at Gossi`
        opened = sentence.folded[0] in self.lexicon.list("place_openers")
        if opened and any(word.rpartition("-")[2] in self.lexicon.months for word in sentence.folded[1:2]):
            return False  # `In mid-January sixty women had been seized`
        if sentence.dates or ";" in sentence.told or any(YEAR.fullmatch(word) for word in sentence.folded):
            return False
        return any(
            quantity.word and not quantity.leftward and sentence.tokens[at].lower in had
            for quantity in sentence.quantities
            for at in range(quantity.last, quantity.word.first if quantity.word else 0)
        )

    def _is_expletive(self, sentence: Sentence, at: int) -> bool:
        """`It was the third such raid in a year`: the pronoun stands for the attack, and for nobody who speaks."""
        lexicon, behind = self.lexicon, sentence.folded[at + 1 : at + 8]
        told = len(behind) > 1 and behind[0] in lexicon.list("copulas") and behind[1] in lexicon.list("noun_openers")
        events = lexicon.grammar["event_nouns"]
        return (
            told and sentence.folded[at] in lexicon.list("neuter_pronouns") and any(word in events for word in behind)
        )

    def _behind_time(self, sentence: Sentence) -> int:
        """`On Monday it was 17 soldiers`: the first token behind a day that opens the sentence."""
        at = 0
        opens = self.lexicon.lists("place_openers", "day_openers")
        if sentence.folded[0] in opens:
            at = 1
        while at < len(sentence.tokens) and (
            at in sentence.dates or sentence.folded[at] in self.lexicon.list("weekdays")
        ):
            at += 1
        return at if at > 1 else 0

    def _counts_on(self, sentence: Sentence) -> bool:
        """`Another 17 were being treated`: more people of the toll that was told, not another attack."""
        opens = sentence.folded[0] in self.lexicon.list("another")
        return opens and any(q.first == 0 and not q.article and q.category for q in sentence.quantities)

    def _reports_on(self, sentence: Sentence) -> bool:
        """`Seven soldiers were also reported missing`: a passive that joins what is said to what was said."""
        passive, said = self.lexicon.list("auxiliaries"), self.lexicon.lists("say", "given_by")
        places = (at for at in sentence.places(self.lexicon.list("further")) if at)
        return any(
            not (
                passive.isdisjoint(sentence.folded[at - 1 : at + 2])
                or said.isdisjoint(sentence.folded[at + 1 : at + 3])
            )
            for at in places
        )

    def _lists_on(self, sentence: Sentence) -> bool:
        """`On the enemy side: 12 dead`: a heading without a verb opens another part of the list."""
        colon = sentence.told.get(":", [0])[0]
        return colon > 0 and self.lexicon.be.isdisjoint(sentence.folded[:colon]) and "say" not in sentence.told

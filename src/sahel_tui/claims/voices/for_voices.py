"""Voices behind `for`, `with` and `from`: `for the UN it was fifteen`, `15 dead for the UN, twenty for RFI`."""

from collections.abc import Callable

from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.phrases.phrases import Sentence
from sahel_tui.claims.voices.known_speakers import KnownSpeakers
from sahel_tui.claims.voices.subjects import Subjects

LONGEST_HEAD = 5
"""Words of `the army's own dead`."""


class ForVoices:
    """Tells where such a preposition names whose figure it is, and not only whom something is for."""

    def __init__(
        self,
        known: KnownSpeakers,
        subjects: Subjects,
        lexicon: Lexicon,
        speaker_end: Callable[[Sentence, int], int],
    ) -> None:
        self._known = known
        self._subjects = subjects
        self.lexicon = lexicon
        self._speaker_end = speaker_end

    def find(self, sentence: Sentence, at: int) -> tuple[bool, int] | None:
        """The cue at a token, as phrases are matched; None where none stands."""
        return self._for_them(sentence, at) or self._for_one(sentence, at) or self._from_people(sentence, at)

    def find_whom(self, sentence: Sentence, at: int) -> tuple[bool, int] | None:
        """`un élu, pour qui 56 corps …`: a preposition that names a source only before such a relative."""
        if sentence.folded[at] not in self.lexicon.list("opening_according_to") or sentence.folded[at - 1] != ",":
            return None
        relative = not self.lexicon.list("cited_relatives").isdisjoint(sentence.lowers(at + 1, at + 2))
        return (True, 1) if relative else None

    def _for_them(self, sentence: Sentence, at: int) -> tuple[bool, int] | None:
        """`…; for the UN it was fifteen`, `From Bamako came word of nine dead`: such a phrase opens a clause."""
        lexicon, folded = self.lexicon, sentence.folded
        before = folded[at - 1] if at else ","
        opens = folded[at] in lexicon.list("for_them") and (before in ",;:" or before in lexicon.list("clause_starts"))
        if not opens:
            return None
        end = self._speaker_end(sentence, at + 1)
        for place in range(at + 2, min(end + 1, len(folded) - 1)):
            came = folded[place] in lexicon.list("coming")
            came = came and not lexicon.lists("statements", "news").isdisjoint(folded[place + 1 : place + 4])
            told = self._counts_there(sentence, place) or self._has_dead(sentence, at + 1, place)
            told = told and folded[at] not in lexicon.list("origins")
            if (came or told) and self._known.names(sentence.tokens[at + 1 : place]):
                return True, 1
        return None

    def _has_dead(self, sentence: Sentence, name: int, at: int) -> bool:
        """`for RFI, reached by phone, the dead are 70`: those counted are the subject of the clause behind a reporter.

        For a belligerent, and `with` anybody, they are its own.
        """
        reports = self._subjects.heads.is_reporter(sentence.tokens[name:at])
        if not reports or sentence.folded[name - 1] in self.lexicon.list("carrying"):
            return False
        first = self._subjects.heads.behind_aside(sentence.tokens, at)
        first = at + 1 if first >= len(sentence.tokens) and sentence.folded[at] == "," else first
        heads = range(first, first + LONGEST_HEAD)
        if sentence.folded[first : first + 1] == [] or sentence.folded[first] not in self.lexicon.list("noun_openers"):
            return False
        return any(
            q.category and q.word and q.word.first in heads and q.word.first < q.first for q in sentence.quantities
        )

    def _from_people(self, sentence: Sentence, at: int) -> tuple[bool, int] | None:
        """`RFI, from medical sources, gave ten dead`: between commas, whom a medium has its figure from."""
        if sentence.folded[at] not in self.lexicon.list("origins") or at < 2 or sentence.tokens[at - 1].text != ",":
            return None
        medium = self.lexicon.speakers.match_before(sentence.tokens, at - 1)
        end = next((p for p in range(at + 1, len(sentence.tokens)) if sentence.tokens[p].kind == "mark"), at)
        named = medium is not None and medium[0] == "organisation" and sentence.tokens[end].text == ","
        return (True, 1) if named and self._known.names(sentence.tokens[at + 1 : end]) else None

    def _for_one(self, sentence: Sentence, at: int) -> tuple[bool, int] | None:
        """`15 dead for the UN, twenty for RFI`: behind a figure, a preposition names whose figure it is.

        A mere reporter among them tells that they count alike: what is there for two belligerents are their dead.
        """
        opens = sentence.folded[at] in self.lexicon.lists("for_them", "-origins")
        behind = opens and any(
            quantity.category and at in (quantity.end, quantity.last) for quantity in sentence.quantities
        )
        return (True, 1) if behind and self._is_for_reporters(sentence, sentence.folded[at]) else None

    def _is_for_reporters(self, sentence: Sentence, word: str) -> bool:
        """Some name behind one of these prepositions is that of somebody who neither kills nor dies here."""
        behind = [at + 1 for at in sentence.places({word}) if at]
        names = [sentence.tokens[first : self._speaker_end(sentence, first)] for first in behind]
        heads = self._subjects.heads
        return any(
            self._known.names(words) and heads.is_reporter(words) and len(heads.opening_name(words)) == len(words)
            for words in names
            if words
        )

    def _counts_there(self, sentence: Sentence, at: int) -> bool:
        """The clause that opens there counts: `it cost Mali nine lives`, `there were nine dead`, `nine men died`.

        What something was to somebody is no count of theirs: `for the army it was a disaster: nine died`.
        """
        lexicon, folded = self.lexicon, sentence.folded
        at += folded[at] == ","
        starts = {quantity.first for quantity in sentence.quantities if quantity.category or quantity.first == at + 2}
        if at in starts or at + 2 >= len(folded):
            return at in starts
        there = lexicon.phrases["there_are"].match(sentence.tokens, at)
        if there and any(quantity.first == at + there[1] for quantity in sentence.quantities):
            return True
        if folded[at] not in lexicon.lists("neuter_pronouns", "expletives", "pronouns"):
            return False
        counting = {quantity.word.first for quantity in sentence.quantities if quantity.category and quantity.word}
        verb = at + 1
        return (folded[verb] in lexicon.be and verb + 1 in starts) or verb in counting

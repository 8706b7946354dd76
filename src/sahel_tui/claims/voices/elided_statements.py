"""Statements whose noun is left out: `By the Red Cross's count 36 died, by the army's 21`, `JNIM's: 31 killed`."""

from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.phrases.phrases import Sentence
from sahel_tui.claims.voices.known_speakers import KnownSpeakers
from sahel_tui.claims.voices.statement_scopes import LONGEST_OWNER
from sahel_tui.claims.voices.statement_voices import StatementVoices
from sahel_tui.claims.voices.voices import Voice


class ElidedStatements:
    """Finds the owners of statements that go on with those told before."""

    def __init__(self, known: KnownSpeakers, statements: StatementVoices, lexicon: Lexicon) -> None:
        self._known = known
        self._statements = statements
        self.lexicon = lexicon
        self._stated = False
        """The sentence before named a statement: `JNIM's: …` is another."""

    def add(self, sentence: Sentence, voices: list[Voice]) -> list[Voice]:
        """The voices of statements told so far, and those without a noun."""
        if voices:
            self._stated = True
            return voices + self._elided(sentence, voices)
        again = self._another(sentence) if self._stated and sentence.folded else []
        self._stated = bool(again)
        return again

    def _another(self, sentence: Sentence) -> list[Voice]:
        """`JNIM's: 31 killed`, `That of JNIM speaks of 31 killed`: the noun is in the sentence before."""
        lexicon, folded = self.lexicon, sentence.folded
        if folded[0] in lexicon.list("stand_ins") and sentence.lowers(1, 2) and folded[1] in lexicon.list("of"):
            first, end = 2, self._statements.name_end(sentence, 2)
            told = end
        else:
            owned = lexicon.list("possessive")
            first, end = 0, next((at for at in range(1, min(LONGEST_OWNER, len(folded))) if folded[at] in owned), 0)
            told = end + 1
        given = lexicon.lists(":", "copulas", "say", "holding", "toll_takes")
        if not end or told >= len(folded) or folded[told] not in given:
            return []
        source = self._known.name(sentence.tokens[first:end])
        return [Voice(0, len(folded), 0, source)] if source else []

    def _elided(self, sentence: Sentence, voices: list[Voice]) -> list[Voice]:
        """`By the Red Cross's count 36 died, by the army's 21`, `…, and that of JNIM fifteen`: the noun is left out."""
        found: list[Voice] = []
        if not voices:
            return found
        starts = {quantity.first for quantity in sentence.quantities if quantity.category}
        opened, lexicon = voices[0].cue, self.lexicon
        for at in sentence.places(lexicon.lists("possessive", "stand_ins")):
            if at <= opened or at + 1 >= len(sentence.tokens):
                continue
            owned = sentence.folded[at] in lexicon.list("possessive")
            first = self._statements.phrase_start(sentence, at) if owned else at + 2
            end = at if owned else self._statements.name_end(sentence, first)
            told = at + 1 if owned else end
            links = lexicon.lists(",", "copulas", "of")
            while told < len(sentence.tokens) and told not in starts and sentence.folded[told] in links:
                told += 1
            linked = owned or sentence.folded[at + 1] in lexicon.list("of")
            given = self._given_in(sentence, first - 1 if owned else at - 1) if linked else None
            named = linked and (told in starts or given is not None)
            source = self._known.name(sentence.tokens[first:end]) if named else None
            if source and given is not None:
                found.append(Voice(given, at, given, source))
            elif source:
                found.append(Voice(at, len(sentence.tokens), at, source))
        return found

    def _given_in(self, sentence: Sentence, at: int) -> int | None:
        """`…, none in that of JNIM`, `…, two by JNIM's`: a bare figure before the preposition of what it stands in."""
        if sentence.folded[at] not in self.lexicon.lists("agents", "place_openers"):
            return None
        return next((q.first for q in sentence.quantities if q.category and q.match.last == at), None)

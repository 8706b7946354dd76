"""Voices of clauses in front of their subject: `While conceding five dead, the group …`, `Where Bamako saw 51 …`."""

from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.phrases.phrases import Sentence
from sahel_tui.claims.voices.known_speakers import KnownSpeakers
from sahel_tui.claims.voices.subjects import Subjects
from sahel_tui.claims.voices.voices import Voice

LONGEST_OPENING = 4
"""Tokens before the verb of saying in `Tout en le reconnaissant`."""


class FrontedVoices:
    """Finds who says what a clause tells that opens the sentence without a subject, or with `where`."""

    def __init__(self, known: KnownSpeakers, subjects: Subjects, lexicon: Lexicon) -> None:
        self._known = known
        self._subjects = subjects
        self.lexicon = lexicon

    def find(self, sentence: Sentence) -> list[Voice]:
        """The voice of a fronted clause that counts; with `where`, that of its counterpart behind the comma, too."""
        if not sentence.quantities or "," not in sentence.vocabulary:
            return []
        comma = sentence.folded.index(",")
        told = [quantity.first for quantity in sentence.quantities if quantity.category and quantity.first < comma]
        if not told:
            return []
        return self._subjectless(sentence, told[0]) or self._contrasted(sentence, comma, told[0])

    def _subjectless(self, sentence: Sentence, told: int) -> list[Voice]:
        """`After announcing nine dead, the ministry …`, `Tout en reconnaissant neuf morts, le GSIM …`."""
        lexicon = self.lexicon
        places = (at for name in ("say", "say_phrases") for at in sentence.told.get(name, ()))
        verb = min(places, default=told)
        opens = lexicon.lists(
            "fronting_openers", "gerund_openers", "infinitive_links", "adverbs", "perfect_infinitives"
        )
        if verb >= min(told, LONGEST_OPENING) or not opens.issuperset(sentence.folded[:verb]):
            return []
        gerund = sentence.folded[verb].endswith(tuple(lexicon.list("fronted_gerunds")))
        bare = not opens.isdisjoint(sentence.folded[:verb]) and sentence.folded[0] not in lexicon.pronouns
        if not (gerund or bare) or not lexicon.list("agents").isdisjoint(sentence.folded[verb + 1 : told]):
            return []
        for comma in [at for at in range(told, len(sentence.tokens) - 1) if sentence.tokens[at].text == ","]:
            source = self._subject_at(sentence, comma + 1)
            if source:
                return [Voice(verb, comma, verb, source)]
        return []

    def _subject_at(self, sentence: Sentence, first: int) -> str | None:
        words = self._subjects.heads.opening_name(sentence.tokens[first:])
        if words:
            return self._known.name(words)
        pronoun = sentence.folded[first] in self.lexicon.pronouns
        return self._subjects.antecedents.antecedent(sentence, first) if pronoun else None

    def _contrasted(self, sentence: Sentence, comma: int, told: int) -> list[Voice]:
        """`Where Bamako saw 51 terrorists killed, Amnesty saw 48 villagers shot`: each sees its own."""
        first = next((at + 1 for at in range(2) if sentence.folded[at] in self.lexicon.list("where")), 0)
        if not first:
            return []
        voices = [self._seeing(sentence, first), self._seeing(sentence, comma + 1)]
        return [voice for voice in voices if voice] if all(voices) else []

    def _seeing(self, sentence: Sentence, first: int) -> Voice | None:
        words = self._subjects.heads.opening_name(sentence.tokens[first:])
        verb = first + len(words)
        sees = bool(words) and not self.lexicon.list("seeing").isdisjoint(sentence.lowers(verb, verb + 1))
        source = self._known.name(words) if sees else None
        return Voice(verb, len(sentence.tokens), verb, source) if source else None

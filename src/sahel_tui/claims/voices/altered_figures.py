"""Figures that somebody puts in another's place: `120 dead, a number which the analyst halved to sixty`."""

from collections.abc import Iterator

from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.phrases.phrases import Sentence
from sahel_tui.claims.voices.subjects import Subjects
from sahel_tui.claims.voices.voices import Voice

LONGEST_RELATIVE = 16
"""Tokens from `which` to the verb that alters the figure."""


class AlteredFigures:
    """Finds who alters a figure in a relative clause about it."""

    def __init__(self, subjects: Subjects, lexicon: Lexicon) -> None:
        self._subjects = subjects
        self.lexicon = lexicon

    def find(self, sentence: Sentence) -> Iterator[Voice]:
        """A voice for each figure that such a clause ends with."""
        lexicon, verbs = self.lexicon, self.lexicon.lists("change_verbs", "altering")
        if lexicon.list("toll_subjects").isdisjoint(sentence.vocabulary):
            return
        for quantity in sentence.quantities:
            verb = quantity.first - 2
            if verb < 1 or not quantity.category or sentence.folded[verb] not in verbs:
                continue
            relative = self._relative_before(sentence, verb)
            if not relative or sentence.folded[verb + 1] not in lexicon.list("toll_links"):
                continue
            subject = self._subjects.find(sentence, verb)
            source = self._subjects.source_of(sentence, (max(subject[0], relative + 1), subject[1]), verb)
            if source and subject[1] > relative + 1:
                yield Voice(relative, len(sentence.tokens), relative, source)

    def _relative_before(self, sentence: Sentence, verb: int) -> int:
        """Where `which` stands behind the noun of a figure; 0 without one."""
        relatives = self.lexicon.lists("which", "that_clause")
        tolls = self.lexicon.list("toll_subjects")
        for at in range(verb - 1, max(1, verb - LONGEST_RELATIVE), -1):
            if sentence.folded[at] in relatives:
                return at if sentence.folded[at - 1] in tolls else 0
        return 0

"""Voices whose verb is left out: `RFI read five dead, Jeune Afrique six`."""

from collections.abc import Iterator, Sequence

from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.voices.known_speakers import KnownSpeakers
from sahel_tui.claims.voices.subjects import Subjects
from sahel_tui.claims.voices.voices import Voice


class GappedVoices:
    """Finds speakers that take over from the one before without a verb of saying."""

    def __init__(self, known: KnownSpeakers, subjects: Subjects, lexicon: Lexicon) -> None:
        self._known = known
        self._subjects = subjects
        self.lexicon = lexicon

    def add(self, sentence: Sentence, voices: list[Voice]) -> list[Voice]:
        """`RFI read five dead, Jeune Afrique six`: after a comma a second speaker takes over without a verb."""
        if not voices:
            return voices
        cue = voices[0].cue
        counted = (quantity for quantity in sentence.quantities if quantity.category and quantity.first > cue + 1)
        told = (quantity for quantity in counted if quantity.rule != "named_death")  # `; the imam, X, was killed`
        gapped = [*self._with_that(sentence, cue)]
        gapped += [voice for quantity in told if (voice := self._taking_over(sentence, cue, quantity))]
        return sorted([*voices, *gapped], key=lambda voice: voice.first)

    def _with_that(self, sentence: Sentence, spoken: int) -> Iterator[Voice]:
        """`GATIA let it be known that …; the CMA, that it had lost a man`: the verb is left out, its `that` is not."""
        for at in (place for place in sentence.told.get("that_clause", ()) if place > spoken + 2):
            end = at - (sentence.tokens[at - 1].text == ",")
            start = next((p for p in range(end - 1, spoken, -1) if sentence.tokens[p].kind == "mark"), end)
            words = sentence.tokens[start + 1 : end]
            source = self._known.name(words) if words and self._is_whole_name(words) else None
            if source:
                yield Voice(start, len(sentence.tokens), start, source)

    def _taking_over(self, sentence: Sentence, spoken: int, quantity: Quantity) -> Voice | None:
        """The speaker behind a comma, or before a bare figure behind `and`: `… twelve killed and the UN fifteen`."""
        first = quantity.first - (sentence.tokens[quantity.first - 1].text == ",")  # `; the UN, fifteen`
        behind = range(first - 1, spoken, -1)
        marks = (
            at for at in behind if sentence.tokens[at].text in (",", ";") and self._names_some(sentence, at, first)
        )
        joints = (at for at in behind if sentence.folded[at] in self.lexicon.list("plain_and"))
        for start in (next(marks, None), next(joints, None) if not quantity.victims.kind else None):
            # `a Frenchman, a Belgian and two Malians` are counted one after the other
            counted = (q for q in sentence.quantities if not (q.article and q.category is None))
            if start is None or any(start < other.first < quantity.first for other in counted):
                continue
            words = self._between(sentence, start + 1, first)
            verb = sentence.folded[start] in self.lexicon.list("plain_and") and not self._is_whole_name(words)
            source = self._name(words) if words and not verb else None
            if source:
                return Voice(start, len(sentence.tokens), start, source)
        return None

    def _names_some(self, sentence: Sentence, mark: int, first: int) -> bool:
        """More than a preposition stands between: not the second comma of `; the UN, of fifteen`."""
        return not self.lexicon.lists("of", "toll_links").issuperset(sentence.folded[mark + 1 : first])

    def _is_whole_name(self, words: Sequence[Token]) -> bool:
        """No verb among them: not `and leaves the militants' losses at 30`."""
        return len(self._subjects.heads.opening_name(words)) == len(words)

    def _between(self, sentence: Sentence, first: int, last: int) -> Sequence[Token]:
        """The words between the joint and the figure, without `and`, a comma and an auxiliary: `the UN had fifteen`."""
        words = sentence.tokens[first:last]
        joints = self.lexicon.lists("plain_and", "clause_starts", "then")
        while words and words[0].lower in joints:
            words = words[1:]
        ends = self.lexicon.lists("holding", "of", "toll_links", ",")
        while len(words) > 1 and words[-1].lower in ends:
            words = words[:-1]
        return words

    def _name(self, words: Sequence[Token]) -> str | None:
        """The speaker, when the words are nothing but names, or a name and who passed it on: `joint par RFI`."""
        linking = self.lexicon.lists("of", "toll_links")
        linked = words[-1].lower in linking and len(words) == 2 and self._subjects.described.is_unknown_name(words[:1])
        if linked and not self._known.names(words[:1]):
            return words[0].text  # `Reuters spoke of ten dead, and Semafo of several`
        while words and words[-1].lower in linking:
            words = words[:-1]  # `…, the Associated Press and Al Jazeera of some 170`
        if not words:
            return None
        joining = self.lexicon.lists("plain_and", "determiners")
        if all(word.text[0].isupper() or word.lower in joining for word in words):
            return self._known.name(words)
        stops = self.lexicon.lists("stop", "-noun_openers")
        if not any(word.lower in stops or word.lower in self.lexicon.say for word in words):
            return self._known.name(words)
        name = self._subjects.heads.opening_name(words)
        passed = [word.lower for word in words[len(name) : len(name) + 2]]
        quoted = len(passed) == 2 and passed[1] in self.lexicon.list("agents")
        return self._known.name(name) if name and quoted else None

"""Voices whose verb is left out: `RFI read five dead, Jeune Afrique six`."""

from collections.abc import Sequence

from sahel_tui.claims.known_speakers import KnownSpeakers
from sahel_tui.claims.phrases import Sentence
from sahel_tui.claims.subjects import Subjects
from sahel_tui.claims.tokens import Token
from sahel_tui.claims.voices import Voice
from sahel_tui.claims.words import Lexicon


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
        gapped = []
        for quantity in sentence.quantities:
            if not quantity.category:
                continue
            start = next(
                (at for at in range(quantity.first - 1, voices[0].cue, -1) if sentence.tokens[at].text in ",;"), None
            )
            if start is None or quantity.first - start < 2:
                continue
            if any(start < other.first < quantity.first for other in sentence.quantities):
                continue  # `a Frenchman, a Belgian and two Malians`
            words = sentence.tokens[start + 1 : quantity.first]
            if words[0].lower in self.lexicon.list("plain_and"):
                words = words[1:]
            source = self._name(words)
            if source:
                gapped.append(Voice(start, len(sentence.tokens), start, source))
        return sorted([*voices, *gapped], key=lambda voice: voice.first)

    def _name(self, words: Sequence[Token]) -> str | None:
        """The speaker, when the words are nothing but names, or a name and who passed it on: `joint par RFI`."""
        linking = self.lexicon.list("of") | self.lexicon.list("toll_links")
        while words and words[-1].lower in linking:
            words = words[:-1]  # `…, the Associated Press and Al Jazeera of some 170`
        if not words:
            return None
        joining = self.lexicon.list("plain_and") | self.lexicon.list("determiners")
        if all(word.text[0].isupper() or word.lower in joining for word in words):
            return self._known.name(words)
        if not any(word.lower in self.lexicon.stop or word.lower in self.lexicon.say for word in words):
            return self._known.name(words)
        name = self._subjects.heads.opening_name(words)
        passed = [word.lower for word in words[len(name) : len(name) + 2]]
        quoted = len(passed) == 2 and passed[1] in self.lexicon.list("agents")
        return self._known.name(name) if name and quoted else None

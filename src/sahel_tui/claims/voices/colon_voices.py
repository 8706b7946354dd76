"""Voices before a colon: `The army's statement: 8 killed`, `UN: at least 40 killed`, `The mayor, on the phone: "…"`."""

from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.phrases.phrases import Sentence
from sahel_tui.claims.voices.known_speakers import KnownSpeakers
from sahel_tui.claims.voices.subjects import Subjects
from sahel_tui.claims.voices.voices import Voice

FARTHEST_COLON = 12
FARTHEST_QUOTED = 20
"""Tokens before the colon of a headline, and of a quotation."""

QUOTED_GAP = 2
"""Letters between a colon and the word behind it when a quotation mark, which is no token, stands there, too."""


class ColonVoices:
    """Finds who speaks what stands behind a colon, without a verb of saying."""

    def __init__(self, known: KnownSpeakers, subjects: Subjects, lexicon: Lexicon) -> None:
        self._known = known
        self._subjects = subjects
        self.lexicon = lexicon

    def find(self, sentence: Sentence) -> list[Voice]:
        """`The army's statement: 8 killed, 14 wounded`."""
        if ":" not in sentence.folded[:FARTHEST_QUOTED]:
            return []
        colon = sentence.folded.index(":")
        quoted = self._quoting(sentence, colon)
        if quoted:
            return [Voice(colon, len(sentence.tokens), colon, quoted)]
        if colon >= FARTHEST_COLON:
            return []
        words = sentence.tokens[
            next((at + 1 for at in range(colon - 1, -1, -1) if sentence.folded[at] == ","), 0) : colon
        ]
        speaker = self.lexicon.speaker_at(words, 0)
        heads = self._subjects.heads
        reports = bool(words) and len(heads.opening_name(words)) == len(words) and heads.is_reporter(words)
        documented = any(word.lower in self.lexicon.list("documents") for word in words)
        if (speaker and speaker == ("organisation", len(words))) or (reports and not documented):
            source = self._known.name(words)  # `UN: at least 40 civilians killed`, a headline
            return [Voice(0, len(sentence.tokens), 0, source)] if source else []
        owned = any(word.lower in self.lexicon.list("possessive") for word in words)
        stated = self.lexicon.statements if owned else self.lexicon.list("owned_statements")
        if not any(word.lower in stated for word in words) or any(word.lower in self.lexicon.say for word in words[1:]):
            return []
        source = self._known.name(words)
        return [Voice(0, len(sentence.tokens), 0, source)] if source else []

    def _quoting(self, sentence: Sentence, colon: int) -> str | None:
        """`The mayor, on the phone: "We buried nine"`: whom a quotation behind a colon follows without a verb."""
        behind = sentence.tokens[colon + 1 : colon + 2]
        if not behind or behind[0].start - sentence.tokens[colon].end < QUOTED_GAP:
            return None
        words = self._subjects.heads.opening_name(sentence.tokens[:colon])
        end = len(words)
        told = sentence.lowers(end, colon)
        if told and told[0] in self.lexicon.lists("of", "place_openers"):
            end = next((at for at in range(end, colon) if sentence.tokens[at].text == ","), colon)
        apart = end == colon or sentence.tokens[end].text == ","
        said = any(word in self.lexicon.say and word not in self.lexicon.list("passed_on") for word in told)
        return self._known.name(sentence.tokens[:end]) if words and apart and not said else None

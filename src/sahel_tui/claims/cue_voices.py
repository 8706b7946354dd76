"""Voices named by a cue before, behind or amid their claim: `according to X`, `citing X`, `X's statement:`."""

from sahel_tui.claims.known_speakers import KnownSpeakers
from sahel_tui.claims.phrases import Sentence
from sahel_tui.claims.voices import Voice, find_turn, inside_quantity
from sahel_tui.claims.words import Lexicon

LONGEST_SPEAKER = 16


class CueVoices:
    """Finds the voices of a sentence that need no verb of saying."""

    def __init__(self, known: KnownSpeakers, lexicon: Lexicon) -> None:
        self._known = known
        self.lexicon = lexicon

    def find(self, sentence: Sentence) -> list[Voice]:
        """`according to X`, `citing X`: before the claim, behind it, or in its middle."""
        voices = self._before_colon(sentence) + self._of_statement(sentence)
        opened = 0
        for at in range(len(sentence.tokens)):
            cue = self.lexicon.according_to.match(sentence.tokens, at) or self.lexicon.citing.match(sentence.tokens, at)
            cue = cue or self._opening(sentence, at)
            if not cue or inside_quantity(sentence, at) or self._is_quoted(sentence, at, at + cue[1]):
                continue
            end = self.speaker_end(sentence, at + cue[1])
            source = self._known.name(sentence.tokens[at + cue[1] : end])
            if source is None:
                continue
            first, last = self._according_scope(sentence, at, end, opened)
            voices.append(Voice(first, last, at, source))
            opened = end
        return voices

    def _is_quoted(self, sentence: Sentence, at: int, end: int) -> bool:
        """`a nurse quoted by Reuters counted`: she speaks, not who quotes her."""
        passive = end < len(sentence.tokens) and sentence.tokens[end].lower in self.lexicon.list("agents")
        return passive and self.lexicon.speakers.match_before(sentence.tokens, at) is not None

    def _opening(self, sentence: Sentence, at: int) -> tuple[bool, int] | None:
        """`Pour l'ONU, …`: a preposition that names a source only at the head of a sentence, set off by a comma."""
        opens = at == 0 and sentence.tokens[0].lower in self.lexicon.list("opening_according_to")
        end = self.speaker_end(sentence, 1) if opens else 0
        return (True, 1) if opens and end < len(sentence.tokens) and sentence.tokens[end].text == "," else None

    def _before_colon(self, sentence: Sentence) -> list[Voice]:
        """`The army's statement: 8 killed, 14 wounded`."""
        colon = next((at for at, token in enumerate(sentence.tokens[:12]) if token.text == ":"), 0)
        words = sentence.tokens[:colon]
        if not any(word.lower in self.lexicon.statements for word in words) or any(
            word.lower in self.lexicon.say for word in words[1:]
        ):
            return []
        source = self._known.name(words)
        return [Voice(0, len(sentence.tokens), 0, source)] if source else []

    def _of_statement(self, sentence: Sentence) -> list[Voice]:
        """`MINUSMA's count was five`, `JNIM's claim of fifty dead`: a possessive and its toll."""
        lowers = sentence.lowers(0, min(14, len(sentence.tokens)))
        owner = next((at for at, word in enumerate(lowers) if word in ("'s", "'") and at), 0)
        noun = next(
            (at for at in range(owner + 1, min(owner + 4, len(lowers))) if lowers[at] in self.lexicon.statements), 0
        )
        stated = any(word in self.lexicon.list("be_verbs") for word in lowers[noun + 1 : noun + 6])
        stated = stated or bool(set(lowers[noun + 1 : noun + 2]) & self.lexicon.list("of"))
        if not owner or not noun or not stated:
            return []
        source = self._known.name(sentence.tokens[:owner])
        return [Voice(noun, find_turn(sentence, noun), noun, source)] if source else []

    def _according_scope(self, sentence: Sentence, at: int, end: int, opened: int) -> tuple[int, int]:
        inside = _parenthesis_around(sentence, at)
        if inside and any(inside[0] < each.first < inside[1] for each in sentence.quantities):
            return inside
        before = any(opened <= quantity.first < at for quantity in sentence.quantities if quantity.category)
        return (opened, at) if before else (at, len(sentence.tokens))

    def speaker_end(self, sentence: Sentence, first: int) -> int:
        """The end of the speaker's name behind `according to`."""
        limit = min(len(sentence.tokens), first + LONGEST_SPEAKER)
        starts = {quantity.first for quantity in sentence.quantities if not quantity.article and quantity.first > first}
        words = {word.first for word in sentence.words}
        for at in range(first, limit):
            token = sentence.tokens[at]
            if token.text in ",;:()" or token.text in (".", "—") or at in starts or (at in words and at > first):
                return at
            if token.lower in self.lexicon.subject_stops or (token.lower in self.lexicon.say and at > first):
                return at
        return limit


def _parenthesis_around(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """First token and token after of the parenthesis that `at` stands in: what it says does not reach out of it."""
    for first in range(at - 1, -1, -1):
        if sentence.tokens[first].text == ")":
            return None
        if sentence.tokens[first].text == "(":
            last = next((end for end in range(at, len(sentence.tokens)) if sentence.tokens[end].text == ")"), None)
            return (first, last or len(sentence.tokens))
    return None

"""Who says what in a sentence: stretches of its tokens with the voice that speaks them."""

from collections.abc import Sequence

from sahel_tui.claims.known_speakers import KnownSpeakers
from sahel_tui.claims.naming import NAME_LINKS
from sahel_tui.claims.phrases import Sentence
from sahel_tui.claims.sides import Combatants
from sahel_tui.claims.tokens import Token
from sahel_tui.claims.voices import OWN_VOICE, Voice, cut_overlaps
from sahel_tui.model import Span

LONGEST_SPEAKER = 16


class Speakers:
    """Finds the voices of one section, sentence after sentence; pronouns look back to the voice before."""

    def __init__(self, combatants: Combatants) -> None:
        self.combatants = combatants
        self.lexicon = combatants.lexicon
        self._known = KnownSpeakers(combatants)
        self._previous_sentence: str | None = None
        self._accused = False
        """The last sentence accused somebody: the next gives the particulars."""

    def listen(self, masked: str, span: Span) -> None:
        """Remember who speaks in a sentence without casualties."""
        if self.lexicon.may_speak.search(masked[span.start : span.end].lower()):
            self.voices(Sentence(masked, span, self.lexicon))
        else:
            self._previous_sentence = None

    def voices(self, sentence: Sentence) -> list[Voice]:
        """Voices of a sentence, in order of their cues."""
        self._known.hear_groups(sentence)
        found = sorted(self._according(sentence) + self._saying(sentence), key=lambda voice: voice.cue)
        if not found and self._previous_sentence and sentence.tokens and self._goes_on(sentence):
            found = [Voice(0, len(sentence.tokens), 0, self._previous_sentence)]
        self._previous_sentence = (found[-1].source or None) if found else None
        self._accused = not self.lexicon.list("accusing").isdisjoint(sentence.folded)
        return found

    def _goes_on(self, sentence: Sentence) -> bool:
        """The voice before speaks on: after an accusation, behind a pronoun, or in reported pluperfect."""
        if self._accused or self.lexicon.carry.match(sentence.tokens, 0):
            return True
        had = self.lexicon.list("pluperfect")
        return any(
            quantity.word and not quantity.leftward and sentence.tokens[at].lower in had
            for quantity in sentence.quantities
            for at in range(quantity.last, quantity.word.first if quantity.word else 0)
        )

    def _according(self, sentence: Sentence) -> list[Voice]:
        """`according to X`, `citing X`: before the claim, behind it, or in its middle."""
        voices = self._before_colon(sentence) + self._of_statement(sentence)
        opened = 0
        for at in range(len(sentence.tokens)):
            cue = self.lexicon.according_to.match(sentence.tokens, at) or self.lexicon.citing.match(sentence.tokens, at)
            cue = cue or self._opening(sentence, at)
            if not cue or _inside_quantity(sentence, at):
                continue
            end = self._speaker_end(sentence, at + cue[1])
            source = self._known.name(sentence.tokens[at + cue[1] : end])
            if source is None:
                continue
            first, last = self._according_scope(sentence, at, end, opened)
            voices.append(Voice(first, last, at, source))
            opened = end
        return voices

    def _opening(self, sentence: Sentence, at: int) -> tuple[bool, int] | None:
        """`Pour l'ONU, …`: a preposition that names a source only at the head of a sentence, set off by a comma."""
        opens = at == 0 and sentence.tokens[0].lower in self.lexicon.list("opening_according_to")
        end = self._speaker_end(sentence, 1) if opens else 0
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
        """`MINUSMA's count on May 19 was five`, `the government's figures were seven`: a possessive and its toll."""
        lowers = sentence.lowers(0, min(14, len(sentence.tokens)))
        owner = next((at for at, word in enumerate(lowers) if word in ("'s", "'") and at), 0)
        noun = next(
            (at for at in range(owner + 1, min(owner + 4, len(lowers))) if lowers[at] in self.lexicon.statements), 0
        )
        stated = any(word in self.lexicon.list("be_verbs") for word in lowers[noun + 1 : noun + 6])
        if not owner or not noun or not stated:
            return []
        source = self._known.name(sentence.tokens[:owner])
        return [Voice(noun, self._turn(sentence, noun), noun, source)] if source else []

    def _according_scope(self, sentence: Sentence, at: int, end: int, opened: int) -> tuple[int, int]:
        if at and sentence.tokens[at - 1].text == "(" and any(at < each.first < end for each in sentence.quantities):
            return at, end
        before = any(opened <= quantity.first < at for quantity in sentence.quantities if quantity.category)
        return (opened, at) if before else (at, len(sentence.tokens))

    def _speaker_end(self, sentence: Sentence, first: int) -> int:
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

    def _saying(self, sentence: Sentence) -> list[Voice]:
        """A subject and its verb of saying: `Mali said`, `the army put its losses at`, `…, said the mayor`."""
        voices: list[Voice] = []
        if self.lexicon.say.isdisjoint(sentence.folded):
            return voices
        opened = 0
        for at, token in enumerate(sentence.tokens):
            if token.lower not in self.lexicon.say or _inside_quantity(sentence, at):
                continue
            if self._is_passive(sentence, at):
                continue
            subject = self._subject(sentence, at)
            source = self._source_of_subject(sentence, subject, at)
            if source is not None:
                voices.append(self._subject_voice(sentence, subject, at, source, opened))
                opened = at
                continue
            inverted = self._inverted(sentence, at)
            if inverted:
                voices.append(Voice(opened, at, at, inverted))
                opened = at
        return cut_overlaps(self._with_gapped(sentence, voices), len(sentence.tokens))

    def _with_gapped(self, sentence: Sentence, voices: list[Voice]) -> list[Voice]:
        """`RFI read five dead, Jeune Afrique six`: after a comma a second speaker takes over without a verb."""
        if not voices:
            return voices
        gapped = []
        for quantity in sentence.quantities:
            start = next(
                (at for at in range(quantity.first - 1, voices[0].cue, -1) if sentence.tokens[at].text in ",;"), None
            )
            if start is None or not quantity.category or quantity.first - start < 2:
                continue
            words = sentence.tokens[start + 1 : quantity.first]
            if words[0].lower in self.lexicon.list("plain_and"):
                words = words[1:]
            if any(word.lower in self.lexicon.stop or word.lower in self.lexicon.say for word in words):
                continue
            source = self._known.name(words) if words else None
            if source:
                gapped.append(Voice(start, len(sentence.tokens), start, source))
        return sorted([*voices, *gapped], key=lambda voice: voice.first)

    def _is_passive(self, sentence: Sentence, at: int) -> bool:
        """`casualties were reported`: nobody speaks."""
        before = sentence.tokens[at - 1].lower if at else ""
        return before in self.lexicon.auxiliaries

    def _subject(self, sentence: Sentence, verb: int) -> tuple[int, int]:
        """First token and token after of the noun phrase before the verb."""
        end = verb
        while end > 0 and sentence.tokens[end - 1].lower in self.lexicon.adverbs:
            end -= 1
        end = self._skip_clause(sentence, end)
        first = end
        while first > 0 and end - first < LONGEST_SPEAKER:
            token = sentence.tokens[first - 1]
            if token.text == ")" and first > 2 and sentence.tokens[first - 3].text == "(":
                first -= 3
                continue
            named = token.text == "," and self._is_name(sentence, first, end)
            if (token.text in ",;:()—" and not named) or token.lower in self.lexicon.subject_stops:
                break
            spoken = token.lower in self.lexicon.say and token.lower not in self.lexicon.statements
            if spoken and sentence.tokens[first].lower not in self.lexicon.list("by"):
                break
            first -= 1
        return first, end

    def _skip_clause(self, sentence: Sentence, end: int) -> int:
        """`Ansar Dine, which claimed the raid, said`: the subject stands before the clause between commas."""
        if end < 3 or sentence.tokens[end - 1].text != ",":
            return end
        opened = next((at for at in range(end - 2, 0, -1) if sentence.tokens[at].text == ","), 0)
        if not opened or end - opened > LONGEST_SPEAKER:
            return end
        if self._is_name(sentence, opened + 1, end - 1):
            return end - 1
        return opened if sentence.tokens[opened + 1].lower in self.lexicon.list("clause_openers") else end

    def _is_name(self, sentence: Sentence, first: int, last: int) -> bool:
        """`the security minister, Maxime Koné, announced`: the name belongs to the subject."""
        words = sentence.tokens[first:last]
        return 0 < len(words) <= 6 and all(word.text[0].isupper() or word.lower in NAME_LINKS for word in words)

    def _source_of_subject(self, sentence: Sentence, subject: tuple[int, int], verb: int) -> str | None:
        first, end = subject
        words = [sentence.tokens[at] for at in range(first, end) if at not in sentence.dates]
        if words and words[0].lower in self.lexicon.stop and len(words) < end - first:
            words = words[1:]
        if not words:
            return None
        if self._is_own_voice(words):
            return OWN_VOICE
        if words[-1].lower in self.lexicon.pronouns:
            return self._antecedent(sentence, first)
        if any(
            first <= quantity.first < end and not quantity.article
            for quantity in sentence.quantities
            if quantity.category
        ):
            return None
        return self._known.name(words) or self._same_statement(words)

    def _is_own_voice(self, words: Sequence[Token]) -> bool:
        """`the summary box puts`: the document speaks of itself."""
        return words[-1].lower in self.lexicon.list("own_voice")

    def _same_statement(self, words: Sequence[Token]) -> str | None:
        """`the communiqué gave`, `its statement said`: the voice that was last heard."""
        definite = words[0].lower in self.lexicon.list("determiners")
        return self._known.last if definite and len(words) <= 3 and words[-1].lower in self.lexicon.statements else None

    def _antecedent(self, sentence: Sentence, before: int) -> str | None:
        """A pronoun is the speaker named earlier in the sentence, else the last one who spoke."""
        spoken = self._known.last if self._spoke_in(sentence, before) else None
        named = self._possessor(sentence, before)
        return spoken or named or self._known.last

    def _possessor(self, sentence: Sentence, before: int) -> str | None:
        """`in JNIM's statement, they claimed`: a party named with its statement in front of the pronoun."""
        words = sentence.tokens[:before]
        stated = any(word.lower in self.lexicon.statements or word.lower in ("'s", "’s") for word in words)
        return self._known.name(words) if stated or self._known.last is None else None

    def _spoke_in(self, sentence: Sentence, before: int) -> bool:
        """`a resident told AFP that he had counted`: a verb of saying already stands in front."""
        return any(token.lower in self.lexicon.say for token in sentence.tokens[:before])

    def _subject_voice(
        self, sentence: Sentence, subject: tuple[int, int], verb: int, source: str, opened: int
    ) -> Voice:
        """The claim follows the verb; a verb at the end of its sentence looks back."""
        after = any(quantity.first > verb for quantity in sentence.quantities)
        before = any(opened <= quantity.first < subject[0] for quantity in sentence.quantities if quantity.category)
        near_end = len(sentence.tokens) - verb <= 4 or sentence.tokens[verb + 1].text == ","
        if before and not after and near_end:
            return Voice(opened, subject[0], verb, source)
        return Voice(subject[0], self._turn(sentence, verb), verb, source)

    def _turn(self, sentence: Sentence, verb: int) -> int:
        """Where the document takes over again: `…; the toll rose to 91`."""
        for at in range(verb, len(sentence.tokens) - 2):
            if sentence.tokens[at].text == ";" and any(
                token.lower in self.lexicon.list("toll_subjects") for token in sentence.tokens[at + 1 : at + 4]
            ):
                return at
        return len(sentence.tokens)

    def _inverted(self, sentence: Sentence, verb: int) -> str | None:
        """`…, said the mayor`: the speaker stands behind the verb."""
        start = verb
        while start > 0 and sentence.tokens[start - 1].lower in self.lexicon.adverbs:
            start -= 1
        if start == 0 or sentence.tokens[start - 1].text not in (",", "-"):
            return None
        end = self._speaker_end(sentence, verb + 1)
        return self._known.name(sentence.tokens[verb + 1 : end])


def _inside_quantity(sentence: Sentence, at: int) -> bool:
    return any(quantity.first <= at < quantity.last for quantity in sentence.quantities)

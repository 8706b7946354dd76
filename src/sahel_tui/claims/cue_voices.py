"""Voices named by a cue before, behind or amid their claim: `according to X`, `citing X`, `X's statement:`."""

from collections.abc import Sequence

from sahel_tui.claims.known_speakers import KnownSpeakers
from sahel_tui.claims.phrases import Sentence
from sahel_tui.claims.same_voices import same_body, same_statement
from sahel_tui.claims.subjects import FRONT, Subjects
from sahel_tui.claims.voices import Voice, find_turn, inside_quantity
from sahel_tui.claims.words import Lexicon

LONGEST_SPEAKER = 16
LONGEST_OWNER = 6
"""Words of the name of whose statement it is."""


class CueVoices:
    """Finds the voices of a sentence that need no verb of saying."""

    def __init__(self, known: KnownSpeakers, subjects: Subjects, lexicon: Lexicon) -> None:
        self._known = known
        self._subjects = subjects
        self.lexicon = lexicon
        self._cue_words = lexicon.according_to.first_words | lexicon.citing.first_words

    def find(self, sentence: Sentence) -> list[Voice]:
        """`according to X`, `citing X`: before the claim, behind it, or in its middle."""
        voices = self._before_colon(sentence) + self._of_statement(sentence) + self._in_parentheses(sentence)
        opened = 0
        for at in self._cue_places(sentence):
            cue = self.lexicon.according_to.match(sentence.tokens, at) or self.lexicon.citing.match(sentence.tokens, at)
            cue = cue or (self._opening(sentence) if at == 0 else None)
            if not cue or inside_quantity(sentence, at) or self._is_quoted(sentence, at, at + cue[1]):
                continue
            if any(quantity.first == at + cue[1] and quantity.category for quantity in sentence.quantities):
                continue  # `le communiqué cite 160 tués`
            first = at + cue[1]
            end = self.speaker_end(sentence, first)
            first -= sentence.folded[first - 1] in self.lexicon.list("standing_heads")  # `de source hospitalière`
            source = self._cited(sentence, first, end)
            if source is None:
                continue
            figure = self._elliptic(sentence, at)
            first, last = (figure, at) if figure else self._according_scope(sentence, at, end, opened)
            voices.append(Voice(first, last, figure or at, source))
            opened = end
        return voices

    def _cue_places(self, sentence: Sentence) -> Sequence[int]:
        """Where a cue may start: few sentences have such a word."""
        opening = not self.lexicon.list("opening_according_to").isdisjoint(sentence.folded[:1])
        cues = sentence.places(self._cue_words)
        return [0, *(at for at in cues if at)] if opening else cues

    def _cited(self, sentence: Sentence, first: int, end: int) -> str | None:
        """The source behind `according to`: a name, `its communiqué` of the last voice, or the words as they are."""
        words = self._subjects.without_agent(sentence.tokens[first:end])
        if not words:
            return None
        if len(words) == 1 and words[0].lower in self.lexicon.pronouns:
            return self._subjects.antecedent(sentence, first)  # `Le maire est venu. D'après lui, 32 ont péri`
        same = same_body(words, self._known)
        if not same and any(word.lower in self.lexicon.list("same") for word in words[:2]):
            same = self._known.last  # `according to the same source`
        if same:
            return same
        named = self._known.name(words)
        if named and words[0].lower in self.lexicon.own and self._known.is_person(words) and "(" not in named:
            party = self._subjects.owner(sentence, first)
            return f"{party} ({named})" if party and "(" not in party else named
        if named:
            return named
        if words[0].lower in self.lexicon.own:
            return self._subjects.antecedent(sentence, first)
        same = same_statement(words, self._known)
        if same:
            return same
        start = 1 if words[0].lower in self.lexicon.list("determiners") else 0
        written = 0 < len(words) - start <= LONGEST_OWNER and words[start].text[0].isupper()
        if not written:
            return None
        self._known.last = " ".join(word.text for word in words[start:])
        return self._known.last

    def _is_quoted(self, sentence: Sentence, at: int, end: int) -> bool:
        """`a nurse quoted by Reuters counted`, `selon des sources citées par RFI`: who quotes them does not speak."""
        passive = end < len(sentence.tokens) and sentence.tokens[end].lower in self.lexicon.list("agents")
        named = at == 0 or sentence.tokens[at - 1].kind == "word" or sentence.tokens[at - 1].text == ","
        counted = any(q.category and q.first <= at - 1 < q.last for q in sentence.quantities)
        return passive and named and not counted

    def _opening(self, sentence: Sentence) -> tuple[bool, int] | None:
        """`Pour l'ONU, …`: a preposition that names a source only at the head of a sentence, set off by a comma."""
        opens = sentence.tokens[0].lower in self.lexicon.list("opening_according_to")
        end = self.speaker_end(sentence, 1) if opens else 0
        return (True, 1) if opens and end < len(sentence.tokens) and sentence.tokens[end].text == "," else None

    def _in_parentheses(self, sentence: Sentence) -> list[Voice]:
        """`27 soldiers dead (Malian army) or as many as 60 (JNIM)`: who is named straight behind says that figure."""
        voices = []
        for quantity in sentence.quantities:
            at = max(quantity.last, quantity.word.last if quantity.word and not quantity.leftward else 0)
            told = quantity.category and (at > quantity.last or not quantity.victims.kind)
            if not told or at >= len(sentence.tokens) or sentence.tokens[at].text != "(":
                continue
            end = next((end for end in range(at, len(sentence.tokens)) if sentence.tokens[end].text == ")"), at)
            words = sentence.tokens[at + 1 : end]
            counted = any(at < other.first < end for other in sentence.quantities)  # `(eleven gendarmes)`
            named = 0 < len(words) <= LONGEST_OWNER and all(word.kind == "word" for word in words) and not counted
            source = self._known.name(words) if named and not self._known.is_place(words) else None
            if source:
                voices.append(Voice(quantity.first, at, quantity.first, source))
        return voices

    def _before_colon(self, sentence: Sentence) -> list[Voice]:
        """`The army's statement: 8 killed, 14 wounded`."""
        if ":" not in sentence.folded[:12]:
            return []
        words = sentence.tokens[: sentence.folded.index(":")]
        speaker = self.lexicon.speaker_at(words, 0)
        if speaker and speaker == ("organisation", len(words)):
            source = self._known.name(words)  # `UN: at least 40 civilians killed`, a headline
            return [Voice(0, len(sentence.tokens), 0, source)] if source else []
        owned = any(word.lower in self.lexicon.list("possessive") for word in words)
        stated = self.lexicon.statements if owned else self.lexicon.list("owned_statements")
        if not any(word.lower in stated for word in words) or any(word.lower in self.lexicon.say for word in words[1:]):
            return []
        source = self._known.name(words)
        return [Voice(0, len(sentence.tokens), 0, source)] if source else []

    def _of_statement(self, sentence: Sentence) -> list[Voice]:
        """`MINUSMA's count was five`, `in the UN's reckoning`, `by its findings`, `la revendication de l'EI : …`."""
        voices = []
        for at in sentence.places(self.lexicon.list("owned_statements")):
            if not inside_quantity(sentence, at) and not self._is_deed(sentence, at):
                source = self._owner(sentence, at)
                if source:
                    voices.append(self._statement_voice(sentence, at, source))
        return voices

    def _is_deed(self, sentence: Sentence, at: int) -> bool:
        """`the Islamic State claims an ambush`: a verb, and no claim of figures."""
        behind = sentence.lowers(at + 1, at + 4)
        named = any(word in self.lexicon.grammar["event_nouns"] for word in behind)
        return named and sentence.folded[at] in self.lexicon.list("deed_verbs")

    def _owner(self, sentence: Sentence, at: int) -> str | None:
        """Whose statement it is: a possessive or pronoun up to three words before, or a complement behind it."""
        tokens, lexicon = sentence.tokens, self.lexicon
        for place in range(at - 1, max(-1, at - 4), -1):
            if tokens[place].lower in lexicon.own:
                if at > FRONT and sentence.folded[at] in lexicon.list("uttered"):
                    return None  # `…, all civilians in his words`: he speaks there anyway
                named = self._fronting(sentence, at) if place < FRONT or self._in_adverbial(sentence, at) else None
                return named or self._subjects.owner(sentence, place)
            if tokens[place].lower in lexicon.list("possessive"):
                return self._known.name(tokens[self._phrase_start(sentence, place) : place])
            if tokens[place].kind != "word" or tokens[place].lower in lexicon.stop:
                break
        adjunct = self._adjunct(sentence, at)
        if adjunct:
            return adjunct
        opens = lexicon.list("of") | lexicon.list("agents") | lexicon.list("statement_from")
        behind = at + 1 < len(tokens) and tokens[at + 1].lower in opens
        if not behind and at + 2 < len(tokens) and tokens[at + 2].lower in lexicon.list("agents"):
            return self._known.name(
                tokens[at + 3 : self._name_end(sentence, at + 3)]
            )  # `bilan arrêté par le gouverneur`
        named = self._known.name(tokens[at + 2 : self._name_end(sentence, at + 2)]) if behind else None
        return named or self._speaker_in(sentence, at)

    def _in_adverbial(self, sentence: Sentence, at: int) -> bool:
        """`Au terme de son enquête, …`, `At the end of its inquiry, …`: a phrase with a preposition and a comma."""
        tokens, lexicon = sentence.tokens, self.lexicon
        opens = sentence.folded[0] in lexicon.list("place_openers") | lexicon.list("adverbial_openers")
        comma = next((place for place, token in enumerate(tokens) if token.kind == "mark"), 0)
        return opens and at < comma and tokens[comma].text == ","

    def _fronting(self, sentence: Sentence, at: int) -> str | None:
        """`By its own account, the MNLA lost six`: a possessive at the head looks forward to the subject."""
        comma = sentence.folded.index(",", at) if "," in sentence.folded[at:] else at
        first = comma + 1 if self._in_adverbial(sentence, at) else at + 1 + (comma == at + 1)
        words = self._subjects.heads.opening_name(sentence.tokens[first:])
        return self._known.name(words) if words else None

    def _speaker_in(self, sentence: Sentence, at: int) -> str | None:
        """`in a video JNIM went beyond sixty`, `in a statement of 11 July Bamako …`: the subject behind it."""
        tokens, lexicon = sentence.tokens, self.lexicon
        if at < 2 or tokens[at - 2].lower not in lexicon.list("place_openers"):
            return None
        if tokens[at - 1].lower not in lexicon.list("articles"):
            return None
        behind = at + 1
        while behind < len(tokens) and (behind in sentence.dates or tokens[behind].lower in {",", *lexicon.list("of")}):
            behind += 1
        words = self._subjects.heads.opening_name(tokens[behind:])
        return self._known.name(words) if words else None

    def _adjunct(self, sentence: Sentence, at: int) -> str | None:
        """`the first UN estimate`, `an army communiqué`: a party's name or nation straight before its statement."""
        before = sentence.tokens[max(0, at - 2) : at]
        named = next((before[start:] for start in range(len(before)) if self._known.is_body(before[start:])), None)
        if not named:
            return self._nation_beside(sentence, at)
        first = at - len(named)
        nation = self.lexicon.nationalities.get(sentence.folded[first - 1]) if first else None
        return nation or self._known.name(named)  # `a French government assessment`

    def _nation_beside(self, sentence: Sentence, at: int) -> str | None:
        """`a French assessment`, `un rapport nigérien`, `le bilan onusien`: whose statement its adjective tells."""
        lexicon = self.lexicon
        if lexicon.grammar.get("lower_nations") and at + 1 < len(sentence.tokens):
            adjective = sentence.folded[at + 1]
            if adjective in lexicon.list("official_words"):
                return self._known.combatants.country
            return lexicon.nationalities.get(adjective) or lexicon.acronyms.get(adjective)
        for place in range(at - 1, max(-1, at - 3), -1):
            word = sentence.folded[place]
            if word in lexicon.stop or sentence.tokens[place].kind != "word":
                return None
            if word in lexicon.list("official_words"):
                return self._known.combatants.country
            if word in lexicon.nationalities and sentence.tokens[place].text[0].isupper():
                press = sentence.folded[at] in lexicon.list("press_papers")  # `an Italian report`: no government's
                return None if press else lexicon.nationalities[word]
        return None

    def _phrase_start(self, sentence: Sentence, end: int) -> int:
        """Where the noun phrase that ends there began."""
        start = end
        while start > 0 and end - start < LONGEST_OWNER:
            token = sentence.tokens[start - 1]
            if token.kind != "word" or (
                token.lower in self.lexicon.stop and token.lower not in self.lexicon.list("of")
            ):
                break
            start -= 1
        return start

    def _name_end(self, sentence: Sentence, first: int) -> int:
        """Where the name that starts there ends: at punctuation, a verb of saying, a figure or a preposition."""
        starts = {quantity.first for quantity in sentence.quantities if not quantity.article}
        for at in range(first, min(len(sentence.tokens), first + LONGEST_OWNER)):
            token = sentence.tokens[at]
            stops = token.lower in self.lexicon.stop and token.lower not in self.lexicon.list("determiners")
            if token.kind == "mark" or at in starts or stops or token.lower in self.lexicon.say:
                return at
        return min(len(sentence.tokens), first + LONGEST_OWNER)

    def _statement_voice(self, sentence: Sentence, at: int, source: str) -> Voice:
        """What follows is said by it; with nothing behind it, what stands before: `six rebels died, by its count`."""
        after = any(at < quantity.first for quantity in sentence.quantities)
        if after or not any(quantity.first < at for quantity in sentence.quantities):
            return Voice(at, find_turn(sentence, at), at, source)
        return Voice(0, at, at, source)

    def _elliptic(self, sentence: Sentence, at: int) -> int | None:
        """`twelve died, fifteen according to the mayor`, `(37 according to the UN)`: a bare figure before its cue."""
        joints = {",", "(", ";", *self.lexicon.list("plain_and"), *self.lexicon.list("or")}
        for number, quantity in enumerate(sentence.quantities):
            bare = quantity.match.last == at and not quantity.article and number > 0
            if bare and sentence.folded[quantity.first - 1] in joints:
                return quantity.first
        return None

    def _according_scope(self, sentence: Sentence, at: int, end: int, opened: int) -> tuple[int, int]:
        inside = _parenthesis_around(sentence, at)
        if inside and any(inside[0] < each.first < inside[1] for each in sentence.quantities):
            return inside
        opens = self.lexicon.list("clause_starts") | {";"}
        forward = at > 0 and sentence.folded[at - 1] in opens  # `…, but according to JNIM the figure was 70`
        parted = next((place + 1 for place in range(at - 1, opened, -1) if sentence.tokens[place].text == ";"), opened)
        parted = parted if any(parted <= q.first < at for q in sentence.quantities if q.category) else opened
        opened = parted  # `the army lost one man; 35 attackers died, according to the ministry`
        before = not forward and any(opened <= q.first < at for q in sentence.quantities if q.category)
        if before and self._goes_on_behind(sentence, end):
            return opened, len(sentence.tokens)
        return (opened, at) if before else (at, len(sentence.tokens))

    def _goes_on_behind(self, sentence: Sentence, end: int) -> bool:
        """`executed eleven, according to X, and carried off six`: the clause goes on with its next verb."""
        verb = end + 2
        joined = sentence.lowers(end, end + 1) == [","] and sentence.lowers(end + 1, verb) != []
        joined = joined and sentence.folded[end + 1] in self.lexicon.list("plain_and")
        return joined and any(word.first == verb and word.families("active", "participle") for word in sentence.words)

    def speaker_end(self, sentence: Sentence, first: int) -> int:
        """The end of the speaker's name behind `according to`."""
        limit = min(len(sentence.tokens), first + LONGEST_SPEAKER)
        starts = {quantity.first for quantity in sentence.quantities if not quantity.article and quantity.first > first}
        words = {word.first for word in sentence.words}
        for at in range(first, limit):
            token = sentence.tokens[at]
            if token.text in ",;:()" or token.text in (".", "—") or at in starts or (at in words and at > first + 1):
                return at
            said = token.lower in self.lexicon.say and token.text[0].islower()
            stated = at == first + 1 and token.lower in self.lexicon.list("official_statements")  # `ce communiqué`
            if token.lower in self.lexicon.subject_stops or (said and at > first and not stated):
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

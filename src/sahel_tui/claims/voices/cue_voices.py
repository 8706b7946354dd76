"""Voices named by a cue before, behind or amid their claim: `according to X`, `citing X`, `X's statement:`."""

from collections.abc import Sequence

from sahel_tui.claims.language.name_forms import is_acronym, number_length
from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.links.sourced_links import find_believed
from sahel_tui.claims.phrases.phrases import Sentence
from sahel_tui.claims.voices.authors import author_of, without_agent, without_allegiance
from sahel_tui.claims.voices.colon_voices import ColonVoices
from sahel_tui.claims.voices.cue_scopes import find_elliptic, find_scope
from sahel_tui.claims.voices.elided_statements import ElidedStatements
from sahel_tui.claims.voices.for_voices import ForVoices
from sahel_tui.claims.voices.known_speakers import KnownSpeakers
from sahel_tui.claims.voices.same_voices import same_body, same_statement
from sahel_tui.claims.voices.statement_scopes import LONGEST_OWNER
from sahel_tui.claims.voices.statement_voices import StatementVoices
from sahel_tui.claims.voices.subjects import Subjects
from sahel_tui.claims.voices.voices import Voice, inside_quantity

LONGEST_SPEAKER = 16

FARTHEST_AUTHOR = 7
"""Tokens from a paper, or from what was done with it, to who wrote it."""

CUES = ("according_to", "citing", "opening_according_to", "for_them", "conditionals")
"""Lists and phrases that introduce who says something."""


class CueVoices:
    """Finds the voices of a sentence that need no verb of saying."""

    def __init__(self, known: KnownSpeakers, subjects: Subjects, lexicon: Lexicon) -> None:
        self._known = known
        self._subjects = subjects
        self.lexicon = lexicon
        self._for = ForVoices(known, subjects, lexicon, self.speaker_end)
        self._colons = ColonVoices(known, subjects, lexicon)
        self._statements = StatementVoices(known, subjects, lexicon)
        self._elided = ElidedStatements(known, self._statements, lexicon)

    def find(self, sentence: Sentence) -> list[Voice]:
        """`according to X`, `citing X`: before the claim, behind it, or in its middle."""
        voices = self._elided.add(sentence, self._colons.find(sentence) + self._statements.find(sentence))
        voices += self._in_parentheses(sentence)
        opened = 0
        for at in self._cue_places(sentence):
            named = None if inside_quantity(sentence, at) else self._named_at(sentence, at)
            source = self._cited(sentence, named[0], named[1]) if named else None
            if source is None or named is None:
                continue
            figure = find_elliptic(sentence, at)
            first, last = (figure, at) if figure is not None else find_scope(sentence, at, named[2], opened)
            voices.append(Voice(first, last, at if figure is None else figure, source))
            opened = named[2]
        return voices

    def _named_at(self, sentence: Sentence, at: int) -> tuple[int, int, int] | None:
        """First token and token after of the name that a cue there introduces, and the token behind the cue."""
        believed = find_believed(sentence, at)
        if believed:
            return believed
        cue = self.lexicon.according_to.match(sentence.tokens, at) or self.lexicon.citing.match(sentence.tokens, at)
        cue = cue or (self._opening(sentence) if at == 0 else self._for.find_whom(sentence, at))
        cue = cue or self._for.find(sentence, at)
        if not cue or self._is_quoted(sentence, at, at + cue[1]) or self._is_deed(sentence, at):
            return None
        if any(quantity.first == at + cue[1] and quantity.category for quantity in sentence.quantities):
            return None  # `le communiqué cite 160 tués`
        first = at + cue[1]
        end = self.speaker_end(sentence, first)
        standing = sentence.folded[first - 1] in self.lexicon.list("standing_heads")  # `de source hospitalière`
        return first - standing, end, end

    def _is_deed(self, sentence: Sentence, at: int) -> bool:
        """`an attack later claimed by JNIM`: the deed is claimed, and no figure."""
        before = at - 1
        while before > 0 and sentence.folded[before] in self.lexicon.adverbs:
            before -= 1
        event = at > 0 and sentence.folded[before] in self.lexicon.grammar["event_nouns"]
        claimed = event and sentence.folded[at] in self.lexicon.list("deed_verbs")
        if claimed:  # `Its statement spoke of …`
            self._known.name(sentence.tokens[at + 2 : self.speaker_end(sentence, at + 2)])
        return claimed

    def _is_authored(self, sentence: Sentence, first: int, at: int) -> bool:
        """`a new report obtained from …`, `a list circulated in April by …`: a paper, and what tells who wrote it."""
        lexicon, folded = self.lexicon, sentence.folded
        papers = lexicon.lists("owned_statements", "papers")
        opens = lexicon.lists("agents", "origins")
        behind = folded[at + 1 : at + FARTHEST_AUTHOR]
        return not (opens.isdisjoint(behind) or papers.isdisjoint(folded[first : at + 1])) and "," not in behind

    def _cue_places(self, sentence: Sentence) -> Sequence[int]:
        """Where a cue may start: few sentences have such a word."""
        told = sentence.told
        if told.keys().isdisjoint(CUES):
            return ()
        return sorted({at for name in CUES if name in told for at in told[name]})

    def _cited(self, sentence: Sentence, first: int, end: int) -> str | None:
        """The source behind `according to`: a name, `its communiqué` of the last voice, or the words as they are."""
        told = sentence.tokens[first:end]
        if told and told[-1].lower in self.lexicon.list("testimonies") and self._is_basis(sentence, first):
            return None  # `RFI, sur la foi de témoignages, …`
        words = without_allegiance(author_of(told, self._known) or without_agent(told, self._known), self._known)
        if not words or words[0].lower in self.lexicon.list("cited_relatives"):
            return self._before_relative(sentence, first)
        if len(words) == 1 and words[0].lower in self.lexicon.pronouns:
            return self._spoken_before(sentence, first) or self._subjects.antecedents.antecedent(sentence, first)
        same = self._subjects.antecedents.of_organ(sentence, first, words)
        same = same or self._subjects.antecedents.latter(sentence, first, words) or same_body(words, self._known)
        if not same and any(word.lower in self.lexicon.list("same") for word in words[:2]):
            same = self._known.last  # `according to the same source`
        same = same or self._subjects.described.relative(words)  # `according to a cousin of the mayor`
        if same:
            return same
        named = self._known.name(words, self._apposed(sentence, end))
        if named and words[0].lower in self.lexicon.own and self._known.is_person(words) and "(" not in named:
            party = self._subjects.antecedents.owner(sentence, first)
            return f"{party} ({named})" if party and "(" not in party else named
        if named:
            return named
        if words[0].lower in self.lexicon.own:
            return self._subjects.antecedents.antecedent(sentence, first)
        same = same_statement(words, self._known)
        if same:
            return same
        start = 1 if words[0].lower in self.lexicon.list("determiners") else 0
        written = 0 < len(words) - start <= LONGEST_OWNER and words[start].text[0].isupper()
        if not written:  # `selon un dernier bilan` ends before a casualty word
            ended = end >= len(sentence.tokens) or sentence.tokens[end].kind == "mark"
            ended = ended or sentence.folded[end] in self.lexicon.list("personal_relatives")  # `a man who fled`
            return self._subjects.described.describe_cited(words) if ended else None
        self._known.last = " ".join(word.text for word in words[start:])
        return self._known.last

    def _is_basis(self, sentence: Sentence, first: int) -> bool:
        return any(
            found[1] == first - at
            for at in sentence.places(self.lexicon.citing.first_words)
            if (found := self.lexicon.citing.match(sentence.tokens, at))
        )

    def _spoken_before(self, sentence: Sentence, first: int) -> str | None:
        """`The ministry counts nine dead; according to it, a truck was lost`: whoever says something before it."""
        told = sorted(at for name in ("say", "say_phrases") for at in sentence.told.get(name, ()) if 0 < at < first)
        subjects = ((self._subjects.find(sentence, verb), verb) for verb in reversed(told))
        sources = (self._subjects.source_of(sentence, subject, verb) for subject, verb in subjects if subject[1])
        return next((source for source in sources if source), None)

    def _apposed(self, sentence: Sentence, comma: int) -> Sequence[Token]:
        """`according to Mehdi Ag Almoubareck, of the MNLA, …`: what stands between commas behind a name."""
        if sentence.lowers(comma, comma + 1) != [","]:
            return ()
        end = next((at for at in range(comma + 1, len(sentence.tokens)) if sentence.tokens[at].text in ",."), comma)
        counted = any(comma < quantity.first < end for quantity in sentence.quantities)
        return () if counted or end - comma > LONGEST_OWNER else sentence.tokens[comma + 1 : end]

    def _before_relative(self, sentence: Sentence, first: int) -> str | None:
        """`a local official, according to whom …`: the noun phrase before the comma, else who spoke last."""
        relative = not self.lexicon.list("cited_relatives").isdisjoint(sentence.lowers(first, first + 1))
        comma = next((at for at in range(first - 1, -1, -1) if sentence.tokens[at].text == ","), 0) if relative else 0
        if not comma:
            return None
        if sentence.folded[comma - 1] in self.lexicon.capitals:
            return self._known.name(sentence.tokens[comma - 1 : comma])
        opens = self.lexicon.lists("noun_openers", "agents")
        start = next((at for at in range(comma - 1, -1, -1) if sentence.folded[at] in opens), 0)
        owned = start > 1 and sentence.folded[start - 1] in self.lexicon.list("of")  # `le maire de la ville`
        start = next((at for at in range(start - 1, -1, -1) if sentence.folded[at] in opens), 0) if owned else start
        return self._known.name(sentence.tokens[start:comma]) or self._known.last

    def _is_quoted(self, sentence: Sentence, at: int, end: int) -> bool:
        """`a nurse quoted by Reuters counted`, `selon des sources citées par RFI`: who quotes them does not speak."""
        outlets = self.lexicon.lists("agents", "place_openers")  # `officers quoted in the press`
        passive = end < len(sentence.tokens) and sentence.tokens[end].lower in outlets
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
        voices: list[Voice] = []
        for quantity in sentence.quantities if "(" in sentence.told else ():
            at = quantity.end
            told = quantity.category and (at > quantity.last or not quantity.victims.kind)
            if not told or at >= len(sentence.tokens) or sentence.tokens[at].text != "(":
                continue
            end = next((end for end in range(at, len(sentence.tokens)) if sentence.tokens[end].text == ")"), at)
            words = sentence.tokens[at + 1 : end]
            counted = any(at < q.first < end and not q.article for q in sentence.quantities)  # `(eleven gendarmes)`
            named = 0 < len(words) <= LONGEST_OWNER and all(word.kind == "word" for word in words) and not counted
            speaks = words and self.lexicon.speakers.places([word.lower for word in words])
            placed = not speaks and self._known.is_place(words)  # `(the mayor of Tessal)` is no place
            source = self._known.name(words) if named and not placed else None
            if source:
                voices.append(Voice(quantity.first, at, quantity.first, source))
        return voices

    def speaker_end(self, sentence: Sentence, first: int) -> int:
        """The end of the speaker's name behind `according to`."""
        limit = min(len(sentence.tokens), first + LONGEST_SPEAKER)
        starts = {quantity.first for quantity in sentence.quantities if not quantity.article and quantity.first > first}
        words = {word.first for word in sentence.words}
        named = first
        for at in range(first, limit):
            token = sentence.tokens[at]
            if token.text == "(" and at > first + 1 and is_acronym(sentence.tokens, at + 1):
                named = at + 3  # `the Collective (CJB)`
            called = self.lexicon.speaker_at(sentence.tokens, at) if at <= first + 1 else None
            named = max(named, at + called[1] if called else 0)  # `l'agence des Nations unies pour les réfugiés`
            named = max(named, at + number_length(sentence.tokens, at, self.lexicon))
            if at < named:
                continue
            if token.text in ",;:()" or token.text in (".", "—") or at in starts or (at in words and at > first + 1):
                return at
            said = token.lower in self.lexicon.say and token.text[0].islower()
            if at > first and token.lower in self.lexicon.list("coming"):
                return at  # `From Bamako came word of …`
            stated = at == first + 1 and token.lower in self.lexicon.list("official_statements")  # `ce communiqué`
            stated = stated or self._is_authored(sentence, first, at)
            if token.lower in self.lexicon.subject_stops or (said and at > first and not stated):
                return at
        return limit

"""Voices of whoever a statement belongs to: `MINUSMA's count was five`, `in its findings`, `a French assessment`."""

from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.phrases.phrases import Sentence
from sahel_tui.claims.voices.antecedents import FRONT
from sahel_tui.claims.voices.known_speakers import KnownSpeakers
from sahel_tui.claims.voices.statement_scopes import LONGEST_OWNER, statement_voice
from sahel_tui.claims.voices.subjects import Subjects
from sahel_tui.claims.voices.voices import Voice, inside_quantity

UNKNOWN_STATE = "government"
"""Whose an official statement is where the document does not tell the country."""

PAPERS = ("owned_statements", "reported_tolls", "news")
"""Lists of what belongs to whoever speaks."""


class StatementVoices:
    """Finds the owners of counts, reports and communiqués that speak figures."""

    def __init__(self, known: KnownSpeakers, subjects: Subjects, lexicon: Lexicon) -> None:
        self._known = known
        self._subjects = subjects
        self.lexicon = lexicon

    def find(self, sentence: Sentence) -> list[Voice]:
        """`MINUSMA's count was five`, `in the UN's reckoning`, `by its findings`, `la revendication de l'EI : …`."""
        voices: list[Voice] = []
        told = sentence.told
        if told.keys().isdisjoint(PAPERS):
            return voices
        tolls, news = self.lexicon.list("reported_tolls"), self.lexicon.list("news")
        places = {at for name in PAPERS for at in told.get(name, ())}
        for at in sorted(places):
            if sentence.folded[at] in tolls and not self._is_reported(sentence, at):
                continue
            if sentence.folded[at] in news and not self._from(sentence, at):
                continue
            if not (inside_quantity(sentence, at) or self._is_deed(sentence, at) or self._is_general(sentence, at)):
                source = self._owner(sentence, at)
                if source:
                    voices.append(statement_voice(sentence, at, source))
        return voices

    def _is_reported(self, sentence: Sentence, at: int) -> bool:
        """`the hospital's toll was twelve`, `the government toll`; the toll of a belligerent may be its own dead.

        `Its toll` is a count of whoever counted just before.
        """
        if self._from(sentence, at):
            return True
        if 0 < at <= FRONT and sentence.folded[at - 1] in self.lexicon.own:
            return not self._subjects.antecedents.silent()
        if self._is_adjoined(sentence, at):
            return True
        owned = at > 1 and sentence.folded[at - 1] in self.lexicon.list("possessive")
        start = self.phrase_start(sentence, at - 1) if owned else at
        return owned and self._subjects.heads.is_reporter(sentence.tokens[start : at - 1])

    def _is_adjoined(self, sentence: Sentence, at: int) -> bool:
        """`the government toll`, `the official death toll`: a civil organ or `official` straight before the toll."""
        labels = self.lexicon.lists("toll_labels", "-civil_organs")
        end = at - (at > 0 and sentence.folded[at - 1] in labels)
        before = sentence.tokens[max(0, end - 1) : end]
        if not before or before[0].lower in self.lexicon.list("official_words"):
            return bool(before)
        return before[0].lower in self.lexicon.list("civil_organs")  # `the UN toll` may be its own dead

    def _from(self, sentence: Sentence, at: int) -> int:
        """Where its owner's name begins: `The first toll, from RFI, was …`, `The toll of twelve dead came from RFI`.

        So it does behind a copula and what stands for the noun: `…; the figure is that of RFI`.
        """
        folded, lexicon = sentence.folded, self.lexicon
        links = lexicon.lists("coming", "copulas")
        behind = self._behind_figures(sentence, at + 1)
        came = False
        while behind < len(folded) and (folded[behind] in links or folded[behind] == ","):
            came = came or folded[behind] in links
            behind += 1
        apart = behind > at + 1 and not came and behind + 1 < len(folded) and folded[behind + 1] in lexicon.list("of")
        shown = (came or apart) and folded[behind : behind + 1] != [] and folded[behind] in lexicon.list("stand_ins")
        came = came or apart  # `In the first version, that of the minister, …`
        behind += shown
        opens = behind < len(folded) and folded[behind] in lexicon.list("origins")
        opens = opens or (came and behind < len(folded) and folded[behind] in lexicon.list("of"))
        return behind + 1 if opens and (shown or not self._counts_at(sentence, behind + 1)) else 0

    def _behind_figures(self, sentence: Sentence, first: int) -> int:
        """`the toll of twelve soldiers killed …`: the token behind the figures that the noun has as its complement."""
        if sentence.folded[first : first + 1] == [] or sentence.folded[first] not in self.lexicon.list("of"):
            return first
        told = next((q for q in sentence.quantities if q.category and q.first == first + 1), None)
        if told is None:
            return first
        return told.end

    def _counts_at(self, sentence: Sentence, at: int) -> bool:
        """`the toll is of twelve dead`: a figure, and nobody's name."""
        return any(q.first == at and not q.article for q in sentence.quantities)

    def _is_general(self, sentence: Sentence, at: int) -> bool:
        """`gunmen, by most accounts of the Islamic State, …`: everybody says so."""
        return at > 0 and sentence.folded[at - 1] in self.lexicon.list("quantifiers")

    def _is_deed(self, sentence: Sentence, at: int) -> bool:
        """`the Islamic State claims an ambush`: a verb, and no claim of figures."""
        behind = sentence.lowers(at + 1, at + 4)
        named = any(word in self.lexicon.grammar["event_nouns"] for word in behind)
        return named and sentence.folded[at] in self.lexicon.list("deed_verbs")

    def _owner(self, sentence: Sentence, at: int) -> str | None:
        """Whose statement it is: a possessive or pronoun up to three words before, or a complement behind it."""
        tokens, lexicon = sentence.tokens, self.lexicon
        if at and tokens[at - 1].lower in lexicon.list("same"):
            return self._known.last  # `by the same account`
        for place in range(at - 1, max(-1, at - 4), -1):
            if tokens[place].lower in lexicon.own:
                if at > FRONT and sentence.folded[at] in lexicon.list("uttered"):
                    return None  # `…, all civilians in his words`: he speaks there anyway
                named = self._fronting(sentence, at) if place < FRONT or self._in_adverbial(sentence, at) else None
                return named or self._subjects.antecedents.owner(sentence, place)
            if tokens[place].lower in lexicon.list("possessive"):
                return self._known.name(tokens[self.phrase_start(sentence, place) : place])
            if tokens[place].kind != "word" or tokens[place].lower in lexicon.stop:
                break
        adjunct = self._adjunct(sentence, at)
        if adjunct:
            return adjunct
        origin = self._from(sentence, at)
        if origin:
            return self._known.name(tokens[origin : self.name_end(sentence, origin)])
        opens = lexicon.lists("of", "agents", "statement_from")
        behind = at + 1 < len(tokens) and tokens[at + 1].lower in opens
        described = lexicon.lists("agents", "of") if lexicon.grammar.get("head_first") else lexicon.list("agents")
        counted = any(quantity.first == at + 3 for quantity in sentence.quantities)
        counted = counted or not lexicon.list("rejecting").isdisjoint(sentence.lowers(at + 1, at + 2))
        official = at > 0 and sentence.folded[at - 1] in lexicon.list("official_words")
        counted = counted or official  # `an official document seen by AFP` speaks for itself
        if not behind and not counted and at + 2 < len(tokens) and tokens[at + 2].lower in described:
            return self._known.name(
                tokens[at + 3 : self.name_end(sentence, at + 3)]
            )  # `bilan arrêté par le gouverneur`
        named = self._known.name(tokens[at + 2 : self.name_end(sentence, at + 2)]) if behind else None
        return named or self._speaker_in(sentence, at) or self._read_in(sentence, at)

    def _read_in(self, sentence: Sentence, at: int) -> str | None:
        """`a communiqué read that evening in Bamako`: a capital stands for whose statement came out there."""
        folded, lexicon = sentence.folded, self.lexicon
        counted = {quantity.first for quantity in sentence.quantities}
        if folded[at] not in lexicon.list("official_statements"):
            return None
        for place in range(at + 1, min(at + LONGEST_OWNER + 2, len(folded))):
            said = place > at + 1 and folded[place] in lexicon.say
            if said or place in counted or sentence.tokens[place].kind == "mark":
                return None
            if folded[place] in lexicon.capitals and folded[place - 1] in lexicon.lists("place_openers", "origins"):
                return self._known.name(sentence.tokens[place : place + 1])
        return None

    def _fronting(self, sentence: Sentence, at: int) -> str | None:
        """`By its own account, the MNLA lost six`: a possessive at the head looks forward to the subject."""
        comma = sentence.folded.index(",", at) if "," in sentence.folded[at:] else at
        first = comma + 1 if self._in_adverbial(sentence, at) else at + 1 + (comma == at + 1)
        words = self._subjects.heads.opening_name(sentence.tokens[first:])
        return self._known.name(words) if words else None

    def _in_adverbial(self, sentence: Sentence, at: int) -> bool:
        """`Au terme de son enquête, …`, `At the end of its inquiry, …`: a phrase with a preposition and a comma."""
        tokens, lexicon = sentence.tokens, self.lexicon
        opens = sentence.folded[0] in lexicon.lists("place_openers", "adverbial_openers")
        comma = next((place for place, token in enumerate(tokens) if token.kind == "mark"), 0)
        return opens and at < comma and tokens[comma].text == ","

    def _speaker_in(self, sentence: Sentence, at: int) -> str | None:
        """`in a video JNIM went beyond sixty`, `in a statement of 11 July Bamako …`: the subject behind it."""
        tokens, lexicon = sentence.tokens, self.lexicon
        if at < 2 or tokens[at - 2].lower not in lexicon.list("place_openers"):
            return None
        if tokens[at - 1].lower not in lexicon.list("articles"):
            return None
        behind = at + 1
        while behind < len(tokens) and (behind in sentence.dates or tokens[behind].lower in lexicon.lists(",", "of")):
            behind += 1
        words = self._subjects.heads.opening_name(tokens[behind:])
        return self._known.name(words) if words else None

    def _adjunct(self, sentence: Sentence, at: int) -> str | None:
        """`the first UN estimate`, `an army communiqué`: a party's name or nation straight before its statement."""
        if self.lexicon.grammar.get("lower_nations"):
            return self._nation_beside(sentence, at)  # a language whose attributes follow: `l'armée compte` is a verb
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
                return self._known.combatants.country or UNKNOWN_STATE
            return lexicon.nationalities.get(adjective) or lexicon.acronyms.get(adjective)
        for place in range(at - 1, max(-1, at - 3), -1):
            word = sentence.folded[place]
            if word in lexicon.stop or sentence.tokens[place].kind != "word":
                return None
            if word in lexicon.list("official_words"):
                if sentence.folded[at] in lexicon.list("papers"):
                    return None  # `an official document` speaks for itself
                verb = any(quantity.first == at + 1 for quantity in sentence.quantities)
                verb = verb and not self._is_adjunct(sentence, place)
                return None if verb else self._known.combatants.country  # `an official claims more than 80 dead`
            if word in lexicon.list("local_words"):
                return lexicon.voices.get(word, "locals")  # `by all local accounts`
            if word in lexicon.nationalities and sentence.tokens[place].text[0].isupper():
                press = sentence.folded[at] in lexicon.list("press_papers")  # `an Italian report`: no government's
                return None if press and not self._is_adjunct(sentence, place) else lexicon.nationalities[word]
        return None

    def _is_adjunct(self, sentence: Sentence, at: int) -> bool:
        """`by the French account`, `in the official version`: a preposition and a definite article before the word."""
        lexicon, before = self.lexicon, sentence.lowers(max(0, at - 2), at)
        opens = lexicon.lists("agents", "place_openers", "day_openers")
        return len(before) == 2 and before[0] in opens and before[1] in lexicon.list("definite")

    def phrase_start(self, sentence: Sentence, end: int) -> int:
        """Where the noun phrase that ends there began."""
        start = end
        while start > 0 and end - start < LONGEST_OWNER:
            token = sentence.tokens[start - 1]
            if token.kind != "word" or (
                token.lower in self.lexicon.stop and token.lower not in self.lexicon.list("of")
            ):
                break
            said = token.lower in self.lexicon.say and token.text.islower() and start < end
            if said and token.lower not in self.lexicon.statements:
                break  # `The army disputed the mayor's figure`
            start -= 1
        return start

    def name_end(self, sentence: Sentence, first: int) -> int:
        """Where the name that starts there ends: at punctuation, a verb of saying, a figure or a preposition."""
        counted = (q for q in sentence.quantities if not q.article and (q.category or q.first > first))
        starts = {quantity.first for quantity in counted}  # `the figure of two officials` counts nobody
        spelled = self._subjects.heads.spelled_out(sentence.tokens[first:])
        called = max((at + found[1] for at in (first, first + 1) if (found := self._called(sentence, at))), default=0)
        if spelled or called > first + LONGEST_OWNER:
            return max(first + spelled, called)
        for at in range(first, min(len(sentence.tokens), first + LONGEST_OWNER)):
            token = sentence.tokens[at]
            stops = token.lower in self.lexicon.stop and token.lower not in self.lexicon.list("noun_openers")
            if token.kind == "mark" or at in starts or stops or token.lower in self.lexicon.say:
                return at
        return min(len(sentence.tokens), first + LONGEST_OWNER)

    def _called(self, sentence: Sentence, at: int) -> tuple[str, int] | None:
        return self.lexicon.speaker_at(sentence.tokens, at) if at < len(sentence.tokens) else None

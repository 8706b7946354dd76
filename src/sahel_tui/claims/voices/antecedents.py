"""Whom pronouns, possessives and relatives mean: who spoke before, or the subject that a second verb shares."""

import re
from collections.abc import Callable, Sequence

from sahel_tui.claims.language.actors import load_actors
from sahel_tui.claims.language.name_forms import is_acronym
from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.phrases.phrases import Sentence
from sahel_tui.claims.voices.clause_heads import LONGEST_NAME, ClauseHeads
from sahel_tui.claims.voices.known_speakers import KnownSpeakers
from sahel_tui.claims.voices.same_voices import same_statement

PAIR = 2
"""Parties of which one may be `the former`."""

ORDINAL_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th|er)")

FRONT = 2
"""Tokens before a possessive at the head of a sentence: `In its second claim`."""


class Antecedents:
    """Looks back, in the sentence and over its start, for who speaks."""

    def __init__(self, known: KnownSpeakers, heads: ClauseHeads, lexicon: Lexicon) -> None:
        self._known = known
        self._heads = heads
        self.lexicon = lexicon
        self.silent: Callable[[], Sequence[Token]] = tuple
        """The sentence before, when nobody spoke in it: a pronoun may be its subject."""

    def of_relative(self, sentence: Sentence, first: int) -> str | None:
        """`l'état-major ivoirien, qui ajoute que …`: the name just before the relative pronoun."""
        relative = sentence.folded[first - 1] if first else ""
        cleft = relative in self.lexicon.list("that_clause") and sentence.folded[0] in self.lexicon.list("cleft")
        if relative not in self.lexicon.list("relatives") and not cleft:
            return None
        end = first - 1
        while end > 0 and sentence.tokens[end - 1].text == ",":
            end -= 1
        if end > 2 and sentence.tokens[end - 1].text == ")" and is_acronym(sentence.tokens, end - 2):
            return self._known.name(
                sentence.tokens[max(0, end - LONGEST_NAME) : end]
            )  # `the Collective (CJB), which …`
        start = next((at + 1 for at in range(end - 1, -1, -1) if sentence.tokens[at].kind == "mark"), 0)
        capital = sentence.folded[end - 1] in self.lexicon.capitals  # `condamnée par Bamako, qui …`
        called = self.lexicon.speakers.match_before(sentence.tokens, end)
        longest = max(LONGEST_NAME, called[1] if called else 0)
        words = sentence.tokens[end - 1 if capital else max(start, end - longest) : end]
        named = self._known.name(words, (), self._title(sentence, start))
        return named or same_statement(words[-2:], self._known)  # `the communiqué, which conceded …`

    def _title(self, sentence: Sentence, start: int) -> Sequence[Token]:
        """`le maire de la commune` before a name between commas: the office of whom the relative is about."""
        if start < LONGEST_NAME or sentence.tokens[start - 1].text != ",":
            return ()
        before = range(max(0, start - 1 - 2 * LONGEST_NAME), start - 1)
        definite = self.lexicon.list("definite")
        opens = next((at for at in before if sentence.folded[at] in definite), start)
        return sentence.tokens[opens : start - 1]

    def of_papers(self, sentence: Sentence, before: int) -> str | None:
        """`Two CSP communiqués did not match: the first counted …`: whose papers a numeral picks from."""
        for at in range(before - 1, -1, -1):
            if sentence.folded[at] in self.lexicon.statements:
                return self._known.name(sentence.tokens[max(0, at - LONGEST_NAME) : at + 1]) or self._known.last
        return None

    def of_clause(self, sentence: Sentence, verb: int) -> str | None:
        """`a JNIM communiqué that did so and acknowledged …`: the statement before the pronoun says it, too."""
        relatives, that = self.lexicon.list("relatives"), self.lexicon.list("that_clause")
        for at in range(verb - 1, 0, -1):
            if sentence.tokens[at].text in ".;:":
                return None
            if sentence.folded[at] in relatives or sentence.folded[at] in that:
                before = sentence.folded[at - 1]
                stated = before in self.lexicon.statements or before in self.lexicon.list("documents")
                return self._known.name(sentence.tokens[max(0, at - LONGEST_NAME) : at]) if stated else None
        return None

    def _of_silent(self) -> str | None:
        """Who the silent sentence before is about; people it counts speak of nothing."""
        words = self.silent()
        if words and (words[0].kind == "number" or words[0].lower in self.lexicon.numbers):
            return None
        return self.leading(words, len(words))

    def leading(self, tokens: Sequence[Token], end: int) -> str | None:
        """`JNIM raided the base on March 3, and said`: the subject of the first verb is that of the second."""
        start = next((at + 1 for at in range(end - 1, -1, -1) if tokens[at].text in ";:"), 0)
        clauses = self.lexicon.list("contrasting")
        inner = next((at + 1 for at in range(end - 1, start, -1) if tokens[at].lower in clauses), 0)
        start = inner if inner and self._heads.opening_name(tokens[inner:end]) else start  # `…, whereas JNIM …`
        for at in range(start, end):
            opens = at == start or tokens[at - 1].text == "," or self._closes_time(tokens, at - 1)
            words = self._heads.opening_name(tokens[at:end]) if opens else []
            if words:
                behind = at + len(words)
                aside = tokens[behind : self._heads.behind_aside(tokens, behind)]
                return self._known.name(words, aside) or self._known.name_written(words)
        return None

    def _closes_time(self, tokens: Sequence[Token], at: int) -> bool:
        """`On 23 May JNIM stormed the camp and boasted of …`: a subject may follow a time without a comma."""
        word, lexicon = tokens[at].lower, self.lexicon
        if ORDINAL_DAY.fullmatch(tokens[at].text):
            return at > 0 and tokens[at - 1].lower in lexicon.list("definite")  # `On the 22nd JNIM presented …`
        if tokens[at].kind == "number":
            return at > 0 and tokens[at - 1].lower in lexicon.months
        return word in lexicon.months or word in lexicon.lists("weekdays", "times_of_day", "later_words")

    def owner(self, sentence: Sentence, before: int) -> str | None:
        """Whom `its` means: the subject of its own sentence, else the speaker a pronoun would mean.

        A possessive at the head looks forward: `In its claim, published the same day, JNIM kept silent`.
        """
        relative = self._relative_in(sentence, before)
        if relative and (named := self.of_relative(sentence, relative + 1)):
            return named
        fronted = before <= FRONT and sentence.folded[0] in self.lexicon.list("place_openers")
        end = len(sentence.tokens) if fronted else before
        colon = sentence.folded.index(":") if ":" in sentence.folded[:before] else 0
        led = self.leading(sentence.tokens, end) or (self.leading(sentence.tokens, colon) if colon else None)
        return led or self.antecedent(sentence, before)

    def _relative_in(self, sentence: Sentence, before: int) -> int:
        """`the army, which stands by its toll`: the pronoun of the clause that a possessive is in; 0 without one."""
        for at in range(before - 1, 1, -1):
            if sentence.tokens[at].kind == "mark":
                return 0
            if sentence.folded[at] in self.lexicon.list("relatives"):
                return at if sentence.tokens[at - 1].text == "," else 0
        return 0

    def of_organ(self, sentence: Sentence, before: int, words: Sequence[Token]) -> str | None:
        """`Niger lost twelve men, its general staff said`: the state that the sentence is about; None without one."""
        organ = self.lexicon.speaker_at(words, 1)
        if organ is None or organ[0] != "state" or words[0].lower not in self.lexicon.own:
            return None
        led = self.leading(sentence.tokens, before)
        return led if led in self.lexicon.nations else None

    def antecedent(self, sentence: Sentence, before: int) -> str | None:
        """A pronoun is the speaker named earlier in the sentence, else the last one who spoke."""
        fronted = self.fronted(sentence, before)
        if fronted:
            return fronted
        spoken = self._known.last if self._spoke_in(sentence, before) else None
        named = self._possessor(sentence, before)
        aside = before > 1 and sentence.folded[before - 1] == ","  # `a raid in which, it said, …`
        clause = before > 0 and sentence.folded[before - 1 - aside] in self.lexicon.lists("subject_stops", ";")
        led = self.leading(sentence.tokens, before) if clause else None  # `Bamako waited before it admitted …`
        led = led or (None if spoken else self._before_colon(sentence, before))
        return spoken or named or led or self._of_silent() or self._known.last

    def _before_colon(self, sentence: Sentence, before: int) -> str | None:
        """`Wakit Tamma did not believe it: it spoke of 80`, `That was denied by ISWAP: it admitted two`."""
        colon = next((at for at in range(before - 1, 0, -1) if sentence.tokens[at].text in ":;"), 0)
        agents = (at for at in range(colon - 1, max(0, colon - LONGEST_NAME), -1) if self._is_agent(sentence, at))
        by = next(agents, None)
        named = self._known.name(sentence.tokens[by + 1 : colon]) if by else None
        return named or (self.leading(sentence.tokens, colon) if colon else None)

    def _is_agent(self, sentence: Sentence, at: int) -> bool:
        return sentence.folded[at] in self.lexicon.list("agents")

    def fronted(self, sentence: Sentence, before: int) -> str | None:
        """`Quant à l'État islamique, il écrit …`: the pronoun takes up who was named at the head."""
        opening = self.lexicon.phrases["as_for"].match(sentence.tokens, 0)
        end = next((at for at in range(before) if sentence.tokens[at].text == ","), 0) if opening else 0
        return self._known.name(sentence.tokens[opening[1] : end]) if opening and end > opening[1] else None

    def latter(self, sentence: Sentence, first: int, words: Sequence[Token]) -> str | None:
        """`selon celle-ci`, `ce dernier évoque`, `the latter said`: who was named last, here or before."""
        said = " ".join(word.lower for word in words)
        if said in self.lexicon.list("first_of_two") and len(self._known.all_before) == PAIR:
            return self._known.name(self._known.all_before[0])
        if said not in self.lexicon.list("taking_up"):
            return None
        before = sentence.tokens[:first]
        mentions = [(mention.first, mention.last) for mention in load_actors().find(before)]
        found = ((at, self.lexicon.speaker_at(before, at)) for at in range(len(before)))
        mentions += [(at, at + speaker[1]) for at, speaker in found if speaker]
        nearest = max(mentions, default=(0, 0))
        return self._known.name(before[slice(*nearest)] or self._known.named_before) or self._known.last

    def _possessor(self, sentence: Sentence, before: int) -> str | None:
        """`in JNIM's statement, they claimed`: a party named with its statement in front of the pronoun."""
        counted = (q.first for q in sentence.quantities if q.category and q.first < before)
        words = sentence.tokens[: next(counted, before)]  # `Six villagers, he said, were killed`
        stated = any(word.lower in self.lexicon.statements or word.lower in ("'s", "’s") for word in words)
        return self._known.name(words) if stated or self._known.last is None else None

    def _spoke_in(self, sentence: Sentence, before: int) -> bool:
        """`a resident told AFP that he had counted`: a verb of saying already stands in front."""
        cues = self.lexicon.according_to.first_words
        deeds = self.lexicon.lists("by_deed", "with_deed")  # `answered with an operation`
        return any(
            (token.lower in self.lexicon.say and sentence.folded[at + 1] not in deeds)
            or (token.lower in cues and self.lexicon.according_to.match(sentence.tokens, at))
            for at, token in enumerate(sentence.tokens[:before])
        )

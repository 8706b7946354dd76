"""Voices behind `by`: `provisionally set at six by the army`, `put by the ministry at 45`, `30 dead, advanced by JNIM`.

The participle of a verb that gives figures stands before its agent, with the figure on any side of the two. Deaths
that somebody who neither kills nor dies is the agent of, whatever was done to them, are his figure as well:
`The killing of 35 villagers was verified by the UN`.
"""

from collections.abc import Iterator, Sequence

from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.voices.clause_heads import ClauseHeads
from sahel_tui.claims.voices.cue_voices import CueVoices
from sahel_tui.claims.voices.known_speakers import KnownSpeakers
from sahel_tui.claims.voices.voices import Voice

LONGEST_PASSIVE = 8
"""Tokens of `were announced the next day`."""

FARTHEST = 4
"""Tokens of auxiliaries, adverbs and a day between a figure and the participle that gives it."""


class AgentVoices:
    """Finds who gives a figure as the agent of a participle."""

    def __init__(self, known: KnownSpeakers, cues: CueVoices, heads: ClauseHeads, lexicon: Lexicon) -> None:
        self._known = known
        self._cues = cues
        self._heads = heads
        self.lexicon = lexicon

    def find(self, sentence: Sentence) -> list[Voice]:
        """A voice for each agent that gives a figure; a second one may leave the participle out."""
        found: list[Voice] = []
        given = not {"figure_participles", "accusing"}.isdisjoint(sentence.told)
        deaths = [quantity for quantity in sentence.quantities if quantity.category and self._is_of_deaths(quantity)]
        if not (deaths or given) or not any(quantity.category for quantity in sentence.quantities):
            return found
        for by in sentence.places(self.lexicon.list("agents")):
            stretch = self._stretch(sentence, by, again=bool(found)) if given else None
            stretch = stretch or self._told_of(sentence, by, deaths)
            source = self._known.name(sentence.tokens[by + 1 : self._end(sentence, by)]) if stretch else None
            if stretch and source:
                found.append(Voice(*stretch, stretch[0], source))
        return found

    def _is_of_deaths(self, quantity: Quantity) -> bool:
        """`the killing of 35 villagers`, `twelve deaths`: an event is counted, and nobody whom anything is done to."""
        nouns = ("before",) if quantity.leftward else ("after",)
        noun = quantity.word is not None and bool(quantity.word.families(*nouns))
        return noun and (quantity.leftward or not quantity.victims.kind)

    def _told_of(self, sentence: Sentence, by: int, deaths: Sequence[Quantity]) -> tuple[int, int] | None:
        """`The deaths of 35 men were attested (the next day) by the UN`: a passive whose agent only reports."""
        told = next((q for q in reversed(deaths) if q.end <= by), None)
        start = max(told.end, told.word.last) if told and told.word else by
        words = sentence.folded[start:by]
        lexicon = self.lexicon
        if told is None or len(words) > LONGEST_PASSIVE or lexicon.auxiliaries.isdisjoint(words[:2]):
            return None
        timed = lexicon.lists("weekdays", "times_of_day", "time_words", "definite", "time_units")
        passed = timed | lexicon.lists("auxiliaries", "perfect", "pluperfect", "have", "adverbs", "asides")
        done = [at for at in range(start, by) if sentence.folded[at] not in passed and at not in sentence.dates]
        deed = any(sentence.folded[at] in lexicon.lists("deed_verbs", "stop", "suffered", "rejecting") for at in done)
        if len(done) != 1 or deed or sentence.tokens[done[0]].kind != "word":
            return None
        reports = self._heads.is_reporter(sentence.tokens[by + 1 : self._end(sentence, by)])
        said = not lexicon.lists("figure_participles", "say").isdisjoint(words)
        return (told.first, by) if reports or said else None

    def _end(self, sentence: Sentence, by: int) -> int:
        """Where the agent's name ends: before the link of a figure, too."""
        end = self._cues.speaker_end(sentence, by + 1)
        links = self.lexicon.lists("toll_links", "origins")
        given = (at for at in range(by + 2, end) if sentence.folded[at] in links and self._figure_at(sentence, at + 1))
        return next(given, end)

    def _stretch(self, sentence: Sentence, by: int, *, again: bool) -> tuple[int, int] | None:
        """First token and token after of what the agent there gives."""
        linked = self._given_before(sentence, by)
        first = linked.first if linked else by
        verb = self._participle(sentence, first - 1 if linked else first)
        if not verb and not (again and (linked or sentence.folded[by - 1] in self.lexicon.list("plain_and"))):
            return None
        if linked:
            return linked.first, by
        behind = self._end(sentence, by)
        links = self.lexicon.lists("toll_links", "origins")
        joined = behind < len(sentence.tokens) and sentence.folded[behind] in links
        if joined and self._figure_at(sentence, behind + 1):
            return by, self._next_mark(sentence, behind)
        if verb and sentence.folded[verb] in self.lexicon.list("accusing"):
            return by, len(sentence.tokens)  # `was accused by residents of killing 17 men`
        told = self._told_before(sentence, verb) if verb else None
        return (told.first, by) if told else None

    def _participle(self, sentence: Sentence, end: int) -> int:
        """Where the participle stands that adverbs and days part from `end`; 0 without one."""
        between = self.lexicon.lists("adverbs", "asides", "weekdays", "day_openers", "-agents")
        at = end - 1
        while at > 0 and (at in sentence.dates or sentence.folded[at] in between):
            at -= 1
        return at if at > 0 and sentence.folded[at] in self.lexicon.lists("figure_participles", "accusing") else 0

    def _given_before(self, sentence: Sentence, by: int) -> Quantity | None:
        """`set at six by …`, `at six dead by …`: the figure that a link joins to the participle before it."""
        links = self.lexicon.list("toll_links")
        told = (q for q in sentence.quantities if q.category and by in (q.match.last, q.last, q.end))
        return next((q for q in told if q.first and sentence.folded[q.first - 1] in links), None)

    def _figure_at(self, sentence: Sentence, at: int) -> bool:
        return any(quantity.first == at and not quantity.article for quantity in sentence.quantities)

    def _told_before(self, sentence: Sentence, verb: int) -> Quantity | None:
        """`thirty dead (were) advanced by …`, `thirty dead, given on Friday by …`: the figure before the participle."""
        told = [q for q in sentence.quantities if q.category and q.end <= verb and verb - q.end <= FARTHEST]
        between = sentence.folded[told[-1].end : verb] if told else []
        links = self.lexicon.lists("auxiliaries", "adverbs", "asides", ",")
        deed = sentence.folded[verb] in self.lexicon.list("deed_verbs") and bool(between)
        return told[-1] if told and links.issuperset(between) and not deed else None

    def _next_mark(self, sentence: Sentence, first: int) -> int:
        marks: Iterator[int] = (at for at in range(first, len(sentence.tokens)) if sentence.tokens[at].text in ",;")
        return next(marks, len(sentence.tokens))

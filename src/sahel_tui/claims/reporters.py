"""Voices without a verb of saying: who reports is the subject of a clause that counts casualties.

`Survivors drew up a roll of 39 victims`, `Jeune Afrique stopped at fifteen`: a newspaper, a doctor or a mayor neither
kills nor dies in such a clause; whatever the verb is, the figure is theirs. A belligerent acts as often as it speaks,
so it needs a `that` behind its verb: `the ministry made known that …`.
"""

from collections.abc import Iterator, Sequence

from sahel_tui.claims.phrases import Sentence
from sahel_tui.claims.subjects import Subjects
from sahel_tui.claims.voices import Voice, source_of
from sahel_tui.claims.words import Lexicon

FARTHEST_THAT = 4
"""Tokens between a belligerent and the `that` of what it lets know."""


class Reporters:
    """Finds the voices of clauses in which no verb of saying was found."""

    def __init__(self, subjects: Subjects, lexicon: Lexicon) -> None:
        self._subjects = subjects
        self.lexicon = lexicon

    def find(self, sentence: Sentence, voices: Sequence[Voice]) -> list[Voice]:
        """A voice for each clause whose figures nobody speaks yet, or only somebody of the clause before."""
        found: list[Voice] = []
        if not any([quantity.category for quantity in sentence.quantities]):
            return found
        for first, last in self._clauses(sentence):
            counted = [q for q in sentence.quantities if q.category and first <= q.first < last]
            spoken = any(first <= voice.cue < last for voice in voices)
            silent = [quantity for quantity in counted if first or source_of(quantity, voices) is None]
            if silent and silent[0].rule == "named_death":
                continue  # `The village chief, Moussa Diallo, was murdered`
            source = None if spoken or not silent else self._of_clause(sentence, first, silent[0].first)
            opened = first > 1 and sentence.tokens[first - 1].text == ":" and bool(silent)
            if source is None and not spoken and opened and source_of(silent[0], voices) is None:
                source = self._of_clause(sentence, 0, first - 1)  # `An official contradicted this: 56 bodies …`
            if source:
                found.append(Voice(first, len(sentence.tokens), first, source))
        return found

    def _clauses(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """First token and token after of the clauses that semicolons, colons, contrasts and a comma with `and` part."""
        words, breaks = self.lexicon.list("clause_starts"), (";", ":")
        joined = self.lexicon.list("plain_and")
        starts = [
            at
            for at, word in enumerate(sentence.folded, 1)
            if at > 1 and (word in words or word in breaks or (word in joined and sentence.folded[at - 2] == ","))
        ]
        yield from zip([0, *starts], [*starts, len(sentence.tokens)], strict=True)

    def _of_clause(self, sentence: Sentence, first: int, last: int) -> str | None:
        """The reporter at the head of the clause, or behind the adverbials that a comma sets off there."""
        for start in range(first, last):
            if start > first and sentence.tokens[start - 1].text != ",":
                continue
            end = start + len(self._subjects.heads.opening_name(sentence.tokens[start:last]))
            grouped = end < last and self.lexicon.nouns.match(sentence.tokens, end) is not None
            if end > start and not grouped and self._reports(sentence, start, end):
                verb = self._subjects.heads.behind_aside(sentence.tokens, end)
                return self._subjects.name(sentence.tokens[start:end], sentence.tokens[end:verb])
            if end > start:
                return None
        return None

    def _reports(self, sentence: Sentence, start: int, end: int) -> bool:
        """The words name a reporter, and the verb behind them is neither passive nor a casualty word."""
        verb = self._subjects.heads.behind_aside(sentence.tokens, end)
        if verb >= len(sentence.tokens) or sentence.tokens[verb].kind != "word" or self._suffers(sentence, verb):
            return False
        if sentence.folded[verb] in self.lexicon.list("deed_verbs"):
            return False  # `JNIM claims an ambush that killed dozens`
        aside = sentence.tokens[end].text == ","
        explained = sentence.tokens[start : verb if aside else end]
        if self._subjects.heads.is_reporter(explained):
            return True
        following = [token.lower for token in sentence.tokens[verb + 1 : verb + 1 + FARTHEST_THAT]]
        return any(word in self.lexicon.list("that_clause") for word in following)

    def _suffers(self, sentence: Sentence, verb: int) -> bool:
        words = sentence.tokens[verb].lower
        if words in self.lexicon.list("plain_and"):
            return True  # `the mayor and 68 others died`: they are counted together.
        able = verb + 1 < len(sentence.tokens) and sentence.tokens[verb + 1].lower in self.lexicon.list("able")
        passive = words in self.lexicon.auxiliaries and not able
        if not passive and words in self.lexicon.list("care"):
            return False  # `the hospital treated eleven wounded`
        return passive or any(word.first <= verb < word.last for word in sentence.words)

"""Voices without a verb of saying: who reports is the subject of a clause that counts casualties.

`Survivors drew up a roll of 39 victims`, `Jeune Afrique stopped at fifteen`: a newspaper, a doctor or a mayor neither
kills nor dies in such a clause; whatever the verb is, the figure is theirs. A belligerent acts as often as it speaks,
so it needs a `that` behind its verb: `the ministry made known that …`.
"""

from collections.abc import Iterator, Sequence

from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.voices.subjects import Subjects
from sahel_tui.claims.voices.voices import Voice, source_of

RETOLD = frozenset(("gapped_number", "share_restated", "share_contrast"))
"""Rules by which a bare figure counts again what was counted before it."""

ATTACKS = ("targets", "attacked", "under_attack")
"""Phrases that tell of an attack."""

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
            if not counted:
                continue
            spoken = any(first <= voice.cue < last for voice in voices)
            silent = [quantity for quantity in counted if first or source_of(quantity, voices) is None]
            if silent and silent[0].rule == "named_death":
                continue  # `The village chief, Moussa Diallo, was murdered`
            source = None if spoken or not silent else self._of_clause(sentence, first, silent[0])
            opened = first > 1 and sentence.tokens[first - 1].text == ":" and bool(silent)
            if source is None and not spoken and opened and source_of(silent[0], voices) is None:
                source = self._announcing(sentence, first - 1)
            if source:
                found.append(Voice(first, len(sentence.tokens), first, source))
        return found

    def _clauses(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """First token and token after of the clauses that semicolons, colons, contrasts and a comma with `and` part."""
        told, folded = sentence.told, sentence.folded
        joints = {at for name in ("clause_starts", ";", ":") if name in told for at in told[name]}
        joints.update([at for at in told.get("plain_and", ()) if folded[at - 1] == ","])
        starts = [at + 1 for at in sorted(joints) if at]
        yield from zip([0, *starts], [*starts, len(sentence.tokens)], strict=True)

    def _of_clause(self, sentence: Sentence, first: int, told: Quantity) -> str | None:
        """The reporter at the head of the clause, or behind the adverbials that a comma or a day sets off there."""
        heads = self._subjects.heads
        for start in range(first, told.first):
            if start > first and not self._opens_behind(sentence, start):
                continue
            if start > first and sentence.folded[start] in self.lexicon.subject_stops:
                continue  # `The attack, which the UN condemned, killed twelve`
            end = start + len(heads.opening_name(sentence.tokens[start : told.first]))
            grouped = end < told.first and self.lexicon.nouns.match(sentence.tokens, end) is not None
            if end > start and not grouped and self._reports(sentence, start, end, told):
                verb = heads.behind_aside(sentence.tokens, end)
                listed = sentence.folded[end - 1] in self.lexicon.list("listed_papers")
                papers = self._subjects.antecedents.of_papers(sentence, start) if listed else None
                return papers or self._subjects.name(sentence.tokens[start:end], sentence.tokens[end:verb])
            if end > start:
                return None
        return None

    def _opens_behind(self, sentence: Sentence, start: int) -> bool:
        """A clause goes on there behind an adverbial: `In the end, …`, `On Friday the ministry …`."""
        return sentence.tokens[start - 1].text == "," or start - 1 in sentence.dates

    def _reports(self, sentence: Sentence, start: int, end: int, told: Quantity) -> bool:
        """The words name a reporter, and the verb behind them is neither passive nor a casualty word."""
        if self._holds(sentence, end, told):
            return self._subjects.heads.is_reporter(sentence.tokens[start:end])
        verb = self._subjects.heads.behind_aside(sentence.tokens, end)
        if verb >= len(sentence.tokens) or sentence.tokens[verb].kind != "word" or self._suffers(sentence, verb, told):
            return False
        relative = not self.lexicon.list("relatives").isdisjoint(sentence.lowers(end + 1, end + 2))
        if end < told.first < verb and (told.article or relative):
            return False  # `Boukary Guindo, a herder, did not return`, `General Barmou, who had lost 29 men, asked …`
        if sentence.folded[verb] in self.lexicon.list("deed_verbs"):
            return False  # `JNIM claims an ambush that killed dozens`
        if self._joins(sentence, end, told):
            return False
        aside = sentence.tokens[end].text == ","
        explained = sentence.tokens[start : verb if aside else end]
        if self._subjects.heads.is_reporter(explained):
            return self._governs(sentence, verb, told)
        return self._lets_know(sentence, verb) or self._settles(sentence, verb, told)

    def _joins(self, sentence: Sentence, end: int, told: Quantity) -> bool:
        """`The mayor as well as three councillors were killed`, `Un adjudant et deux sergents …`: they die together."""
        together = told.word is not None and not told.leftward and told.word.families("participle", "intransitive")
        if not together:
            return False
        if self.lexicon.phrases["beside"].match(sentence.tokens, end):
            return True
        beside = self.lexicon.phrases["beside"].match_before(sentence.tokens, told.first)
        joint = beside[1] if beside else int(sentence.folded[told.first - 1] in self.lexicon.list("joining"))
        between = sentence.folded[end : told.first - joint] if joint else ()
        plain = self.lexicon.lists("of", "number_words", "articles", ",", "time_units", "aged")
        return joint > 0 and all(word in plain or not word.isalpha() for word in between)

    def _settles(self, sentence: Sentence, verb: int, told: Quantity) -> bool:
        """`…; the army leans towards 200`, `; l'armée s'arrête à 200`: a belligerent that takes a figure told again."""
        bare = told.rule in RETOLD and not told.victims.kind and verb < told.first
        before = sentence.folded[told.first - 1]
        lexicon = self.lexicon
        links = lexicon.lists("toll_links", "settling_links")
        if told.match.count.hedge == "at_most":
            return bare  # `; JNIM went as high as 600`
        return bare and before in links and sentence.folded[verb] not in lexicon.lists("holding", "change_verbs")

    def _holds(self, sentence: Sentence, end: int, told: Quantity) -> bool:
        """`the President's office had 60`: an auxiliary straight before the figure is the verb itself."""
        return end == told.first - 1 and sentence.folded[end] in self.lexicon.list("holding")

    def _governs(self, sentence: Sentence, verb: int, told: Quantity) -> bool:
        """The figure is news of that verb, and told of nothing else: not `visited the camp where twelve died`.

        A definite figure is known already: `decorated the twelve soldiers killed`, `an inquiry into the deaths of ten`.
        """
        first = min(told.first, told.word.first) if told.word and told.leftward else told.first
        between = sentence.folded[verb + 1 : first]
        if any(word in self.lexicon.list("presupposing") for word in between):
            return False
        stops = [at for at, word in enumerate(between, verb + 1) if word in self.lexicon.subject_stops]
        if (stops and not self._lets_know(sentence, verb)) or self._results(sentence, told):
            return False
        joined = sentence.folded[told.first - 1] in self.lexicon.list("plain_and")
        if joined and told.word and not told.leftward and told.word.families("intransitive"):
            return False  # `Several drivers of the convoy were hit and three tankers went up in flames`
        known = self.lexicon.lists("definite", "plural_definite")
        contracted = sentence.folded[first - 1] in self.lexicon.list(
            "dative_plurals"
        )  # `rend hommage aux neuf soldats`
        return bool(stops) or not (contracted or sentence.folded[told.first] in known)

    def _results(self, sentence: Sentence, told: Quantity) -> bool:
        """`The junta launched air raids, killing two people`: what the deed led to is no news of the doer's."""
        first = told.word.first if told.word and told.leftward else 0
        participle = sentence.folded[first].endswith(tuple(self.lexicon.list("present_participles")))
        return participle and first > 0 and sentence.tokens[first - 1].text == ","

    def _lets_know(self, sentence: Sentence, verb: int) -> bool:
        """`made known that …`; not `condemned an attack that killed ten`, where `that` stands behind a noun."""
        for at in range(verb + 1, min(verb + 1 + FARTHEST_THAT, len(sentence.tokens))):
            if sentence.tokens[at].lower in self.lexicon.list("that_clause"):
                only = any(q.first == at + 1 for q in sentence.quantities)
                if only and not self.lexicon.list("negated").isdisjoint(sentence.folded[verb - 1 : at]):
                    return False  # `n'auraient laissé que quatre cadavres`
                noun = sentence.folded[at - 1] in self.lexicon.grammar["event_nouns"]
                return not noun and self.lexicon.nouns.match_before(sentence.tokens, at) is None
        return False

    def _announcing(self, sentence: Sentence, colon: int) -> str | None:
        """`An official contradicted this: 56 bodies …`, `The ministry was more precise: …`: who opens the sentence."""
        heads = self._subjects.heads
        if any(at < colon for name in ATTACKS for at in sentence.told.get(name, ())):
            return None  # `The gendarmerie post had come under attack: eleven gendarmes died`
        for start in (at for at in range(colon) if not at or self._opens_behind(sentence, at)):
            words = heads.opening_name(sentence.tokens[start:colon])
            verb = heads.behind_aside(sentence.tokens, start + len(words))
            if not words or verb >= colon:
                continue
            if sentence.folded[verb] in self.lexicon.list("spots"):
                return None  # `The government building was hit: two died`
            clear = not self.lexicon.list("outspoken").isdisjoint(sentence.folded[verb + 1 : colon])
            hit = self._suffers(sentence, verb) and not clear
            return None if hit or not heads.is_reporter(words) else self._subjects.name(words)
        return None

    def _suffers(self, sentence: Sentence, verb: int, told: Quantity | None = None) -> bool:
        """A passive or a casualty word: who is its subject is no reporter; `was still at 17` gives a figure, though."""
        words = sentence.tokens[verb].lower
        if words in self.lexicon.list("plain_and"):
            return True  # `the mayor and 68 others died`: they are counted together.
        able = verb + 1 < len(sentence.tokens) and sentence.tokens[verb + 1].lower in self.lexicon.list("able")
        stands = told is not None and sentence.folded[told.first - 1] in self.lexicon.list("put_at")
        stands = stands and told is not None and told.first - verb <= FARTHEST_THAT
        passive = words in self.lexicon.auxiliaries and not able and not stands
        if not passive and words in self.lexicon.list("care"):
            return False  # `the hospital treated eleven wounded`
        return passive or any(word.first <= verb < word.last for word in sentence.words)

"""Verbs of saying whose subject stands before the first verb: `The army kept silent, then admitted …`."""

from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.phrases.phrases import Sentence
from sahel_tui.claims.voices.antecedents import Antecedents
from sahel_tui.claims.voices.clause_heads import ClauseHeads


class SecondVerbs:
    """Names the subject that a verb of saying shares with the verb before it."""

    def __init__(self, heads: ClauseHeads, antecedents: Antecedents, lexicon: Lexicon) -> None:
        self._heads = heads
        self._antecedents = antecedents
        self.lexicon = lexicon

    def of_first_verb(self, sentence: Sentence, subject: tuple[int, int], verb: int) -> str | None:
        """`The army kept silent, then admitted …`, `JNIM refused to comment but later confirmed …`: a second verb."""
        first, end = subject
        gerund = sentence.folded[verb].endswith(tuple(self.lexicon.list("gerunds")))
        opening = ("gerund_openers",) if gerund else ()  # `waited a day before announcing`
        joins = self.lexicon.lists("verb_joints", ",", *opening)
        linked = first > 1 and sentence.folded[first - 1] in self.lexicon.list("infinitive_links")  # `avant d'annoncer`
        linked = linked and sentence.folded[first - 2] in self.lexicon.list("gerund_openers")
        if not first or first != end or (sentence.folded[first - 1] not in joins and not linked):
            return None
        passive = sentence.folded[verb + 1 : verb + 2] == [*self.lexicon.list("agents")]
        told = any(q.category and q.first > verb for q in sentence.quantities)
        suffered = told and not passive and self._suffers(sentence, first)
        return self._antecedents.leading(sentence.tokens, first) if told and not (passive or suffered) else None

    def _suffers(self, sentence: Sentence, end: int) -> bool:
        """`Le pasteur a été tué, portant à six …`: whose own death the clause tells says nothing."""
        passed = self.lexicon.lists("auxiliaries", "asides", "adverbs")
        for word in sentence.words:
            if word.last > end or not word.families("participle", "intransitive"):
                continue
            verb = word.first
            while verb > 0 and sentence.folded[verb - 1] in passed:
                verb -= 1
            name = self._heads.opening_name(sentence.tokens[:verb])
            behind = self._heads.behind_aside(sentence.tokens[:verb], len(name))
            if name and behind == verb:
                return True
        return False

"""Voices behind their verb: `…, said the mayor`, `aurait, assure l'armée, tué dix soldats`."""

from collections.abc import Sequence

from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.phrases.phrases import Sentence
from sahel_tui.claims.voices.cue_scopes import joins_figure
from sahel_tui.claims.voices.cue_voices import CueVoices
from sahel_tui.claims.voices.inserted_scopes import clause_start, find_inserted
from sahel_tui.claims.voices.saying_verbs import SayingVerbs
from sahel_tui.claims.voices.subjects import Subjects
from sahel_tui.claims.voices.voices import Voice

FARTHEST_GERUND = 6
"""Tokens from a verb of saying to `before raising`."""


class InvertedVoices:
    """Names speakers behind verbs of saying, and tells what they say."""

    def __init__(self, subjects: Subjects, cues: CueVoices, verbs: SayingVerbs, lexicon: Lexicon) -> None:
        self._subjects = subjects
        self._cues = cues
        self._verbs = verbs
        self._agents = lexicon.list("agents")
        self.lexicon = lexicon

    def voice(self, sentence: Sentence, verb: int, source: str, opened: int) -> Voice:
        """The claim stands before; around it where the clause is cut in two: `aurait, assure l'armée, tué dix`."""
        parted = clause_start(sentence, opened, verb)
        walled, opened = parted > opened, parted  # `The army announced nine dead; twenty, retorted the mayor`
        before = any(opened <= quantity.first < verb for quantity in sentence.quantities if quantity.category)
        end = self._cues.speaker_end(sentence, verb + 1)
        inside = not before and end < len(sentence.tokens) and sentence.tokens[end].text in (",", ":")
        inserted = find_inserted(sentence, self._verb_start(sentence, verb), end, opened)
        if inserted:
            return Voice(*inserted, inserted[0], source)
        relative = sentence.folded[verb - 1] in self.lexicon.list("inverted_relatives")
        inside = inside or (relative and not before)  # `le bilan que donne l'armée est de douze tués`
        if before and goes_on_behind(sentence, verb):
            return Voice(opened, len(sentence.tokens), verb, source)
        last = len(sentence.tokens) if inside else verb
        return Voice(opened, last, opened if inside or walled else verb, source)

    def closes(self, sentence: Sentence, verb: int) -> bool:
        """`…, conclut l'enquête.`: a verb behind a comma whose speaker ends the sentence, with nothing said behind."""
        start = self._verb_start(sentence, verb)
        if not start or sentence.tokens[start - 1].text != ",":
            return False
        end = self._cues.speaker_end(sentence, verb + 1)
        apposed = sentence.tokens[end + 1 : -1] if sentence.lowers(end, end + 1) == [","] else ()
        named = bool(apposed) and all(word.text[0].isupper() for word in apposed)  # `…, le maire de Dablo, Ali Zongo.`
        told = start < verb or any(quantity.category and quantity.first < verb for quantity in sentence.quantities)
        return (end >= len(sentence.tokens) - 1 or named) and told and self.name(sentence, verb) is not None

    def feels(self, sentence: Sentence, verb: int) -> bool:
        """`…, se désole le maire`: behind a comma, whoever has feelings about a claim makes it."""
        reflexives, folded = self.lexicon.list("reflexives"), sentence.folded
        first = verb - 1 - (folded[verb - 1] in self.lexicon.auxiliaries) if reflexives else 0
        if first < 1 or folded[first] not in reflexives or folded[first - 1] != ",":
            return False
        timed = self.lexicon.lists("weekdays", "day_words")
        behind = next((at for at in range(verb + 1, len(folded)) if folded[at] not in timed), verb)
        opens = folded[behind] in self.lexicon.lists("noun_openers", "own")
        return behind > verb and (opens or sentence.tokens[behind].text[0].isupper())

    def name(self, sentence: Sentence, verb: int) -> str | None:
        """`…, said the mayor`: the speaker stands behind the verb."""
        start = self._verb_start(sentence, verb)
        if sentence.folded[verb] in self.lexicon.list("telling_somebody"):
            return None  # `Colonel Sangaré, an army spokesman, told reporters`
        if start == 0 or not self._verbs.follows_claim(sentence, start, verb):
            return None
        if sentence.folded[verb].endswith(tuple(self.lexicon.list("inverted_pronouns"))):
            return self._subjects.antecedents.antecedent(sentence, verb)  # `…, dit-il, …`
        end = self._cues.speaker_end(sentence, verb + 1)
        phrase = self.lexicon.phrases["say_phrases"].match(sentence.tokens, verb)
        words = sentence.tokens[verb + (phrase[1] if phrase else 1) : end]
        if sentence.folded[verb] in self.lexicon.list("passed_on") and words and words[0].lower in self._agents:
            return None  # `the army, quoted by CNN, goes up to 600`
        timed = self.lexicon.lists("weekdays", "day_words")
        while words and (words[0].lower in timed):
            words = words[1:]  # `a indiqué vendredi Bamako`
        if words and words[0].lower in self.lexicon.list("addressing"):  # `a affirmé à l'AFP un élu local`
            words = words[self._behind_addressee(words) :]
        told = next((at for at, word in enumerate(words) if at and word.lower in self.lexicon.list("addressing")), end)
        if any(verb < quantity.first < end and quantity.category for quantity in sentence.quantities):
            return None  # `the statement, which conceded nine dead soldiers`
        organ = self._subjects.antecedents.of_organ(sentence, verb, words[:told])  # `…, a indiqué son état-major`
        return organ or self._subjects.name(words[:told]) or self._subjects.described.describe_cited(words[:told])

    def _verb_start(self, sentence: Sentence, verb: int) -> int:
        """The first of the auxiliaries and adverbs of a verb: `a-t-on`, `a également indiqué`."""
        passed = self.lexicon.lists("adverbs", "have", "reflexives")
        verb -= verb > 1 and sentence.folded[verb - 2] in self.lexicon.list("reflexives")  # `s'est ému le maire`
        while verb > 0 and sentence.folded[verb - 1] in passed:
            verb -= 1
        return verb

    def _behind_addressee(self, words: Sequence[Token]) -> int:
        """The token behind whom it was told: `à l'AFP un élu local`, `à RFI le maire`; 0 when nobody follows."""
        outlets = ((at, self.lexicon.speaker_at(words, at)) for at in range(1, min(3, len(words))))
        behind = next((at + found[1] for at, found in outlets if found and found[0] == "organisation"), 0)
        opens = self.lexicon.list("noun_openers")
        named = (at for at, word in enumerate(words) if at > 1 and (word.lower in opens or word.text[0].isupper()))
        return behind or next(named, 0)  # `à la presse le maire`


def goes_on_behind(sentence: Sentence, verb: int) -> bool:
    """`twelve died, the army said, and four were wounded`: the claim goes on behind the clause that cuts it."""
    comma = next((at for at in range(verb + 1, len(sentence.tokens)) if sentence.tokens[at].text in (",", ";")), 0)
    return (bool(comma) and joins_figure(sentence, comma)) or _does_more(sentence, verb)


def _does_more(sentence: Sentence, verb: int) -> bool:
    """`the army said before raising the toll to nine`, `annonce l'armée avant de porter le bilan à neuf`."""
    lexicon, folded = sentence.lexicon, sentence.folded
    if not any(quantity.category and quantity.first > verb for quantity in sentence.quantities):
        return False
    endings, links = tuple(lexicon.list("gerunds")), lexicon.list("infinitive_links")
    opens = lexicon.lists("gerund_openers", "later_words")
    places = [at for at in range(verb + 1, min(verb + FARTHEST_GERUND, len(folded) - 1)) if folded[at] in opens]
    return any(folded[at + 1] in links or (endings and folded[at + 1].endswith(endings)) for at in places)

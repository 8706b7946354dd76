"""Voices of nobody known: `a teacher said`, `a shopkeeper reached by phone insisted`, `Semafo reported`."""

from collections.abc import Sequence

from sahel_tui.claims.language.name_forms import spell
from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.phrases.phrases import Sentence
from sahel_tui.claims.voices.clause_heads import LONGEST_NAME, count_capitals
from sahel_tui.claims.voices.known_speakers import KnownSpeakers

SPEAKING_KINDS = ("civilian", "state", "fighter")
"""Kinds of people who speak in their own name."""

FARTHEST_OBJECT = 2
"""Tokens from a verb of saying to the figure that is its object."""


class DescribedVoices:
    """Names a speaker that no table knows by the words of the text."""

    def __init__(self, known: KnownSpeakers, lexicon: Lexicon) -> None:
        self._known = known
        self.lexicon = lexicon

    def describe(self, sentence: Sentence, words: Sequence[Token], verb: int) -> str | None:
        """`a teacher said`, `a shopkeeper reached by phone insisted`, `Semafo said`: somebody unknown, in its words.

        Only people insist, admit or tell; what else counts or reports must be a noun of people.
        """
        human = sentence.folded[verb] in self.lexicon.lists("human_verbs", "closing_verbs")
        words = self._whole_group(words)
        named = words[1:] if len(words) > 1 and words[0].lower in self.lexicon.list("determiners") else words
        articles = self.lexicon.lists("determiners", "noun_openers")
        named_alone = self.is_unknown_name(named) and named[0].lower not in articles
        placing = sentence.folded[verb] in self.lexicon.lists(
            "placing", "put_to_death"
        )  # `Éclipse had put a hundred out of action`
        given = named_alone and not placing and self._gives_figure(sentence, verb)
        if not (human or given) and sentence.folded[verb] not in self.lexicon.list("telling"):
            return None
        if self.is_unknown_name(named):
            return " ".join(word.text for word in named)
        held = sentence.folded[verb] in self.lexicon.list("deemed") and sentence.lowers(verb + 1, verb + 2) == [
            *self.lexicon.list("held_to")
        ]
        phrase = self._noun_phrase(words) or (() if held else self._bare_plural(words))  # `hunters believed to be …`
        whole = self.lexicon.nouns.match_before(words, len(words))  # `un agent de santé`
        opened = words[0].lower in articles
        phrase = words[1:] if phrase and opened and whole and whole[1] == len(words) - 1 else phrase
        noun = self.lexicon.nouns.match_before(phrase, len(phrase)) if phrase else None
        people = noun is not None and noun[0] in SPEAKING_KINDS
        people = people or (human and noun is not None and noun[0] in ("people", "group"))  # `the kidnappers said`
        unknown = noun is None and human and self._may_be_somebody(phrase)
        return " ".join(word.text for word in phrase) if people or unknown else None

    def _whole_group(self, words: Sequence[Token]) -> Sequence[Token]:
        """`some of the women`: some of those who speak."""
        of = len(words) > 2 and words[1].lower in self.lexicon.list("of")
        return words[2:] if of and words[0].lower in self.lexicon.list("quantifiers") else words

    def _gives_figure(self, sentence: Sentence, verb: int) -> bool:
        """`Semafo claims 39 dead`, `Kisal arrives at 39 dead`: the figure is the object of the verb."""
        return any(q.category and verb < q.first <= verb + FARTHEST_OBJECT for q in sentence.quantities)

    def describe_cited(self, words: Sequence[Token]) -> str | None:
        """`according to a butcher`, `…, rapporte un voisin`: an indefinite phrase there can only be somebody."""
        if not words:
            return None
        plural = self._bare_plural(words)
        noun = self.lexicon.nouns.match_before(plural, len(plural)) if plural else None
        if noun is not None and noun[0] in (*SPEAKING_KINDS, "people"):  # `according to passengers`
            return spell(plural)
        phrase = self._noun_phrase(words) if words[0].lower in self.lexicon.list("articles") else ()
        return " ".join(word.text for word in phrase) if self._may_be_somebody(phrase) else None

    def _bare_plural(self, words: Sequence[Token]) -> Sequence[Token]:
        """`rescuers`, `local people`, `des passagers`: a noun in the plural that no definite article opens."""
        opened = words[0].lower in self.lexicon.list("indefinite_plurals")
        if self.lexicon.grammar.get("head_first") and not opened:
            return ()
        ends = self.lexicon.lists("stop", "of", "agents", "passed_on")
        after = (at for at, word in enumerate(words) if at >= opened and word.lower in ends)
        phrase = words[opened : next(after, len(words))]
        lower = all(word.text.islower() for word in phrase[1:]) and all(word.kind == "word" for word in phrase)
        if not phrase or not lower or not self._may_be_somebody(phrase):
            return ()
        noun = self.lexicon.nouns.match_before(phrase, len(phrase))
        return phrase if noun or phrase[-1].lower.endswith("s") else ()

    def _noun_phrase(self, words: Sequence[Token]) -> Sequence[Token]:
        """The words of a phrase behind its article, up to what is said of its noun; empty without an article."""
        if len(words) < 2 or words[0].lower not in self.lexicon.list("noun_openers"):
            return ()
        ends = self.lexicon.lists("stop", "of", "agents")
        end = next(
            (at for at, word in enumerate(words) if at and (word.kind != "word" or word.lower in ends)), len(words)
        )
        if end < len(words) and words[end].lower in self.lexicon.list("agents"):
            end -= 1  # `a shopkeeper reached by phone`
        return words[1:end]

    def _may_be_somebody(self, phrase: Sequence[Token]) -> bool:
        """No day, document, toll, attack or loss: such words are no speakers whatever verb follows."""
        lexicon = self.lexicon
        others = lexicon.lists(
            *("statements", "documents", "weekdays", "month_names"), *("wars", "event_nouns", "toll_subjects")
        )
        plain = not any(word.lower in others or word.lower in lexicon.triggers.first_words for word in phrase)
        return plain and 0 < len(phrase) <= LONGEST_NAME

    def describe_relative(self, sentence: Sentence, words: Sequence[Token], verb: int) -> str | None:
        """`a relative of one of the jihadists conceded`: a person of no office does not speak for whom `of` names."""
        return self.describe(sentence, words, verb) if self.relative(words) else None

    def relative(self, words: Sequence[Token]) -> str | None:
        """`un cousin du maire`, `the brother of a victim`: a person of no office before the `of` of somebody."""
        phrase = self._noun_phrase(words)
        owned = len(phrase) + 1 < len(words) and words[len(phrase) + 1].lower in self.lexicon.list("of")
        noun = self.lexicon.nouns.match_before(phrase, len(phrase)) if phrase and owned else None
        called = self.lexicon.speakers.match(words, 1) is not None  # `un agent de santé`
        plain = noun is not None and noun[0] == "civilian" and not called and not self._known.names(phrase)
        return spell(phrase) if plain else None

    def is_unknown_name(self, words: Sequence[Token]) -> bool:
        """A capitalised name that is no country, capital, actor or place of the event."""
        if not words or count_capitals(words, 0) != len(words) or len(words) > LONGEST_NAME:
            return False
        states = self.lexicon.countries.match(words, 0) is not None or words[0].lower in self.lexicon.capitals
        opens = words[0].lower in self.lexicon.stop or words[0].lower in self.lexicon.pronouns
        opens = opens or words[0].lower in self.lexicon.lists("we", "others")  # `We counted`
        return not (states or opens or self._known.is_place(words))

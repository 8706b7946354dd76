"""The name at the head of a clause: who reports, and where the verb behind the name stands."""

from collections.abc import Sequence

from sahel_tui.claims.language.actors import load_actors
from sahel_tui.claims.language.name_forms import find_acronym
from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.parties.speaker_qualities import quality_of
from sahel_tui.claims.voices.known_speakers import KnownSpeakers

LONGEST_NAME = 5
"""Words before and in the name at the head of a clause: `the Malian general staff`."""


LONGEST_SPELLED = 16
"""Tokens of a name that an acronym in parentheses closes."""


class ClauseHeads:
    """Finds the speakers that open clauses."""

    def __init__(self, known: KnownSpeakers, lexicon: Lexicon) -> None:
        self._known = known
        self.lexicon = lexicon

    def opening_name(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """The words that name a speaker at the head of a clause; none when it opens with anything else."""
        if not tokens or (
            tokens[0].lower in self.lexicon.stop and tokens[0].lower not in self.lexicon.list("determiners")
        ):
            return []
        acronym = self.spelled_out(tokens)
        if acronym:
            return tokens[:acronym]
        if self._is_bare(tokens):
            return []
        if self._is_explained(tokens):
            return tokens[: count_capitals(tokens, 0)]
        opened = tokens[0].lower in self.lexicon.list("determiners")
        mention = load_actors().match(tokens, int(opened)) if len(tokens) > opened else None
        if mention and mention.last > opened + 1 and self._known.names(tokens[: mention.last]):
            return tokens[: mention.last]  # `l'État islamique`, and no State
        longest = min(LONGEST_NAME, len(tokens))
        ends = (at for at in range(1, longest + 1) if self._is_phrase(tokens[:at]) and self._opens_name(tokens[:at]))
        length = next(ends, 0)
        if length:
            length = self._whole_speaker(tokens, length)
        if length and self._is_counted(tokens[:length]):
            return []
        while 0 < length < len(tokens) and (
            self._belongs_to_name(tokens, length) or self._is_official(tokens, length - 1)
        ):
            length += 1
        return tokens[:length]

    def _is_bare(self, tokens: Sequence[Token]) -> bool:
        """`Privés de radio, …`: a word that is no noun before its complement, with the capital of a sentence."""
        if len(tokens) < 2 or tokens[1].lower not in self.lexicon.list("of"):
            return False
        lexicon, word = self.lexicon, tokens[0].lower
        named = word in lexicon.statements or word in lexicon.lists("documents", "owned_statements", "roles")
        named = named or word in lexicon.lists("noun_openers", "membership", "quantifiers")
        heads = lexicon.speakers.match(tokens, 0) or lexicon.nouns.match(tokens, 0)
        return not (named or heads or self._known.is_body(tokens[:1]) or self._known.names(tokens[:1]))

    def _is_counted(self, words: Sequence[Token]) -> bool:
        """`the number of soldiers`: a toll and whom it counts, and nobody who speaks."""
        tolls = [at for at, word in enumerate(words) if word.lower in self.lexicon.list("toll_subjects")]
        behind = words[tolls[0] + 1 :] if tolls else ()
        noun = self.lexicon.nouns.match_before(words, len(words)) if behind else None
        return noun is not None and behind[0].lower in self.lexicon.list("of")

    def _whole_speaker(self, tokens: Sequence[Token], length: int) -> int:
        """`une source sécuritaire`: the adjective behind a speaking noun that is part of it."""
        spoken = ((at, self.lexicon.speaker_at(tokens, at)) for at in range(length))
        length = max(length, *(at + found[1] for at, found in spoken if found), 0)
        classed = self.lexicon.grammar.get("head_first") and length < len(tokens)
        return length + bool(
            classed and quality_of(tokens[length - 1 : length + 1], tokens[length - 1].text, self.lexicon)
        )

    def spelled_out(self, tokens: Sequence[Token]) -> int:
        """`the Collective against Impunity (CISC)`: where such a name ends, 0 when none opens the clause."""
        for at, token in enumerate(tokens[:LONGEST_SPELLED]):
            if token.text == "(":
                closed = at + 2 < len(tokens) and tokens[at + 2].text == ")"
                return at + 3 if closed and find_acronym(tokens[: at + 2]) else 0
            if token.kind != "word":
                return 0
        return 0

    def _is_official(self, tokens: Sequence[Token], at: int) -> bool:
        """`the official number climbed`: an adjective, and no person."""
        official = tokens[at].lower in self.lexicon.list("official_words")
        return official and tokens[at + 1].lower in self.lexicon.list("toll_subjects")

    def _is_explained(self, tokens: Sequence[Token]) -> bool:
        """`Baza, a Russian outlet close to them, had it …`: an unknown name that an apposition makes a reporter."""
        end = count_capitals(tokens, 0)
        if not end or end + 2 >= len(tokens) or tokens[end].text != "," or self._known.names(tokens[:end]):
            return False
        if tokens[end + 1].lower not in self.lexicon.list("noun_openers"):
            return False
        words = tokens[end + 1 : self.behind_aside(tokens, end)]
        bodies = self.lexicon.lists("bodies", "armed_bodies")
        return self.is_reporter(words) or any(word.lower in bodies for word in words)

    def _is_phrase(self, words: Sequence[Token]) -> bool:
        """One noun phrase: names and speaking nouns, or behind a determiner adjectives: `a municipal councillor`."""
        adjectives = words[0].lower in self.lexicon.list("noun_openers")
        for at, word in enumerate(words):
            if word.kind != "word":
                return False
            if at == 0 and self._is_verb(word) and word.text.islower():
                return False  # `told journalists`
            if at == 0 or self._belongs_to_name(words, at) or word.lower in self.lexicon.roles:
                continue
            if word.lower in self.lexicon.phrases["say_phrases"].first_words or self._is_verb(word):
                return False  # `Un bilan officieux fait état de …`
            noun = self.lexicon.nouns.match(words, at)
            called = noun is not None and noun[1] == len(words) - at  # `the armed group`
            called = called and words[-1].lower in self.lexicon.list("group_speakers")
            plain = word.lower not in self.lexicon.stop and (noun is None or called)
            if not (adjectives and plain and self.lexicon.triggers.match(words, at) is None):
                return False
        return True

    def _is_verb(self, word: Token) -> bool:
        """A verb of saying that is no noun of what is said: `reported`, not `report`."""
        nouns = self.lexicon.lists("statements", "documents", "owned_statements")
        return word.lower in self.lexicon.say and word.lower not in nouns

    def _opens_name(self, words: Sequence[Token]) -> bool:
        """A speaker, or a statement that was spoken of before: `the full list`, `its second one`."""
        definite = words[0].lower in self.lexicon.list("determiners")
        return self._known.names(words) or (definite and words[-1].lower in self.lexicon.list("documents"))

    def _belongs_to_name(self, tokens: Sequence[Token], at: int) -> bool:
        token = tokens[at]
        if token.kind != "word":
            return False
        if token.lower in self.lexicon.list("possessive") or token.lower in self.lexicon.list("documents"):
            return True
        if token.text[0].isupper() or self.lexicon.speaker_at(tokens, at) is not None:
            return True
        told = token.lower in self.lexicon.nationalities or token.lower in self.lexicon.acronyms
        if told and self.lexicon.grammar.get("lower_nations"):
            return True  # `la mission onusienne`
        of = token.lower in self.lexicon.lists("of", "determiners", "bodies")  # `the opposition platform Wakit Tamma`
        return of and at + 1 < len(tokens) and self._belongs_to_name(tokens, at + 1)

    def behind_aside(self, tokens: Sequence[Token], at: int) -> int:
        """Behind adverbs and what stands between commas: `the MSA, for its part, thought`."""
        if at < len(tokens) and tokens[at].text in (",", "("):
            closing = ")" if tokens[at].text == "(" else ","
            at = next((end + 1 for end in range(at + 1, len(tokens)) if tokens[end].text == closing), len(tokens))
        while at + 1 < len(tokens):
            if tokens[at].lower in self.lexicon.list("asides"):
                at += 1
            elif tokens[at].lower in self.lexicon.list("place_openers") and tokens[at + 1].text[0].isupper():
                at += 1 + max(1, count_capitals(tokens, at + 1))
            else:
                break
        return at

    def is_reporter(self, words: Sequence[Token]) -> bool:
        """Somebody who only reports: an organisation, a doctor, a document, a person's name; no belligerent."""
        for at in range(len(words)):
            speaker = self.lexicon.speaker_at(words, at)
            plain = words[at].lower in self.lexicon.list("bystanders")
            if speaker and speaker[1] > 1:  # `les secours`
                called = " ".join(word.lower for word in words[at : at + speaker[1]])
                plain = plain or called in self.lexicon.list("bystanders")
            if words[at].lower in self.lexicon.list("documents") or (speaker and speaker[0] != "state" and not plain):
                return True
        return self._is_civil(words) or self._known.is_person(words)

    def _is_civil(self, words: Sequence[Token]) -> bool:
        """`the ministry`, `the President's office`, `Bamako`: an organ of a state that never fights itself."""
        capital = count_capitals(words, 0) == len(words) and self._known.names(words)
        capital = capital and not self._known.is_place(words)  # `Bamako saw 20 killed` where the attack was there
        capital = capital and any(word.lower in self.lexicon.capitals for word in words)
        return capital or any(word.lower in self.lexicon.list("civil_organs") for word in words)


def count_capitals(tokens: Sequence[Token], first: int) -> int:
    """How many capitalised words follow each other from there."""
    at = first
    while at < len(tokens) and tokens[at].kind == "word" and tokens[at].text[0].isupper():
        at += 1
    return at - first

"""Who says: the noun phrase before a verb of saying, and the party it names."""

from collections.abc import Sequence

from sahel_tui.claims.language.name_forms import NAME_LINKS, is_in_capitals
from sahel_tui.claims.language.tokens import Token, tokenise
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.phrases.phrases import Sentence
from sahel_tui.claims.voices.antecedents import Antecedents
from sahel_tui.claims.voices.authors import author_of, is_own_voice, owner_of, without_agent, without_allegiance
from sahel_tui.claims.voices.clause_heads import LONGEST_NAME, ClauseHeads, count_capitals
from sahel_tui.claims.voices.described_voices import DescribedVoices
from sahel_tui.claims.voices.known_speakers import KnownSpeakers
from sahel_tui.claims.voices.same_voices import same_body, same_statement
from sahel_tui.claims.voices.second_verbs import SecondVerbs
from sahel_tui.claims.voices.voices import OWN_VOICE

LONGEST_LEAD = 2
"""Words of `What Bamako`, and of a capital with the word before it."""

LONGEST_OFFICE = 4
"""Words of `its secretary general`."""

LONGEST_SUBJECT = 16
LONGEST_ASIDE = 8
"""Words of `who asked not to be named`."""
MOST_ASIDES = 2
"""Clauses between commas that may stand between a subject and its verb."""


class Subjects:
    """Finds and names the subjects of verbs of saying; pronouns look back to who spoke before."""

    def __init__(self, known: KnownSpeakers, lexicon: Lexicon) -> None:
        self._known = known
        self.heads = ClauseHeads(known, lexicon)
        self.described = DescribedVoices(known, lexicon)
        self.lexicon = lexicon
        self.antecedents = Antecedents(known, self.heads, lexicon)
        self.second_verbs = SecondVerbs(self.heads, self.antecedents, lexicon)

    def find(self, sentence: Sentence, verb: int) -> tuple[int, int]:
        """First token and token after of the noun phrase before the verb."""
        end = self._behind_subject(sentence, verb)
        for _ in range(MOST_ASIDES):
            end = self._skip_clause(sentence, end + (end < verb and sentence.tokens[end].text == ","))
        end -= 0 < end < verb and sentence.tokens[end - 1].text == ","
        anonymous = self.lexicon.phrases["anonymous"].match_before(sentence.tokens, end, LONGEST_ASIDE)
        end -= anonymous[1] if anonymous else 0
        first, said = end, self.lexicon.say
        while first > 0 and end - first < LONGEST_SUBJECT:
            token = sentence.tokens[first - 1]
            if token.kind == "word" and token.lower not in said and token.lower not in self.lexicon.subject_stops:
                first -= 1
                continue
            if token.text == ")" and first > 2 and sentence.tokens[first - 3].text == "(":
                first -= 3
                continue
            named = token.text == "," and self._is_name(sentence, first, end) and self._is_office(sentence, first - 1)
            named = named and not self._known.is_body(sentence.tokens[first:end])  # `inhabitants, UNHCR found`
            named = named and sentence.folded[first] not in self.lexicon.capitals  # `twelve soldiers, Bamako said`
            stops = token.lower in self.lexicon.subject_stops and not self._points(sentence, first)
            if (token.text in ",;:()—" and not named) or stops:
                break
            spoken = token.lower in said and token.lower not in self.lexicon.statements
            spoken = spoken and token.text[0].islower()
            if spoken and sentence.tokens[first].lower not in self.lexicon.list("by"):
                relative = self._relative_before(sentence, first - 1)
                if not relative:
                    break
                first = relative + 1  # `officials who spoke to RFI said`
            first -= 1
        return self._behind_counted(sentence, first, end), end

    def _relative_before(self, sentence: Sentence, verb: int) -> int:
        """`who spoke`, `qui ont parlé`: where the relative pronoun of a verb stands; 0 without one."""
        before, helpers = verb - 1, self.lexicon.lists("have", "perfect", "pluperfect", "reflexives", "auxiliaries")
        while before > 0 and sentence.folded[before] in helpers:
            before -= 1
        return before if before > 0 and sentence.folded[before] in self.lexicon.list("personal_relatives") else 0

    def _points(self, sentence: Sentence, first: int) -> bool:
        """`That organisation said`: the word that opens a sentence before its noun joins no clause to another."""
        return first == 1 and sentence.folded[0] in self.lexicon.list("pointing")

    def _behind_counted(self, sentence: Sentence, first: int, end: int) -> int:
        """`the 33 wounded the army reported`: whom the verb is about stands before its subject without a relative."""
        ends = (q.end for q in sentence.quantities if q.category)
        last = max([at for at in ends if first < at < end], default=first)
        if last == first:
            return first
        told = first > 0 and sentence.folded[first - 1] in self.lexicon.say
        joined = told and last + 1 < end and sentence.folded[last] in self.lexicon.list("plain_and")
        last += joined  # `JNIM claimed 40 and the mayor counted 25`
        named = sentence.folded[last] in self.lexicon.list("noun_openers") or sentence.tokens[last].text[0].isupper()
        named = named or joined
        return last if named and self._known.names(sentence.tokens[last:end]) else first

    def _behind_subject(self, sentence: Sentence, verb: int) -> int:
        """The token after the subject, adverbs passed; `elle` behind a comma is none: `plus tard, elle annonce`."""
        end = verb
        adverbs, reflexives = self.lexicon.adverbs, self.lexicon.list("reflexives")
        while end > 0 and (sentence.folded[end - 1] in adverbs or sentence.folded[end - 1] in reflexives):
            opens = end < 2 or sentence.tokens[end - 2].kind == "mark"
            if opens and sentence.folded[end - 1] in self.lexicon.pronouns:
                break
            listed = sentence.folded[end - 1] in self.lexicon.list("listed_papers")
            if listed and end > 1 and sentence.folded[end - 2] in self.lexicon.list("definite"):
                break  # `the first counted …, the second …`
            end -= 1
        return end

    def _skip_clause(self, sentence: Sentence, end: int) -> int:
        """`Ansar Dine, which claimed the raid, said`: the subject stands before the clause between commas."""
        if end < 3 or sentence.tokens[end - 1].text != ",":
            return end
        opened = next((at for at in range(end - 2, 0, -1) if sentence.tokens[at].text == ","), 0)
        if not opened or end - opened > LONGEST_SUBJECT:
            return end
        if self._is_name(sentence, opened + 1, end - 1):
            return end - 1
        opens = sentence.tokens[opened + 1].lower in self.lexicon.lists("clause_openers", "turning_asides")
        passed_on = sentence.tokens[opened + 2].lower in self.lexicon.list("agents")  # `, reached by RFI,`
        opens = opens or passed_on or sentence.tokens[opened + 1].kind == "number"  # `, 30 km away,`
        opens = opens or sentence.tokens[opened - 1].lower in self.lexicon.list("own_voice")
        people = self.lexicon.nouns.match_before(sentence.tokens, opened)
        opens = opens or (people is not None and people[0] in ("civilian", "people"))  # `The women, let go then, said`
        opens = opens or is_in_capitals(sentence.tokens[opened - 1])  # `L'ANSIPRJ, mouvement peul, dit …`
        opens = opens or (opened == 1 and sentence.folded[3] in self.lexicon.list("of"))  # `Semafo, owner of mines, …`
        return opened if opens or self._known.names(sentence.tokens[max(0, opened - 3) : opened]) else end

    def _is_name(self, sentence: Sentence, first: int, last: int) -> bool:
        """`the security minister, Maxime Koné, announced`: the name belongs to the subject."""
        words = sentence.tokens[first:last]
        return 0 < len(words) <= 6 and all(word.text[0].isupper() or word.lower in NAME_LINKS for word in words)

    def _is_office(self, sentence: Sentence, end: int) -> bool:
        """A role or speaking noun ends there: a name behind its comma is that of who holds it."""
        before = sentence.tokens[end - 1].lower if end else ""
        return before in self.lexicon.roles or self.lexicon.speakers.match_before(sentence.tokens, end) is not None

    def source_of(self, sentence: Sentence, subject: tuple[int, int], verb: int) -> str | None:
        first, end = subject
        first = self._behind_place(sentence, first, end)
        words = [sentence.tokens[at] for at in range(first, end) if at not in sentence.dates]
        if words and words[0].lower in self.lexicon.stop and len(words) < end - first:
            words = words[1:]
        if not words:
            return self.antecedents.of_relative(sentence, first)
        if first and sentence.tokens[first - 1].lower in self.lexicon.list("personal_relatives"):
            return self.antecedents.of_relative(sentence, first) or self.described.describe(
                sentence, self._before(sentence, first - 1), verb
            )
        if is_own_voice(words, self._known):
            return OWN_VOICE
        if latter := self.antecedents.latter(sentence, first, words):
            return latter
        if words[-1].lower in self.lexicon.pronouns:
            return self._agreeing(words[-1], self.antecedents.antecedent(sentence, first))
        if words[-1].lower in self.lexicon.list("one") and sentence.folded[verb] in self.lexicon.list("human_verbs"):
            return self.antecedents.fronted(sentence, first)  # `Côté GSIM, on se vante d'avoir …`
        owned = words[0].lower in self.lexicon.own and len(words) > 1
        if owned and not any(word.text[0].isupper() for word in words[1:]):
            office = len(words) <= LONGEST_OFFICE and words[-1].lower in self.lexicon.lists("roles", "offices_of")
            if office or self._are_men(words[1:]):
                return self.antecedents.antecedent(sentence, first)  # `its spokesman said`, `its men declared`
            if state := self.antecedents.of_organ(sentence, first, words):
                return state
        if words[-1].lower in self.lexicon.list("plain_and"):
            return self.antecedents.of_clause(sentence, verb) or self.antecedents.leading(sentence.tokens, verb)
        counted = [q for q in sentence.quantities if first <= q.first < end and not q.article and q.category]
        if counted:
            return None
        if not self.lexicon.lists("taken_losses", "fatal_heads").isdisjoint(
            word.lower for word in words[:LONGEST_LEAD]
        ):
            return None  # `The army's losses came to …`, `Le décès d'un sergent porte le bilan à …`
        if capital := self._capital(words):
            return capital
        if len(words) <= LONGEST_LEAD and words[-1].lower in self.lexicon.list("listed_papers"):
            listed = self.antecedents.of_papers(sentence, first)
            if listed:
                return listed
        named = author_of(words, self._known) or without_agent(
            self._behind_date(sentence, first, end) or words, self._known
        )
        named = without_allegiance(owner_of(named, self._known) or named, self._known)
        aside = sentence.tokens[end:verb]
        same = same_body(named, self._known)
        if same and sentence.folded[verb] in self.lexicon.list("deed_verbs"):
            same = self._known.last_group() or same  # `L'organisation a revendiqué`, after what AFP said
        if not same and any(w.lower in self.lexicon.list("same") for w in named[:2]):
            same = same_statement(named, self._known)
        return (
            same
            or self.described.describe_relative(sentence, named, verb)
            or self._known.name(named, aside, self._title(sentence, first, end))
            or same_statement(named, self._known)
            or self._known.name_written(named)
            or self.described.describe(sentence, named, verb)
        )

    def _are_men(self, words: Sequence[Token]) -> bool:
        """`its men`, `ses combattants`: a party's own fighters speak for it."""
        noun = self.lexicon.nouns.match(words, 0)
        return noun is not None and noun[1] == len(words) and noun[0] in ("fighter", "state", "people")

    def _title(self, sentence: Sentence, first: int, end: int) -> Sequence[Token]:
        """`The mayor of Tondikiwindi` before a name between commas; nothing before any other subject."""
        apposed = 1 < first < end < len(sentence.tokens) and sentence.tokens[first - 1].text == ","
        closed = apposed and sentence.tokens[end].text == "," and self._is_name(sentence, first, end)
        before = self._before(sentence, first - 1) if closed else ()
        definite = (at for at, word in enumerate(before) if word.lower in self.lexicon.list("definite"))
        opens = next(definite, None)  # `That evening the governor of Mopti`
        return before[opens:] if opens is not None else ()

    def _agreeing(self, pronoun: Token, found: str | None) -> str | None:
        """`Two sources gave 89 dead; it now claimed 77`: `it` is no person and nobody in the plural."""
        if found is None or pronoun.lower not in self.lexicon.list("neuter_pronouns"):
            return found
        words = tokenise(found)
        speaker = self.lexicon.speaker_at(words, 0)
        person = words[-1].lower.endswith("s") or words[-1].lower in self.lexicon.roles
        unfit = person and speaker == ("other", len(words))
        return (self._known.last_party or found) if unfit else found

    def _behind_place(self, sentence: Sentence, first: int, end: int) -> int:
        """`In New York the mission's spokesman said`: the subject stands behind where it was said."""
        if first >= end or sentence.folded[first] not in self.lexicon.list("place_openers"):
            return self._behind_channel(sentence, first, end)
        at = first + 1
        while at < end and sentence.tokens[at].text[0].isupper():
            at += 1
        named = at > first + 1 and at < end and sentence.folded[at] in self.lexicon.list("determiners")
        return at if named else first

    def _behind_channel(self, sentence: Sentence, first: int, end: int) -> int:
        """`On its website the ministry reported`: the subject stands behind the paper that it published in."""
        folded, lexicon = sentence.folded, self.lexicon
        if end - first < LONGEST_LEAD + 2 or folded[first] not in lexicon.stop or folded[first + 1] not in lexicon.own:
            return first
        opens = (at for at in range(first + 3, end) if folded[at] in lexicon.list("noun_openers"))
        return next(opens, first)

    def _capital(self, words: Sequence[Token]) -> str | None:
        """`by evening Bamako counted`: a capital as the subject behind an adverbial; not `the staff in Bamako`."""
        state = self.lexicon.capitals.get(words[-1].lower)
        words = [word for word in words if word.lower != "n'"]  # `N'Djamena` is two tokens
        if words[0].lower in self.lexicon.capitals and words[1:] and words[1].text.islower():
            return self._known.name(words[:1])  # `Bamako was forced to admit`
        if state is None or len(words) < 2:
            return None
        before = words[-2].lower
        placed = before in self.lexicon.list("place_openers") or before in self.lexicon.list("of")
        named = (
            words[-2].text[0].isupper() and before not in self.lexicon.list("weekdays") and len(words) > LONGEST_LEAD
        )
        return None if placed or named else self._known.name(words[-1:])

    def _behind_date(self, sentence: Sentence, first: int, end: int) -> Sequence[Token]:
        """`in a statement of 11 July Bamako reported`: the subject stands behind the last date."""
        last = max((at for at in sentence.dates if first <= at < end), default=None)
        words = sentence.tokens[last + 1 : end] if last is not None else []
        return words if words and self._known.names(words) else []

    def _before(self, sentence: Sentence, end: int) -> Sequence[Token]:
        """The words before a relative pronoun, from the last punctuation mark on."""
        start = next((at + 1 for at in range(end - 1, -1, -1) if sentence.tokens[at].kind == "mark"), 0)
        return sentence.tokens[max(start, end - LONGEST_NAME) : end]

    def name(self, words: Sequence[Token], aside: Sequence[Token] = ()) -> str | None:
        """The party the words name; a document without an owner is that of the last voice, an unknown name itself."""
        if not words:
            return None
        written = " ".join(word.text for word in words) if count_capitals(words, 0) == len(words) else None
        same = same_body(words, self._known)
        return same or self._known.name(words, aside) or same_statement(words, self._known) or written

"""Who says what in a sentence: stretches of its tokens with the voice that speaks them."""

from collections.abc import Sequence
from functools import partial

from sahel_tui.claims.language.tokens import tokenise
from sahel_tui.claims.parties.sides import Combatants
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.voices.agent_voices import AgentVoices
from sahel_tui.claims.voices.altered_figures import AlteredFigures
from sahel_tui.claims.voices.carried_voices import CarriedVoices
from sahel_tui.claims.voices.citing_voices import hand_over, passes_on
from sahel_tui.claims.voices.cue_voices import CueVoices
from sahel_tui.claims.voices.fronted_voices import FrontedVoices
from sahel_tui.claims.voices.gapped_voices import GappedVoices
from sahel_tui.claims.voices.inserted_scopes import find_inserted
from sahel_tui.claims.voices.inverted_voices import InvertedVoices, goes_on_behind
from sahel_tui.claims.voices.known_speakers import KnownSpeakers
from sahel_tui.claims.voices.own_voices import find_own
from sahel_tui.claims.voices.reporters import Reporters
from sahel_tui.claims.voices.saying_verbs import SayingVerbs
from sahel_tui.claims.voices.subjects import Subjects
from sahel_tui.claims.voices.voices import Voice, find_turn, inside_quantity
from sahel_tui.model import Span

SAYING = ("say", "closing_verbs", "say_phrases", "figure_verbs")
"""Lists and phrases that say something."""


class Speakers:
    """Finds the voices of one section, sentence after sentence; pronouns look back to the voice before."""

    def __init__(self, combatants: Combatants) -> None:
        self.combatants = combatants
        self.lexicon = combatants.lexicon
        self._known = KnownSpeakers(combatants)
        self._subjects = Subjects(self._known, self.lexicon)
        self._cues = CueVoices(self._known, self._subjects, self.lexicon)
        self._reporters = Reporters(self._subjects, self.lexicon)
        self._verbs = SayingVerbs(self.lexicon)
        self._behind = InvertedVoices(self._subjects, self._cues, self._verbs, self.lexicon)
        self._fronted = FrontedVoices(self._known, self._subjects, self.lexicon)
        self._agents = AgentVoices(self._known, self._cues, self._subjects.heads, self.lexicon)
        self._gapped = GappedVoices(self._known, self._subjects, self.lexicon)
        self._altered = AlteredFigures(self._subjects, self.lexicon)
        self._carried = CarriedVoices(self.lexicon)

    def new_paragraph(self, masked: str, start: int) -> None:
        """Start the paragraph of the text from there on."""
        self._carried.new_paragraph(masked, start)

    def listen(self, masked: str, span: Span) -> None:
        """Remember who speaks in a sentence without casualties."""
        if self.lexicon.may_speak.search(masked[span.start : span.end].lower()):
            self.voices(Sentence(masked, span, self.lexicon))
        else:
            self._carried.forget()
            self._subjects.antecedents.silent = partial(tokenise, masked, span.start, span.end)

    def voices(self, sentence: Sentence) -> list[Voice]:
        """Voices of a sentence, in order of their cues."""
        self._known.hear(sentence)
        counts = any([quantity.category for quantity in sentence.quantities])
        cited = self._cues.find(sentence)
        found = [voice for voice in self._saying(sentence) if not self._is_loss(voice)]
        if cited:
            found = cited + [voice for voice in found if not passes_on(sentence, voice, cited)]
            found = hand_over(sentence, found)
        found += self._agents.find(sentence) + self._fronted.find(sentence)
        if counts:
            found += self._altered.find(sentence)
            own = [*find_own(sentence, found)]
            reported = self._reporters.find(sentence, found + own)
            found = found + own + reported
            found += find_own(sentence, found) if reported and not own else ()
        if len(found) > 1:
            found.sort(key=lambda voice: voice.cue)
        if not found:
            found = self._carried.find(sentence, self._told_only)
        self._carried.remember(sentence, found)
        self._subjects.antecedents.silent = tuple if found else partial(tuple, sentence.tokens)
        return found

    def _is_loss(self, voice: Voice) -> bool:
        """`The gendarmes' losses came to twelve`: what somebody lost says nothing."""
        return (voice.source or "").rpartition(" ")[2].casefold() in self.lexicon.list("loss_nouns")

    def _told_only(self, sentence: Sentence) -> list[Voice]:
        """Voices of a sentence still to come: who spoke last is remembered as before."""
        last, last_party = self._known.last, self._known.last_party
        found = self._cues.find(sentence) + self._saying(sentence)
        self._known.last, self._known.last_party = last, last_party
        return found

    def _saying(self, sentence: Sentence) -> list[Voice]:
        """A subject and its verb of saying: `Mali said`, `the army put its losses at`, `…, said the mayor`."""
        voices: list[Voice] = []
        opened = 0
        claimant: str | None = None
        for at in self._said_places(sentence):
            felt = self._behind.feels(sentence, at)
            if not (felt or self._verbs.says(sentence, at)) or inside_quantity(sentence, at):
                continue
            if self._verbs.is_passive(sentence, at):
                voices += self._agent_voices(sentence, at, opened)
                continue
            if voices and sentence.folded[at - 1] in self.lexicon.list("perfect_infinitives"):
                voices.append(Voice(at, find_turn(sentence, at), at, voices[-1].source))
                continue  # `le maire confie à l'AFP avoir compté douze corps`
            if voices and sentence.folded[at] in self.lexicon.list("adding") and sentence.folded[at - 1] == ",":
                voices.append(Voice(at, len(sentence.tokens), at, voices[-1].source))
                continue  # `…, the army acknowledged in Gao, adding that …`
            subject = self._subjects.find(sentence, at)
            inverted = felt or self._behind.closes(sentence, at)
            last = self._known.last
            source = None if inverted else self._subjects.source_of(sentence, subject, at)
            if source and self._rejects_aside(sentence, subject[0], at):
                self._known.last = last  # `…, que Niamey dément. Elle évalue …`
            if claimant and sentence.folded[at - 1] in self.lexicon.list("plain_and"):
                source = self._known.last = claimant  # `SITE reported that JNIM had claimed the raid and boasted of …`
            inner = subject[0] > 0 and sentence.folded[subject[0] - 1] in self.lexicon.list("that_clause")
            claimant = (source if inner else None) if source else claimant
            silent = self._verbs.claims_deed(sentence, at) or self._verbs.honours(sentence, at)
            if source is not None and (silent or self._verbs.is_withheld(sentence, subject[0])):
                continue
            if source is not None:
                voices.append(self._subject_voice(sentence, subject, at, source, opened))
                opened = at
                continue
            if voices and sentence.folded[at] in self.lexicon.list("adding"):
                voices.append(Voice(at, len(sentence.tokens), at, voices[-1].source))
                continue
            behind = self._behind.name(sentence, at)
            if behind:
                voices.append(self._behind.voice(sentence, at, behind, opened))
                opened = at
                continue
            joined = self._subjects.second_verbs.of_first_verb(sentence, subject, at)
            if joined:
                voices.append(Voice(at, find_turn(sentence, at), at, joined))
                opened = at
        return self._gapped.add(sentence, voices)

    def _rejects_aside(self, sentence: Sentence, first: int, verb: int) -> bool:
        """`…, which Niamey denies`: who only rejects what another says takes no pronoun from him."""
        relatives = self.lexicon.lists("which", "inverted_relatives")
        return (
            first > 0
            and sentence.folded[first - 1] in relatives
            and sentence.folded[verb] in self.lexicon.list("rejecting")
        )

    def _said_places(self, sentence: Sentence) -> Sequence[int]:
        """Where a verb of saying or a phrase for one may start."""
        told = sentence.told
        behind = (at + far for at in told.get(",", ()) for far in (2, 3) if at + far < len(sentence.tokens))
        felt = [at for at in behind if self._behind.feels(sentence, at)]
        if told.keys().isdisjoint(SAYING):
            return felt
        return sorted({*felt, *(at for name in SAYING if name in told for at in told[name])})

    def _agent_voices(self, sentence: Sentence, at: int, opened: int) -> list[Voice]:
        """`two deaths were confirmed on Wednesday by Barkhane`: who says what stands before.

        `The attack was claimed by JNIM` gives no figure, but `its statement` in the next sentence is theirs.
        """
        lexicon, by = self.lexicon, at + 1
        between = lexicon.lists("day_openers", "-agents", "adverbs", "weekdays")
        stated = {word.first for word in sentence.words if word.families("after") and word.last == word.first + 1}
        while by < len(sentence.tokens) and (
            by in sentence.dates or sentence.folded[by] in between or (by == at + 1 and by in stated)
        ):
            by += 1  # `were reported dead by the mayor`
        by = self._behind_figure(sentence, by)
        if by >= len(sentence.tokens) or sentence.folded[by] not in lexicon.list("agents"):
            return []
        source = self._known.name(sentence.tokens[by + 1 : self._cues.speaker_end(sentence, by + 1)])
        told = any(opened <= quantity.first < by for quantity in sentence.quantities if quantity.category)
        given = told and sentence.folded[at] not in lexicon.list("deed_verbs")
        return [Voice(opened, by, at, source)] if source and given else []

    def _behind_figure(self, sentence: Sentence, at: int) -> int:
        """`is put at twelve by the mayor`, `est estimé à douze par le maire`: the token behind the figure given."""
        first = at + (sentence.lowers(at, at + 1) != [] and sentence.folded[at] in self.lexicon.list("toll_links"))
        linked = sentence.folded[first - 1] in self.lexicon.list("toll_links")
        told = next((q for q in sentence.quantities if linked and q.category and q.first == first), None)
        return told.last if told else at

    def _subject_voice(
        self, sentence: Sentence, subject: tuple[int, int], verb: int, source: str, opened: int
    ) -> Voice:
        """The claim follows the verb; a clause behind its claim looks back, one in its midst both ways."""
        before = any(opened <= quantity.first < subject[0] for quantity in sentence.quantities if quantity.category)
        inserted = find_inserted(sentence, subject[0], verb, opened) if subject[0] < subject[1] else None
        if inserted:
            return Voice(*inserted, max(inserted[0], opened), source)
        told = self._relative_to(sentence, subject[0])
        aside = self._relative_end(sentence, subject[0]) if subject[0] < subject[1] else 0
        if aside:
            return Voice(subject[0], aside, verb, source)
        if told and sentence.folded[verb + 1 : verb + 2] != [","]:
            return Voice(told.first, subject[0], told.first, source)
        if before and self._is_inserted(sentence, subject, verb):
            return Voice(opened, len(sentence.tokens), opened, source)
        if not self._looks_back(sentence, subject, verb):
            return Voice(subject[0], find_turn(sentence, verb), verb, source)
        if before and goes_on_behind(sentence, verb):
            return Voice(opened, len(sentence.tokens), verb, source)
        if before:
            parted = self._parted(sentence, opened, subject[0])
            return Voice(parted or opened, subject[0], parted or verb, source)
        return Voice(opened, len(sentence.tokens), opened, source)

    def _parted(self, sentence: Sentence, opened: int, end: int) -> int:
        """`The army put it at seven; only six were found, the UN objected`: the clause starts behind a semicolon."""
        marks = (at + 1 for at in range(end - 1, opened, -1) if sentence.tokens[at].text == ";")
        start = next(marks, 0)
        return start if any(start <= q.first < end for q in sentence.quantities if q.category) else 0

    def _relative_end(self, sentence: Sentence, first: int) -> int:
        """`The raid, which Paris calls a success, killed ten`: what is said of a noun between commas ends with them."""
        relatives = self.lexicon.lists("which", "inverted_relatives")
        if first < 2 or sentence.folded[first - 1] not in relatives or sentence.tokens[first - 2].text != ",":
            return 0
        end = next((at for at in range(first, len(sentence.tokens)) if sentence.tokens[at].text == ","), 0)
        return end if end and not any(first < q.first < end for q in sentence.quantities if q.category) else 0

    def _relative_to(self, sentence: Sentence, first: int) -> Quantity | None:
        """`the twelve soldiers (whom) the army reported killed were buried`: the figure that such a clause is about."""
        first -= sentence.folded[first - 1] in self.lexicon.list("of_which") if first else 0
        told = (q for q in sentence.quantities if q.category and q.first < first)
        return next((q for q in told if first in (q.last, q.word.last if q.word else 0)), None)

    def _is_inserted(self, sentence: Sentence, subject: tuple[int, int], verb: int) -> bool:
        """`39 died, the army said: 21 here and 18 there`, `of the 33 wounded whom it reported, 21 …`: both ways."""
        before = sentence.folded[subject[0] - 1] if subject[0] else ""
        behind = sentence.folded[verb + 1 : verb + 2]
        told = before == "," and behind == [":"]
        return told or (behind == [","] and self._relative_to(sentence, subject[0]) is not None)

    def _looks_back(self, sentence: Sentence, subject: tuple[int, int], verb: int) -> bool:
        """`…, France said on Tuesday, whereas …`: a clause of its own behind a comma, in which nothing more is said."""
        tokens, lexicon = sentence.tokens, self.lexicon
        joined = tokens[subject[1] - 1].lower in lexicon.list("plain_and")
        if joined or not subject[0] or tokens[verb].lower in lexicon.list("rejecting"):
            return False
        as_said = tokens[subject[0] - 1].lower in lexicon.list("as_said") and subject[0] > 1  # `, as the MNLA said,`
        pointing = self._verbs.points_back(sentence, subject[0], verb)
        if not pointing and tokens[subject[0] - 1 - as_said].text not in (",", "–", "—", "-"):
            return False
        if self._verbs.has_object(sentence, verb):
            return False
        starts = {quantity.first for quantity in sentence.quantities if quantity.category}
        for at in range(verb + 1, len(tokens)):
            if tokens[at].text in ",.;" or tokens[at].lower in lexicon.lists("clause_starts", "gerund_openers"):
                return True
            if tokens[at].text == ":" or tokens[at].lower in lexicon.list("that_clause") or at in starts:
                return False
        return True

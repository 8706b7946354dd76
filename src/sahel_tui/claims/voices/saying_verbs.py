"""Verbs of saying in a sentence: which words are one, whether it is passive, and what it says."""

from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.phrases.phrases import Sentence

FARTHEST_RELATIVE = 9
"""Tokens from a claimed attack to the relative clause that tells its toll."""

FARTHEST_PLACED = 9
"""Tokens from `set` or `held` to `at` or `responsible`."""


FARTHEST_OF = 4
"""Tokens from the relative of `que les soldats croient` to its verb."""

FARTHEST_AS = 2
"""Tokens of `Comme l'` at the head of a sentence."""

LONGEST_TOLL = 7
"""Tokens of `number of soldiers of the garrison killed`."""


class SayingVerbs:
    """Judges the words that may be verbs of saying."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def says(self, sentence: Sentence, at: int) -> bool:
        """A verb of saying or a phrase that stands for one, and no `claimed the lives of`."""
        word, lexicon = sentence.folded[at], self.lexicon
        closes = word in lexicon.list("closing_verbs") and self._closes(sentence, at)
        closes = closes or self._gives_figure(sentence, at)
        phrased = at in sentence.told.get("say_phrases", ())
        phrase = lexicon.phrases["say_phrases"].match(sentence.tokens, at) if phrased else None
        if word not in lexicon.say and not closes and (not phrase or self._is_of_toll(sentence, at)):
            return False
        if at > 0 and sentence.tokens[at].text[0].isupper():
            return False  # a name
        noun = at > 0 and lexicon.grammar.get("head_first") and sentence.folded[at - 1] in lexicon.list("of")
        if noun and not word.endswith(tuple(lexicon.list("verb_infinitives"))):
            return False  # `en état d'alerte`
        if word in lexicon.list("placing") and not self._places(sentence, at):
            return False
        warned = word in lexicon.list("warning") and sentence.folded[at - 1] != ","  # `…, warned the UN`
        if warned and lexicon.list("that_clause").isdisjoint(sentence.folded[at + 1 :]):
            return False  # `had warned the camp`
        killing = word in lexicon.list("put_to_death")
        if killing and not lexicon.list("to_death").isdisjoint(sentence.lowers(at + 2, at + 12)):
            return False
        if self._is_deed(sentence, at) or self._is_idle(sentence, at) or self._judges(sentence, at):
            return False
        behind = at + phrase[1] if phrase else at  # `wept for twelve soldiers`
        return not any(word.first <= at < word.last - 1 and word.last > behind for word in sentence.words)

    def _closes(self, sentence: Sentence, at: int) -> bool:
        """`…, RFI found.`, `…, ACLED found, most of them …`: nothing is found behind the verb."""
        behind, before = sentence.folded[at + 1 :], sentence.folded[max(0, at - FARTHEST_OF) : at]
        apart = behind[:1] == [","] and "," in before and self.lexicon.lists("relatives", "be").isdisjoint(before)
        return apart or behind in ([], ["."])

    def _is_deed(self, sentence: Sentence, at: int) -> bool:
        """`the army responded by arresting dozens`, `answered with a drone strike`; not `with a toll of ten`."""
        behind = sentence.lowers(at + 1, at + 6)
        if not behind or behind[0] in self.lexicon.list("by_deed"):
            return bool(behind)
        events, wars = self.lexicon.grammar["event_nouns"], self.lexicon.list("wars")
        return behind[0] in self.lexicon.list("with_deed") and any([word in events or word in wars for word in behind])

    def _is_idle(self, sentence: Sentence, at: int) -> bool:
        """`gave birth`, `gave chase`: no figure is given."""
        return not self.lexicon.list("idle_objects").isdisjoint(sentence.lowers(at + 1, at + 2))

    def _judges(self, sentence: Sentence, at: int) -> bool:
        """`un véhicule que les soldats croient suspect, blessant trois …`: what somebody takes a thing for."""
        if sentence.folded[at] not in self.lexicon.list("taking_for"):
            return False
        relative = not self.lexicon.list("of_which").isdisjoint(sentence.lowers(max(0, at - FARTHEST_OF), at))
        end = next((place for place in range(at, len(sentence.tokens)) if sentence.tokens[place].kind == "mark"), at)
        told = any(at < quantity.first < end for quantity in sentence.quantities)
        that = self.lexicon.list("that_clause").isdisjoint(sentence.folded[at + 1 : end])
        return relative and that and not told and end > at + 1

    def _gives_figure(self, sentence: Sentence, at: int) -> bool:
        """`stood by 17 dead`, `made it 23 killed`: such words say something only when a figure follows at once."""
        given = at and at in sentence.told.get("figure_verbs", ())
        found = self.lexicon.phrases["figure_verbs"].match(sentence.tokens, at) if given else None
        if found is None:
            return False
        if self._is_of_toll(sentence, at):
            return False
        behind = at + found[1]
        while behind < len(sentence.tokens) and sentence.folded[behind] in self.lexicon.list("asides"):
            behind += 1  # `retient finalement 26 morts`
        behind = self._behind_sum(sentence, behind)
        return any(q.first == behind and not q.article for q in sentence.quantities)

    def _behind_sum(self, sentence: Sentence, at: int) -> int:
        """`retient le nombre de 37 victimes`: the token behind a noun that only introduces the figure."""
        noun = at + (not self.lexicon.list("noun_openers").isdisjoint(sentence.lowers(at, at + 1)))
        tolls, of = self.lexicon.list("toll_subjects"), self.lexicon.list("of")
        counted = any(quantity.first == at for quantity in sentence.quantities)
        summed = not counted and not (
            tolls.isdisjoint(sentence.lowers(noun, noun + 1)) or of.isdisjoint(sentence.lowers(noun + 1, noun + 2))
        )
        return noun + 2 if summed else at

    def _is_of_toll(self, sentence: Sentence, at: int) -> bool:
        """`the toll settled at 39`, `the death toll came to 66`: nobody says it; not `the hospital's toll came to`."""
        before = sentence.lowers(max(0, at - 3), at)
        owned = not self.lexicon.list("possessive").isdisjoint(before) or not self.lexicon.own.isdisjoint(before)
        tolls = self.lexicon.list("toll_subjects")
        if before and before[-1] in tolls:
            return not owned
        pronoun = [word for word in before[-2:] if word in self.lexicon.list("toll_pronouns")]
        if pronoun and not tolls.isdisjoint(sentence.folded[: at - 1]):
            return True  # `Le bilan s'alourdit : il s'établit à 105`
        first = max((p for p in range(max(0, at - LONGEST_TOLL), at) if sentence.folded[p] in tolls), default=at)
        links = self.lexicon.lists("of", "amid")
        whose = first > 1 and sentence.folded[first - 1] in self.lexicon.lists("possessive", "own")
        between = sentence.folded[first + 1 : at]  # `the number of soldiers killed settled at 16`
        joined = not self.lexicon.lists("plain_and", ",", "say").isdisjoint(between)
        return bool(between) and between[0] in links and not (joined or whose)

    def _places(self, sentence: Sentence, at: int) -> bool:
        """`set the dead at forty`, `held the Chadians responsible for three deaths`; not `held a post`."""
        behind = sentence.lowers(at + 1, at + FARTHEST_PLACED)
        blamed = not self.lexicon.list("responsible").isdisjoint(behind)
        put = any(
            quantity.first - 1 in range(at + 2, at + FARTHEST_PLACED)
            and sentence.folded[quantity.first - 1] in self.lexicon.list("put_at")
            for quantity in sentence.quantities
        )
        return blamed or put

    def is_passive(self, sentence: Sentence, at: int) -> bool:
        """`casualties were reported`: nobody speaks."""
        start = at - 1
        while start > 0 and sentence.folded[start] in self.lexicon.list("asides"):
            start -= 1  # `were also reported dead`
        before = sentence.folded[start] if at else ""
        if not self.lexicon.list("quoted_as").isdisjoint(sentence.lowers(at + 1, at + 2)):
            return False  # `…, the army was quoted as saying`
        if start > 0 and sentence.folded[start - 1] in self.lexicon.list("reflexives"):
            return False  # `le GSIM s'est vanté d'avoir tué onze soldats`
        toll = before in self.lexicon.lists("toll_subjects", "documents")
        behind = sentence.lowers(at + 1, at + 3)
        behind = behind[1:] if behind and behind[0] in self.lexicon.list("asides") else behind[:1]
        if toll and not self.lexicon.list("toll_links").isdisjoint(behind):
            return not self.lexicon.list("agents").isdisjoint(sentence.folded[at + 2 :])  # `a toll raised to 15 by X`
        goes_on = sentence.folded[at].endswith(tuple(self.lexicon.list("gerunds")))  # `by Monday it was speaking of 51`
        return before in self.lexicon.auxiliaries and not goes_on

    def points_back(self, sentence: Sentence, first: int, verb: int) -> bool:
        """`…: that was the figure the army gave`, `…; so the ministry said`: the clause means what stands before it."""
        if self._defines_figure(sentence, first):
            return not any(q.first > verb for q in sentence.quantities if q.category)
        start = next((at + 1 for at in range(verb - 1, -1, -1) if sentence.tokens[at].text in (",", ":", ";", "—")), 0)
        opening = sentence.lowers(start, max(start, verb))
        shown = bool(opening) and opening[0] in self.lexicon.list("pointing")
        placed = first in (start, start + 1)  # `…; so says the army`, `…; so the ministry said`
        shown = shown and (placed if len(opening) == 1 else placed or opening[1] in self.lexicon.list("copulas"))
        return start > 0 and shown and not any(q.first > verb for q in sentence.quantities if q.category)

    def _defines_figure(self, sentence: Sentence, first: int) -> bool:
        """`…, a toll that the army confirmed`, `twelve dead was what JNIM reported`, `were all that it admitted`."""
        words, lexicon = sentence.folded, self.lexicon
        if first < 2:
            return False
        if words[first - 1] in lexicon.list("what"):
            return words[first - 2] in lexicon.list("copulas") or words[first - 2] in lexicon.list("as_said")
        relative = words[first - 1] in lexicon.lists("that_clause", "which")
        return relative and words[first - 2] in lexicon.lists("toll_subjects", "owned_statements", "all_that")

    def follows_claim(self, sentence: Sentence, start: int, verb: int) -> bool:
        """What is said stands before an inverted clause: `…, said the mayor`, `les 33 blessés que compte l'armée`."""
        before, words = sentence.tokens[start - 1].text, sentence.folded
        if start <= FARTHEST_AS and words[0] in self.lexicon.list("as_said"):
            return True  # `Comme l'a confirmé l'armée, …`
        as_said = (
            words[start - 1] in self.lexicon.list("as_said") and start > 1 and sentence.tokens[start - 2].text == ","
        )
        relative = not self.lexicon.list("inverted_relatives").isdisjoint(words[start - 1 : verb])
        return before in (",", "-") or as_said or relative or self.points_back(sentence, verb, verb)

    def claims_deed(self, sentence: Sentence, verb: int) -> bool:
        """`has also claimed an attack in which 54 soldiers died`: it claims the deed, not the figures told with it."""
        tokens, lexicon = sentence.tokens, self.lexicon
        if tokens[verb].lower not in lexicon.list("deed_verbs"):
            return False
        event = next(
            (
                at
                for at in range(verb + 1, min(verb + 5, len(tokens)))
                if sentence.folded[at] in lexicon.grammar["event_nouns"]
            ),
            None,
        )
        relatives = lexicon.lists("relatives", "that_clause", "where", "which")
        return event is not None and not relatives.isdisjoint(sentence.lowers(event + 1, event + FARTHEST_RELATIVE))

    def honours(self, sentence: Sentence, verb: int) -> bool:
        """`declared three days of mourning for the 27 soldiers killed`: whom something is for was counted before."""
        honours = self.lexicon.list("honours")
        if honours.isdisjoint(sentence.vocabulary):
            return False
        told = next((q for q in sentence.quantities if q.category and q.first > verb), None)
        first = told.first if told else verb
        that = self.lexicon.list("that_clause")
        definite = self.lexicon.lists("definite", "determiners", "plural_definite")
        known = not definite.isdisjoint(sentence.folded[first - 1 : first + 1])
        between = sentence.folded[verb + 1 : first]
        return known and that.isdisjoint(between) and not honours.isdisjoint(between)

    def is_withheld(self, sentence: Sentence, first: int) -> bool:
        """`without the State confirming it`, `sans que l'État le confirme`: whose word is wanting says nothing."""
        return not self.lexicon.list("lacking").isdisjoint(sentence.lowers(max(0, first - 2), first + 1))

    def has_object(self, sentence: Sentence, verb: int) -> bool:
        """`…, Kaboré proclaimed a state of emergency`, `the army gave up posts`: what is said stands behind."""
        tokens, lexicon = sentence.tokens, self.lexicon
        if verb + 2 >= len(tokens):
            return False  # nothing but a full stop
        if tokens[verb + 1].lower in lexicon.list("particles"):
            return True
        if tokens[verb + 1].lower not in lexicon.list("noun_openers") and tokens[verb + 1].lower not in lexicon.own:
            return False
        if not lexicon.list("times_of_day").isdisjoint(sentence.lowers(verb + 2, verb + 4)):
            return False  # `…, the ministry announced the same evening`
        behind = range(verb + 2, min(verb + 5, len(tokens)))
        return not any(at in sentence.dates or lexicon.nouns.match(tokens, at) for at in behind)

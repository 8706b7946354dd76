"""Groups called by what they are: `the jihadist organisation`, `the al-Qaeda affiliate`, `a local group`."""

from collections.abc import Sequence

from sahel_tui.claims.language.actors import Actor, Mention, load_actors
from sahel_tui.claims.language.name_forms import spell
from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.parties.naming import name_source
from sahel_tui.claims.parties.sides import Combatants

KINDS = frozenset(("rebel", "jihadist"))
"""Kinds of armed groups that a text may call by their kind alone."""

FARTHEST_NOUN = 3
"""Words up to the noun of `a local group`."""


class CalledGroups:
    """The armed groups of one document: those that it lists, and those named so far."""

    def __init__(self, combatants: Combatants) -> None:
        self.combatants = combatants
        self.lexicon = combatants.lexicon
        self._last: Sequence[Token] = ()
        """The words of the armed group named last; few are ever asked for their short name."""
        self._last_of_kind: dict[str, Sequence[Token]] = {}

    def hear(self, mention: Mention, words: Sequence[Token]) -> None:
        """Remember a group named there."""
        self._last = self._last_of_kind[mention.actor.kind] = words

    def last(self) -> str | None:
        """The armed group named last; None when none was."""
        return self._name(self._last)

    def called(self, tokens: Sequence[Token]) -> str | None:
        """`the jihadist organisation`, `the al-Qaeda affiliate`: the document's group of that kind or allegiance."""
        words = [token.lower for token in tokens]
        kinds = _kinds_told(words, self.lexicon)
        affiliate = not self.lexicon.list("affiliates").isdisjoint(words)
        if not (kinds or affiliate):
            return None
        above = {mention.actor.id for mention in load_actors().find(tokens)}
        if kinds and not above:
            return self._of(kinds)
        lineage = load_actors().lineage
        below = [a for a in self._listed(KINDS) if above & (lineage(a) - {a.id})] if affiliate and above else []
        return below[0].short if len(below) == 1 else None

    def by_noun(self, noun: str) -> str | None:
        """`the group`, `the rebels`: the document's only armed group of the kind, else that of the kind named last."""
        called = (kind for kind in KINDS if noun.casefold() in self.lexicon.list(f"{kind}_speakers"))
        kind = next(called, None)
        return self._of(frozenset((kind,)) if kind else KINDS)

    def _of(self, kinds: frozenset[str]) -> str | None:
        actors = self._listed(kinds) or self._listed(KINDS)  # a page may call its jihadists rebels
        if len(actors) == 1:
            return actors[0].short
        heard = [words for kind, words in self._last_of_kind.items() if kind in kinds]
        return self._name(heard[-1] if len(kinds) == 1 and heard else self._last)

    def _listed(self, kinds: frozenset[str]) -> list[Actor]:
        """The armed groups of these kinds among the combatants that do not fight for the state."""
        state = self.combatants.state_side()
        ruled = self.combatants.is_government(state)
        listed = [side for side in self.combatants.listed if side.id != state or not ruled]
        return [actor for side in listed for actor in side.actors if actor.kind in kinds]

    def _name(self, words: Sequence[Token]) -> str | None:
        return name_source(words, self.lexicon, None) if words else None


def some_group(tokens: Sequence[Token], lexicon: Lexicon) -> str | None:
    """`a local group`, `un groupe de défense des droits`: nobody spoken of before, in the words of the text."""
    if len(tokens) < 2 or tokens[0].lower not in lexicon.list("articles"):
        return None
    words = [token.lower for token in tokens]
    if lexicon.list("plain_groups").isdisjoint(words[1 : FARTHEST_NOUN + 1]) or _kinds_told(words, lexicon):
        return None
    if any(token.text[0].isupper() for token in tokens[1:]):
        return None  # `a group called Kisal`
    ends = lexicon.lists("stop", "-of", "-definite", "-plural_definite")
    end = next((at for at in range(1, len(tokens)) if tokens[at].kind != "word" or tokens[at].lower in ends), None)
    return spell(tokens[1:end])


def gathered_in(tokens: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """`a group of survivors`: who is in it; empty where the words tell of no such group."""
    if not tokens or tokens[0].lower not in lexicon.list("articles"):
        return ()
    for at in range(1, min(FARTHEST_NOUN, len(tokens) - 2)):
        if tokens[at].lower in lexicon.list("plain_groups") and tokens[at + 1].lower in lexicon.list("of"):
            return tokens[at + 2 :]
    return ()


def _kinds_told(words: Sequence[str], lexicon: Lexicon) -> frozenset[str]:
    """`jihadist organisation`, `coalition rebelle`: of which kinds a group so called may be; empty for any other."""
    stated = bool(words) and words[-1] in lexicon.list("official_statements")  # `a rebel communiqué`
    if not stated and lexicon.list("group_nouns").isdisjoint(words):
        return frozenset()
    told = (kind for kind in KINDS if not lexicon.list(f"{kind}_qualities").isdisjoint(words))
    kinds = frozenset(told)
    return kinds or (frozenset() if lexicon.list("armed_qualities").isdisjoint(words) else KINDS)

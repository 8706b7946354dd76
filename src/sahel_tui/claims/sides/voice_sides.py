"""Whose side a voice is on: `JNIM`, `the militants`, `a military source`, a commander of the page."""

from sahel_tui.claims.language.actors import find_first_actor
from sahel_tui.claims.language.tokens import tokenise
from sahel_tui.claims.parties.sides import Combatants
from sahel_tui.claims.parties.victims import find_victims
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.phrases.side_context import SideContext

NEAR_CLAIM = 3
"""Tokens from `claimed` to the bare figure of what somebody boasts of."""


class VoiceSides:
    """The sides of the voices of one document, each looked up once."""

    def __init__(self, combatants: Combatants) -> None:
        self.combatants = combatants
        self.lexicon = combatants.lexicon
        self._sides: dict[str, str | None] = {}

    def of(self, source: str | None) -> str | None:
        """The side a voice belongs to, None for nobody's and for those of no party."""
        if source is None:
            return None
        if source not in self._sides:
            self._sides[source] = self._find(source)
        return self._sides[source]

    def is_guest(self, source: str | None) -> bool:
        """`France` where no side lists it: it counts those it fought beside or against."""
        name = (source or "").partition(" (")[0]
        return self.combatants.camp_of_country(name) is not None and self.combatants.side_of_country(name) is None

    def of_bare_toll(
        self, quantity: Quantity, sentence: Sentence, source: str | None, context: SideContext
    ) -> str | None:
        """A bare toll: a state announces its own dead, an armed group boasts of its enemy's, and so does who claims.

        Behind dead fighters a state's next figure is theirs as well: `thirty jihadists were killed; it spoke of 35`.
        """
        speaker = self.of(source)
        if speaker is None or not self.combatants.listed or self.is_guest(source):
            return None
        claimed = sentence.lowers(max(0, quantity.first - NEAR_CLAIM), quantity.first)
        boasts = speaker != self.combatants.state_side() or not self.lexicon.list("deed_verbs").isdisjoint(claimed)
        enemy = self.combatants.enemy_of(speaker)
        return enemy if boasts or context.counts_only(enemy, quantity.category) else speaker

    def _find(self, source: str) -> str | None:
        actor = find_first_actor(source)
        if actor:
            return self.combatants.camp_of_actor(actor)
        words = source.casefold().split()
        if not self.lexicon.list("soldierly_sources").isdisjoint(words):
            return self.combatants.state_side()  # `a military source`
        name = source.partition(" (")[0]
        side = self.combatants.camp_of_country(name) or self.combatants.side_of_person(name)
        return side or self.combatants.side_called(name) or self._called_by_kind(words) or self._called(name)

    def _called(self, name: str) -> str | None:
        """`gendarmes`, `peacekeepers`, `jihadist`: men of a state, a mission, a group; the police count anybody."""
        words = tokenise(name)
        owner = next((at for at, word in enumerate(words) if word.lower in self.lexicon.list("possessive")), len(words))
        victims = find_victims(words[:owner], 0, self.lexicon)  # `the jihadists' own statement`
        fights = victims.kind in ("state", "international", "group") and victims.head not in self.lexicon.list(
            "order_keepers"
        )
        return victims.side(self.combatants, people=None) if fights else None

    def _called_by_kind(self, words: list[str]) -> str | None:
        """`the jihadists`, `rebels`: armed men named by their kind alone."""
        kinds = ("jihadist", "rebel")
        if not self.lexicon.list("rebel_speakers").isdisjoint(words):
            kinds = ("rebel", "jihadist")
        called = self.lexicon.lists("group_speakers", "jihadist_speakers")
        alone = len(words) == 1 and words[0] in called
        return self.combatants.group_side(kinds) if alone else None

"""The side of every quantity of the article text."""

from sahel_tui.claims.links.denied_others import side_of_denied
from sahel_tui.claims.links.opposed_links import is_of_other_side
from sahel_tui.claims.parties.sides import Combatants
from sahel_tui.claims.phrases.deeds import (
    is_deed,
    passive_agent,
    subject_side,
    turns_round,
)
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.phrases.positions import counted_before
from sahel_tui.claims.phrases.revisions import raised_by, rises_to
from sahel_tui.claims.phrases.side_context import TOPIC, SideContext, figure_of
from sahel_tui.claims.sides.aboard import aboard_side
from sahel_tui.claims.sides.antecedent_sides import antecedent_side, comrades_side, party_speaking, possessor_side
from sahel_tui.claims.sides.bearers import bearer_side
from sahel_tui.claims.sides.enemy_sides import foe_of_agent, foe_of_group, is_enemy, is_opposite
from sahel_tui.claims.sides.loss_sides import left_behind_side
from sahel_tui.claims.sides.mixed_tolls import counts_others_in, is_of_both_sides
from sahel_tui.claims.sides.neighbour_sides import neighbour_side
from sahel_tui.claims.sides.own_losses import is_own_loss, says_ours, says_own
from sahel_tui.claims.sides.part_sides import (
    bodies_of,
    coordinated_side,
    has_attackers,
    has_smaller_part,
    is_sum_of_sides,
    named_again_side,
    opening_whole,
    predicate_side,
    ranked_part_of,
    restated,
    same_sides,
    side_of_parts,
    whole_of,
)
from sahel_tui.claims.sides.sufferers import haver_side, loser_side, lossless_side, sufferer_side
from sahel_tui.claims.sides.taken_sides import men_side, taken_side
from sahel_tui.claims.sides.targets import target_side
from sahel_tui.claims.sides.unnamed_sides import (
    appositive_side,
    fallen_before,
    is_lynched_suspect,
    object_before,
    payer_side,
    people_side,
    sums_up_war,
)
from sahel_tui.claims.sides.vehicle_sides import vehicle_side
from sahel_tui.claims.sides.voice_sides import VoiceSides
from sahel_tui.model import CIVILIANS, UNSPECIFIED

_OWN_KINDS = ("", "people", "fighter", "unknown")
"""Kinds of victims that may be somebody's own: `eleven of its own`."""


class SideRules:
    """Gives victims their side: by their own words, their owner, the speaker, the sentence before."""

    def __init__(self, combatants: Combatants) -> None:
        self.combatants = combatants
        self.lexicon = combatants.lexicon
        self.voices = VoiceSides(combatants)

    def of(self, quantity: Quantity, sentence: Sentence, source: str | None, context: SideContext) -> str:
        """The side of one linked quantity; remembers it for bare numbers that follow."""
        side = self._decide(quantity, sentence, source, context)
        lost = quantity.match.count.vague != "none"  # Who lost nobody is not whom a bare toll counts.
        if quantity.category and "subset" not in quantity.flags and side != UNSPECIFIED and lost:
            speaker = self.voices.of(source)
            partial = side == self.combatants.enemy_of(speaker) or (
                side == speaker and not self.combatants.is_government(side)
            )
            context.remember(quantity, side, source if partial else None)
        return side

    def _decide(self, quantity: Quantity, sentence: Sentence, source: str | None, context: SideContext) -> str:
        if quantity.rule == "sourced_number" and quantity.inherits:
            return self._decide(quantity.inherits, sentence, source, context)  # `12 dead for RFI, 15 for the mayor`
        speaker = self.voices.of(source)
        around = sentence.lowers(max(0, quantity.first - 2), quantity.last + 4)
        if is_lynched_suspect(around, self.lexicon):
            return UNSPECIFIED
        if denied := side_of_denied(quantity, self.combatants, context):
            return denied
        if is_of_both_sides(quantity, sentence) or is_sum_of_sides(quantity, sentence, context):
            return UNSPECIFIED
        if counts_others_in(quantity, sentence):
            return UNSPECIFIED
        known = context.infobox.get((quantity.category or "", figure_of(quantity.match.count)))
        if quantity.mixed and known and not (quantity.victims.kind or "total" in quantity.flags):
            return known  # `corrected the first figure to 49`
        if quantity.mixed and not same_sides(quantity, sentence, speaker, self.combatants):
            return coordinated_side(quantity, sentence, self.combatants) or UNSPECIFIED
        ours = says_ours(quantity, sentence) and quantity.victims.kind in _OWN_KINDS
        if ours:
            kin = quantity.victims.head in self.lexicon.list("fellows")  # `twenty-two of our brothers`
            return (context.hit or CIVILIANS) if kin else speaker or self.combatants.state_side()
        possessor = possessor_side(quantity, sentence, self.combatants)
        if possessor and quantity.victims.kind in _OWN_KINDS:
            return possessor
        paid = payer_side(quantity, sentence, self.combatants)  # `The raid cost the army twelve men, JNIM said`
        if speaker and not paid and is_own_loss(quantity, sentence, speaker, self.combatants, context.hit):
            return speaker
        if speaker is None and quantity.victims.kind in _OWN_KINDS and says_own(quantity, sentence):
            party = party_speaking(quantity, sentence, self.combatants, context)
            if party:
                return party
        other = self._other_side(quantity, sentence, source, context)
        if other:
            return other
        if is_enemy(quantity, sentence) or is_opposite(quantity, sentence):
            fighting = speaker or party_speaking(quantity, sentence, self.combatants, context)
            if fighting:
                return self.combatants.enemy_of(fighting) or UNSPECIFIED
        parts = side_of_parts(quantity, sentence, self.combatants)
        if told := parts or predicate_side(quantity, sentence, self.combatants):
            return told
        foe = foe_of_group(quantity, speaker, self.combatants) or foe_of_agent(quantity, sentence, self.combatants)
        if foe:
            return foe
        named = self.combatants.side_of_person(quantity.victims.text) if "named" in quantity.flags else None
        own = named or self._antecedent_side(quantity, sentence, speaker, context)
        own = own or comrades_side(quantity, sentence, speaker, self.combatants, context)
        own = own or paid or loser_side(quantity, sentence, self.combatants, context, speaker)
        own = own or lossless_side(quantity, sentence, self.combatants, speaker)
        own = own or bearer_side(quantity, sentence, self.combatants)
        own = own or aboard_side(quantity, sentence, self.combatants)
        fled = quantity.category == "displaced" and quantity.victims.kind == "people"  # `22,000 Malians fled`
        if fled or self._are_guests(quantity, context):
            return CIVILIANS
        rank = None if own else ranked_part_of(quantity, sentence)
        force = self._decide(rank, sentence, source, context) if rank else None
        if rank and force and (rank.victims.kind or force not in (CIVILIANS, UNSPECIFIED)):
            return force
        own = own or quantity.victims.side(self.combatants, people=None, speaker=speaker)
        if own:
            return own
        if quantity.victims.kind in ("vehicle", "aircraft"):
            return vehicle_side(quantity, sentence, speaker, self.combatants, context)
        again = restated(quantity, sentence) if source is None else None  # Another voice may count others.
        if again and rises_to(again, sentence) is not quantity:  # Each of the two would ask the other.
            return self._decide(again, sentence, source, context)
        whole = whole_of(quantity, sentence) or bodies_of(quantity, sentence) or opening_whole(quantity, sentence)
        if whole:
            return self._decide(whole, sentence, source, context)
        if quantity.category == "displaced" and quantity.victims.kind in ("", "people"):
            return CIVILIANS
        if quantity.inherits:
            beside = neighbour_side(quantity, sentence, self.combatants)
            beside = beside or haver_side(quantity, sentence, self.combatants)
            beside = beside or appositive_side(quantity, sentence, self.combatants)
            if beside:
                return beside
            side = self._decide(quantity.inherits, sentence, source, context)
            return (self.combatants.enemy_of(side) or side) if turns_round(quantity, quantity.inherits) else side
        raised = raised_by(quantity, sentence)
        more = self._named_side(raised, sentence) if raised else None
        if more:
            return more
        later = rises_to(quantity, sentence)
        if later:
            return self._decide(later, sentence, source, context)
        return self._unnamed_side(quantity, sentence, source, context)

    def _other_side(
        self, quantity: Quantity, sentence: Sentence, source: str | None, context: SideContext
    ) -> str | None:
        """`twelve dead on the army's side, seven on the other`: whoever fights those counted before."""
        counted = counted_before(sentence, quantity) if is_of_other_side(quantity, sentence) else None
        side = self._decide(counted, sentence, source, context) if counted else None
        return self.combatants.enemy_of(side) if side not in (None, CIVILIANS, UNSPECIFIED) else None

    def _named_side(self, quantity: Quantity, sentence: Sentence) -> str | None:
        """The side that the words right around a figure name."""
        return neighbour_side(quantity, sentence, self.combatants) or fallen_before(quantity, sentence, self.combatants)

    def _are_guests(self, quantity: Quantity, context: SideContext) -> bool:
        """`two Belgians` where civilians were hit; where nobody fights, `two Malians` are civilians as well."""
        if quantity.victims.kind != "people" or not quantity.victims.nations or not context.main:
            return False
        if context.hit == CIVILIANS and not self.combatants.is_home(quantity.victims.nations):
            return True
        return not self.combatants.listed and context.hit in (None, CIVILIANS)

    def _antecedent_side(
        self, quantity: Quantity, sentence: Sentence, speaker: str | None, context: SideContext
    ) -> str | None:
        """`22 of them`: where it is told who killed them but not who they are, those whom the event hit."""
        side, doer = antecedent_side(quantity, sentence, self.combatants, speaker, context)
        return side or ((self._hit_side(quantity, sentence, speaker, context) or CIVILIANS) if doer else None)

    def _unnamed_side(self, quantity: Quantity, sentence: Sentence, source: str | None, context: SideContext) -> str:
        """A number without a noun, or unnamed people: the first of these hints that answers."""
        speaker = self.voices.of(source)
        again = named_again_side(quantity, sentence, context)
        if again:
            return again
        if quantity.match.count.vague == "none" and not quantity.victims.kind:
            return (
                neighbour_side(quantity, sentence, self.combatants)
                or sufferer_side(quantity, sentence, self.combatants)
                or speaker
                or UNSPECIFIED
            )
        named = (
            neighbour_side(quantity, sentence, self.combatants)
            or appositive_side(quantity, sentence, self.combatants)
            or sufferer_side(quantity, sentence, self.combatants)
            or fallen_before(quantity, sentence, self.combatants)
            or object_before(quantity, sentence, self.combatants)
            or left_behind_side(quantity, sentence, self.combatants, context.hit if context.main else None)
        )
        if named:
            return named
        if has_attackers(quantity, sentence) or has_smaller_part(quantity, sentence):
            return UNSPECIFIED
        before = sentence.lowers(0, quantity.first)
        overall = not self.lexicon.list("toll_subjects").isdisjoint(before)  # `the overall figure is 149`
        topic = None if quantity.victims.kind or overall else context.memory.get(TOPIC)
        if topic:
            return topic
        only = context.only.get(quantity.category or "") if "total" not in quantity.flags else None
        if only and quantity.match.count.vague != "none":
            return only
        single = quantity.match.count.high == 1  # `shot a man on the road`: whoever falls alone is nobody's fighter.
        men_named = quantity.victims.head in self.lexicon.list("possessive_men") and not single
        target = target_side(quantity, sentence, self.combatants)
        if target and (target == CIVILIANS or men_named or not quantity.victims.kind):
            return target
        taker = None if self.voices.is_guest(source) else speaker
        taken = taken_side(quantity, sentence, self.combatants, taker, context.hit) or men_side(
            quantity, sentence, self.combatants, speaker
        )
        if taken:
            return taken
        remains = quantity.victims.head in self.lexicon.list("remains")
        men = men_named and bool(context.memory.same or context.memory.others)
        unnamed = quantity.victims.kind == "people" and not (quantity.victims.others or remains or men)
        if not context.main and sums_up_war(sentence):
            return UNSPECIFIED
        foes = self._hit_side(quantity, sentence, speaker, context) if remains or men_named else None
        if foes:
            return foes
        if single and is_deed(quantity) and quantity.victims.head in self.lexicon.list("possessive_men"):
            return CIVILIANS
        if unnamed or quantity.match.count.vague == "none":
            return people_side(quantity, sentence, self.combatants, context)
        return (
            context.infobox.get((quantity.category or "", figure_of(quantity.match.count)))
            or context.recall_last(quantity)
            or self._hit_side(quantity, sentence, speaker, context)
            or self.voices.of_bare_toll(quantity, sentence, source, context)
            or context.recall(quantity, source)
            or people_side(quantity, sentence, self.combatants, context)
        )

    def _hit_side(
        self, quantity: Quantity, sentence: Sentence, speaker: str | None, context: SideContext
    ) -> str | None:
        """`the army killed twelve`: those whom a deed hit are its enemy's, a group's whom the event hit first.

        Where a page lists no combatants, only what it tells of the event says whom a group hit.
        """
        if quantity.word is None:
            return None
        agent = passive_agent(quantity, sentence, self.combatants)
        if is_deed(quantity):
            agent = subject_side(quantity.word, sentence, self.combatants, speaker)
        if agent is None or agent == CIVILIANS:
            return None
        if self.combatants.is_government(agent):
            return self.combatants.enemy_of(agent)
        return context.hit or (self.combatants.enemy_of(agent) if self.combatants.listed else None)

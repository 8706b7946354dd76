"""Whose losses they are: the owner of the noun, whom they were inflicted on, who took them."""

from sahel_tui.claims.parties.sides import Combatants
from sahel_tui.claims.phrases.deeds import acting_party, clause_party
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.sides.unnamed_sides import party_in

FARTHEST_LOSSES = 16
"""Tokens from `losses` to a figure of them."""

FARTHEST_BEHIND = 4
"""Tokens from a figure to the `behind` of `leaving eleven dead behind`."""


def losses_side(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`the army's losses were 17 killed`, `losses inflicted on the rebels: six`, `took casualties: six dead`."""
    lexicon = sentence.lexicon
    if "loss_nouns" not in sentence.told:
        return None
    named = [other for other in sentence.quantities if other.victims.kind not in ("", "unknown")]
    counted = {other.first for other in named}
    behind = (other for other in sentence.quantities if other.word and other.word.first >= other.last)
    linked = {other.word.first for other in behind if other.word}  # `four dead`
    counted |= {other.word.first for other in named if other.word and not other.leftward}  # `four civilians dead`
    for at in range(quantity.first - 1, max(-1, quantity.first - FARTHEST_LOSSES), -1):
        if at in counted:
            return None  # `the toll of JNIM was twelve soldiers dead and four wounded`: more of those
        if sentence.folded[at] in lexicon.list("loss_nouns") and at not in linked:
            if at and sentence.folded[at - 1] in lexicon.list("governing"):
                return None  # `a government toll`: who gives it
            side = _owner_of(at, sentence, combatants) or _party_hit(at, quantity, sentence, combatants)
            return side or _taker_of(at, sentence, combatants)
        if sentence.tokens[at].text in ";.":
            return None
    return None


def left_behind_side(quantity: Quantity, sentence: Sentence, combatants: Combatants, hit: str | None) -> str | None:
    """`withdrew, leaving ten dead`, `left ten dead behind`, `on the field`: one's own; `stormed it, leaving …`: foes.

    A group's foes are those whom the event `hit`.
    """
    lexicon = sentence.lexicon
    before = sentence.lowers(max(0, quantity.first - 2), quantity.first)
    people = max(quantity.match.last, quantity.victims.last)
    around = (*before, *sentence.lowers(people, people + FARTHEST_BEHIND))
    if lexicon.list("leaving").isdisjoint(before):
        return None
    behind = not lexicon.list("behind").isdisjoint(around) or _is_on_field(quantity, sentence)
    given_way = any(lexicon.phrases["worsted"].match(sentence.tokens, at) for at in range(quantity.first))
    party = clause_party(quantity.first, sentence, combatants)
    if behind or given_way:
        return party
    verb = next(at for at in range(quantity.first - 1, -1, -1) if sentence.folded[at] in lexicon.list("leaving"))
    doer = acting_party(verb, sentence, combatants)
    if doer is None or combatants.is_government(doer):
        return combatants.enemy_of(doer)
    return hit or combatants.enemy_of(doer)


def _is_on_field(quantity: Quantity, sentence: Sentence) -> bool:
    """`left twelve dead on the field`, `on the sand`: what a fight leaves there are those of who leaves it."""
    lexicon = sentence.lexicon
    for end in {quantity.end, max(quantity.match.last, quantity.victims.last)}:
        words = sentence.folded[end : end + FARTHEST_BEHIND]
        if words and words[0] in lexicon.list("field_openers") and not lexicon.list("fields").isdisjoint(words):
            return True
    return False


def _owner_of(at: int, sentence: Sentence, combatants: Combatants) -> str | None:
    """`the army's losses`, `army losses`: the party straight before the noun."""
    lexicon = sentence.lexicon
    if at > 1 and sentence.folded[at - 1] in lexicon.list("possessive"):
        first = next((k + 1 for k in range(at - 2, max(-1, at - 5), -1) if sentence.tokens[k].kind == "mark"), at - 4)
        return party_in(sentence.tokens[max(0, first) : at - 1], combatants)
    if at == 0:
        return None
    speaker = lexicon.speaker_at(sentence.tokens, at - 1)
    state = speaker is not None and speaker[0] == "state"
    return combatants.state_side() if state else party_in(sentence.tokens[at - 1 : at], combatants)


def _party_hit(at: int, quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`losses of the troops`, `losses inflicted on the army`, `inflicted losses on the enemy`: the party behind it."""
    lexicon, first = sentence.lexicon, at + 1
    while first < quantity.first and sentence.folded[first] in lexicon.auxiliaries:
        first += 1  # `losses were inflicted on`
    side = lexicon.phrases["side_openers"].match(sentence.tokens, first)
    if side:
        return party_in(sentence.tokens[first + side[1] : quantity.first], combatants)
    if first < quantity.first and sentence.folded[first] in lexicon.list("inflicting"):
        first += 1
    openers = lexicon.lists("side_prepositions", "of", "datives")
    if first >= quantity.first or sentence.folded[first] not in openers:
        return None
    words = sentence.tokens[first + 1 : quantity.first]
    if words and any(word.lower in lexicon.list("enemy") for word in words[:3]):
        return combatants.enemy_of(clause_party(at, sentence, combatants))
    return party_in(words, combatants)


def _taker_of(at: int, sentence: Sentence, combatants: Combatants) -> str | None:
    """`the army took casualties: six dead`, `retreated with the loss of six men`: the subject; not of `reported`."""
    lexicon = sentence.lexicon
    if sentence.folded[at] not in lexicon.list("taken_losses"):
        return None
    before = sentence.lowers(max(0, at - 3), at)
    if not lexicon.list("inflicting").isdisjoint(before):
        return combatants.enemy_of(clause_party(at, sentence, combatants))
    told = any(word in lexicon.say for word in sentence.folded[:at])
    return None if told else clause_party(at, sentence, combatants)

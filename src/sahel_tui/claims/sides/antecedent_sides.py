"""Whose people a pronoun means: `two of his men`, `22 of them`, `eleven of its members`."""

from collections.abc import Collection, Sequence

from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.parties.sides import Combatants
from sahel_tui.claims.phrases.deeds import (
    agent_side,
    clause_party,
    clause_start,
    is_deed,
    main_subject,
    party_from,
    subject_side,
)
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.phrases.positions import counted_before
from sahel_tui.claims.phrases.side_context import SideContext
from sahel_tui.claims.sides.unnamed_sides import PARTIES, party_in, starts_party
from sahel_tui.model import CIVILIANS

FIGHT_NEVER = frozenset((CIVILIANS,))
"""Sides that have no comrades in arms."""

FARTHEST_PRONOUN = 3
"""Sentences that pronouns lead back."""

FARTHEST_DEFENDER = 5
"""Tokens from the start of a clause to the noun of who defends himself."""

FARTHEST_POSSESSIVE = 5
"""Tokens from `their` to the figure of their dead."""


def antecedent_side(
    quantity: Quantity, sentence: Sentence, combatants: Combatants, speaker: str | None, context: SideContext
) -> tuple[str | None, str | None]:
    """The side of the party that the pronoun of a figure takes up, and who killed them where that is told.

    The party named last before in the sentence, the subject behind a phrase that opens it, or the party that the
    sentence before named last. Whoever kills some of `them` is none of them: `gunmen rode up to people in a field and
    killed ten of them`.
    """
    partitive = _is_partitive(quantity, sentence)
    own = quantity.victims.own and quantity.victims.kind in ("", "fighter")
    if quantity.inherits or not (partitive or own or _is_of_number(quantity, sentence)):
        return None, None
    whole = counted_before(sentence, quantity)
    told = quantity.rule == "share_backward" and quantity.victims.kind in ("", "people", "unknown")
    if partitive and told and whole and whole.category == quantity.category:
        return None, None  # `33 more had been hurt, 21 of them badly`: of those counted
    lost = quantity.word is not None and "lost" in quantity.word.families("active")
    subject = subject_side(quantity.word, sentence, combatants, None) if lost and quantity.word else None
    if subject:
        return subject, None  # `the soldiers killed 65 jihadists, losing one of theirs`
    doer = agent_side(quantity, sentence, combatants, speaker) if is_deed(quantity) and partitive else None
    if doer is None and is_deed(quantity) and _act_villagers(quantity, sentence):
        doer = CIVILIANS
    others = _not_meant(quantity, doer, sentence)
    side = last_party(sentence.tokens[: quantity.first], combatants, others)
    side = side or (None if doer else main_subject(sentence, quantity, combatants))
    if side is None and whole:
        return None, doer  # `Twenty wounded were treated, 13 of them in hospital`
    taken_up = subject_before(combatants, context) if own or not partitive or doer == CIVILIANS else None
    side = side or (taken_up if taken_up != doer else None)
    side = side or last_party(context.told_before(), combatants, others)
    return side or (combatants.attacker() or combatants.group_side() if doer == CIVILIANS else None), doer


def _act_villagers(quantity: Quantity, sentence: Sentence) -> bool:
    """`the inhabitants fired back and killed four of them`: whom they kill came to kill them."""
    lexicon = sentence.lexicon
    start = clause_start(sentence, quantity.word.first if quantity.word else quantity.first)
    stop = min(start + FARTHEST_DEFENDER, quantity.first)
    if not lexicon.list("self_defence").isdisjoint(sentence.lowers(start, stop)):
        return True
    nouns = (lexicon.nouns.match(sentence.tokens, at) for at in range(start, stop))
    kind = next((noun[0] for noun in nouns if noun and noun[0] in (*PARTIES, "civilian")), None)
    return kind == "civilian"


def subject_before(combatants: Combatants, context: SideContext) -> str | None:
    """`JNIM stormed the camp. It killed ten. Two of its number fell.`: who was the subject, through pronouns too.

    A subject is taken up before an object is; a sentence that opens with another pronoun leads on to the one before.
    """
    for number, sentence in enumerate(context.sentences_before()):
        opening = sentence.folded[0] if sentence.folded else ""
        if number == FARTHEST_PRONOUN or opening not in combatants.lexicon.pronouns:
            return party_from(0, sentence, combatants) if sentence.folded else None
    return None


def possessor_side(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`put the strength of the attackers at 200 and their dead at 36`: people in the plural named before `their`.

    `Their own` takes up the subject.
    """
    lexicon = sentence.lexicon
    if "plural_own" not in sentence.told:
        return None
    for at in range(quantity.first - 1, max(-1, quantity.first - FARTHEST_POSSESSIVE), -1):
        if sentence.folded[at] in lexicon.list("plural_own"):
            told = sentence.folded[at + 1] in lexicon.lists("loss_nouns", "remains")
            return last_party(sentence.tokens[:at], combatants) if told else None
        if sentence.tokens[at].kind == "mark":
            return None
    return None


def comrades_side(
    quantity: Quantity, sentence: Sentence, speaker: str | None, combatants: Combatants, context: SideContext
) -> str | None:
    """`a survivor spoke of thirty comrades`, `lost a comrade`: whose they are was told before, else whom it hit."""
    armed = quantity.victims.kind == "fighter" and not quantity.victims.actors
    if speaker or not armed or quantity.victims.head not in sentence.lexicon.list("comrades"):
        return None
    told = (sentence.tokens[: quantity.first], sentence.tokens[quantity.end :], context.told_before())
    near = next((side for words in told if (side := last_party(words, combatants, FIGHT_NEVER))), None)
    return near or context.hit or combatants.state_side()


def party_speaking(quantity: Quantity, sentence: Sentence, combatants: Combatants, context: SideContext) -> str | None:
    """Whose enemy or own people are meant: the party that opens the clause, else the sentence.

    A pronoun that opens it takes up the party before: `JNIM claims the raid. Its men killed 25 enemies.`
    """
    near = clause_party(quantity.first, sentence, combatants) or main_subject(sentence, quantity, combatants)
    near = near or party_from(0, sentence, combatants)
    taken_up = sentence.folded[0] in sentence.lexicon.lists("own", "pronouns") or _is_of_number(quantity, sentence)
    return near or (subject_before(combatants, context) or _last_before(combatants, context) if taken_up else None)


def _last_before(combatants: Combatants, context: SideContext) -> str | None:
    return last_party(context.told_before(), combatants)


def last_party(tokens: Sequence[Token], combatants: Combatants, others: Collection[str | None] = ()) -> str | None:
    """The party named last among some words, except `others` and whoever attacked: `an ambush by armed men`."""
    lexicon = combatants.lexicon
    for at in range(len(tokens) - 1, -1, -1):
        named = starts_party(tokens, at, lexicon) and not _is_attacker(tokens, at, lexicon)
        side = party_in(tokens[at:], combatants) if named else None
        if side and side not in others:
            return side
    return None


def _is_attacker(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """`an ambush by armed men`, `une attaque par des hommes armés`: whose attack a noun was."""
    by = at - 1
    while by > 0 and tokens[by].lower in lexicon.list("noun_openers"):
        by -= 1
    return by > 0 and tokens[by].lower in lexicon.list("agents") and tokens[by - 1].lower in lexicon.list("event_nouns")


def _not_meant(quantity: Quantity, doer: str | None, sentence: Sentence) -> Collection[str | None]:
    """Whom a pronoun does not take up: who killed them; for comrades, also those who do not fight."""
    fight = quantity.victims.head in sentence.lexicon.list("comrades")
    return {doer, *(FIGHT_NEVER if fight else ())}


def _is_partitive(quantity: Quantity, sentence: Sentence) -> bool:
    """`22 of them`; who took captives is no hint, and `five of them terrorists` tells who they are itself."""
    if "partitive" not in sentence.told:
        return False
    lexicon, end = sentence.lexicon, quantity.match.last
    relative = sentence.lowers(max(0, quantity.first - 2), quantity.first)
    if (
        not quantity.victims.kind
        and relative
        and lexicon.partitive.match(sentence.tokens, quantity.first - len(relative))
    ):
        return True  # `there were soldiers there, of whom twelve fell`
    captives = lexicon.grammar["implied"].get(quantity.victims.head) == "captured"
    ranked = quantity.victims.head in lexicon.roles  # `two rebels, one of them an officer`
    told = captives or (quantity.victims.kind in PARTIES and not ranked)
    partitive = lexicon.partitive.match(sentence.tokens, end) if end < len(sentence.tokens) and not told else None
    if partitive is None:
        return False
    last = end + partitive[1]
    counted = sentence.folded[last - 1] in lexicon.list("those") and quantity.word is not None
    return not (counted and quantity.word and quantity.word.first == last)  # `two of those killed`: of those counted


def _is_of_number(quantity: Quantity, sentence: Sentence) -> bool:
    """`twelve of their number fell`, `seven of its own`: no noun but the possessive."""
    behind = sentence.lowers(quantity.match.last, quantity.match.last + 2)
    own = len(behind) == 2 and behind[0] in sentence.lexicon.list("of") and behind[1] in sentence.lexicon.own
    return own and quantity.victims.kind in ("", "unknown")

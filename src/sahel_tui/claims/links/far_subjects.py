"""A subject whose verb comes later in the clause: `ten soldiers on patrol near the border were killed`."""

from sahel_tui.claims.links.direct_links import behind_second_verb, is_part_of_subject, is_unreal, take_compound
from sahel_tui.claims.links.later_deaths import find_outcome
from sahel_tui.claims.phrases.phrases import CasualtyWord, Quantity, Sentence
from sahel_tui.claims.phrases.positions import assign, clause_end, is_carried, quantity_between, starts_quantity

FARTHEST_THAT = 5
"""Tokens from a verb of saying to its `that`: `told the agency AFP that`."""


def far_subject(sentence: Sentence, at: int) -> bool:
    """`ten soldiers on patrol near the border were killed`: the verb comes later in the clause."""
    quantity = sentence.quantities[at]
    if (quantity.article and quantity.last == quantity.match.last) or is_carried(sentence, at):
        return False
    limit = clause_end(sentence, quantity.last)
    part = sentence.lexicon.marks["subset_before"].match_before(sentence.tokens, quantity.first)
    for word in sentence.words:
        if not quantity.last <= word.first < limit or is_unreal(sentence, word):
            continue
        before = sentence.tokens[word.first - 1].lower
        told, word = word, find_outcome(sentence, word)
        finite = word.families("intransitive")
        passive = word.families("participle") if _is_passive(sentence, quantity, told) else ""
        named = before in sentence.lexicon.list("determiners")
        if before == "," and _is_set_off(sentence, quantity, word):
            died = _died_later(sentence, word, limit)
            if died:
                return assign(quantity, died, died.families("intransitive"), "far_subject")
            return assign(quantity, word, word.families("participle"), "far_subject")
        if not finite and not passive and (before == "," or named or _describes_thing(sentence, word)):
            continue
        between = quantity_between(sentence, quantity, word) and not is_part_of_subject(sentence, at + 1)
        if not (finite or passive) or between or _speaks(sentence, quantity, word):
            return False
        if part and "," in sentence.folded[quantity.last : word.first]:
            return False  # `among them two children, and the mayor was abducted`
        if _has_single_subject(sentence, quantity, word) or _governs(sentence, word):
            return False
        if not sentence.lexicon.list("everyone").isdisjoint(sentence.folded[quantity.last : word.first]):
            return False  # `sixty men ran out of cartridges, and everyone found there was put to death`
        found = assign(quantity, word, passive or finite, "far_subject")
        return take_compound(sentence, quantity, word, found=found)
    return False


def _is_set_off(sentence: Sentence, quantity: Quantity, word: CasualtyWord) -> bool:
    """`two service members, wounded by a car bomb, were flown out`: a participle with its adjunct behind the noun.

    Or alone between commas: `sept autres, blessés, sont évacués`.
    """
    behind = sentence.folded[word.last] if word.last < len(sentence.tokens) else ""
    adjunct = behind in sentence.lexicon.list("place_openers") or behind in sentence.lexicon.list("agents")
    verb = sentence.lowers(word.last + 1, word.last + 2) if behind == "," else []
    alone = bool(verb) and (verb[0] in sentence.lexicon.be or verb[0] in sentence.lexicon.auxiliaries)
    told = bool(quantity.victims.kind) or quantity.victims.others
    return told and word.first == quantity.last + 1 and (adjunct or alone)


def _died_later(sentence: Sentence, word: CasualtyWord, limit: int) -> CasualtyWord | None:
    """`two people, wounded by gunfire, later died of their wounds`: the verb behind the comma that ends the aside."""
    behind = (other for other in sentence.words if word.last < other.first < limit)
    died = next((other for other in behind if "killed" in other.families("intransitive").split("+")), None)
    if died is None or any(word.last < other.first < died.first for other in sentence.quantities):
        return None
    return died if sentence.folded[word.last : died.first].count(",") == 1 else None


def _governs(sentence: Sentence, word: CasualtyWord) -> bool:
    """`trois hommes à moto ont tué deux gendarmes`: behind `have`, the verb takes the figure that follows."""
    have = word.first and sentence.folded[word.first - 1] in sentence.lexicon.lists("have", "perfect", "pluperfect")
    ends = (word.last, behind_second_verb(sentence, word))
    return bool(have) and any(starts_quantity(sentence, end) for end in ends)


def _has_single_subject(sentence: Sentence, quantity: Quantity, word: CasualtyWord) -> bool:
    """`141 came through and one employee is missing`: a person behind `and` is the subject of the word."""
    plain = sentence.lexicon.list("plain_and")
    return not quantity.victims.kind and any(
        quantity.last < other.first < word.first and other.article and sentence.folded[other.first - 1] in plain
        for other in sentence.quantities
    )


def _is_passive(sentence: Sentence, quantity: Quantity, word: CasualtyWord) -> bool:
    """`were killed`, `were stopped on the road and put to death`."""
    before = sentence.tokens[word.first - 1].lower
    if before in sentence.lexicon.be:
        return True
    between = sentence.lowers(quantity.last, word.first)
    if before not in sentence.lexicon.list("plain_and") or starts_quantity(sentence, word.last):
        return False  # `seven of whom were children, and hurt a dozen`
    return any(w in sentence.lexicon.auxiliaries for w in between)


def _speaks(sentence: Sentence, quantity: Quantity, word: CasualtyWord) -> bool:
    """`several villagers said that shots had killed …`, `one official told Reuters that …`: no victims."""
    that = sentence.lexicon.list("that_clause")
    said = next((at for at in range(quantity.last, word.first) if sentence.folded[at] in sentence.lexicon.say), None)
    if quantity.match.count.high == 1 and said == quantity.last and word.families("after", "before"):
        return True  # `one resident estimated the fallen volunteers at thirty`
    return said is not None and not that.isdisjoint(sentence.lowers(said + 1, min(said + FARTHEST_THAT, word.first)))


def _describes_thing(sentence: Sentence, word: CasualtyWord) -> bool:
    """`fauchés par des balles perdues`: the word belongs to the thing before it."""
    noun = sentence.lexicon.nouns.match_before(sentence.tokens, word.first)
    return noun is not None and noun[0] == "excluded"

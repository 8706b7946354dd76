"""Figures set against one of the other side without a verb: `twelve dead on the army's side, seven on the other`."""

from sahel_tui.claims.language.actors import load_actors
from sahel_tui.claims.parties.victims import PARTIES
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.phrases.positions import are_joined, counted_before

LONGEST_PARTY = 5
"""Tokens of the phrase that names the other party."""


def opposed_number(sentence: Sentence, at: int) -> bool:
    """`the army lost twelve men, its enemies seven`, `twelve dead, against seven in the other camp`."""
    quantity = sentence.quantities[at]
    previous = counted_before(sentence, quantity)
    after = sentence.lexicon.phrases["other_side"].match(sentence.tokens, quantity.match.last)
    bare = not quantity.victims.kind or after  # `sept de l'autre`
    if previous is None or not bare or quantity.article or _has_verb(sentence, quantity):
        return False
    joint = joint_before(quantity, previous, sentence)
    if joint is None:
        return False
    ahead = names_other(sentence, joint, quantity.first)
    behind = joint == quantity.first and (after or _names_party_behind(sentence, quantity.last))
    if not (ahead or behind):
        return False
    quantity.category, quantity.word, quantity.rule = previous.category, previous.word, "opposed_number"
    quantity.leftward, quantity.inherits = True, previous
    return True


def is_of_other_side(quantity: Quantity, sentence: Sentence) -> bool:
    """`seven on the other side`, `the other side lost seven`, `their opponents seven`: whoever was not counted."""
    other, told = sentence.lexicon.phrases["other_side"], "other_side" in sentence.told
    previous = counted_before(sentence, quantity) if told or quantity.rule == "opposed_number" else None
    if previous is None:
        return False
    joint = joint_before(quantity, previous, sentence)
    if quantity.rule == "opposed_number" and joint is not None and joint < quantity.first:
        return True
    if not told or are_joined(previous, quantity, sentence):
        return False  # `twelve killed, four wounded on the other side`: both are
    end = quantity.end
    ahead = joint is not None and any(other.match(sentence.tokens, at) for at in range(joint, quantity.first))
    return ahead or any(other.match(sentence.tokens, at) for at in (quantity.match.last, quantity.last, end))


def names_other(sentence: Sentence, first: int, last: int) -> bool:
    """`the enemy`, `their opponents`, `the other side`, `among their adversaries`, and nothing else."""
    lexicon = sentence.lexicon
    other = lexicon.phrases["other_side"].match(sentence.tokens, first)
    if other:
        return first + other[1] in (last, last - 1)
    words = sentence.folded[first:last]
    if len(words) > LONGEST_PARTY or lexicon.list("enemy").isdisjoint(words):
        return False
    inside = lexicon.lists(
        *("side_prepositions", "place_openers", "determiners", "own", "ranks_of", "side_nouns"),
        *("enemy", "of", "possessive"),
    )
    return all(word == "," or word in inside for word in words)


def _names_party_behind(sentence: Sentence, at: int) -> bool:
    """`seven among the rebels`, `seven on the Islamist side`: a preposition and whom it counts."""
    lexicon = sentence.lexicon
    if lexicon.phrases["other_side"].match(sentence.tokens, at):
        return True
    openers = lexicon.lists("side_prepositions", "place_openers", "side_nouns")
    if at >= len(sentence.tokens) or sentence.folded[at] not in openers:
        return False
    first = at + 1
    passed = lexicon.lists("determiners", "own", "ranks_of", "side_nouns", "of", "place_openers", "stand_ins")
    while first < min(at + LONGEST_PARTY, len(sentence.tokens)) and sentence.folded[first] in passed:
        first += 1
    noun = lexicon.nouns.match(sentence.tokens, first)
    enemy = not lexicon.list("enemy").isdisjoint(sentence.lowers(first, first + 1))
    party = load_actors().match(sentence.tokens, first) is not None or bool(noun and noun[0] in PARTIES)
    return enemy or party


def joint_before(quantity: Quantity, previous: Quantity, sentence: Sentence) -> int | None:
    """The token behind the comma, `and`, `against` that parts a figure from the one before; None without one."""
    lexicon = sentence.lexicon
    joints = lexicon.lists("plain_and", "contrast", "clause_starts")
    start = previous.end
    for at in range(quantity.first - 1, start - 1, -1):
        if (sentence.folded[at] in joints or sentence.folded[at] in ",;") and not _is_inner(at, quantity, sentence):
            return at + 1
    return None


def _is_inner(at: int, quantity: Quantity, sentence: Sentence) -> bool:
    """`of the other, seven`: a comma straight before the figure ends the phrase in front of it."""
    return at == quantity.first - 1 and names_other(sentence, _mark_before(at, sentence), at)


def _mark_before(at: int, sentence: Sentence) -> int:
    """Where the piece of the sentence begins that ends with a token."""
    parting, words = sentence.lexicon.lists("plain_and", "contrast"), sentence.folded
    return next((place + 1 for place in range(at - 1, -1, -1) if words[place] in parting or words[place] in ",;:"), 0)


def _has_verb(sentence: Sentence, quantity: Quantity) -> bool:
    """A verb of its own follows before the next comma."""
    for at in range(quantity.last, len(sentence.tokens)):
        if sentence.tokens[at].kind == "mark":
            return False
        verb = sentence.folded[at] in sentence.lexicon.lists("be", "-stand_ins")  # `seven on that of JNIM`
        if verb or any(word.first == at for word in sentence.words):
            return True
    return False

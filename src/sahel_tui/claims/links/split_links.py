"""Verbs in two parts around their object: `sent fourteen people to hospital`, `burned nine villagers alive`."""

from sahel_tui.claims.language.phrase_trees import Phrases
from sahel_tui.claims.parties.victims import find_victims
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.phrases.positions import is_of_persons

FARTHEST_END = 3
"""Tokens behind the object before the second part of the verb starts."""

LONGEST_ASIDE = 12
"""Tokens between commas that stand between the parts of a verb, or between its objects."""


def object_of_split_verb(sentence: Sentence, at: int) -> bool:
    """The first part stands straight before the figure, the second shortly behind its noun.

    What commas set apart is skipped: `put fourteen of the faithful, all male, to death`.
    """
    quantity, lexicon = sentence.quantities[at], sentence.lexicon
    following = sentence.lowers(quantity.match.last, quantity.match.last + 1)
    owned = not quantity.victims.kind and quantity.victims.head and not lexicon.list("of").isdisjoint(following)
    if not quantity.first or not (is_of_persons(quantity) or owned):  # `left ten of its own on the field`
        return False
    verb = sentence.folded[quantity.first - 1]
    for category, verbs, ends in lexicon.split_verbs:
        taken = quantity.last - (quantity.last - 1 > quantity.match.last)  # `held four nurses hostage`
        end = (_end_of(sentence, quantity.last, ends) or _end_at(sentence, taken, ends)) if verb in verbs else None
        if end is not None:
            quantity.category, quantity.rule, quantity.leftward = category, "object_of_split_verb", True
            if quantity.last > taken and _end_at(sentence, taken, ends):
                quantity.victims = find_victims(sentence.tokens[:taken], quantity.match.last, lexicon)
            quantity.last = end
            return True
    return False


def first_of_split_objects(sentence: Sentence, at: int) -> bool:
    """`left four soldiers and, if the ministry is to be believed, 63 jihadists dead`: the first of two objects."""
    quantity, lexicon = sentence.quantities[at], sentence.lexicon
    second = sentence.quantities[at + 1] if at + 1 < len(sentence.quantities) else None
    if second is None or second.word is None or second.leftward or not quantity.first or not is_of_persons(quantity):
        return False
    joint = sentence.lowers(quantity.last, quantity.last + 1)
    joined = bool(joint) and joint[0] in lexicon.list("plain_and")
    if not joined or _behind_aside(sentence, quantity.last + 1) != second.first:
        return False
    verb, place = sentence.folded[quantity.first - 1], second.word.first
    for category, verbs, ends in lexicon.split_verbs:
        if verb in verbs and category == second.category and ends.match(sentence.tokens, place):
            quantity.category, quantity.rule, quantity.leftward = category, "first_of_split_objects", True
            return True
    return False


def _behind_aside(sentence: Sentence, at: int) -> int:
    """The token behind what two commas set apart from there on; the same token without it."""
    if sentence.lowers(at, at + 1) != [","]:
        return at
    inside = range(at + 1, min(len(sentence.tokens), at + LONGEST_ASIDE))
    return next((place + 1 for place in inside if sentence.folded[place] == ","), at)


def left_of_own(sentence: Sentence, at: int) -> bool:
    """`left ten of its own on the field`, `leaving ten of their men behind`: whom one leaves there is dead.

    So are those one owns up to: `conceded four of its own`.
    """
    quantity, lexicon = sentence.quantities[at], sentence.lexicon
    before = sentence.lowers(max(0, quantity.first - 2), quantity.first)
    if not quantity.victims.own:
        return False
    if _owns_up(sentence, quantity) and not lexicon.list("admission").isdisjoint(before):
        quantity.category, quantity.rule, quantity.leftward = "killed", "left_of_own", True
        return True
    if lexicon.list("leaving").isdisjoint(before):
        return False
    behind = sentence.lowers(quantity.last, quantity.last + FARTHEST_END + 2)
    opened = bool(behind) and behind[0] in lexicon.list("field_openers")
    field = opened and not lexicon.list("fields").isdisjoint(behind)
    if not field and lexicon.list("behind").isdisjoint(behind[:1]):
        return False
    quantity.category, quantity.rule, quantity.leftward = "killed", "left_of_own", True
    return True


def _owns_up(sentence: Sentence, quantity: Quantity) -> bool:
    """`four of its own`, `quatre des siens`, with no word behind that tells what became of them."""
    own = sentence.lexicon.list("own_people") | sentence.lexicon.own
    told = any(word.first == quantity.last for word in sentence.words)
    return quantity.victims.kind in ("", "fighter") and quantity.victims.head in own and not told


def _end_at(sentence: Sentence, place: int, ends: Phrases[bool]) -> int | None:
    """The token behind the second part of the verb that starts there."""
    found = ends.match(sentence.tokens, place)
    return place + found[1] if found else None


def _end_of(sentence: Sentence, first: int, ends: Phrases[bool]) -> int | None:
    """The token behind the second part of the verb, when it starts close behind `first` in the same clause."""
    first = _behind_aside(sentence, first)
    for place in range(first, min(len(sentence.tokens), first + FARTHEST_END)):
        found = ends.match(sentence.tokens, place)
        if found:
            return place + found[1]
        if sentence.tokens[place].kind == "mark":
            return None
    return None

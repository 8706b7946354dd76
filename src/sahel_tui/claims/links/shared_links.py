"""Quantities that share the casualty word of a neighbour, or carry their own inside the noun phrase."""

from sahel_tui.claims.language.noun_phrases import skip_of
from sahel_tui.claims.language.words import Trigger
from sahel_tui.claims.links.gapped_clauses import clause_before
from sahel_tui.claims.links.part_links import has_other_verb, is_apposed_part, is_freed, precedes_subset
from sahel_tui.claims.links.sentence_marks import subset_before
from sahel_tui.claims.phrases.phrases import CasualtyWord, Quantity, Sentence
from sahel_tui.claims.phrases.positions import (
    assign,
    counted_before,
    counts_excluded,
    is_connector,
    opens_whole,
    set_beside,
)
from sahel_tui.model import Category

THINGS = ("vehicle", "aircraft")

FARTHEST_STATE = 4
"""Tokens behind a bare figure within which its state is told: `two in a grave state`."""

LONGEST_ARTICLE_GAP = 3
"""Tokens from a single person to the figure whose verb it shares."""

FARTHEST_SAYING = 4
"""Tokens from a person to the verb that says something."""


def share_forward(sentence: Sentence, at: int) -> bool:
    """`ten civilians and three soldiers were killed`: the first shares the verb of the second."""
    start, after = _behind_part(sentence, at)
    if after >= len(sentence.quantities):
        return False
    quantity, following = sentence.quantities[at], sentence.quantities[after]
    if following.category is None and not share_forward(sentence, after):
        return False
    if following.leftward or following.word is None or _is_whole(sentence, quantity):
        return False
    if quantity.article and quantity.victims.kind in THINGS and following.victims.kind not in THINGS:
        return False  # `Of eleven passengers taken from a bus, two were beheaded`
    if subset_before(sentence, quantity) or _comes_then(sentence, quantity) or _takes_apart(sentence, at):
        return False
    if _ends_list(sentence, at) or is_apposed_part(sentence, at) or _is_accompanied(sentence, at):
        return False
    if opens_whole(sentence, quantity) and following.last == following.match.last:
        return False  # `Of the 200 men of the garrison, twelve were killed`
    if quantity.article and following.first - quantity.last > LONGEST_ARTICLE_GAP:
        return False  # `the target of a bomber at Delimane on 12 January, and three soldiers were wounded`
    if not is_connector(sentence, start, following.first):
        return False
    if sentence.lexicon.partitive.match(sentence.tokens, following.match.last):
        return False  # `60 passengers, 31 of whom were killed`
    if not sentence.lexicon.list("whose").isdisjoint(sentence.lowers(following.match.last, following.match.last + 2)):
        return False  # `a woman of 77, three of whose sons died`
    families = following.word.families("participle", "intransitive", "after")
    return may_share(sentence, quantity, families) and assign(quantity, following.word, families, "share_forward")


def _behind_part(sentence: Sentence, at: int) -> tuple[int, int]:
    """Where a list goes on and with which figure: `35 civilians, 31 of them women, and seven soldiers`."""
    part = sentence.quantities[at + 1] if at + 1 < len(sentence.quantities) else None
    if part is None or sentence.lowers(sentence.quantities[at].last, part.first) != [","]:
        return sentence.quantities[at].last, at + 1
    apposed = sentence.lexicon.partitive.match(sentence.tokens, part.match.last) is not None
    closed = apposed and sentence.lowers(part.last, part.last + 1) == [","]
    return (part.last, at + 2) if closed else (sentence.quantities[at].last, at + 1)


def _ends_list(sentence: Sentence, at: int) -> bool:
    """`the death of twenty traders and five officers, alongside nine wounded`: the second ends the list before."""
    if not at or sentence.quantities[at + 1].victims.kind or not sentence.quantities[at].victims.kind:
        return False
    before, quantity = sentence.quantities[at - 1], sentence.quantities[at]
    gap = sentence.lowers(before.last, quantity.first)
    joined = len(gap) == 1 and gap[0] in sentence.lexicon.list("plain_and")
    parted = quantity.last < len(sentence.tokens) and sentence.tokens[quantity.last].text == ","
    return joined and parted and before.leftward and bool(before.category)


def _is_accompanied(sentence: Sentence, at: int) -> bool:
    """`47 dead, the ministry 60, along with 115 people injured`: a bare figure is not hurt with those beside it."""
    quantity, following = sentence.quantities[at], sentence.quantities[at + 1]
    carried = sentence.folded[following.first - 1] in sentence.lexicon.list("carrying")
    again = carried and counted_before(sentence, quantity) is not None  # `47 dead, then 77, with 115 hurt`
    return (again or set_beside(sentence, following) > 0) and not quantity.victims.kind


def may_share(sentence: Sentence, quantity: Quantity, families: str) -> bool:
    """`dozens wounded, plus five captives`: a noun that says what happened takes no other word's meaning."""
    implied = sentence.lexicon.grammar["implied"].get(quantity.victims.head)
    told = bool({"captured", "taken"} & set(families.split("+"))) or _dies_with_next(sentence, quantity)
    return implied != "captured" or told


def _takes_apart(sentence: Sentence, at: int) -> bool:
    """`three security sources, one West African and two French, had 28 dead`: parts of a thing counted before."""
    for start in (at - 1, at - 2):
        if start < 0 or sentence.quantities[start].victims.kind != "excluded":
            continue
        parts = sentence.quantities[start + 1 : start + 3]
        whole = sentence.quantities[start].match.count.low
        if len(parts) == 2 and whole and sum(part.match.count.low or 0 for part in parts) == whole:
            return True
    return False


def _comes_then(sentence: Sentence, quantity: Quantity) -> bool:
    """`five dead, then seven, and twenty wounded`: a figure that follows in time counts what was counted before."""
    before = sentence.lowers(max(0, quantity.first - 2), quantity.first)
    alone = quantity.match.last == quantity.last  # not `enfin, trois civils et quatre soldats sont tués`
    return alone and not sentence.lexicon.lists("then", "at_last").isdisjoint(before)


def _is_whole(sentence: Sentence, quantity: Quantity) -> bool:
    """`sur les 150 soldats, 53 sont tués`: the whole of which a part is counted."""
    return quantity.first > 0 and sentence.tokens[quantity.first - 1].lower in sentence.lexicon.list("out_of")


def _is_said_apart(sentence: Sentence, quantity: Quantity) -> bool:
    """`twelve died according to RFI, fifteen according to the UN`: a bare figure between a joint and its own cue."""
    lexicon, end = sentence.lexicon, quantity.match.last
    joints = lexicon.lists(",", "plain_and", "or")
    bare = not quantity.victims.kind and end < len(sentence.tokens) and quantity.first > 0
    return (
        bare
        and sentence.folded[quantity.first - 1] in joints
        and lexicon.according_to.match(sentence.tokens, end) is not None
    )


def share_backward(sentence: Sentence, at: int) -> bool:
    """`killing two people at Kassela and five at Markacoungo`, `12 soldiers were killed at A and four at B`."""
    quantity = sentence.quantities[at]
    previous = clause_before(sentence, at)
    if (
        previous is None
        or previous.word is None
        or has_other_verb(sentence, quantity)
        or _speaks(sentence, quantity)
        or counts_excluded(sentence, at)
        or precedes_subset(sentence, at)
        or (previous.category in ("captured", "missing", "wounded") and is_freed(sentence, quantity))
    ):
        return False
    start = previous.end
    if not is_connector(sentence, start, quantity.first) and not _is_said_apart(sentence, quantity):
        return False
    families = previous.word.families("active", "participle", "before", "intransitive", "after")
    behind = sentence.lowers(quantity.match.last, quantity.last + (0 if quantity.victims.kind else FARTHEST_STATE))
    if not sentence.lexicon.list("gravely").isdisjoint(behind):
        quantity.flags.append("subset")  # `nine were wounded, two critically`, `eight wounded, two in a grave state`
    return may_share(sentence, quantity, families) and assign(
        quantity, previous.word, families, "share_backward", leftward=previous.leftward
    )


def _speaks(sentence: Sentence, quantity: Quantity) -> bool:
    """`eleven killed, and a resident of Boulikessi said that …`: a single person who says something is not counted."""
    behind = sentence.lowers(quantity.last, quantity.last + FARTHEST_SAYING)
    clause = behind[: behind.index(";")] if ";" in behind else behind
    return quantity.article and any(token in sentence.lexicon.say for token in clause)


def attributive_word(sentence: Sentence, at: int) -> bool:
    """`five injured civilians were evacuated`, `one of the dead civilians`: the word stands before its noun."""
    quantity = sentence.quantities[at]
    first = skip_of(sentence.tokens, quantity.match.last, sentence.lexicon)
    if quantity.article or first >= quantity.last:
        return False
    match = sentence.lexicon.triggers.match(sentence.tokens, first)
    hurt = match is not None and any(reading.family == "wounded" for reading in match[0])
    if not match or is_freed(sentence, quantity, behind=not hurt):
        return False  # `five injured civilians were evacuated` were hurt all the same.
    word = CasualtyWord(first, first + match[1], match[0])
    families = word.families("participle", "after")
    if "captured" in families.split("+") and _dies_with_next(sentence, quantity):
        return False
    if families == "displaced" and _is_guarded(sentence, quantity):
        return False
    if first > quantity.match.last and "killed" not in families.split("+"):
        return False  # `two of the wounded soldiers`: what became of them stands elsewhere.
    return assign(quantity, word, families, "attributive_word")


def _dies_with_next(sentence: Sentence, quantity: Quantity) -> bool:
    """`both hostages and three guards were killed`: captives joined to others whose death is told."""
    at = sentence.quantities.index(quantity) + 1
    following = sentence.quantities[at] if at < len(sentence.quantities) else None
    gap = sentence.lowers(quantity.last, following.first) if following else []
    if following is None or len(gap) != 1 or gap[0] not in sentence.lexicon.list("plain_and"):
        return False
    word = following.word if following.category == "killed" and not following.leftward else None
    return word is not None and bool(word.families("participle", "intransitive"))


def _is_guarded(sentence: Sentence, quantity: Quantity) -> bool:
    """`soldiers guarding 4,000 refugees`: they fled some other time."""
    before = sentence.lowers(max(0, quantity.first - 2), quantity.first)
    return not sentence.lexicon.list("guarding").isdisjoint(before)


def _implied_by_first(quantity: Quantity, nouns: dict[str, Category]) -> Category | None:
    """`nie toute victime civile`, `sept autres corps`: the noun stands first, or behind `autres`."""
    first, _, rest = quantity.victims.text.lower().partition(" ")
    if quantity.victims.others:
        return nouns.get(rest.partition(" ")[0])
    return nouns.get(first) if quantity.match.count.vague == "none" else None


def implied_by_noun(sentence: Sentence, at: int) -> bool:
    """`138 victims`, `3,000 refugees`: the noun itself says what happened."""
    quantity = sentence.quantities[at]
    nouns: dict[str, Category] = sentence.lexicon.grammar["implied"]
    alone = sentence.folded[quantity.match.last - 1] in sentence.lexicon.list("only_one")  # `the only victim`
    implied = nouns.get(quantity.victims.head) or (nouns.get(f"{quantity.victims.head}s") if alone else None)
    if implied is None and sentence.lexicon.grammar.get("head_first"):
        implied = _implied_by_first(quantity, nouns)
    if implied is None or (quantity.article and implied != "captured") or is_freed(sentence, quantity):
        return False
    if implied == "displaced" and _is_guarded(sentence, quantity):
        return False
    if implied == "captured" and _dies_with_next(sentence, quantity):
        return False
    quantity.category, quantity.rule = implied, "implied_by_noun"
    quantity.word = CasualtyWord(quantity.last - 1, quantity.last, (Trigger(implied, "before"),))
    if quantity.victims.head in sentence.lexicon.list("compound"):
        quantity.combined = ("killed", "wounded")
    return True

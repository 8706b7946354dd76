"""Parts and the whole they make: `Of the 13 killed, nine came from Gao`, `31 dead, 19 of them soldiers`."""

from sahel_tui.claims.links.breakdowns import NAMED_KINDS
from sahel_tui.claims.links.later_deaths import dies_of_wounds
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.phrases.positions import opens_whole
from sahel_tui.claims.phrases.revisions import raised_by

LEAST_PARTS = 2

LONGEST_WHOLE = 6
"""Tokens from the whole at the head of a sentence to the comma before its first part."""


def is_part_of_opening(sentence: Sentence, quantity: Quantity) -> bool:
    """`Of the 24 wounded, eleven are in a grave state`: fewer of those whom the head of the sentence counts.

    So are those who died of people hurt or taken: `Of the nine captives, two were shot`.
    """
    whole = sentence.quantities[0]
    return quantity.category in (whole.category, "killed") and opens_with(sentence, quantity, whole)


def opens_with(sentence: Sentence, quantity: Quantity, whole: Quantity) -> bool:
    """The sentence opens with a whole that is counted, and a comma ends its phrase before the quantity."""
    counted = whole is not quantity and whole.category is not None and opens_whole(sentence, whole)
    low, most = quantity.match.count.low, whole.match.count.low
    gap = sentence.folded[whole.end : quantity.first]
    return bool(counted and low and most and low < most and gap[-1:] == [","] and len(gap) <= LONGEST_WHOLE)


def names_whole(sentence: Sentence, quantity: Quantity) -> bool:
    """`one of the children`, `deux de ces soldats`, `two of the nine`: a part of people whom the text told of."""
    lexicon, end = sentence.lexicon, quantity.match.last
    if end in sentence.told.get("partitive", ()):
        return False
    behind = sentence.lowers(end, end + 2)
    pointed = len(behind) > 1 and behind[1] in lexicon.lists("definite", "these")
    return bool(behind) and (
        behind[0] in lexicon.list("contracted_of") or (behind[0] in lexicon.list("of") and pointed)
    )


def adds_to_toll(sentence: Sentence, quantity: Quantity) -> bool:
    """`Two more died in hospital, bringing the toll to 29`: those who died late are among the dead it counts."""
    if "raising" not in sentence.told or quantity.category != "killed":
        return False
    late = quantity.victims.others or dies_of_wounds(sentence, quantity)
    return late and raised_by(quantity, sentence, named=True) is not None


def sums_before(sentence: Sentence, at: int) -> bool:
    """`13 civilians died, and near the tower another six; nineteen in all`, `…, which makes nineteen`."""
    whole = sentence.quantities[at]
    counted = [q for q in sentence.quantities[:at] if q.category == whole.category and "subset" not in q.flags]
    gap = sentence.folded[counted[-1].end : whole.first] if counted else []
    exact = sentence.lexicon.lists("become", "change_verbs").isdisjoint(gap)
    exact = exact and all(q.match.count.low == q.match.count.high for q in counted)
    if len(counted) < LEAST_PARTS or not exact or whole.category is None or "subset" in whole.flags:
        return False
    return sum(q.match.count.low or 0 for q in counted) == whole.match.count.low == whole.match.count.high


def sums_parts(sentence: Sentence, at: int) -> bool:
    """`31 people were killed, including 19 soldiers and 12 civilians`: parts of several sides that add up."""
    whole, below = sentence.quantities[at], sentence.quantities[at + 1 :]
    if whole.category is None or whole.victims.kind not in ("", "people") or "subset" in whole.flags:
        return False
    parts = []
    for part in below:
        if part.category != whole.category or "subset" not in part.flags:
            break
        parts.append(part)
    kinds = {"civilian" if part.victims.kind == "people" else part.victims.kind for part in parts}
    exact = whole.match.count.low is not None and whole.match.count.low == whole.match.count.high
    told = sum(part.match.count.low or 0 for part in parts) == whole.match.count.low
    return exact and told and len(kinds) > 1 and kinds <= {*NAMED_KINDS}

"""People told one group after the other: the groups of one side are one figure."""

from sahel_tui.claims.links.persons import without_kin
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.dataclass import replace
from sahel_tui.model import Count

JOINED_KINDS = frozenset(("state", "civilian", "group"))


def join_lists(sentence: Sentence) -> None:
    """Sum a figure and a single person beside it: `thirteen soldiers and a gendarme`, `two guards, a driver`.

    Fighters of different nations or parties stay apart, and so do two figures (`six women and four children`).
    """
    for at in range(len(sentence.quantities) - 1, 0, -1):
        first, second = sentence.quantities[at - 1], sentence.quantities[at]
        if _is_same_person(sentence, first, second):
            second.category = None
        elif _may_join(sentence, first, second):
            low = (first.match.count.low or 0) + (second.match.count.low or 0)
            first.match = replace(first.match, count=Count(low, low))
            first.last = second.last
            first.flags = [*dict.fromkeys((*first.flags, *without_kin(sentence, second), "arith"))]
            first.word, first.leftward = second.word, second.leftward
            second.category = None


def _may_join(sentence: Sentence, first: Quantity, second: Quantity) -> bool:
    if first.category is None or first.category != second.category or first.rule == "share_breakdown":
        return False
    if not (first.article or second.article):
        return False
    gap = sentence.lowers(first.last, second.first)
    return (gap == [","] or (len(gap) == 1 and gap[0] in sentence.lexicon.list("plain_and"))) and _are_alike(
        first, second
    )


def _is_same_person(sentence: Sentence, first: Quantity, second: Quantity) -> bool:
    """`A single civilian, a bus driver, was wounded`: one person told twice, the second time between commas."""
    one = first.match.count.low == first.match.count.high == second.match.count.high == 1
    apart = sentence.lowers(first.last, second.first) == [","] and sentence.lowers(second.last, second.last + 1) == [
        ","
    ]
    return one and apart and second.article and first.category == second.category


def _are_alike(first: Quantity, second: Quantity) -> bool:
    """Exact figures of one kind of people, of no nation or party told apart; civilians of any nation are civilians."""
    one, other = first.victims, second.victims
    exact = all(q.match.count.low == q.match.count.high and q.match.count.low for q in (first, second))
    if exact and _are_civilians(first, second):
        return True
    same = one.kind == other.kind and one.nations == other.nations and one.actors == other.actors
    return bool(exact) and same and one.kind in JOINED_KINDS


def _are_civilians(first: Quantity, second: Quantity) -> bool:
    """`two Chinese engineers and a Malian driver`, `two Spanish reporters and an Irishman`."""
    kinds = {first.victims.kind, second.victims.kind}
    foreign = first.victims.nations and second.victims.nations
    return kinds == {"civilian"} or bool(foreign and kinds == {"civilian", "people"})

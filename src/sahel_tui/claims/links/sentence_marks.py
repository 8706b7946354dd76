"""Parts, totals, mixed groups and left-out nouns among the linked quantities of a sentence."""

from itertools import chain

from sahel_tui.claims.links.whole_links import adds_to_toll, is_part_of_opening, sums_before, sums_parts
from sahel_tui.claims.parties.victims import find_victims
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.phrases.positions import is_of_persons
from sahel_tui.dataclass import replace

FARTHEST_AMONG = 9
"""Tokens from people to the `among them` behind what describes them."""


def mark_subset(sentence: Sentence, at: int) -> None:
    """Flag a linked quantity that a marker makes part of another."""
    quantity = sentence.quantities[at]
    if not quantity.category or "subset" in quantity.flags:
        return
    marked = subset_before(sentence, quantity) or subset_after(sentence, quantity)
    marked = marked or _is_part_of_dead(sentence, quantity) or _comes_before_all(sentence, quantity)
    marked = marked or _are_kin(sentence, quantity) or _is_at_once(sentence, quantity)
    marked = marked or _are_more_bodies(sentence, quantity)
    marked = marked or is_part_of_opening(sentence, quantity)
    if marked or _goes_on(sentence, at):
        quantity.flags.append("subset")


def _are_kin(sentence: Sentence, quantity: Quantity) -> bool:
    """`the village chief lost four sons`, `three of whose sons died`: somebody's own among the dead."""
    lexicon, behind = sentence.lexicon, sentence.lowers(quantity.match.last, quantity.match.last + 2)
    return quantity.victims.head in lexicon.list("kin") or not lexicon.list("whose").isdisjoint(behind)


def _are_more_bodies(sentence: Sentence, quantity: Quantity) -> bool:
    """`seven more corpses were found`, `sept autres corps`: they add to a toll told before."""
    words = quantity.victims.text.lower().split()
    further = sentence.lexicon.list("further_ones")
    return not further.isdisjoint(words) and not sentence.lexicon.list("remains").isdisjoint(words)


def _is_at_once(sentence: Sentence, quantity: Quantity) -> bool:
    """`three gendarmes died in the opening moments`: who fell first is a part of those who fell."""
    if "at_once" not in sentence.told:
        return False
    ends = (quantity.last, max(quantity.last, quantity.word.last if quantity.word else 0))
    return any(end in sentence.told["at_once"] for end in ends)


def _goes_on(sentence: Sentence, at: int) -> bool:
    """`15 fighters, including 13 soldiers and 2 volunteers, died`: the second part ends with the aside of the first."""
    before, quantity = sentence.quantities[at - 1] if at else None, sentence.quantities[at]
    gap = sentence.lowers(before.last, quantity.first) if before and "subset" in before.flags else []
    closed = quantity.last < len(sentence.tokens) and sentence.tokens[quantity.last].text == ","
    return closed and len(gap) == 1 and gap[0] in sentence.lexicon.list("plain_and")


def _is_part_of_dead(sentence: Sentence, quantity: Quantity) -> bool:
    """`one of the dead`, `fifteen of the bodies`, `two of them`."""
    end = quantity.match.last
    if end >= len(sentence.tokens):
        return False
    if end in sentence.told.get("partitive", ()):
        return True
    if sentence.folded[end] in sentence.lexicon.list("contracted_of"):
        word = quantity.word  # `deux des civils tués`
        return word is not None and word.first == quantity.last and not quantity.leftward
    of, determiners = sentence.lexicon.list("of"), sentence.lexicon.list("determiners")
    following = sentence.lowers(end, end + 2)
    if len(following) < 2 or following[0] not in of or following[1] not in determiners:
        return False
    named = quantity.victims.head in sentence.lexicon.grammar["implied"]
    told = sentence.lexicon.triggers.match(sentence.tokens, end + 2)  # `nine of the fallen soldiers were buried`
    same = told is not None and any(reading.family == quantity.category for reading in told[0])
    return named or same or any(word.first == end + 2 and word.families("after") for word in sentence.words)


def _comes_before_all(sentence: Sentence, quantity: Quantity) -> bool:
    """`three gendarmes died at once, then all their comrades`: the rest follows without a figure."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    return "all" in sentence.told and any(
        quantity.last < at < len(tokens) - 1
        and tokens[at + 1].lower in lexicon.own
        and lexicon.conjunctions.match(tokens, at - 1) is not None
        for at in sentence.told["all"]
    )


def opening_of(sentence: Sentence, quantity: Quantity) -> int:
    """Where `those of five children`, `celle de deux civils` starts: the pronoun stands for the noun of loss before."""
    pronoun = sentence.lexicon.phrases["those_of"].match_before(sentence.tokens, quantity.first)
    return quantity.first - (pronoun[1] if pronoun else 0)


def subset_before(sentence: Sentence, quantity: Quantity) -> bool:
    if "subset_before" not in sentence.told:
        return False
    first = opening_of(sentence, quantity)
    marks = sentence.lexicon.marks["subset_before"]
    found = marks.match_before(sentence.tokens, first)
    if found is None and sentence.folded[first] in sentence.lexicon.list("definite"):
        found = marks.match_before(sentence.tokens, first + 1)  # `dont l'imam et l'instituteur`
    if found is None and first > 1 and sentence.folded[first - 2] in sentence.lexicon.list("of_whom"):
        be = sentence.folded[first - 1] in sentence.lexicon.be  # `among whom were eleven children`
        found = marks.match_before(sentence.tokens, first - 1) if be else None
    if found is None:
        return False
    relative = sentence.folded[first - 1] in sentence.lexicon.list("of_whom")
    counted = any(other.first < quantity.first and not other.article for other in sentence.quantities)
    return counted or not relative  # `it hit militiamen, of whom 300 had been killed` counts no whole


def subset_after(sentence: Sentence, quantity: Quantity) -> bool:
    if "subset_after" not in sentence.told:
        return False
    end = quantity.end
    told = quantity.last < len(sentence.tokens) and sentence.tokens[quantity.last].lower in sentence.lexicon.list(
        "figure"
    )
    be = _behind_age(sentence, quantity.last)
    while be < len(sentence.tokens) and sentence.folded[be] in sentence.lexicon.be:
        be += 1
    places = sentence.told["subset_after"]
    return not {quantity.last, end, quantity.last + told, be}.isdisjoint(places) or _among_behind(sentence, quantity)


def _among_behind(sentence: Sentence, quantity: Quantity) -> bool:
    """`30 died, six Canadians on a charity mission among them`: what describes them stands before the marker."""
    lexicon, first = sentence.lexicon, quantity.last
    opens = first < len(sentence.tokens) and sentence.folded[first] in lexicon.lists(
        "place_openers", "day_openers", "of"
    )
    among = (at for at in sentence.told["subset_after"] if first < at <= first + FARTHEST_AMONG)
    end = next((at for at in among if sentence.folded[at] in lexicon.list("amid")), None)
    apposed = quantity.first > 0 and sentence.tokens[quantity.first - 1].text in ",(–—-"
    if end is None or not opens or not apposed:
        return False
    between = range(first, end)
    counted = any(first <= other.first < end for other in sentence.quantities)
    return not counted and all(sentence.tokens[at].kind != "mark" for at in between)


def _behind_age(sentence: Sentence, at: int) -> int:
    """The token behind `aged 33`; the one given where no age stands."""
    aged = at < len(sentence.tokens) and sentence.folded[at] in sentence.lexicon.list("aged")
    return at + 2 if aged else at


def describe_part(sentence: Sentence, at: int) -> None:
    """`13 of the dead were militants`, `of the 54 killed, 53 were soldiers`: the predicate says who a part was."""
    quantity = sentence.quantities[at]
    told = quantity.word is not None and not quantity.leftward and quantity.word.first >= quantity.last
    end = quantity.word.last if told and quantity.word else quantity.last
    if not quantity.category or quantity.victims.kind not in ("", "people") or end >= len(sentence.tokens):
        return
    belongs = sentence.folded[end] in sentence.lexicon.list("belonging")
    if (not belongs and sentence.folded[end] not in sentence.lexicon.list("copulas")) or end + 1 >= len(
        sentence.tokens
    ):
        return
    noun = end + 1 + belongs  # `to`
    ranks = sentence.lexicon.phrases["side_openers"].match(sentence.tokens, noun)
    noun += ranks[1] if ranks else 0  # `were from the ranks of`
    passed = sentence.lexicon.list("noun_openers" if belongs or ranks else "articles")
    while noun < len(sentence.tokens) and sentence.folded[noun] in passed:
        noun += 1
    victims = find_victims(sentence.tokens, noun, sentence.lexicon)
    if victims.kind in ("state", "group", "civilian", "mercenary", "fighter", "international"):
        quantity.victims = replace(victims, last=quantity.victims.last)
        quantity.flags += ["subset"] if "subset" not in quantity.flags and _opens_whole(sentence) else []


def _opens_whole(sentence: Sentence) -> bool:
    """`Of the 54 killed, 53 were …`, `Sur les 54 morts, 53 étaient …`."""
    return sentence.folded[0] in sentence.lexicon.list("out_of") or sentence.folded[0] in sentence.lexicon.list("of")


def inherit_victims(sentence: Sentence, at: int) -> None:
    """A bare number counts the victims named before it in the sentence."""
    quantity = sentence.quantities[at]
    if not quantity.category or (quantity.victims.kind and not quantity.victims.others):
        return
    if quantity.victims.kind in ("vehicle", "aircraft", "excluded"):
        return
    before = sentence.quantities[at - 1 :: -1] if at else []
    counted = (other for other in before if other.category)
    told = (other for other in before if _may_be_hit(sentence, other, quantity))
    for other in chain(counted, told):
        if "subset" not in other.flags and is_of_persons(other):
            quantity.inherits = other
            quantity.mixed = any(
                twin.word is other.word and _differ(twin, other) and is_of_persons(twin)
                for twin in sentence.quantities[:at]
                if twin.category and twin is not other
            )
            return


def _may_be_hit(sentence: Sentence, other: Quantity, quantity: Quantity) -> bool:
    """`150 soldiers were in the camp, twelve died`; not the speaker of `one official put the dead at twelve`.

    Nor attackers or mere people in a clause before: `dozens of assailants opened fire, said a resident, who counted
    twelve dead`, `the NGO, which interviewed 28 people, counted 70 killed`.
    """
    if other.match.count.high == 1:
        return False
    parted = any(token.text in ",;:" for token in sentence.tokens[other.last : quantity.first])
    return other.victims.kind not in ("group", "people") or not parted or subset_before(sentence, quantity)


def _differ(one: Quantity, other: Quantity) -> bool:
    """Kinds of people on different sides; `people` may be any."""
    kinds = {one.victims.kind, other.victims.kind} - {"people"}
    return len(kinds) > 1


def mark_mixed(sentence: Sentence, at: int) -> None:
    """`several soldiers and civilians had died`: one count of two kinds of people."""
    quantity = sentence.quantities[at]
    if quantity.last + 1 >= len(sentence.tokens) or not quantity.category:
        return
    if sentence.tokens[quantity.last].lower not in sentence.lexicon.list("plain_and"):
        return
    noun = sentence.lexicon.nouns.match(sentence.tokens, quantity.last + 1)
    if noun and noun[0] != quantity.victims.kind and is_of_persons(quantity) and noun[0] not in ("excluded", "vehicle"):
        quantity.mixed = True


def mark_total(sentence: Sentence) -> None:
    """`thirteen in all`, `a total of nineteen people`: the figure adds up others; so it may without saying so."""
    for at, quantity in enumerate(sentence.quantities):
        if sums_parts(sentence, at) and "total" not in quantity.flags:
            quantity.flags.append("total")
            quantity.mixed = True
        if sums_before(sentence, at) and "total" not in quantity.flags:
            quantity.flags.append("total")
        if adds_to_toll(sentence, quantity) and "subset" not in quantity.flags:
            quantity.flags.append("subset")  # Only now: the toll behind may take its people from it.
    marks, places = sentence.lexicon.marks["total"], sentence.told.get("total", ())
    for quantity in sentence.quantities if places else ():
        behind = quantity.last in places or quantity.end in places
        inside = any(quantity.first <= at < quantity.match.last for at in places)
        before = marks.match_before(sentence.tokens, quantity.first) is not None
        if (
            quantity.category
            and "total" not in quantity.flags
            and (behind or inside or before or _opens_with_total(sentence, quantity))
        ):
            quantity.flags.append("total")


def _opens_with_total(sentence: Sentence, quantity: Quantity) -> bool:
    """`In all, the raid killed 64`: the words stand at the head of the sentence, set off by a comma."""
    mark = sentence.lexicon.marks["total"].match(sentence.tokens, 0)
    set_off = mark is not None and mark[1] < len(sentence.tokens) and sentence.tokens[mark[1]].text == ","
    return set_off and quantity is sentence.quantities[0]

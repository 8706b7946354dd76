"""Sides of parts and wholes: a part takes that of its whole, a whole that of its parts when they add up."""

from collections.abc import Sequence
from itertools import combinations

from sahel_tui.claims.parties.sides import Combatants
from sahel_tui.claims.parties.victims import find_victims
from sahel_tui.claims.phrases.inserted_clauses import skip_inserted
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.phrases.positions import counted_before, opens_whole
from sahel_tui.claims.phrases.side_context import SideContext, figure_of
from sahel_tui.model import MAIN_INCIDENT, Claim, Count

FARTHEST_PREDICATE = 16
"""Tokens from a part to what is said of it, an inserted clause of saying among them."""

PREDICATED = frozenset(("state", "group", "civilian", "mercenary", "international"))
"""Kinds of nouns that tell a side as a predicate."""

NEAR_TOLL = 3
"""Tokens before the word of a toll that may say whose it is."""


def sums_of_sides(infobox: Sequence[Claim]) -> frozenset[tuple[str, int]]:
    """What the losses of two or more sides come to by category, where the infobox gives each side one exact figure."""
    counts: dict[str, dict[str, set[Count]]] = {}
    for claim in infobox:
        if claim.incident == MAIN_INCIDENT and not {"subset", "total"} & {*claim.flags}:
            counts.setdefault(claim.category, {}).setdefault(claim.side, set()).add(claim.count)
    sums: set[tuple[str, int]] = set()
    for category, sides in counts.items():
        exact = [count for count in map(_exact, sides.values()) if count]
        sums |= {(category, sum(some)) for size in range(2, len(exact) + 1) for some in combinations(exact, size)}
    return frozenset(sums)


def _exact(counts: set[Count]) -> int:
    """The one exact figure among the counts of a side; 0 without one."""
    count = next(iter(counts))
    return (count.low or 0) if len(counts) == 1 and count.low == count.high else 0


def is_sum_of_sides(quantity: Quantity, sentence: Sentence, context: SideContext) -> bool:
    """`mourning for the 42 dead`, seven soldiers and 35 civilians in the infobox: the dead of all; flagged as a total.

    A figure that the infobox has for one side is that side's, and so is one whose toll names it.
    """
    count, category = quantity.match.count, quantity.category or ""
    told = quantity.victims.kind in ("", "people") and not quantity.victims.actors and "subset" not in quantity.flags
    summed = told and count.low == count.high and count.low is not None and (category, count.low) in context.sums
    named = quantity.rule in ("noun_before", "head_of_toll") and _names_party(quantity, sentence)
    total = summed and not named and (category, figure_of(count)) not in context.infobox
    if total and "total" not in quantity.flags:
        quantity.flags.append("total")
    return total


def _names_party(quantity: Quantity, sentence: Sentence) -> bool:
    """`the number of assailants shot dead at seven`: who was counted stands in the toll."""
    word = quantity.word
    before = range(max(0, (word.first if word else quantity.first) - NEAR_TOLL), quantity.first)
    nouns = (sentence.lexicon.nouns.match(sentence.tokens, at) for at in before)
    return any(noun and noun[0] in ("state", "group", "civilian", "mercenary", "international") for noun in nouns)


def bodies_of(quantity: Quantity, sentence: Sentence) -> Quantity | None:
    """`put the assailants shot at seven; only six bodies were found`: bodies are of those counted right before."""
    if not quantity.victims.remains or quantity.category != "killed":
        return None
    before = [other for other in sentence.quantities if other.category == "killed" and other.first < quantity.first]
    low = before[-1].match.count.low if before else None
    return before[-1] if low is not None and low >= (quantity.match.count.low or 0) > 0 else None


def whole_of(quantity: Quantity, sentence: Sentence) -> Quantity | None:
    """`21 assailants killed, three belt carriers among them`: a part whose noun tells no side is on its whole's.

    A nation alone tells none, nor does a name: `32 troops dead, two Nigerians among them`, `among them Issa Diallo`.
    """
    nameless = quantity.victims.nations or not quantity.victims.head
    told = quantity.victims.kind == "unknown" or (quantity.victims.kind == "people" and nameless)
    if "subset" not in quantity.flags or not told:
        return None
    before = [q for q in sentence.quantities if q.category and q.first < quantity.first and "subset" not in q.flags]
    return before[-1] if before else None


def ranked_part_of(quantity: Quantity, sentence: Sentence) -> Quantity | None:
    """`killed ten fighters, including a senior commander`: every force has ranks, so it is one of those counted.

    `JNIM admitted two dead, among them an officer`: also of those without a noun.
    """
    victims = quantity.victims
    ranked = victims.head in sentence.lexicon.list("either_ranks") and not (victims.actors or victims.nations)
    if "subset" not in quantity.flags or not ranked:
        return None
    before = counted_before(sentence, quantity)
    men = before is not None and before.victims.head in sentence.lexicon.list("possessive_men")
    return before if before and (men or before.victims.kind in PREDICATED | {"fighter", ""}) else None


def predicate_side(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`six of the dead, it added, were volunteers`, `three of them were soldiers`: what its predicate says."""
    if "subset" not in quantity.flags or quantity.victims.kind not in ("", "people", "unknown"):
        return None
    behind = skip_inserted(sentence, quantity.end, min(len(sentence.tokens), quantity.end + FARTHEST_PREDICATE))
    if len(behind) < 2 or sentence.folded[behind[0]] not in sentence.lexicon.be:
        return None
    victims = find_victims(sentence.tokens, behind[1], sentence.lexicon)
    return victims.side(combatants, people=None) if victims.kind in PREDICATED else None


def opening_whole(quantity: Quantity, sentence: Sentence) -> Quantity | None:
    """`Sur les 56 hommes de la compagnie, 21 ont été tués`: the strength that a bare figure is a part of."""
    whole = sentence.quantities[0]
    if quantity is whole or quantity.victims.kind or whole.victims.kind in ("", "excluded", "vehicle"):
        return None
    if not opens_whole(sentence, whole) or whole.victims.head in sentence.lexicon.list("suspected"):
        return None  # `Of 611 suspects one died`: whom an army takes for fighters
    return None if _counted_between(whole, quantity, sentence) else whole


def _counted_between(whole: Quantity, quantity: Quantity, sentence: Sentence) -> bool:
    """Other people are counted between two figures."""
    return any(q.victims.kind and whole.first < q.first < quantity.first for q in sentence.quantities)


def restated(quantity: Quantity, sentence: Sentence) -> Quantity | None:
    """`put at 11, a number that later rose to 19`: the figure before, whose people a bare one counts again."""
    if quantity.rule != "share_restated" or quantity.victims.kind:
        return None
    before = [other for other in sentence.quantities if other.category and other.first < quantity.first]
    return before[-1] if before else None


def side_of_parts(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`15 fighters, 13 of them soldiers and 2 volunteers`: parts of one side that add up tell that of the whole."""
    if quantity.victims.kind not in ("", "fighter", "people") or "subset" in quantity.flags:
        return None
    parts = [part for part in sentence.quantities if part.first > quantity.first and "subset" in part.flags]
    parts = [part for part in parts if part.category == quantity.category]
    if not parts:
        return None
    total = sum(part.match.count.low or 0 for part in parts)
    sides = {part.victims.side(combatants, people=None) for part in parts}
    return sides.pop() if len(sides) == 1 and total and total == quantity.match.count.low else None


def same_sides(quantity: Quantity, sentence: Sentence, speaker: str | None, combatants: Combatants) -> bool:
    """The groups that `others` are added to all belong to one side."""
    if quantity.inherits is None:
        return False
    twins = [other for other in sentence.quantities if other.category and other.word is quantity.inherits.word]
    return len({other.victims.side(combatants, people=None, speaker=speaker) for other in twins}) == 1


def coordinated_side(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`dozens of soldiers and Russians`, `forty soldiers and hunters`: one count of two kinds on the same side.

    Fighters named in one breath with soldiers are the soldiers' auxiliaries.
    """
    second = find_victims(sentence.tokens, quantity.last + 1, sentence.lexicon)
    kinds = {quantity.victims.kind, second.kind}
    if not kinds <= {"state", "mercenary", "international", "fighter"} or kinds == {"fighter"}:
        return None
    named = [victims for victims in (quantity.victims, second) if victims.kind != "fighter"]
    sides = {victims.side(combatants, people=None) for victims in named}
    return sides.pop() if len(sides) == 1 else None


def has_attackers(quantity: Quantity, sentence: Sentence) -> bool:
    """`47 dead, five attackers included`: unnamed people among whom attackers are told apart are of all sides."""
    if quantity.victims.kind not in ("", "people") or "subset" in quantity.flags:
        return False
    behind = [part for part in sentence.quantities if part.first > quantity.first and part.category]
    return bool(behind) and behind[0].category == quantity.category and _is_attacking_part(behind[0])


def _is_attacking_part(part: Quantity) -> bool:
    return "subset" in part.flags and part.victims.kind == "group"


def has_smaller_part(quantity: Quantity, sentence: Sentence) -> bool:
    """`thirteen people, including five civilians`: the others were none; `thirty people, including 15 soldiers`."""
    whole = quantity.match.count.low or 0
    named = quantity.victims.head in sentence.lexicon.list("people_heads")
    return any(
        "subset" in part.flags and 0 < (part.match.count.low or 0) < whole
        for part in sentence.quantities
        if part.first > quantity.first
        and (
            part.victims.head in sentence.lexicon.list("civilian_heads")
            or (named and part.victims.kind in ("state", "group"))
        )
    )


def named_again_side(quantity: Quantity, sentence: Sentence, context: SideContext) -> str | None:
    """`explained the thirty-one as seventeen bodies`: parts of a figure of this paragraph that `the` takes up."""
    for other in sentence.quantities:
        if other.first >= quantity.first or other.victims.kind:
            continue
        around = sentence.lowers(max(0, other.first - 1), other.first + 1)
        definite = not sentence.lexicon.list("determiners").isdisjoint(around)
        side = context.recall_figure(other) if definite else None
        if side:
            if (quantity.match.count.low or 0) < (other.match.count.low or 0):
                quantity.flags.append("subset")
            return side
    return None

"""Sides of parts and wholes: a part takes that of its whole, a whole that of its parts when they add up."""

from sahel_tui.claims.phrases import Quantity, Sentence
from sahel_tui.claims.sides import Combatants
from sahel_tui.claims.victims import find_victims


def whole_of(quantity: Quantity, sentence: Sentence) -> Quantity | None:
    """`21 assailants killed, three belt carriers among them`: a part whose noun tells no side is on its whole's."""
    if "subset" not in quantity.flags or quantity.victims.kind != "unknown":
        return None
    before = [q for q in sentence.quantities if q.category and q.first < quantity.first and "subset" not in q.flags]
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


def has_smaller_part(quantity: Quantity, sentence: Sentence) -> bool:
    """`thirteen people, including five civilians`: the others were none."""
    whole = quantity.match.count.low or 0
    return any(
        "subset" in part.flags and part.victims.kind == "civilian" and 0 < (part.match.count.low or 0) < whole
        for part in sentence.quantities
        if part.first > quantity.first and part.victims.head in sentence.lexicon.list("civilian_heads")
    )

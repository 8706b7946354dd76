"""Claims of the infobox: every item of every casualty field."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sahel_tui.claims.columns import assign_columns, fill_sides
from sahel_tui.claims.incidents import Incidents
from sahel_tui.claims.infobox_items import Item, ItemReader
from sahel_tui.claims.sides import Combatants
from sahel_tui.claims.tokens import Token
from sahel_tui.claims.victims import Victims, find_victims
from sahel_tui.claims.words import Lexicon, Trigger
from sahel_tui.model import CIVILIANS, UNSPECIFIED, Category, Claim, Document, Field

CASUALTY_FIELD = re.compile(r"(?:casualties|fatalities|injuries|victims|missing|deaths|losses)\d*$")
"""Keys whose value counts casualties."""

DEFAULT_CATEGORY: dict[str, Category] = {"injuries": "wounded", "missing": "missing"}


@dataclass(slots=True)
class Reading:
    """An item understood: what is counted, of whom."""

    item: Item
    category: Category
    combined: tuple[Category, ...]
    victims: Victims
    stated: bool
    """A casualty word stands in the item itself."""
    rule: str


def find_infobox_claims(document: Document, combatants: Combatants, incidents: Incidents) -> list[Claim]:
    """Claims of all casualty fields, in text order."""
    claims: list[Claim] = []
    for entry in document.fields:
        if CASUALTY_FIELD.match(entry.key):
            claims += _field_claims(document, entry, combatants, incidents)
    return claims


def _field_claims(
    document: Document, entry: Field, combatants: Combatants, incidents: Incidents
) -> list[Claim]:
    lexicon = combatants.lexicon
    items = ItemReader(document.text, lexicon, combatants.country).read(entry.start, entry.end)
    readings = [reading for item in items if (reading := _read(item, entry, lexicon))]
    _mark_parts(readings)
    sides = _sides(readings, entry, combatants)
    _mark_columns(readings, sides)
    return [_claim(document, entry, reading, side, incidents) for reading, side in zip(readings, sides, strict=True)]


def _read(item: Item, entry: Field, lexicon: Lexicon) -> Reading | None:
    """Category and victims of one item; None when it counts nothing of the kind (`3 houses`)."""
    victims = find_victims(item.tokens, item.match.last, lexicon)
    words = item.tokens
    families = _families(words, lexicon)
    if victims.kind == "excluded" and not families:
        return None
    key = re.sub(r"\d+$", "", entry.key)
    default = DEFAULT_CATEGORY.get(key, "killed")
    if victims.kind == "excluded":
        return None
    categories = [category for family in families if (category := resolve_category(family, victims.kind))]
    if not categories and victims.kind in ("vehicle", "aircraft"):
        categories = ["vehicles_destroyed" if victims.kind == "vehicle" else "other_equipment_lost"]
    if key in ("fatalities", "injuries") and all(family == "captured" for family in families):
        categories = []
    stated = bool(categories)
    if not categories:
        implied = lexicon.grammar.get("implied", {}).get(victims.head) if key == "casualties" else None
        categories = [implied or default]
    if _is_freed(words, lexicon):
        return None
    ordered = tuple(dict.fromkeys(categories))
    if any(token.lower in lexicon.euphemisms for token in words):
        item.flags.append("euph")
    rule = "infobox_stated" if stated else "infobox_bare"
    return Reading(item, ordered[0], ordered if len(ordered) > 1 else _compound(words, lexicon), victims, stated, rule)


def _is_freed(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """`6 prisoners released`: freed and deserted people are no casualties."""
    freed = lexicon.marks["freed"]
    return any(freed.match(tokens, at) for at in range(len(tokens)))


def _compound(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Category, ...]:
    """`casualties` counts dead and wounded together."""
    words = lexicon.list("compound")
    return ("killed", "wounded") if any(token.lower in words for token in tokens) else ()


def _families(tokens: Sequence[Token], lexicon: Lexicon) -> list[str]:
    """Trigger families of an item in order, the longest phrase first."""
    found: list[str] = []
    at = 0
    while at < len(tokens):
        match = lexicon.triggers.match(tokens, at)
        if match:
            readings, length = match
            found.append(_family(readings))
            at += length
        else:
            at += 1
    return list(dict.fromkeys(found))


def _family(readings: Sequence[Trigger]) -> str:
    """One family of an ambiguous word: `captured` and `lost` wait for their object."""
    families = list(dict.fromkeys(reading.family for reading in readings))
    return "+".join(families)


def resolve_category(family: str, kind: str) -> Category | None:
    """The category of a trigger family for an object of this kind; None when the two do not go together.

    >>> resolve_category("captured+taken", "vehicle"), resolve_category("destroyed+lost", "aircraft")
    ('vehicles_captured', 'other_equipment_lost')
    """
    families = family.split("+")
    if kind == "vehicle":
        if "taken" in families or "captured" in families:
            return "vehicles_captured"
        return "vehicles_destroyed" if {"destroyed", "lost"} & set(families) else None
    if kind == "aircraft":
        return "other_equipment_lost" if {"destroyed", "lost", "taken", "captured"} & set(families) else None
    if kind == "excluded":
        return None
    if kind == "unknown":
        families = [name for name in families if name in ("killed", "wounded")]
    if kind in SOLDIERLY:
        families = [name for name in families if name != "displaced"]
    for name in families:
        category = PERSON_CATEGORY.get(name)
        if category:
            return category
    return None


SOLDIERLY = frozenset(("state", "group", "mercenary", "international", "fighter"))
"""Armed people who flee withdraw; only others are displaced."""

PERSON_CATEGORY: dict[str, Category] = {
    "killed": "killed",
    "wounded": "wounded",
    "captured": "captured",
    "missing": "missing",
    "displaced": "displaced",
    "lost": "killed",
    "count": "killed",
}


def _mark_parts(readings: list[Reading]) -> None:
    """`10 wounded, 9 killed:` is a total when the lines below it add up to it, and these are its parts."""
    heads = [at for at, reading in enumerate(readings) if reading.item.before_colon]
    for head in heads:
        line = readings[head].item.line
        totals = [reading for reading in readings[: head + 1] if reading.item.line == line]
        for total in totals:
            _mark_parts_of(total, readings[head + 1 :])


def _mark_parts_of(total: Reading, below: Sequence[Reading]) -> None:
    rest = total.item.match.count.low or 0
    parts = []
    for reading in below:
        if reading.category != total.category or reading.item.match.count.low is None or rest <= 0:
            continue
        parts.append(reading)
        rest -= reading.item.match.count.low
        if rest == 0:
            for part in parts:
                part.item.flags.append("subset")
            total.item.flags.append("total")


def _sides(readings: Sequence[Reading], entry: Field, combatants: Combatants) -> list[str]:
    number = re.search(r"\d+$", entry.key)
    own = [_stated_side(reading, combatants) for reading in readings]
    if entry.key.startswith("casualties") and not number:
        return assign_columns(readings, own, combatants)
    column = _column_side(f"combatant{number[0]}", combatants) if number else CIVILIANS
    return fill_sides(own, [column] * len(own))


def _column_side(side: str, combatants: Combatants) -> str:
    """`casualties3` beside two combatants counts civilians."""
    known = {combatant.id for combatant in combatants.listed} | {"combatant1", "combatant2"}
    return side if side in known else CIVILIANS


def _stated_side(reading: Reading, combatants: Combatants) -> str | None:
    """The side an item's own words name: civilians, a party in its header or parenthesis, an overall total."""
    lexicon = combatants.lexicon
    tokens = reading.item.tokens
    words = [*reading.item.header, *reading.item.piece]
    if any(lexicon.marks["total"].match(words, at) for at in range(len(words))):
        reading.item.flags.append("total")
        return UNSPECIFIED if combatants.listed else CIVILIANS
    if any(lexicon.marks["subset_before"].match(tokens, at) for at in range(len(tokens))):
        reading.item.flags.append("subset")
        return "previous"
    return reading.victims.side(combatants, people=None) or _named_side(reading, combatants)


def _named_side(reading: Reading, combatants: Combatants) -> str | None:
    for words in (reading.item.named_in_parenthesis, reading.item.header):
        if words:
            side = find_victims(words, 0, combatants.lexicon).side(combatants, people=None)
            if side:
                return side
    return None


def _mark_columns(readings: Sequence[Reading], sides: Sequence[str]) -> None:
    """Flag the items that belong to another member of a side: behind a rule, or where a bare `None` stands beside figures.

    Figures of different members never compete: `7 killed (per Mali)<hr> 4 injured` are the army's and the UN's.
    """
    member: dict[str, int] = {}
    seen: dict[str, set[tuple[str, str | None]]] = {}
    for at, (reading, side) in enumerate(zip(readings, sides, strict=True)):
        key = (reading.category, reading.item.source)
        bare = reading.item.match.count.vague in ("none", "unknown") and not reading.stated
        repeated = key in seen.get(side, set()) and "subset" not in reading.item.flags and not reading.victims.text
        beside = bare and reading.item.source is None and any(s == side and i != at for i, s in enumerate(sides))
        ruled = reading.item.after_rule and not (at and readings[at - 1].item.after_rule)
        if ruled or repeated or beside:
            member[side] = member.get(side, 1) + 1
            seen[side] = set()
        seen.setdefault(side, set()).add(key)
        if member.get(side, 1) > 1:
            reading.item.flags.append(f"member{member[side]}")


def _claim(document: Document, entry: Field, reading: Reading, side: str, incidents: Incidents) -> Claim:
    item = reading.item
    first, last = _extent(item, reading)
    start, end = item.tokens[first].start, item.end or item.tokens[last].end
    return Claim(
        document=document.id,
        where=f"infobox:{entry.key}",
        start=start,
        end=end,
        quote=document.text[start:end],
        category=reading.category,
        count=item.match.count,
        victims=reading.victims.text or "",
        side=side,
        source=item.source,
        incident=incidents.of_infobox(document.text[item.tokens[0].start : end]),
        flags=tuple(_flags(reading)),
        rule=reading.rule,
    )


def _extent(item: Item, reading: Reading) -> tuple[int, int]:
    """From the count, or a label before it, to the last word of the item."""
    return item.match.first, max(item.match.last - 1, len(item.tokens) - 1)


def _flags(reading: Reading) -> Iterator[str]:
    yield from dict.fromkeys(reading.item.flags)
    if reading.combined:
        yield "combined"
    if reading.item.match.count.hedge == "approx":
        yield "approx"
    if not reading.stated and reading.item.match.count.vague is None:
        yield "implicit"


"""From casualty words to categories: what `captured` or `lost` means depends on what was captured or lost."""

from collections.abc import Sequence

from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon, Trigger
from sahel_tui.model import Category

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

VEHICLE_LOSS = frozenset(("destroyed", "lost", "killed"))
AIRCRAFT_LOSS = frozenset(("destroyed", "lost", "taken", "captured"))


def resolve_category(family: str, kind: str) -> Category | None:
    """The category of a trigger family for an object of this kind; None when the two do not go together.

    >>> resolve_category("captured+taken", "vehicle"), resolve_category("destroyed+lost", "aircraft")
    ('vehicles_captured', 'other_equipment_lost')
    """
    families = family.split("+")
    if kind == "excluded":
        return None
    if kind == "vehicle":
        return _vehicle_category(families)
    if kind == "aircraft":
        return "other_equipment_lost" if AIRCRAFT_LOSS & set(families) else None
    if kind == "unknown":
        families = [name for name in families if name in ("killed", "wounded")]
    if kind in SOLDIERLY:
        families = [name for name in families if name != "displaced"]
    for name in families:
        if name in PERSON_CATEGORY:
            return PERSON_CATEGORY[name]
    return None


def _vehicle_category(families: Sequence[str]) -> Category | None:
    if "taken" in families:
        return "vehicles_captured"
    return "vehicles_destroyed" if VEHICLE_LOSS & set(families) else None


def find_families(tokens: Sequence[Token], lexicon: Lexicon) -> list[str]:
    """Trigger families among some tokens in order, the longest phrase first; `killed or captured` gives two."""
    found: list[str] = []
    end = 0
    for at in lexicon.triggers.places([token.lower for token in tokens]):
        match = lexicon.triggers.match(tokens, at) if at >= end else None
        if match:
            found.append(_join(match[0]))
            end = at + match[1]
    return list(dict.fromkeys(found))


def _join(readings: Sequence[Trigger]) -> str:
    """One family of an ambiguous word: `captured` and `lost` wait for their object."""
    return "+".join(dict.fromkeys([reading.family for reading in readings]))


def counts_dead_and_wounded(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """`25 casualties` counts dead and wounded together."""
    words = lexicon.list("compound")
    return any(token.lower in words for token in tokens)

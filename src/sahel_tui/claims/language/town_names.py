"""Names of the gazetteer: the towns that tell one event from another, and what is too wide to do so."""

import json
from collections.abc import Callable
from functools import cache

from sahel_tui.bundled import bundled_path
from sahel_tui.claims.language.incident_names import slug


@cache
def _wide_areas() -> frozenset[str]:
    """States, regions and deserts: too wide to tell one event from another."""
    return _names(lambda kind: kind != "settlement")


def is_wide_area(name: str) -> bool:
    """The name of a state, region or desert of the gazetteer."""
    return slug(name) in _wide_areas()


def is_settlement(name: str) -> bool:
    """The name of a town or village of the gazetteer."""
    return slug(name) in _settlements()


@cache
def _settlements() -> frozenset[str]:
    return _names(lambda kind: kind == "settlement")


def _names(wanted: Callable[[str], bool]) -> frozenset[str]:
    """The ids of the places of the gazetteer whose kind is wanted, by all their names."""
    entries = json.loads(bundled_path("places.json").read_text(encoding="utf-8"))
    chosen = (entry for entry in entries if wanted(entry["kind"]))
    return frozenset(slug(name) for entry in chosen for name in (entry["name"], *entry["aliases"]))

"""Where rows were, as the documents of all of them with the same names of places know it."""

from functools import lru_cache
from typing import NamedTuple

from sahel_tui.claims.language.actors import find_actors, load_actors
from sahel_tui.claims.language.words import load_lexicon
from sahel_tui.claims.parties.home_countries import read_home_countries
from sahel_tui.documents.data_sets.ged_facts import Spot
from sahel_tui.documents.event import say_place, slugify
from sahel_tui.library.names import find_others, name_places
from sahel_tui.library.row_claims import place_counts
from sahel_tui.linking.whereabouts import Whereabouts, find_stated
from sahel_tui.store.coding import dump_to_keep
from sahel_tui.store.entries import join_names

_REMEMBERED = 16_384
_SOMEWHERE = (0.0, 0.0)


class Place(NamedTuple):
    """What names of places give to the documents of rows."""

    name: str
    """That of the event."""
    names: str
    """As they are stored."""
    slug: str
    country: str
    """The last of the home countries it names; empty for none."""
    where: Whereabouts
    """Without coordinates of its own."""
    known: bytes
    """The same, as the beginning of what is stored of circumstances."""
    pointed: bool
    """Whether coordinates tell more of it."""


@lru_cache(maxsize=_REMEMBERED)
def read_place(spot: Spot, language: str) -> Place | None:
    """What title, infobox and lead name; None where they may name an actor, count somebody, or say too little."""
    short, whole, told = spot
    name, slug = say_place(whole), slugify(short)
    where = find_stated(name, None)
    pointed = find_stated(name, _SOMEWHERE)
    named = find_actors(f"{short} (UCDP 7)") or find_others(f"- Place: {whole}") or find_others(f"{told}.")
    joined = any(word in f" {short} " for word in (", ", " and ", " et ")) or load_actors().may_go_on(short)
    counts = place_counts("", f"{told}.", load_lexicon(language))
    if where is None or pointed is None or named or joined or counts or not slug:
        return None
    country = (*read_home_countries(whole), "")
    last = country[-2] if len(country) > 1 else ""
    names, known = name_places(name, whole), [where.spots, where.around, where.countries]
    return Place(name, join_names(names), slug, last, where, dump_to_keep(known), pointed.point == _SOMEWHERE)

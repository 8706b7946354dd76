"""Who is a party to an event, and for which of its sides a voice speaks: told from names and labels alone."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal

from sahel_tui.claims.language.actors import Actor, find_actors, load_actors
from sahel_tui.claims.parties.nations import load_nations
from sahel_tui.compare.organisations import write_out
from sahel_tui.dataclass import dataclass
from sahel_tui.model import CIVILIANS, UNSPECIFIED, Side

Camp = Literal["", "state", "group"]

_ARMED = frozenset({"state", "rebel", "jihadist", "militia", "mercenary"})
_STATES = frozenset({"state", "mercenary"})
_GROUPS = frozenset({"rebel", "jihadist"})

_SPOKEN_FOR = {
    "mali": ("ORTM", "AMAP", "DIRPA", "Dirpa"),
    "burkina_faso": ("RTB", "AIB"),
    "niger": ("ORTN", "ANP"),
    "islamic_state": ("Amaq",),
    "jnim": ("Az-Zallaqa",),
    "minusma": ("UN", "U.N.", "United Nations", "ONU", "Nations unies", "Nations Unies", "Guterres", "Ban Ki-moon"),
}
"""Whose voice a name is that `actors.json` does not list: state media, propaganda outlets, the UN for its mission."""

_STATE_WORDS = re.compile(
    r"\b(?:army|armed forces|military|security (?:forces?|sources?|officials?|services?)|government|junta|loyalists?"
    r"|police|gendarmer\w+|soldiers?|officers?|armée|forces armées|militaires?|sécuritaires?|gouvernement\w*"
    r"|loyalistes?|polici[eè]re?s?|soldats?|officiers?)\b",
    re.IGNORECASE,
)
_GROUP_WORDS = re.compile(
    r"\b(?:rebels?|d?jihadistes?|jihadists?|militants?|insurgents?|separatists?|gunmen|attackers?|terroriste?s?|bandits?"
    r"|armed (?:groups?|men)|rebelles?|insurgés?|séparatistes?|assaillants?|hommes armés|groupes? armés?)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^)]*\)")
"""What a label adds: `Katiba Macina (per Mali)` does not make Mali a member."""


@dataclass(frozen=True, slots=True)
class Party:
    """Who is meant by the name of a voice or the label of a side."""

    actors: tuple[Actor, ...]
    countries: frozenset[str]
    camp: Camp
    """What the words say where no actor is named: `security sources`, `Suspected jihadists`."""


@cache
def read_party(name: str) -> Party:
    """The party a name stands for; all its parts are empty for `RFI` or `residents`."""
    outside = _ASIDE.sub(" ", name)
    actors = load_actors()
    named = [actor for actor in find_actors(name) if actor.kind != "state"]
    states = [actor for actor in find_actors(outside) if actor.kind == "state"]
    spoken_for = [actors.by_id[actor] for actor, names in _SPOKEN_FOR.items() if _names_one(names, outside)]
    countries = {actors.root(state).name.partition(" (")[0] for state in states}
    countries |= {country for country in load_nations("en") if _names_one((country,), outside)}
    camp: Camp = "state" if _STATE_WORDS.search(name) else "group" if _GROUP_WORDS.search(name) else ""
    return Party((*named, *states, *spoken_for), frozenset(countries), camp)


def _names_one(names: Sequence[str], text: str) -> bool:
    return any(name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names)


def is_armed(voice: str) -> bool:
    """Whether a voice is a state or an armed group of the region, and so a party wherever it speaks."""
    return any(actor.kind in _ARMED for actor in read_party(voice).actors)


def speaks_for(voice: str, label: str) -> bool:
    """Whether `voice` is one of the combatants a side's label lists, a part of one, or what one is a part of.

    >>> speaks_for("JNIM", "Katiba Macina"), speaks_for("Mali", "Jihadists (per Mali)")
    (True, False)
    """
    if voice.strip().casefold() == label.strip().casefold():
        return True
    speaker, members = read_party(voice), read_party(label)
    if speaker.countries & members.countries:
        return True
    related = load_actors().related
    return any(related(actor, member) for actor in speaker.actors for member in members.actors)


def find_sides_of(voice: str, sides: Sequence[Side]) -> frozenset[str]:
    """Ids of the sides a voice speaks for; empty for an outsider, and where its side cannot be told.

    A party that no side lists belongs to the one side of its camp: an army's sources to the side with a state, a group
    to the side that names nobody known (`Suspected jihadists`, `Azawad`).
    """
    return _find_sides_of(voice, tuple(side for side in sides if side.id not in (CIVILIANS, UNSPECIFIED)))


@lru_cache(maxsize=4_096)
def _find_sides_of(voice: str, combatants: tuple[Side, ...]) -> frozenset[str]:
    listed = frozenset(side.id for side in combatants if speaks_for(voice, side.label))
    if listed:
        return listed
    camp = _camp(read_party(voice))
    kin = [side.id for side in combatants if camp and _is_open_to(camp, read_party(side.label))]
    return frozenset(kin) if len(kin) == 1 else frozenset()


def _camp(party: Party) -> Camp:
    kinds = {actor.kind for actor in party.actors}
    if kinds & _GROUPS:
        return "group"
    return "state" if kinds & _STATES else party.camp


def _is_open_to(camp: Camp, side: Party) -> bool:
    """Whether a side takes in those of `camp` whom it does not name."""
    if camp == "group":
        return side.camp != "state" and not side.actors and not side.countries
    return bool(side.countries) or _camp(side) == "state"


def is_belligerent(voice: str, sides: Sequence[Side]) -> bool:
    """Whether a voice is a combatant of the event, a party to the conflict, or speaks from inside one."""
    return bool(find_sides_of(voice, sides)) or is_armed(voice) or bool(read_party(voice).camp)


def name_body(voice: str) -> str:
    """One key for one organisation: its actor, else its whole name.

    >>> name_body("HRW"), name_body("RFI (Serge Daniel)"), name_body("UN"), name_body("António Guterres")
    ('human rights watch', 'radio france internationale', 'minusma', 'minusma')
    """
    party = read_party(voice)
    if party.actors:
        return load_actors().root(party.actors[0]).id
    return write_out(_ASIDE.sub("", voice).strip()).casefold()

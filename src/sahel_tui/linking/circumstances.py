"""What tells one event from another, as one document knows it: places, actors, deaths and who lists it."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from sahel_tui.claims.language.actors import STATE_CAMP, Actor, find_actors, load_actors
from sahel_tui.dataclass import dataclass, field
from sahel_tui.documents.dates import parse_dates
from sahel_tui.linking.catalogue import find_catalogue
from sahel_tui.linking.whereabouts import Whereabouts, find_whereabouts
from sahel_tui.model import CIVILIANS, MAIN_INCIDENT, UNSPECIFIED, Claim, Document, Event
from sahel_tui.store.folding import join_words

Many = TypeVar("Many", tuple[str, ...], tuple[int, ...])
Toll = tuple[int, int]
"""Fewest and most dead."""

_FIGHTING = ("combatant", "belligerents", "perpetrators", "accused")
_GOVERNING = STATE_CAMP - {"militia"}
MOST_FIGURES = 12
"""Numbers of dead that are kept of a document, the largest."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Where, between whom and how deadly; empty for what a document leaves open."""

    where: Whereabouts = field(default=Whereabouts())
    groups: tuple[str, ...] = ()
    """Ids of the armed groups that fought."""
    states: tuple[str, ...] = ()
    """Ids of the states and missions that fought, an army as its state."""
    toll: Toll | None = None
    """Dead of all sides together."""
    figures: tuple[int, ...] = ()
    """The numbers of dead anybody gives, smallest first."""
    victims: tuple[str, ...] = ()
    """`armed`, `civilians`: who is said to be among the dead."""
    catalogue: str = ""
    """The data set it is a row of; empty for a text."""
    published: bool = False
    """Its day is that of its publication: what it tells of may have happened the day before."""
    title: str = ""
    """The words of its title, as titles are compared."""


def encode_circumstances(circumstances: Circumstances) -> bytes:
    """As compact JSON, but for the title."""
    import orjson  # 13 ms that a list of events need not pay.

    where, rest = circumstances.where, circumstances
    source = rest.catalogue, rest.published
    places = [where.spots, where.around, where.countries, where.point]
    return orjson.dumps([*places, rest.groups, rest.states, rest.toll, rest.figures, rest.victims, *source])


def decode_circumstances(blob: bytes, title: str = "") -> Circumstances:
    """What `encode_circumstances` made `blob` of; of nothing, nothing. Equal parts of many documents are one object."""
    if not blob:
        return Circumstances()
    import orjson

    spots, around, countries, point, groups, states, toll, figures, victims, catalogue, published = orjson.loads(blob)
    named = _share(tuple(spots)), _share(tuple(around)), _share(tuple(countries))
    where = Whereabouts(*named, tuple(point)) if point else _share_whereabouts(*named)
    people = _share(tuple(groups)), _share(tuple(states)), _share(tuple(toll)) if toll else None
    return Circumstances(where, *people, _share(tuple(figures)), _share(tuple(victims)), catalogue, published, title)


@lru_cache(maxsize=65_536)
def _share_whereabouts(spots: tuple[str, ...], around: tuple[str, ...], countries: tuple[str, ...]) -> Whereabouts:
    return Whereabouts(spots, around, countries)


@lru_cache(maxsize=65_536)
def _share(many: Many) -> Many:
    return many


def find_circumstances(document: Document, event: Event, claims: Sequence[Claim]) -> Circumstances:
    """Read from the infobox, the title and the claims about the main incident."""
    groups, states = _find_actors(document, event)
    killed = [claim for claim in claims if _counts_dead(claim)]
    numbers = {number for claim in killed for number in (claim.count.low, claim.count.high) if number}
    return Circumstances(
        find_whereabouts(document, event.place, event.title),
        groups,
        states,
        add_toll(_gather_numbers(killed)),
        tuple(sorted(numbers)[-MOST_FIGURES:]),
        tuple(sorted({_kind(claim.side) for claim in killed if claim.count.low and claim.side != UNSPECIFIED})),
        find_catalogue(document),
        _is_published(document, event),
        join_words(event.title),
    )


def _is_published(document: Document, event: Event) -> bool:
    published = parse_dates(document.value("published") or "")[0]
    return bool(published) and published == event.date and not document.value("date")


def _find_actors(document: Document, event: Event) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Groups and states of the infobox; of the first sentences when it names nobody."""
    texts = [document.text[field.start : field.end] for field in document.fields if field.key.startswith(_FIGHTING)]
    found = set(_named(texts))
    if not found and not texts:
        lead = next((section for section in document.sections if section.kind == "lead"), None)
        found = set(_named([event.title, document.text[lead.start : lead.end][:600] if lead else ""]))
        found = {actor for actor in found if actor.kind not in _GOVERNING}
    actors = load_actors()
    states = {actors.root(actor).id for actor in found if actor.kind in _GOVERNING}
    groups = {actor.id for actor in found if actor.kind not in _GOVERNING}
    return tuple(sorted(groups)), tuple(sorted(states))


def _named(texts: Iterable[str]) -> Iterable[Actor]:
    return (actor for text in texts for actor in find_actors(text))


def _counts_dead(claim: Claim) -> bool:
    wrong = {"citation", "subset", "superseded"}
    known = claim.count.low is not None or claim.count.high is not None
    return claim.category == "killed" and claim.incident == MAIN_INCIDENT and known and wrong.isdisjoint(claim.flags)


def _kind(side: str) -> str:
    return CIVILIANS if side == CIVILIANS else "armed"


def _gather_numbers(killed: Sequence[Claim]) -> dict[str, list[int]]:
    sides: dict[str, list[int]] = {}
    for claim in killed:
        numbers = (claim.count.low, claim.count.high)
        sides.setdefault(claim.side, []).extend(number for number in numbers if number is not None)
    return sides


def add_toll(numbers: Mapping[str, list[int]]) -> Toll | None:
    """The sides together, or a total that is larger; by side, all numbers of its dead."""
    sides = dict(numbers)
    if not sides:
        return None
    total = sides.pop(UNSPECIFIED, [])
    low, high = sum(map(min, sides.values())), sum(map(max, sides.values()))
    if not total:
        return low, high
    return (min(low, *total) if sides else min(total)), max(high, *total)

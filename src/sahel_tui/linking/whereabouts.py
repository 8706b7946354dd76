"""What a document says about where its event took place."""

import re
from collections.abc import Sequence
from functools import lru_cache

from sahel_tui.dataclass import dataclass, replace
from sahel_tui.linking.gazetteer import Place, Point, load_gazetteer, make_place_key
from sahel_tui.model import Document
from sahel_tui.store.folding import find_tokens

_ITEM = re.compile(r"\s*(?:;|/|\band\b|\bet\b|&|\()\s*", re.IGNORECASE)
_CONTEXT = re.compile(
    r"\b(?:region|région|cercle|circle|province|department|département|district|state|county|governorate|border|"
    r"frontière)\b",
    re.IGNORECASE,
)
_GENERIC = frozenset({
    *("village", "villages", "town", "city", "commune", "near", "of", "the", "outskirts", "surroundings", "area"),
    *("around", "between", "also", "camp", "base", "forest", "massif", "hameau", "localite", "ville", "pres", "de"),
    *("du", "la", "le", "les", "locality", "municipality", "in", "at", "central", "western", "eastern", "northern"),
    *("southern", "north", "south", "east", "west", "nord", "sud", "est", "ouest", "centre"),
    *("minusma", "un", "military", "army", "headquarters", "airport", "hotel", "restaurant", "embassy", "mosque"),
    *("market", "mine", "reserve", "post", "barracks", "mosquee", "marche", "aeroport", "caserne", "poste"),
})  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_COORDINATE = re.compile(r"(?P<degrees>[-+]?\d{1,3}(?:\.\d+)?)\s*°?\s*(?P<side>[NSEWO])?", re.IGNORECASE)
_PLAIN_POINT = re.compile(r"([-+]?\d{1,3}(?:\.\d+)?), ([-+]?\d{1,3}(?:\.\d+)?)")
"""As the rows of data sets write it."""
_SHORTEST_NAME, _LONGEST_LEAD = 4, 600
_MOST_PLACES = 12


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where an event was, as far as it is known."""

    spots: tuple[str, ...] = ()
    """Keys of the places it happened at."""
    around: tuple[str, ...] = ()
    """Keys of the towns those are said to lie in or near, or that a text without a place speaks of."""
    countries: tuple[str, ...] = ()
    point: Point | None = None


def find_whereabouts(document: Document, place: str, title: str) -> Whereabouts:
    """From the infobox; without a place there, from the title, else from the first sentences."""
    stated = parse_point(document.value("coordinates") or "")
    if found := find_stated(place, stated):
        return found
    found = parse_place(place, stated)
    if in_title := _find_named(title):
        return _gather(in_title, [], found.countries, stated)
    lead = next((section for section in document.sections if section.kind == "lead"), None)
    text = document.text[lead.start : min(lead.end, lead.start + _LONGEST_LEAD)] if lead else ""
    return _gather([], _find_named(text), found.countries, stated)


def find_stated(place: str, stated: Point | None) -> Whereabouts | None:
    """What the infobox alone tells; None where it says no more than a country."""
    found = parse_place(place, stated)
    if found.spots or found.around:
        return found
    # The coordinates of a region are those of its middle.
    return replace(found, point=None) if _names_region(place) else None


def parse_place(text: str, point: Point | None = None) -> Whereabouts:
    """The places of an infobox line: the first name of each item, and the town it is in.

    >>> parse_place("MINUSMA camp, Aguelhok, Kidal Region, Mali").around
    ('Aguelhok, Mali',)
    >>> parse_place("Diafarabé, Mopti Region and Koumara, Ségou Region, Mali").spots
    ('Diafarabé, Mali', 'Koumara, Mali')
    """
    return _gather(*_read_places(text), point)


@lru_cache(maxsize=16_384)
def _read_places(text: str) -> tuple[list[Place | str], list[Place | str], tuple[str, ...]]:
    """Spots, towns around and countries; rows of a data set name the same places again and again."""
    countries = _find_countries(text)
    spots: list[Place | str] = []
    around: list[Place | str] = []
    for item in _ITEM.split(text)[:_MOST_PLACES]:
        for number, part in enumerate(item.split(",")):
            found = _read_part(part, countries)
            if isinstance(found, Place) or number == 0:
                (around if number else spots).extend([found] if found else [])
            if isinstance(found, Place):
                break
    return spots, around, countries


def _names_region(text: str) -> bool:
    """Whether a line names more than a country: an event there is anywhere in it."""
    return any(place.kind != "country" for place in load_gazetteer().find(find_tokens(text))) or "," in text


def _read_part(part: str, countries: tuple[str, ...]) -> Place | str | None:
    """The spot a part of a line names, its bare key when the gazetteer does not have it; None for a region."""
    words = find_tokens(part)
    own = [word for word in words if word not in _GENERIC]
    if not own or _CONTEXT.search(part):
        return None
    known = load_gazetteer().match(words, countries) or load_gazetteer().match(own, countries)
    if known:
        return known if known.is_spot else None
    return make_place_key(own)


def _find_countries(text: str) -> tuple[str, ...]:
    """The countries named, as `Burkina Faso`."""
    found = (place for place in load_gazetteer().find(find_tokens(text)) if place.kind == "country")
    return tuple(sorted({place.name for place in found}))


def _find_named(text: str) -> list[Place]:
    """Spots of the gazetteer that a text names with a capital letter, but no word all in capitals."""
    words = [word if _may_be_name(word) else "" for word in _WORD.findall(text)]
    tokens = [token for word in words for token in find_tokens(word) or ("·",)]
    return [place for place in load_gazetteer().find(tokens) if place.is_spot]


def _may_be_name(word: str) -> bool:
    return len(word) >= _SHORTEST_NAME and word[0].isupper() and not word.isupper()


def _gather(
    spots: Sequence[Place | str], around: Sequence[Place | str], countries: tuple[str, ...], point: Point | None
) -> Whereabouts:
    known = [place for place in (*spots, *around) if isinstance(place, Place)]
    named = {place.country for place in known if place.country}
    at = [place.point for place in spots if isinstance(place, Place) and place.point]
    if point is None and len(at) == 1 and len(spots) == 1:
        point = at[0]
    return Whereabouts(_keys(spots), _keys(around), countries or tuple(sorted(named)), point)


def _keys(places: Sequence[Place | str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place.key if isinstance(place, Place) else place for place in places))


def parse_point(text: str) -> Point | None:
    """`15.17, -7.28` or `12.6352°N 8.0308°W`; None for what is written otherwise.

    >>> parse_point("12.6352°N 8.0308°W"), parse_point("15.17, -7.28"), parse_point("12°38′N")
    ((12.6352, -8.0308), (15.17, -7.28), None)
    """
    if plain := _PLAIN_POINT.fullmatch(text):
        return _check_point(float(plain[1]), float(plain[2]))
    found = list(_COORDINATE.finditer(text))
    if len(found) != len(("north", "east")) or "′" in text or "'" in text:
        return None
    north, east = (float(one["degrees"]) * (-1 if (one["side"] or "N").upper() in "SWO" else 1) for one in found)
    return _check_point(north, east)


def _check_point(north: float, east: float) -> Point | None:
    return (north, east) if abs(north) <= 90 and abs(east) <= 180 else None

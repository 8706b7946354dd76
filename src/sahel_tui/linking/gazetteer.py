"""The places of the region by all the names they go by."""

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from math import asin, cos, radians, sin, sqrt

from sahel_tui.bundled import bundled_path
from sahel_tui.dataclass import dataclass
from sahel_tui.store.folding import find_tokens

Point = tuple[float, float]
"""Degrees north and east."""

_MOST_WORDS = 4
_EARTH = 6371.0
_SOUNDS = (
    *(("ou", "u"), ("dj", "j"), ("gue", "ge"), ("gui", "gi")),
    *(("ck", "k"), ("q", "k"), ("ca", "ka"), ("co", "ko"), ("cu", "ku"), ("cl", "kl"), ("cr", "kr")),
    *(("gh", "g"), ("kh", "g"), ("w", "u"), ("y", "i")),
)
_DOUBLE = re.compile(r"([a-z])\1+")
_MUTE = ("e", "h")
_SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of `places.json`."""

    name: str
    kind: str
    """`settlement`, `area` (a forest, a massif), `region` or `country`."""
    country: str | None
    point: Point | None
    """About its middle; None where it is not known well enough."""

    @property
    def key(self) -> str:
        """What tells it from places of the same name elsewhere: `Karma, Niger`."""
        return f"{self.name}, {self.country}"

    @property
    def is_spot(self) -> bool:
        """Small enough that two events there are at the same place."""
        return self.kind in ("settlement", "area")


class Gazetteer:
    """All places, found by any spelling of their names."""

    def __init__(self, places: Sequence[tuple[Place, Sequence[str]]]) -> None:
        self._by_key: dict[str, list[Place]] = {}
        for place, names in places:
            for key in dict.fromkeys(make_place_key(find_tokens(name)) for name in names):
                self._by_key.setdefault(key, []).append(place)

    def match(self, words: Sequence[str], countries: Sequence[str] = ()) -> Place | None:
        """The place these folded words name; of several of the name, the one that is in one of `countries`."""
        found = self._by_key.get(make_place_key(words), ())
        inside = [place for place in found if place.country in countries]
        chosen = inside if len(found) > 1 else found
        return chosen[0] if len(chosen) == 1 else None

    def find(self, words: Sequence[str], countries: Sequence[str] = ()) -> Iterator[Place]:
        """The places named among folded words, the longest name first."""
        at = 0
        while at < len(words):
            lengths = range(min(_MOST_WORDS, len(words) - at), 0, -1)
            tried = ((length, self.match(words[at : at + length], countries)) for length in lengths)
            length, place = next(((length, place) for length, place in tried if place), (1, None))
            if place:
                yield place
            at += length


def make_place_key(words: Sequence[str]) -> str:
    """The sound of a name, however its letters are written down.

    >>> make_place_key(["i", "n", "delimane"]), make_place_key(["indelimane"]), make_place_key(["boulkessy"])
    ('indeliman', 'indeliman', 'bulkesi')
    """
    return _find_sound("".join(words))


@lru_cache(maxsize=65_536)
def _find_sound(name: str) -> str:
    for letters, sound in _SOUNDS:
        name = name.replace(letters, sound)
    name = _DOUBLE.sub(r"\1", name)
    return name[:-1] if name.endswith(_MUTE) and len(name) > _SHORTEST_STEM else name


def measure_distance(one: Point, other: Point) -> float:
    """Kilometres between two points.

    >>> round(measure_distance((14.49, -4.19), (14.53, -4.10)))
    11
    """
    north, east = radians(other[0] - one[0]), radians(other[1] - one[1])
    chord = sin(north / 2) ** 2 + cos(radians(one[0])) * cos(radians(other[0])) * sin(east / 2) ** 2
    return 2 * _EARTH * asin(sqrt(chord))


@cache
def load_gazetteer() -> Gazetteer:
    """The bundled places."""
    entries = json.loads(bundled_path("places.json").read_text(encoding="utf-8"))
    return Gazetteer([(_read_place(entry), (entry["name"], *entry["aliases"])) for entry in entries])


def _read_place(entry: dict[str, object]) -> Place:
    latitude, longitude = entry["latitude"], entry["longitude"]
    point = (latitude, longitude) if isinstance(latitude, float) and isinstance(longitude, float) else None
    country = entry["country"]
    return Place(str(entry["name"]), str(entry["kind"]), str(country) if country else None, point)

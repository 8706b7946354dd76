"""Titles of events in fewer cells: what is said elsewhere goes first, then kinds of events, the place last."""

import re
from collections.abc import Iterator

from sahel_tui.present.calendar import say_dates
from sahel_tui.present.text import cell_width, fit, fit_end

_RECORD = re.compile(r" \((?:UCDP|ACLED) [^()]+\)\Z")
"""The number of a row, behind a title made of its cells."""
_PARTIES = re.compile(r"(?P<sides>[^–]+ – [^–]+), (?P<place>[^,–]+)\Z")
_STATE = "Government of "
_KIND_OF_PLACE = re.compile(r" (?:town|village|city|region|province|department|cercle|district|area)\Z", re.IGNORECASE)
_DEED = re.compile(r"\A(?:\S+ ){1,3}?(?:(?:of|on|at|in|near|de|du|à)\s+(?:the\s+)?|d['’])(?=[A-ZÀ-Þ])")
"""`Battle of`, `Third battle of`, `Attaque d'`: before the place."""
_ORDINAL = re.compile(
    r"(?:First|Second|Third|Fourth|Fifth|Sixth|\d+(?:st|nd|rd|th)|Premi[eè]re|Deuxi[eè]me|Troisi[eè]me|Quatri[eè]me) ",
    re.IGNORECASE,
)
"""What tells one battle of a place from the others."""
_OPENS_WITH_DEED = re.compile(r"(?:\S+ ){1,3}?(?:of|on|at|in|near) ")
"""What tells it from others stands at its end: `Clash at village 12`."""
_LEAST_SIDES = 6


def drop_date(title: str, date: str) -> str:
    """A title without the year, or the month and year, of `date` before it or in brackets behind it.

    >>> drop_date("Djibo attack (May 2025)", "2025-05-11"), drop_date("2023 Sévaré attack", "2023-04-22")
    ('Djibo attack', 'Sévaré attack')
    """
    for said in (say_dates(date[:7]), date[:4]):
        if said[:1].isalnum():
            title = title.removesuffix(f" ({said})").removeprefix(f"{said} ")
    return title


def shorten_title(title: str, width: int, date: str = "") -> str:
    """A title in at most `width` cells; `date` stands beside it, so that it may go first.

    >>> shorten_title("Government of Mali – JNIM, Mopti region (UCDP 256789)", 18)
    'Mali – JNIM, Mopti'
    >>> shorten_title("Battle of Boulikessi (2025)", 15, "2025-06-01"), shorten_title("Farabougou attack", 15)
    ('Boulikessi', 'Farabougou att…')
    >>> shorten_title("Second Battle of Kidal", 15), shorten_title("Second Battle of Kidal", 9)
    ('Second Kidal', 'Kidal')
    """
    ways = (way for way in _list_ways(title, date) if cell_width(way) <= width)
    return title if cell_width(title) <= width else next(ways, None) or _cut(title, width, date)


def _list_ways(title: str, date: str) -> Iterator[str]:
    """The title in ever fewer words, none of them cut."""
    yield drop_date(title, date)
    bare = _RECORD.sub("", drop_date(title, date))
    yield bare
    found = _PARTIES.match(bare)
    if found:
        sides = [_shorten_side(side) for side in found["sides"].split(" – ")]
        place = _KIND_OF_PLACE.sub("", found["place"])
        yield from (f"{join.join(sides)}, {place}" for join in (" – ", "–"))
        fought = found["sides"].startswith(_STATE) and sides[1:] != ["Civilians"]
        yield from (f"{side}, {place}" for side in sides[1:] if fought)
    elif _DEED.match(bare):
        place, ordinal = _DEED.sub("", bare), _ORDINAL.match(bare)
        yield from (f"{ordinal[0]}{place}", place) if ordinal else (place,)


def _shorten_side(side: str) -> str:
    """`Mali` for its government, the short name of each known group."""
    from sahel_tui.claims.language.actors import find_first_actor  # A list of articles is shown without any actor.

    actors = [(name, find_first_actor(name)) for name in side.removeprefix(_STATE).split(", ")]
    return ", ".join(actor.short if actor and actor.name == name else name for name, actor in actors)


def _cut(title: str, width: int, date: str) -> str:
    """The shortest way in `width` cells: cut at its end, in the sides before a place, or in the middle."""
    shortest = list(_list_ways(title, date))[-1]
    sides, comma, place = shortest.rpartition(", ")
    room = width - cell_width(comma + place)
    if comma and _RECORD.search(title) and room >= _LEAST_SIDES:
        return f"{fit_end(sides, room)}{comma}{place}"
    return fit(shortest, width) if _OPENS_WITH_DEED.match(shortest) else fit_end(shortest, width)

"""The countries whose events are read, where a text names them."""

import re
from functools import lru_cache

HOME = ("Mali", "Burkina Faso", "Niger")
"""A bare `the army` is one of theirs."""

REGIONS = {
    "Mali": "Bamako Gao Kayes Kidal Koulikoro Ménaka Mopti Ségou Sikasso Taoudénit Timbuktu Tombouctou",
    "Burkina Faso": "Bam Banwa Gourma Komondjari Kossi Kouritenga Loroum Oudalan Sanmatenga Séno Soum Sourou Tapoa "
    "Yagha Yatenga",
    "Niger": "Agadez Diffa Dosso Maradi Niamey Tahoua Tillabéri Zinder",
}
"""Regions, and provinces where the regions of a country are called after points of the compass."""

_COUNTRY_OF = {region: country for country, regions in REGIONS.items() for region in regions.split()}
_REGIONS = re.compile(rf"\b(?:{'|'.join(_COUNTRY_OF)})\b")

_NAMED = re.compile(rf"\b(?:{'|'.join(HOME)})\b")
_NO_COUNTRY = re.compile(
    r"\b(?:Office du|(?:fleuve|delta du|boucle du|[Rr]iver|intérieur du|[Bb]end of the)) Niger\b"
    r"|\bNiger (?:[Rr]iver|[Dd]elta|[Bb]end)\b"
)
"""Where `Niger` is the river."""
_BORDERS = re.compile(r"\b(?:borders?|frontières?|frontieres?)\b[^,;]*", re.IGNORECASE)
"""`near the border with Burkina Faso` says where the place is not."""


def find_home_countries(text: str) -> list[str]:
    """The three countries named in a text, in its order; the river and what is called after it are none.

    >>> find_home_countries("Gao, on the Niger River, Mali")
    ['Mali']
    """
    return _NAMED.findall(_NO_COUNTRY.sub("", text))


def without_neighbours(text: str) -> str:
    """A text without the river and without what borders on a place.

    >>> without_neighbours("Tessit, near the borders with Niger, in Mali")
    'Tessit, near the , in Mali'
    """
    return _BORDERS.sub("", _NO_COUNTRY.sub("", text))


def country_of_region(text: str) -> str | None:
    """The country of the first region or province named in a text.

    >>> country_of_region("at Toumour, Diffa Region")
    'Niger'
    """
    found = _REGIONS.search(text)
    return _COUNTRY_OF[found[0]] if found else None


@lru_cache(maxsize=16_384)
def read_home_countries(place: str) -> tuple[str, ...]:
    """The three countries that a line names as those of a place; rows of a data set name the same ones.

    >>> read_home_countries("Tessit, near the border with Burkina Faso, Mali")
    ('Mali',)
    """
    return tuple(find_home_countries(_BORDERS.sub("", place)))

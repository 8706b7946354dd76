"""Spellings of one place: `Tongobaye` and `Tognobaye`, `In-Taralit` and `Itaralit`, `Barsalogho` and `Barsalogo`."""

import re
from collections.abc import Iterable
from functools import lru_cache

from sahel_tui.claims.language.incident_names import slug
from sahel_tui.claims.language.town_names import is_settlement

SHORTEST_NAME = 6
"""Letters of a name; shorter ones that differ in one letter are places of their own: `Gossi`, `Gosso`."""

NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]+")

SOFT = frozenset("aeiouy")
"""Letters that are heard and written now this way, now that."""


def find_spellings(texts: Iterable[str]) -> frozenset[str]:
    """The letters of all names in some texts that are long enough to be known again."""
    found = (_letters(name) for text in texts for name in NAME.findall(text))
    return frozenset(letters for letters in found if len(letters) >= SHORTEST_NAME)


def is_spelling(name: str, known: frozenset[str]) -> bool:
    """The name is a known one written a bit otherwise, and no town of the gazetteer."""
    letters = _letters(name)
    if len(letters) < SHORTEST_NAME or is_settlement(name):
        return False
    return any(_are_alike(letters, other) for other in known)


def _letters(name: str) -> str:
    return slug(name).replace("-", "")


@lru_cache(maxsize=4096)
def _are_alike(one: str, other: str) -> bool:
    """Two letters have changed places, one is added or left out, or a vowel is another."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    first = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    end = next((at for at, (a, b) in enumerate(zip(one[::-1], other[::-1], strict=False)) if a != b), len(one))
    left, right = one[first : max(first, len(one) - end)], other[first : max(first, len(other) - end)]
    if len(one) != len(other):
        return len(left) + len(right) <= 1
    swapped = left[:1] == right[-1:] and right[:1] == left[-1:] and left[1:-1] == right[1:-1]
    return swapped or (len(left) <= 1 and SOFT.issuperset(left + right))

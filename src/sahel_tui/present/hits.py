"""Where searched words occur in a text: beginnings of words, whatever their case and accents."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache


def find_hits(text: str, terms: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Spans of `text` that begin a word with one of `terms`, in order, none inside another.

    >>> find_hits("Diafarabé and Koumara", ["diafarabe", "kou"])
    ((0, 9), (14, 17))
    """
    pattern = _compile_terms(tuple(terms))
    return tuple(found.span() for found in pattern.finditer(_fold_in_place(text))) if pattern else ()


@lru_cache(maxsize=64)
def _compile_terms(terms: tuple[str, ...]) -> re.Pattern[str] | None:
    phrases = {r"\W+".join(re.findall(r"\w+", _fold_in_place(term))) for term in terms} - {""}
    options = "|".join(sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{options})") if options else None


@lru_cache(maxsize=512)
def _fold_in_place(text: str) -> str:
    """`text` without case and accents, character for character, so that spans stay true."""
    return text.lower() if text.isascii() else "".join(map(_fold_character, text))


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    bare = unicodedata.normalize("NFD", character)[0].casefold()
    return bare if len(bare) == 1 else character

"""Whom a row is about, in a word or two: a group that all of its figures count, not one kind of the dead among them."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from sahel_tui.claims.language.words import load_lexicon
from sahel_tui.compare.people import are_related, find_parties
from sahel_tui.model import CIVILIANS, UNSPECIFIED, Claim, Count, Figure

_COMPLEMENT = re.compile(r" (?:of|from|de|des|du|d'|\().*")
_OPENERS = ("of", "de", "des", "du")
_ONE = Count(1, 1)


def title_row(figures: Sequence[Figure], claims: Sequence[Claim], side: str, label: str) -> str:
    """The words that every figure uses, else the group that some name (`soldiers`, `civilians`), else the side's label.

    For a row that counts all of a side: `interpreter`, `sons` and `bodies` are whom one voice told of there.
    """
    named = [[words for index in figure.claims if (words := _clean(claims[index].victims))] for figure in figures]
    if not any(named) and side != UNSPECIFIED:
        return label.casefold() if side == CIVILIANS else label
    said = Counter(words for own in named for words in own)
    if all(named) and len({words.casefold().removesuffix("s") for words in said}) == 1:
        many = any(figure.count != _ONE for figure in figures)
        return max(said, key=lambda words: (many and words.endswith("s"), said[words]))
    groups = Counter(group for words in said.elements() if (group := _find_group(words)))
    if not groups:
        if side == UNSPECIFIED and name_most(figures, claims):
            return "people"
        return label.casefold() if side == CIVILIANS else label
    group = max(groups, key=lambda group: (group not in _read_lists("people_heads"), groups[group]))
    phrases = {words for words in said if _find_group(words) == group}
    phrase = phrases.pop()
    return phrase if not phrases and _are_all(phrase, label) else group


def name_most(figures: Sequence[Figure], claims: Sequence[Claim]) -> str:
    """The words said most often, whatever they name: they tell the rows of a side that is counted in parts apart."""
    said = Counter(victims for figure in figures for index in figure.claims if (victims := claims[index].victims))
    return said.most_common(1)[0][0] if said else ""


def _clean(victims: str) -> str:
    """The words without what only says that they are dead, hurt, or more of those told of before."""
    words = victims.split()
    while words and words[0].casefold() in _read_lists("remains", "others", "conditions"):
        del words[0]
    return " ".join(words[1:] if words and words[0] in _OPENERS else words)


def _find_noun(words: str) -> str:
    """`soldiers` of `Malian soldiers of the garrison`."""
    return _COMPLEMENT.sub("", words).split()[-1].casefold()


def _find_group(words: str) -> str:
    """The group that the noun names, in the plural; empty for a kind of people within one."""
    noun = _find_noun(words)
    return next((form for form in (noun, f"{noun}s") if form in _read_lists("groups")), "")


def _are_all(words: str, label: str) -> bool:
    """Whether the party that the words name is all of the side: `Malian soldiers` of Mali, not of Mali and France."""
    named, side = find_parties(words), find_parties(label)
    return bool(named and side) and all(are_related(named, frozenset({party})) for party in side)


@cache
def _read_lists(*names: str) -> frozenset[str]:
    """The words of these lists, in all languages there are."""
    lexicons = (files("sahel_tui.claims") / "lexicon").iterdir()
    languages = sorted(path.name.removesuffix(".toml") for path in lexicons if path.name.endswith(".toml"))
    return frozenset().union(*(load_lexicon(language).list(name) for language in languages for name in names))

"""What a key line says of keys; no terminal needed to know it."""

from collections.abc import Sequence
from itertools import takewhile

from sahel_tui.present.runs import Line, Run
from sahel_tui.present.text import cell_width

Offer = tuple[str, str]
"""A key as a reader knows it, and what it does in a word or two; behind slashes shorter ways to say it.

`("d", "disputed only/only ≠/≠")`."""
_GAPS = (3, 2, 2)
"""Cells between two offers, for whole words, short ones and the shortest."""
_WANTED = 5
"""Offers for whose sake words are shortened."""
_FIRST = 4
"""The first offers, for whose sake help is its key alone."""


def key_runs(offers: Sequence[Offer], width: int, first: int = _FIRST) -> Line:
    """As many `c compare` hints as fit, the first ones first; the last two, help and the way out, are always there.

    Words are whole where the first of them all fit, else so short that the most of the `first` fit; `? help` is
    then as good as `?`.
    """
    forms = range(len(_GAPS))
    ways = [(_GAPS[form], _choose(offers, width, form, bare=bare)) for form in forms for bare in (False, True)]
    whole = len(ways[0][1]) >= min(len(offers), _WANTED + 2)
    gap, shown = ways[0] if whole else max((*ways[2:], ways[0]), key=lambda way: _count_first(offers, way[1], first))
    gap = gap if _measure(shown, gap) <= width else 1
    runs: list[Run] = []
    for key, words in shown:
        runs += [(" " * gap if runs else "", ""), (key, ""), (f" {words}" if words else "", "muted")]
    return tuple(runs)


def _count_first(offers: Sequence[Offer], shown: Sequence[Offer], most: int) -> int:
    """How many of the first offers are shown before one is not."""
    first = zip(offers[: min(most, len(offers) - 2)], shown[:-2], strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0][0] == pair[1][0], first))


def _choose(offers: Sequence[Offer], width: int, form: int, *, bare: bool) -> list[Offer]:
    """The offers that fit with words in this form; one that does not fit gives way to one behind it that does."""
    *first, help_offer, way_out = [(key, _shorten(words, form)) for key, words in offers]
    last = ((help_offer[0], "" if bare and help_offer[0] == "?" else help_offer[1]), way_out)
    shown: list[Offer] = []
    for offer in first:
        if _measure([*shown, offer, *last], _GAPS[form]) <= width:
            shown.append(offer)
    return [*shown, *last]


def _shorten(words: str, form: int) -> str:
    forms = words.split("/")
    return forms[min(form, len(forms) - 1)]


def _measure(offers: Sequence[Offer], gap: int) -> int:
    return sum(cell_width(f"{key} {words}".rstrip()) for key, words in offers) + gap * (len(offers) - 1)

"""What a key line says of keys; no terminal needed to know it."""

from collections.abc import Sequence

from sahel_tui.present.runs import Line, Run
from sahel_tui.present.text import cell_width

Offer = tuple[str, str]
"""A key as a reader knows it, and what it does in a word or two; behind slashes shorter ways to say it.

`("d", "disputed only/only ≠/≠")`."""
_GAPS = (3, 2, 2)
"""Cells between two offers, for whole words, short ones and the shortest."""
_WANTED = 5
"""Offers for whose sake words are shortened."""


def key_runs(offers: Sequence[Offer], width: int) -> Line:
    """As many `c compare` hints as fit, the first ones first; the last two, help and the way out, are always there.

    Words are whole where the first of them all fit, else so short that the most fit.
    """
    ways = [_choose(offers, width, form) for form in range(len(_GAPS))]
    whole = (way for way in ways if len(way) >= min(len(offers), _WANTED + 2))
    shown = next(whole, max((*ways[1:], ways[0]), key=len))
    gap = _GAPS[ways.index(shown)]
    gap = gap if _measure(shown, gap) <= width else 1
    runs: list[Run] = []
    for key, words in shown:
        runs += [(" " * gap if runs else "", ""), (key, ""), (f" {words}", "muted")]
    return tuple(runs)


def _choose(offers: Sequence[Offer], width: int, form: int) -> list[Offer]:
    """The offers that fit with words in this form; one that does not fit gives way to one behind it that does."""
    said = [(key, _shorten(words, form)) for key, words in offers]
    first, last = said[:-2], said[-2:]
    shown: list[Offer] = []
    for offer in first:
        if _measure([*shown, offer, *last], _GAPS[form]) <= width:
            shown.append(offer)
    return [*shown, *last]


def _shorten(words: str, form: int) -> str:
    forms = words.split("/")
    return forms[min(form, len(forms) - 1)]


def _measure(offers: Sequence[Offer], gap: int) -> int:
    return sum(cell_width(f"{key} {words}") for key, words in offers) + gap * (len(offers) - 1)

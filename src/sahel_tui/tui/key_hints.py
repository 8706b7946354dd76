"""What a key line says of keys; no terminal needed to know it."""

from collections.abc import Sequence

from sahel_tui.present.runs import Line, Run
from sahel_tui.present.text import cell_width

Offer = tuple[str, str]
"""A key as a reader knows it, and what it does in a word or two."""
_GAP = 3


def key_runs(offers: Sequence[Offer], width: int) -> Line:
    """As many `c compare` hints as fit; the last two (help and the way out) are always among them."""
    first, last = list(offers[:-2]), offers[-2:]
    while first and _offers_width([*first, *last]) > width:
        first.pop()
    shown = [*first, *last]
    gap = _GAP if _offers_width(shown) <= width else 1
    runs: list[Run] = []
    for key, words in shown:
        runs += [(" " * gap if runs else "", ""), (key, ""), (f" {words}", "muted")]
    return tuple(runs)


def _offers_width(offers: Sequence[Offer]) -> int:
    return sum(cell_width(f"{key} {words}") for key, words in offers) + _GAP * (len(offers) - 1)

"""The figure of an event that a few words name, as `claims` prints it or as its text says it."""

from collections.abc import Iterable, Sequence

from sahel_tui.model import MAIN_INCIDENT, Claim
from sahel_tui.notebook.marks import anchor_claim
from sahel_tui.present.own_notes import say_anchor

_PUNCTUATION = "().,;:“”\"'"
_MOST = 5
"""Figures listed where words name several."""


def find_figures(claims: Sequence[Claim], words: str) -> tuple[Claim, ...]:
    """The figures that `words` fit best, each where it is first read: one when they name it.

    A whole quote fits best, then a name or how it begins (`98 killed`), then whole words of either, then any part of a
    quote: so `98 killed` is nobody's `89–98 killed` where somebody says 98. What the event itself cost fits before
    what is told of another.
    """
    fits = [(fit, claim) for claim in claims if (fit := _measure_fit(claim, _fold(words))) is not None]
    best = min((fit for fit, _ in fits), default=None)
    found: dict[tuple[str, str, str], Claim] = {}
    for fit, claim in fits:
        if fit == best:
            found.setdefault((say_figure(claim), claim.side, claim.incident), claim)
    return tuple(found.values())


def say_figure(claim: Claim) -> str:
    """`98 killed per CSP-PSD`."""
    return say_anchor(anchor_claim(claim))


def list_figures(claims: Iterable[Claim]) -> str:
    """Some figures by name and quote, for one to be chosen; `none` where there is none."""
    said = [f"{say_figure(claim)} “{' '.join(claim.quote.split())}”" for claim in claims]
    rest = f" and {len(said) - _MOST} more" if len(said) > _MOST else ""
    return f"{', '.join(said[:_MOST]) or 'none'}{rest}"


def _measure_fit(claim: Claim, words: str) -> tuple[int, bool] | None:
    """How well words name a claim, the least the best; None: not at all."""
    name, quote = _fold(say_figure(claim)), _fold(claim.quote)
    fits = (
        words == quote,
        f"{name} ".startswith(f"{words} "),
        _cut(words) <= _cut(f"{name} {quote}"),
        words in quote,
    )
    return (fits.index(True), claim.incident != MAIN_INCIDENT) if any(fits) else None


def _cut(text: str) -> set[str]:
    return {word.strip(_PUNCTUATION) for word in text.split()}


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())

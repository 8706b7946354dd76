"""Why a row has its verdict, in one short sentence that is true of the figures it names."""

from collections.abc import Sequence

from sahel_tui.compare.clashes import Kind
from sahel_tui.compare.people import counts_more
from sahel_tui.compare.voices import name_voice, possessive
from sahel_tui.model import Claim, Count, Figure

_LONGEST_QUOTE = 48


def say_pair(one: Figure, other: Figure) -> str:
    """`Mali's 31 and JNIM's 5`, `GATIA's “none” and CMA's 7`."""
    return f"{_say_figure(one)} and {_say_figure(other)}"


def _say_figure(figure: Figure) -> str:
    return f"{possessive(figure.voice)} {quote_count(figure.count)}"


def quote_count(count: Count) -> str:
    """A count, a vague word in quotation marks."""
    return f"“{count}”" if count.vague else str(count)


def say_dispute(one: Figure, other: Figure) -> str:
    """Why two figures cannot both be true."""
    ranges = [figure for figure in (one, other) if figure.count.hedge == "range"]
    if len(ranges) == 1:
        point = other if ranges[0] is one else one
        if point.count.low == point.count.high and point.count.low is not None:
            return f"{_say_figure(ranges[0])} leaves out {_say_figure(point)}"
    return f"{say_pair(one, other)} cannot both be true"


def say_difference(kind: Kind, one: Figure, other: Figure, claims: Sequence[Claim]) -> str:
    """Why two figures differ without contradicting each other."""
    if kind == "wide":
        wide, plain = (one, other) if counts_more(one, claims) else (other, one)
        return f"{_quote_figure(wide, claims)} can hold {_say_figure(plain)}"
    if kind == "others":
        return f"{_say_people(one, claims)} and {_say_people(other, claims)} are not the same people"
    if kind == "part":
        less, more = sorted((one, other), key=lambda figure: figure.count.low or 0)
        return f"{_say_figure(less)} can be part of {_say_figure(more)}"
    return f"{say_pair(one, other)} need not count the same people"


def _quote_figure(figure: Figure, claims: Sequence[Claim]) -> str:
    """`RFI's “30 killed or wounded”`; the count where the words are many."""
    words = " ".join(claims[figure.claims[0]].quote.split())
    return f"{possessive(figure.voice)} “{words}”" if len(words) <= _LONGEST_QUOTE else _say_figure(figure)


def _say_people(figure: Figure, claims: Sequence[Claim]) -> str:
    named = next((claims[index].victims for index in figure.claims if claims[index].victims), "")
    return f"{_say_figure(figure)} {named}".rstrip()


def say_revision(figure: Figure, claims: Sequence[Claim]) -> str:
    """`Mali revised 12 to 14`; where the words say nothing of time, only that the voice gives both."""
    before = list(dict.fromkeys(str(claims[index].count) for index in figure.earlier))
    if any("superseded" in claims[index].flags for index in figure.earlier):
        return f"{name_voice(figure.voice)} revised {', then '.join(before)} to {figure.count}"
    return f"{name_voice(figure.voice)} gives {figure.count}, elsewhere {' and '.join(before)}"


def say_parts(figure: Figure, claims: Sequence[Claim]) -> str:
    """`12 = 5 Wagner mercenaries + 7 Malian soldiers`."""
    parts = " + ".join(f"{claims[index].count} {claims[index].victims}".strip() for index in figure.parts)
    return f"{figure.count} = {parts}"


def say_agreement(figures: Sequence[Figure]) -> str:
    """`2 voices say 14`."""
    return f"{len(figures)} voices say {quote_count(figures[0].count)}"


def say_single(figure: Figure) -> str:
    """`only the infobox gives a figure`."""
    return f"only {name_voice(figure.voice)} gives a figure"

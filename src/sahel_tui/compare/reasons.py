"""Why a row has its verdict, in one short sentence that is true of the figures it names."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sahel_tui.compare.parts import is_sum
from sahel_tui.compare.ranges import add_counts
from sahel_tui.compare.voices import name_voice, possessive
from sahel_tui.model import Claim, Count, Figure

if TYPE_CHECKING:
    from sahel_tui.compare.clashes import Kind

_LONGEST_QUOTE = 48
_ASIDE = re.compile(r"\s*\([^)]*\)$")
"""Who says so, behind an infobox figure."""


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


def say_difference(kind: "Kind", one: Figure, other: Figure, claims: Sequence[Claim]) -> str:
    """Why two figures differ without contradicting each other."""
    if kind == "wide":
        from sahel_tui.compare.people import counts_more  # Showing what was compared need not know people.

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
    words = _ASIDE.sub("", " ".join(claims[figure.claims[0]].quote.split()))
    return f"{possessive(figure.voice)} “{words}”" if len(words) <= _LONGEST_QUOTE else _say_figure(figure)


def _say_people(figure: Figure, claims: Sequence[Claim]) -> str:
    named = next((claims[index].victims for index in figure.claims if claims[index].victims), "")
    return f"{_say_figure(figure)} {named}".rstrip()


def find_steps(figure: Figure, claims: Sequence[Claim]) -> dict[str, tuple[int, ...]]:
    """The counts a voice gave besides its figure, each once in the order of the text, with the claims that gave it.

    What `20 soldiers and a volunteer` counted before is one sum where the figure itself is such a sum.
    """
    named = {claims[index].victims for index in figure.earlier}
    if is_sum(figure) and len(named) == len(figure.earlier) > 1 and "" not in named:
        return {str(add_counts([claims[index].count for index in figure.earlier])): figure.earlier}
    steps: dict[str, tuple[int, ...]] = {}
    for index in figure.earlier:
        text = str(claims[index].count)
        if text != str(figure.count):
            steps[text] = (*steps.get(text, ()), index)
    return steps


def is_replaced(figure: Figure, claims: Sequence[Claim]) -> bool:
    """Whether the words say that the voice replaced a figure, not only that it gave another one elsewhere."""
    return any("superseded" in claims[index].flags for index in figure.earlier)


def say_revision(figure: Figure, claims: Sequence[Claim], name: str = "") -> str:
    """`Mali revised 12 to 14`; `Mali gives 14, elsewhere 12` where the words say nothing of time."""
    name, steps = name or name_voice(figure.voice), list(find_steps(figure, claims))
    if is_replaced(figure, claims):
        return f"{name} revised {', then '.join(steps)}{',' * (len(steps) > 1)} to {figure.count}"
    return f"{name} gives {figure.count}, elsewhere {' and '.join(steps)}"


def say_replacement(early: Figure, final: Figure) -> str:
    """`Niger's 25 was an early toll, the infobox has 89`."""
    return f"{_say_figure(early)} was an early toll, {name_voice(final.voice)} has {quote_count(final.count)}"


def say_parts(figure: Figure, claims: Sequence[Claim]) -> str:
    """`12 = 5 Wagner mercenaries + 7 Malian soldiers`; parts of other places by these: `174 = 160 (solhan) + …`."""
    parts = " + ".join(_say_part(claims[index], claims[figure.claims[0]]) for index in figure.parts)
    return f"{possessive(figure.voice)} {figure.count} = {parts}"


def say_sum(whole: Figure, other: Figure, addends: Sequence[Count], claims: Sequence[Claim]) -> str:
    """`RFI's “20 killed and wounded” = Mali's 8 + 12`."""
    return f"{_quote_figure(whole, claims)} = {possessive(other.voice)} {' + '.join(map(str, addends))}"


def _say_part(part: Claim, whole: Claim) -> str:
    if part.incident != whole.incident:
        return f"{part.count} ({re.sub(r'[-_ ]+', ' ', part.incident)})"
    return f"{part.count} {part.victims}".strip()


def say_agreement(figures: Sequence[Figure]) -> str:
    """`2 voices say 14`."""
    return f"{len(figures)} voices say {quote_count(figures[0].count)}"


def say_single(figure: Figure) -> str:
    """`only the infobox gives a figure`."""
    return f"only {name_voice(figure.voice)} gives a figure"

"""Figures whose victims stand in a phrase beside them: `huit morts parmi les soldats`, `chez les civils, 7 blessés`."""

from collections.abc import Sequence
from typing import Protocol

from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.parties.victims import Victims, find_victims
from sahel_tui.dataclass import dataclass

NO_CIRCLE = frozenset(("", "unknown", "excluded", "vehicle", "aircraft"))
"""Kinds of phrases that name nobody among whom one could count."""


class Counted(Protocol):
    """A count with its own noun phrase, at `tokens[first:last]`."""

    first: int
    last: int
    victims: Victims


@dataclass(frozen=True, slots=True)
class Circle:
    """People among whom figures are counted, named at `tokens[first:last]`."""

    first: int
    last: int
    victims: Victims
    leads: bool
    """It opens a clause and counts the figures behind it; otherwise those before."""


def name_victims(tokens: Sequence[Token], quantities: Sequence[Counted], lexicon: Lexicon) -> None:
    """Give every bare figure the people that a phrase in its reach names."""
    circles = _find_circles(tokens, lexicon) if any([not q.victims.kind for q in quantities]) else []
    for quantity in quantities if circles else ():
        circle = _circle_of(quantity, circles, tokens, lexicon) if not quantity.victims.kind else None
        if circle:
            named = circle.victims
            quantity.victims.kind, quantity.victims.text = named.kind, named.text
            quantity.victims.actors, quantity.victims.nations = named.actors, named.nations


def _find_circles(tokens: Sequence[Token], lexicon: Lexicon) -> list[Circle]:
    found: list[Circle] = []
    for at in lexicon.among.places([token.lower for token in tokens]):
        opening = lexicon.among.match(tokens, at)
        if not opening or (found and at < found[-1].last):
            continue
        noun = at + opening[1]
        while noun < len(tokens) and tokens[noun].lower in lexicon.list("determiners"):
            noun += 1
        victims = find_victims(tokens, noun, lexicon)
        if victims.kind in NO_CIRCLE or (victims.kind == "people" and not victims.nations):
            continue
        if victims.text in lexicon.nations:
            continue  # `20 000 morts au Mali`: where they died.
        found.append(Circle(at, victims.last, victims, _opens_clause(tokens, at, lexicon)))
    return found


def _opens_clause(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    while at > 0 and tokens[at - 1].lower in lexicon.list("determiners"):
        at -= 1
    return at == 0 or tokens[at - 1].kind == "mark"


def _circle_of(
    quantity: Counted, circles: Sequence[Circle], tokens: Sequence[Token], lexicon: Lexicon
) -> Circle | None:
    """The circle that trails the figure in its clause, else the one that leads it."""
    following = next((circle for circle in circles if circle.first >= quantity.last), None)
    cut = following is not None and _is_cut(tokens, quantity.last, following.first, lexicon)
    if following and not following.leads and not cut:
        return None if _has_own_figure(following, quantity, tokens, lexicon) else following
    before = next((circle for circle in reversed(circles) if circle.last <= quantity.first and circle.leads), None)
    return before if before and not _is_cut(tokens, before.last, quantity.first, lexicon) else None


def _has_own_figure(circle: Circle, quantity: Counted, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """`sept morts dans l'armée et un chez les civils`: the phrase belongs to the number straight before it."""
    before = circle.first - 1
    numbered = tokens[before].kind == "number" or tokens[before].lower in lexicon.numbers
    return before - 1 > quantity.last and numbered and tokens[before - 1].lower in lexicon.list("plain_and")


def _is_cut(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """`cinq blessés contre quatre morts du côté des assaillants`: what is set against others counts other people.

    So does what somebody says: `48 wounded, the minister said, adding that in the ranks of the rebels …`.
    """
    apart, between = lexicon.lists("clause_starts", "contrast"), tokens[first:last]
    said = any(token.text == "," for token in between) and any(token.lower in lexicon.say for token in between)
    return said or any(token.text == ";" or token.lower in apart for token in between)

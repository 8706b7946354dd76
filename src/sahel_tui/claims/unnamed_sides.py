"""Whose dead a toll of unnamed people counts, told by the words of its own sentence."""

from sahel_tui.claims.actors import load_actors
from sahel_tui.claims.phrases import Quantity, Sentence
from sahel_tui.claims.sides import Combatants
from sahel_tui.claims.tokens import Token
from sahel_tui.claims.victims import find_victims
from sahel_tui.model import CIVILIANS

PARTIES = ("state", "group", "civilian", "mercenary", "international")
"""Kinds of nouns that tell a side."""

FARTHEST_NOUN = 5
"""Tokens between `all of them` and the noun that says who they were."""

FARTHEST_TARGET = 24
"""Tokens between the verb of an attack and the toll it took."""


def appositive_side(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`18 people, all of them pupils`, `24 killed, mostly women`: who they were stands behind the figure.

    Most of the dead being civilians, the guide counts all as such; most being soldiers leaves the others open.
    """
    lexicon = sentence.lexicon
    end = quantity.last if quantity.leftward or not quantity.word else max(quantity.last, quantity.word.last)
    for at in range(end, min(len(sentence.tokens), end + 12)):
        if sentence.tokens[at - 1].text not in (",", ";", "–", "—", "-", "(", ":"):
            continue
        whole = lexicon.phrases["all_of_them"].match(sentence.tokens, at)
        most = lexicon.phrases["most_of_them"].match(sentence.tokens, at)
        found = max((match for match in (whole, most) if match), key=lambda match: match[1], default=None)
        if found:
            first = at + found[1]
            side = party_in(sentence.tokens[first : first + FARTHEST_NOUN], combatants)
            return side if side == CIVILIANS or found is whole else None
    return None


def target_side(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`opened fire on worshippers, killing fifteen`, `ambushed an army patrol; six died`: whom the attack hit."""
    lexicon = sentence.lexicon
    for at in range(quantity.first - 1, max(-1, quantity.first - FARTHEST_TARGET), -1):
        opening = lexicon.phrases["targets"].match(sentence.tokens, at)
        if not opening or at + opening[1] > quantity.first:
            continue
        words = sentence.tokens[at + opening[1] : quantity.first]
        return _first_target(words, combatants)
    return None


def _first_target(words: list[Token], combatants: Combatants) -> str | None:
    """The first party or civil place behind the verb, before the clause ends."""
    lexicon = combatants.lexicon
    for at, token in enumerate(words):
        if token.kind == "mark" or token.lower in lexicon.boundary or token.lower in lexicon.list("place_openers"):
            return None
        if token.lower in lexicon.list("civilian_context"):
            return CIVILIANS
        side = party_in(words[at : at + 1], combatants)
        if side:
            return side
    return None


def party_in(words: list[Token], combatants: Combatants) -> str | None:
    """The side of the first party or kind of people among some words; punctuation ends the search."""
    for at, token in enumerate(words):
        if token.kind == "mark":
            return None
        noun = combatants.lexicon.nouns.match(words, at)
        if load_actors().match(words, at) or (noun and noun[0] in PARTIES):
            return find_victims(words[at:], 0, combatants.lexicon).side(combatants, people=None)
    return None

"""Which casualty word starts at a token, where a longer phrase and a shorter one compete."""

from collections.abc import Sequence

from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon, Trigger

LONGEST_CAUSE = 4
"""Tokens of what somebody fell to: `an enemy ambush`."""


def match_casualty_word(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[tuple[Trigger, ...], int] | None:
    """The readings of the casualty word at a token and its length in tokens; the longest one, with two exceptions.

    `were shot at Silgadji` has a place behind its verb; who was merely `shot at by gunmen` may be alive.
    """
    found = lexicon.triggers.match(tokens, at)
    if found and found[1] == 2 and _falls_to_attack(tokens, at, lexicon):
        return lexicon.triggers.match(tokens[: at + 1], at) or found
    if not found or found[1] < 2 or not at or at + found[1] >= len(tokens):
        return found
    if tokens[at - 1].lower not in lexicon.be or any(reading.family != "nothing" for reading in found[0]):
        return found
    placed = tokens[at + found[1] - 1].lower in lexicon.list("place_openers")
    behind = tokens[at + found[1]]
    told = behind.kind != "mark" and behind.lower not in lexicon.list("agents")
    verb = lexicon.triggers.match(tokens[: at + 1], at) if placed and told else None
    return verb if verb and any(reading.family == "killed" for reading in verb[0]) else found


def _falls_to_attack(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """`fell to the ambush`, `fell to sniper fire`: what people fell to killed them; a town falls to its attackers."""
    if tokens[at].lower not in lexicon.list("falling") or tokens[at + 1].lower not in lexicon.list("toll_links"):
        return False
    behind = [token.lower for token in tokens[at + 2 : at + 2 + LONGEST_CAUSE]]
    return not lexicon.lists("event_nouns", "devices", "gunfire").isdisjoint(behind)

"""Speakers told by where they sit or whom they stand close to: `a source in Diffa`, `a security source in Dori`."""

from collections.abc import Sequence

from sahel_tui.claims.language.actors import load_actors
from sahel_tui.claims.language.name_forms import spell
from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.parties.named_parties import LEADING, find_parties
from sahel_tui.claims.parties.speaker_qualities import classifies


def find_placed(tokens: Sequence[Token], lexicon: Lexicon) -> str | None:
    """`a source in Diffa`, `une source de Diffa`: a source of which only the town is told."""
    for at in range(len(tokens) - 2):
        link, town = tokens[at + 1].lower, tokens[at + 2]
        if tokens[at].lower not in lexicon.list("standing_heads") or link not in lexicon.list("town_links"):
            continue
        before = at == 0 or tokens[at - 1].lower in LEADING
        known = find_parties(tokens[at + 2 :], lexicon) or any(True for _ in load_actors().find(tokens[at + 2 :]))
        if before and town.text[0].isupper() and not known and lexicon.speaker_at(tokens, at + 2) is None:
            return f"{lexicon.voices.get(tokens[at].lower, tokens[at].lower)} in {town.text}"
    return None


def find_standing(tokens: Sequence[Token], lexicon: Lexicon) -> str | None:
    """`a source close to the army`, `une source proche du dossier`: what is said of a source is its name."""
    for at in range(1, len(tokens) - 1):
        if tokens[at].lower in lexicon.list("standing") and lexicon.speakers.match_before(tokens, at):
            first = at - (lexicon.speakers.match_before(tokens, at) or ("", 1))[1]
            last = next((end for end in range(at, len(tokens)) if tokens[end].kind == "mark"), len(tokens))
            return spell(tokens[first:last])
    return None


def place_of(tokens: Sequence[Token], lexicon: Lexicon, country: str | None) -> str:
    """`a security source in Dori`, `un élu de Koro`: where somebody sits of whom only a kind is told, space before.

    It tells one source from another; the country of the event tells nothing, and to a party they belong.
    """
    heads = lexicon.list("placed_heads")
    last = next((at for at, token in enumerate(tokens) if token.lower in heads), len(tokens))
    first = last + 1
    while lexicon.grammar.get("head_first") and first < len(tokens) and classifies(tokens[first], lexicon):
        first += 1  # `une source sécuritaire malienne à Gao`
    if first + 1 >= len(tokens) or tokens[first].lower not in lexicon.list("town_links"):
        return ""
    town = tokens[first + 1]
    state = lexicon.countries.match(tokens, first + 1)
    known = state[0] == country if state else load_actors().match(tokens, first + 1) is not None
    if known or not town.text[0].isupper() or lexicon.speaker_at(tokens, first + 1):
        return ""
    end = next((at for at in range(first + 1, len(tokens)) if not tokens[at].text[0].isupper()), len(tokens))
    link, kind = tokens[first].lower, "seat" if tokens[last].lower in lexicon.list("standing_heads") else "town"
    return f" {lexicon.voices.get(f'{kind} {link}', link)} {spell(tokens[first + 1 : end])}"


def without_place(name: str) -> str:
    """`security source in Dori` is a security source."""
    return name.partition(" in ")[0].partition(" from ")[0]

"""Agencies of the United Nations by what they do: `the UN refugee agency`, `l'agence onusienne pour les réfugiés`."""

from collections.abc import Sequence

from sahel_tui.claims.language.actors import load_actors
from sahel_tui.claims.language.name_forms import is_in_capitals, spell
from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon


def find_agency(tokens: Sequence[Token], lexicon: Lexicon) -> str | None:
    """The acronym of an agency called by its task; an office for refugees is that of the UN without saying so."""
    words = [token.lower for token in tokens]
    if lexicon.list("agency_nouns").isdisjoint(words):
        return None
    tasks = (lexicon.voices[key] for word in words if (key := f"agency {word}") in lexicon.voices)
    acronym = next(tasks, None)
    world = not lexicon.list("world_bodies").isdisjoint(words)
    return acronym if world or acronym == "UNHCR" else None


def find_branch(tokens: Sequence[Token], lexicon: Lexicon) -> str | None:
    """`CISC Niger`, `MSF Mali`: an organisation's branch in a country is no part of the state."""
    first = next((at for at, token in enumerate(tokens) if token.text[0].isupper()), len(tokens))
    if first + 1 >= len(tokens) or not is_in_capitals(tokens[first]) or load_actors().match(tokens, first):
        return None
    country, speaker = lexicon.countries.match(tokens, first + 1), lexicon.speaker_at(tokens, first)
    forces = lexicon.nouns.match(tokens, first) or (speaker and speaker[0] == "state")
    return None if country is None or first + 1 + country[1] < len(tokens) or forces else spell(tokens[first:])


def without_country(tokens: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """`the UN mission in Mali`, `Amnesty au Niger`: an organisation's name without the country where it works."""
    opens = lexicon.list("place_openers")
    for at in range(1, len(tokens) - 1):
        if tokens[at].lower not in opens or not tokens[at + 1].text[0].isupper():
            continue
        placed = lexicon.countries.match(tokens, at + 1) or tokens[at + 1].lower in lexicon.capitals
        speakers = (lexicon.speaker_at(tokens, first) for first in range(at))
        if placed and any(found and found[0] == "organisation" for found in speakers):
            return tokens[:at]
    return tokens

"""Vehicles that a text calls by their model or by the weapon they carry: `BRDM-2`, `camion-BM`."""

from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon


def is_model(token: Token, lexicon: Lexicon) -> bool:
    """`BRDM-2`, `VP11s`: capitals with a number name a vehicle, unless they name a gun."""
    letters = token.text.rstrip("s").replace("-", "")
    name = letters.rstrip("0123456789")
    model = name != letters and len(name) > 1 and name.isupper()
    return model and name.lower() not in lexicon.list("guns")


def is_compound(token: Token, lexicon: Lexicon) -> bool:
    """`camion-BM`, `Pick-ups-ZU`: a vehicle and the weapon it carries."""
    carrier, dash, weapon = token.text.rpartition("-")
    noun = lexicon.nouns.match([token._replace(text=carrier, lower=carrier.lower())], 0) if dash else None
    return noun is not None and noun[0] == "vehicle" and weapon.isupper()

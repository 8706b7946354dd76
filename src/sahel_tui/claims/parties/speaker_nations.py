"""The nations of speakers that are no state: `a French officer`, `a security source in Nigeria`."""

from collections.abc import Sequence
from functools import cache

from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon, load_lexicon


def nation_of(tokens: Sequence[Token], speaker: str, lexicon: Lexicon) -> str:
    """`French officer`, `officier burkinabè`: the nationality beside a speaking noun, with a space behind it."""
    words = speaker.lower().split()
    for at, token in enumerate(tokens):
        nation = lexicon.nationalities.get(token.lower)
        before = [word.lower for word in tokens[at + 1 : at + 1 + len(words)]]
        behind = [word.lower for word in tokens[max(0, at - len(words)) : at]]
        if nation and before == words and token.text[0].isupper():
            return f"{token.text} "
        if nation and behind == words and lexicon.grammar.get("lower_nations"):
            return f"{_adjective(nation)} "
    return ""


def foreign_nation(tokens: Sequence[Token], lexicon: Lexicon, own: str | None) -> str:
    """`a security source in Nigeria`: a source of another country than that of the event."""
    for at in range(1, len(tokens) - 1):
        if tokens[at].lower in lexicon.list("place_openers") and tokens[at - 1].lower in lexicon.list("lone_heads"):
            found = lexicon.countries.match(tokens, at + 1)
            return f"{_adjective(found[0])} " if found and found[0] != own else ""
    return ""


@cache
def _adjective(nation: str) -> str:
    """The English adjective of a state, as English texts name the same voice: `Malian`."""
    words = load_lexicon("en").nationalities.items()
    return next((word.capitalize() for word, state in words if state == nation), nation)

"""The forms names take in a text: capitals, acronyms, official papers."""

from collections.abc import Sequence

from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon

SHORTEST_LONG = 4
"""Tokens from which on the name of a body is a long one, whose words count nobody."""

NAME_LINKS = frozenset(("ag", "al", "el", "ould", "de", "bin", "ben", "van", "von", "ibn", "-"))


def find_acronym(tokens: Sequence[Token]) -> str | None:
    """`the Commission (CNDH)`: the capitals in parentheses are its short name."""
    for at in range(2, len(tokens)):
        if tokens[at - 1].text == "(" and tokens[at].text.isupper() and len(tokens[at].text) > 2:
            return tokens[at].text
    return None


def is_acronym(tokens: Sequence[Token], at: int) -> bool:
    """`(CISC)`: capitals with nothing else between the parentheses."""
    return at + 1 < len(tokens) and tokens[at + 1].text == ")" and is_in_capitals(tokens[at])


def is_in_capitals(token: Token) -> bool:
    """`ANSIPRJ`, `CISC`: letters that stand for words."""
    return token.text.isupper() and token.text.isalpha() and len(token.text) > 2


def ends_name(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """`the High Commissioner for Refugees`, `l'agence de l'ONU pour les réfugiés`: they are no refugees."""
    named = lexicon.speakers.match_before(tokens, at + 1)
    return named is not None and named[1] >= SHORTEST_LONG


def is_called(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """`the opposition front FSD`: capitals behind a noun are its name."""
    last, before = tokens[-1].text, tokens[-2]
    named = last.isalpha() and last.isupper() and 2 < len(last) <= 8 and before.text.islower()
    return named and before.lower not in lexicon.stop and not lexicon.speaker_at(tokens, len(tokens) - 1)


def find_official(tokens: Sequence[Token], lexicon: Lexicon, country: str | None) -> str | None:
    """`the official number` is the state's; `an official document` somebody saw speaks for itself."""
    for at in range(len(tokens) - 1):
        if tokens[at].lower in lexicon.list("official_words"):
            noun = tokens[at + 1].lower
            if noun in lexicon.list("papers"):
                return spell(tokens[at : at + 2])
            return country if noun in lexicon.list("toll_subjects") or noun in lexicon.list("documents") else None
    return None


def is_capitalised(token: Token) -> bool:
    """`Traoré`, and `al-Sahrawi` with its article."""
    link, _, name = token.text.partition("-")
    return token.text[0].isupper() or (link in NAME_LINKS and name[:1].isupper())


def spell(tokens: Sequence[Token]) -> str:
    """The words as written: `truckers' union` keeps its apostrophe in place."""
    spelled = ""
    for token, before in zip(tokens, [None, *tokens], strict=False):
        spelled += token.text if before is None or before.end == token.start else f" {token.text}"
    return spelled


def number_length(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """How many tokens `no. 14` has behind the name of a paper; 0 where none stands there."""
    if tokens[at].lower not in lexicon.list("paper_numbers"):
        return 0
    end = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].text == ".")
    return end + 1 - at if end < len(tokens) and tokens[end].kind == "number" else 0

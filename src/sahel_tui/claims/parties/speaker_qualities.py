"""Adjectives that stay in a speaker's short name: `a regional official`, `un responsable provincial`.

`official` alone says little: what tells one kind of officials from another is part of the name; that nobody is named
(`anonymous`, `another`, `well-placed`) is not.
"""

from collections.abc import Sequence

from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon


def quality_of(tokens: Sequence[Token], head: str, lexicon: Lexicon) -> str:
    """The adjective or noun beside a plain head such as `official`, with a space behind it."""
    if head.lower() not in lexicon.list("plain_heads"):
        return ""
    at = next((at for at, token in enumerate(tokens) if token.lower == head.lower()), 0)
    if lexicon.grammar.get("head_first"):
        word = tokens[at + 1] if at + 1 < len(tokens) else None
        relational = word is not None and word.lower.endswith(tuple(lexicon.list("relational_endings")))
        return f"{_called(word, lexicon)} " if word and relational and classifies(word, lexicon) else ""
    return f"{_called(tokens[at - 1], lexicon)} " if at and classifies(tokens[at - 1], lexicon) else ""


def is_of_place(tokens: Sequence[Token], head: str, lexicon: Lexicon) -> bool:
    """`two regional officials`, `district authorities`: an adjective makes them no organ of the state as a whole."""
    words = [token.lower for token in tokens]
    if head.lower() not in lexicon.list("plain_organs") or head.lower() not in words:
        return False
    at = words.index(head.lower())
    beside = words[at + 1 : at + 2] if lexicon.grammar.get("head_first") else words[max(0, at - 1) : at]
    return not lexicon.list("levels").isdisjoint(beside)


def staff_of(tokens: Sequence[Token], head: str, lexicon: Lexicon) -> str | None:
    """`staff at the Diffa hospital`: such a staff is no general staff."""
    places = lexicon.list("staffed_places")
    place = next((token.lower for token in tokens if token.lower in places), None)
    return f"{place} {head.lower()}" if place and head.lower() in lexicon.list("staffs") else None


def _called(word: Token, lexicon: Lexicon) -> str:
    return lexicon.voices.get(word.lower, word.text)


def classifies(word: Token, lexicon: Lexicon) -> bool:
    """It tells a kind: no article, number, day or nationality, nor a word for somebody without a name."""
    empty = lexicon.lists("determiners", "noun_openers", "unnamed_words", "ordinals", "weekdays", "passed_on", "same")
    empty |= lexicon.stop | lexicon.adverbs | lexicon.roles | lexicon.numbers.keys() | lexicon.nationalities.keys()
    return word.kind == "word" and word.lower not in empty

"""Numbers that are somebody's age: `a woman of 77`, `boys under 15`, `aged 16, 19 and 23`, `Issa Diallo, 41,`."""

from collections.abc import Sequence

from sahel_tui.claims.counts.count_matches import CountMatch
from sahel_tui.claims.language.named_words import Told
from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon

OLDEST = 110
"""Years of the oldest people."""

FARTHEST_ARTICLE = 4
"""Tokens from the article to an age: `a young woman of 77`."""

FARTHEST_AGED = 9
"""Tokens from `aged` to the last of several ages."""


def is_age(match: CountMatch, tokens: Sequence[Token], told: Told, lexicon: Lexicon) -> bool:
    """Whether a count is an age; one that a noun follows counts people."""
    if not match.first:
        return False
    if _is_degree(match, tokens, lexicon):
        return True
    if ("aged" in told or "age_bounds" in told) and _is_bound(match, tokens, lexicon):
        return True
    return (
        _follows_name(match, tokens) or _is_apposed(match, tokens, lexicon) or _is_of_one_person(match, tokens, lexicon)
    )


def _is_degree(match: CountMatch, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """`some as young as twelve`: no noun of its own."""
    bare = lexicon.nouns.match(tokens, match.last) is None
    return bare and match.first > 1 and tokens[match.first - 1].lower in lexicon.list("age_degrees")


def _follows_name(match: CountMatch, tokens: Sequence[Token]) -> bool:
    """`A teacher, Boureima Tamboura, 41, was beheaded`: numerals between commas behind a name."""
    first, last = match.first, match.last
    if first < 3 or last >= len(tokens) or last - first > 1 or tokens[first].kind != "number":
        return False
    apart = tokens[first - 1].text == "," and tokens[last].text in (",", ".")
    named = all(tokens[at].kind == "word" and tokens[at].text[0].isupper() for at in (first - 2, first - 3))
    return apart and named and 0 < (match.count.high or 0) <= OLDEST


def _is_apposed(match: CountMatch, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """`A herder, 60, and a boy, 5, died`: digits between commas behind one person, whom an article opens."""
    first, last = match.first, match.last
    if first < 3 or last >= len(tokens) or last - first > 1 or tokens[first].kind != "number":
        return False
    if tokens[first - 1].text != "," or tokens[last].text not in (",", "."):
        return False
    before = [token.lower for token in tokens[max(0, first - 1 - FARTHEST_ARTICLE) : first - 1]]
    one = not lexicon.list("articles").isdisjoint(before[:-1]) and not before[-1].endswith("s")
    noun = lexicon.nouns.match_before(tokens, first - 1) if one else None
    person = (
        noun is not None and noun[0] in ("civilian", "people", "state") and before[-1] not in lexicon.list("crowds")
    )
    return person and 0 < (match.count.high or 0) <= OLDEST


def _is_bound(match: CountMatch, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """A bound straight behind a noun of people, with no noun of its own: `over 70`; `aged 14 and 17`."""
    if _is_listed(match.first, tokens, lexicon):
        return True
    if tokens[match.first].lower not in lexicon.list("age_bounds"):
        return False
    noun = lexicon.nouns.match_before(tokens, match.first)
    behind = lexicon.nouns.match(tokens, match.last) is not None
    return noun is not None and noun[0] in ("civilian", "people") and not behind


def _is_listed(first: int, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """`aged`, and nothing but other ages between it and the number."""
    between = lexicon.lists("plain_and", "or", "between", "only", "about") | {",", "to", "à"}
    for at in range(first - 1, max(-1, first - FARTHEST_AGED), -1):
        if tokens[at].lower in lexicon.list("aged"):
            return True
        if not (tokens[at].kind == "number" or tokens[at].lower in between or tokens[at].lower in lexicon.numbers):
            return False
    return False


def _is_of_one_person(match: CountMatch, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """`a young woman of 77`, `un adjudant de 43 ans`."""
    if match.first < 3 or tokens[match.first - 1].lower not in lexicon.list("of"):
        return False
    before = [token.lower for token in tokens[max(0, match.first - FARTHEST_ARTICLE) : match.first - 1]]
    article = not lexicon.list("articles").isdisjoint(before[:-1])
    if not article or before[-1].endswith("s") or before[-1] in lexicon.lists("crowds", "formations"):
        return False
    years = match.last < len(tokens) and tokens[match.last].lower in lexicon.list("years")
    noun = lexicon.nouns.match_before(tokens, match.first - 1)
    if noun is None or (lexicon.speaker_at(tokens, match.first - 2) and not years):
        return False
    return noun[0] in ("civilian", "people") or (years and noun[0] == "state")

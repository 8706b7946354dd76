"""Counts told as a share or a multiple of another: `half of the patrol's 24 men`, `twice as many villagers`."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from sahel_tui.claims.counts.count_matches import CountMatch
from sahel_tui.claims.counts.numbers import parse_number_words
from sahel_tui.claims.counts.small_counts import find_equal
from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.dataclass import replace
from sahel_tui.model import Count

DENOMINATORS = (("halves", 2), ("thirds", 3), ("quarters", 4), ("fifths", 5), ("tenths", 10))
"""Lists of the words of a share, and into how many parts each cuts the whole."""

YEAR = re.compile("(?:19|20)[0-9][0-9]")

LONGEST_OWNER = 6
"""Tokens from the word of a share to the number of its whole: `half of the army patrol's 24 men`."""

FARTHEST_THAN = 4
"""Tokens behind a multiple among which it is compared: `twice as many as the year before`."""

Share = tuple[int, int, int]
"""Numerator and denominator, and the token behind the word of the share."""


def find_relative(
    tokens: Sequence[Token], at: int, before: Sequence[CountMatch], lexicon: Lexicon, told: AbstractSet[str]
) -> CountMatch | None:
    """As many as the count before, a multiple of it, or a share of a whole; `told` names what the sentence has."""
    return (
        ("as_many" in told and find_equal(tokens, at, before, lexicon))
        or ("times_as_many" in told and find_multiple(tokens, at, before, lexicon))
        or ("shares" in told and find_share(tokens, at, before, lexicon))
        or None
    )


def find_half(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> CountMatch | None:
    """`half a dozen`: about six."""
    half, collective = lexicon.half.match(tokens, at), lexicon.grammar["collective"]
    last = at + half[1] if half else len(tokens)
    whole = collective.get(tokens[last].lower) if last < len(tokens) else None
    return CountMatch(at, last + 1, Count(whole // 2, whole // 2, hedge="approx")) if whole else None


def find_share(tokens: Sequence[Token], at: int, before: Sequence[CountMatch], lexicon: Lexicon) -> CountMatch | None:
    """`a third of the convoy's thirty drivers`; with no number behind, a share of what is counted `before`.

    `Twenty died, half of them children`, `vingt morts, dont la moitié d'enfants`.
    """
    share = _share(tokens, at, lexicon)
    if share is None:
        return None
    whole = _whole(tokens, share[2], lexicon)
    if whole:
        return CountMatch(at, whole[1], _cut(whole[0], share))
    told = before[-1] if before else None
    if told is None or told.article or told.count.low is None or told.count.low != told.count.high:
        return None
    opened = at - (at > 0 and tokens[at - 1].lower in lexicon.list("definite"))  # `la moitié`
    marked = lexicon.marks["subset_before"].match_before(tokens, opened) is not None
    if not (marked or lexicon.partitive.match(tokens, share[2]) or _is_subject(tokens, at, share, lexicon)):
        return None
    return CountMatch(opened, share[2] + _opens_noun(tokens, share, lexicon), _cut(told.count.low, share))


def _is_subject(tokens: Sequence[Token], at: int, share: Share, lexicon: Lexicon) -> bool:
    """`Of the 40 recruits, half were killed`, `la moitié a péri`: a verb stands behind a share alone.

    `A third was wounded` may be one more, behind two.
    """
    end = share[2]
    if end >= len(tokens):
        return False
    ordinal = tokens[at].lower in lexicon.list("articles")
    if tokens[end].lower in lexicon.lists("auxiliaries", "have", "perfect"):
        return not ordinal or tokens[end].lower not in lexicon.list("singular_be")
    word = None if ordinal else lexicon.triggers.match(tokens, end)
    return word is not None and any(reading.form == "intransitive" for reading in word[0])


def _opens_noun(tokens: Sequence[Token], share: Share, lexicon: Lexicon) -> bool:
    """`la moitié d'enfants`: the noun of the part stands behind a mere `of`."""
    behind = tokens[share[2]].lower if share[2] < len(tokens) else ""
    return behind in lexicon.list("of") and lexicon.partitive.match(tokens, share[2]) is None


def _share(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Share | None:
    """`half`, `a third`, `two thirds`, `les deux tiers`."""
    word = at + (tokens[at].lower in lexicon.lists("articles", "definite"))
    number = _number(tokens, word, lexicon) if word < len(tokens) else None
    numerator, word = number or (1, word)
    if word >= len(tokens):
        return None
    found = (parts for name, parts in DENOMINATORS if tokens[word].lower in lexicon.list(name))
    parts = next(found, 0)
    return (numerator, parts, word + 1) if numerator < parts else None


def _whole(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The number behind `of the patrol's`, `des`, `of its`, and the token behind it."""
    if first >= len(tokens) or tokens[first].lower not in lexicon.lists("of", "determiners"):
        return None
    plain = lexicon.lists("of", "determiners") | lexicon.hedges.first_words
    for at in range(first + 1, min(len(tokens), first + LONGEST_OWNER + 1)):
        before = tokens[at - 1].lower
        number = _number(tokens, at, lexicon)
        dated = before in lexicon.list("of") and YEAR.fullmatch(tokens[at].text)  # `the first quarter of 2021`
        if number and number[0] > 1 and not dated and (before in plain or before in lexicon.list("possessive")):
            return number
        word = tokens[at].lower
        owner = lexicon.list("possessive") and tokens[at].kind == "word" and word not in lexicon.boundary
        if word in lexicon.auxiliaries or not (owner or word in plain or word in lexicon.list("possessive")):
            return None
    return None


def _number(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """A number in digits or words at `at`, and the token behind it."""
    if tokens[at].kind == "number":
        return (int(tokens[at].text), at + 1) if tokens[at].text.isdigit() else None
    written = tokens[at].lower in lexicon.numbers or "-" in tokens[at].lower
    return parse_number_words(tokens, at, lexicon) if written else None


def _cut(whole: int, share: Share) -> Count:
    """The part of a whole: exact where it comes out even."""
    value, rest = divmod(whole * share[0], share[1])
    return Count(value, value) if not rest else Count(value, value, hedge="approx")


def find_multiple(
    tokens: Sequence[Token], at: int, before: Sequence[CountMatch], lexicon: Lexicon
) -> CountMatch | None:
    """`eight gendarmes and twice as many villagers`, `deux fois plus de civils`; not `twice as many as before`."""
    factor = _factor(tokens, at, lexicon)
    again = lexicon.phrases["times_as_many"].match(tokens, factor[1]) if factor else None
    told = before[-1].count if before and not before[-1].article else None
    if factor is None or again is None or told is None or told.low is None or told.low != told.high:
        return None
    last = factor[1] + again[1]
    behind = [token.lower for token in tokens[last : last + FARTHEST_THAN]]
    if not lexicon.list("than").isdisjoint(behind) or not _counts_somebody(tokens, last, lexicon):
        return None
    return CountMatch(at, last, replace(told, low=told.low * factor[0], high=told.low * factor[0]))


def _counts_somebody(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Who they are or what became of them stands behind: `twice as many villagers`, `twice as many were hurt`."""
    at += at < len(tokens) and tokens[at].lower in lexicon.be
    near = range(at, min(len(tokens), at + 2))
    return any(lexicon.nouns.match(tokens, place) or lexicon.triggers.match(tokens, place) for place in near)


def _factor(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """How many times, and the token behind: `twice`, `three times`, `deux fois`."""
    if tokens[at].lower in lexicon.list("twice"):
        return 2, at + 1
    number = _number(tokens, at, lexicon)
    timed = number is not None and number[1] < len(tokens) and tokens[number[1]].lower in lexicon.list("times")
    return (number[0], number[1] + 1) if number and timed else None

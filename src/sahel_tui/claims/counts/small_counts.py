"""Counts of one, two and none that no numeral writes: `a third`, `both pilots`, `a single man`, `denied any deaths`."""

from collections.abc import Sequence

from sahel_tui.claims.counts.count_matches import CountMatch
from sahel_tui.claims.language.noun_phrases import find_nation
from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.model import Count

ONE = Count(1, 1)

NO_VICTIMS = frozenset(("excluded", ""))

FARTHEST_DENIAL = 9
"""Tokens from `denied`, `without` or `never` to the `any` it turns into none."""


def find_small(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> CountMatch | None:
    """The small count that starts at `tokens[at]`, one of the lexicon's `small_words`, or None."""
    found, word = None, tokens[at].lower
    if word in lexicon.list("articles") and at + 1 < len(tokens):
        found = _ordinal(tokens, at, lexicon) or _single(tokens, at, lexicon)
    found = found or (_another(tokens, at, lexicon) if word in lexicon.list("another") else None)
    found = found or (_other(tokens, at, lexicon) if word in lexicon.list("other_one") else None)
    found = found or (_only(tokens, at, lexicon) if word in lexicon.list("only_one") else None)
    found = found or (_both(tokens, at, lexicon) if word in lexicon.list("both") else None)
    return found or _none(tokens, at, lexicon)


def find_equal(tokens: Sequence[Token], at: int, before: Sequence[CountMatch], lexicon: Lexicon) -> CountMatch | None:
    """`ten died and as many were hurt`, `autant de blessés`: the figure before, once more; not `as many as ten`."""
    same = lexicon.phrases["as_many"].match(tokens, at)
    if same is None or not before or before[-1].article or before[-1].count.vague:
        return None
    around = {tokens[place].lower for place in (at - 1, at + same[1]) if 0 <= place < len(tokens)}
    if not lexicon.list("many_times").isdisjoint(around):
        return None
    return CountMatch(at, at + same[1], before[-1].count)


def _ordinal(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> CountMatch | None:
    """`wounded a third`, `un deuxième a été enlevé`: one more of those just counted."""
    if tokens[at + 1].lower not in lexicon.list("ordinals"):
        return None
    following = tokens[at + 2] if at + 2 < len(tokens) else None
    counted = (
        following is None
        or following.kind == "mark"
        or following.lower in lexicon.be
        or following.lower in lexicon.list("plain_and")
        or following.lower in lexicon.list("meanwhile")
        or _happens(tokens, at + 2, lexicon)
        or _is_victim(tokens, at + 2, lexicon)
    )
    return CountMatch(at, at + 2, ONE) if counted else None


def _happens(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """`a third died`, `un deuxième blessé`; not `a second massacre`."""
    word = lexicon.triggers.match(tokens, at)
    return word is not None and any(reading.form in ("participle", "intransitive", "after") for reading in word[0])


def _single(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> CountMatch | None:
    """`a single man`, `un seul soldat`."""
    found = tokens[at + 1].lower in lexicon.list("single") and (
        _is_victim(tokens, at + 2, lexicon) or _is_loss(tokens, at + 2, lexicon)
    )
    return CountMatch(at, at + 2, ONE) if found and not _is_denied(tokens, at, lexicon) else None


def _another(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> CountMatch | None:
    """`another attacker was killed`, `another Chadian`; not `another 20 soldiers`."""
    if at + 1 >= len(tokens):
        return None
    following = tokens[at + 1]
    numbered = following.kind == "number" or following.lower in lexicon.count_words
    if not numbered and _is_left_out(tokens, at, lexicon):
        return CountMatch(at, at + 1, ONE)
    found = not numbered and (_is_victim(tokens, at + 1, lexicon) or find_nation(following, lexicon) is not None)
    return CountMatch(at, at + 1, ONE, article=True) if found else None


def _other(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> CountMatch | None:
    """`two were taken, and the other was put to death`."""
    if not at or tokens[at - 1].lower not in lexicon.list("definite"):
        return None
    verb = at + 1
    while verb < len(tokens) and tokens[verb].lower in lexicon.be:
        verb += 1
    return CountMatch(at, at + 1, ONE) if verb > at + 1 and _happens(tokens, verb, lexicon) else None


def _only(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> CountMatch | None:
    """`The only fatality was a cook`, `son seul mort`, `the only person killed`; not `its only losses`."""
    if not at or at + 1 >= len(tokens):
        return None
    opened = tokens[at - 1].lower in lexicon.lists("definite", "own", "possessive")
    head = tokens[at + 1].lower
    plural = head.endswith(("s", "x")) and not head.endswith("ss")
    killed = _is_victim(tokens, at + 1, lexicon) and _happens(tokens, at + 2, lexicon)
    implied = lexicon.grammar["implied"]
    named = head in implied or f"{head}s" in implied or _is_loss(tokens, at + 1, lexicon)
    lost = named and not _names_vehicle(tokens, at + 2, lexicon)
    return CountMatch(at, at + 1, ONE) if opened and not plural and (killed or lost) else None


def _names_vehicle(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """`its only loss was a pick-up`: a thing stands behind."""
    nouns = (lexicon.nouns.match(tokens, place) for place in range(at, min(at + FARTHEST_DENIAL, len(tokens))))
    return any(noun and noun[0] in ("vehicle", "aircraft") for noun in nouns)


def _is_left_out(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """`one was killed and another captured`, `wounding another`: the noun was said before."""
    if tokens[at + 1].kind == "mark":
        verb = lexicon.triggers.match_before(tokens, at)
        return verb is not None and any(reading.form in ("active", "participle") for reading in verb[0])
    return _happens(tokens, at + 1, lexicon) and not _is_victim(tokens, at + 1, lexicon)


def _both(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> CountMatch | None:
    """`both pilots were killed`."""
    return CountMatch(at, at + 1, Count(2, 2)) if _is_victim(tokens, at + 1, lexicon) else None


def _none(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> CountMatch | None:
    """`denied any civilian deaths`, `without killing anyone`, `ruled out that a single civilian had been hit`."""
    any_of, article = tokens[at].lower in lexicon.list("any"), tokens[at].lower in lexicon.list("articles")
    single = article and at + 1 < len(tokens) and tokens[at + 1].lower in lexicon.list("single")
    if article and _is_spared(tokens, at, lexicon):
        return CountMatch(at, at + 1, Count(0, 0, "none"))
    if not (any_of or single) or not _is_denied(tokens, at, lexicon):
        return None
    return CountMatch(at, at + (2 if single else 1), Count(0, 0, "none"))


def _is_spared(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """`without losing a man`, `sans avoir perdu un homme`: an article behind a loss that did not happen."""
    lacking = lexicon.list("lacking")
    before = [token.lower for token in tokens[max(0, at - 3) : max(0, at - 1)]]
    if lacking.isdisjoint(before) or not _is_victim(tokens, at + 1, lexicon):
        return False
    return lexicon.triggers.match_before(tokens, at) is not None


def _is_victim(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """A noun of people or vehicles stands there, or behind one adjective."""
    for place in range(at, min(at + 2, len(tokens))):
        noun = lexicon.nouns.match(tokens, place)
        if noun:
            return noun[0] not in NO_VICTIMS
    return False


def _is_loss(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """`un seul mort`, `a single death`: a casualty noun stands there."""
    word = lexicon.triggers.match(tokens, at) if at < len(tokens) else None
    return word is not None and any(reading.form == "after" for reading in word[0])


def _is_denied(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """A word of denial stands before it in its clause."""
    for place in range(at - 1, max(-1, at - FARTHEST_DENIAL), -1):
        if tokens[place].kind == "mark":
            return False
        if lexicon.phrases["denials"].match(tokens, place):
            return True
    return False


def is_pronoun(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """`the first one killed five`, `on the Islamist one`: it stands for a thing told before."""
    if tokens[at].lower not in lexicon.list("pronoun_one") or not at:
        return False
    if at + 1 < len(tokens) and tokens[at + 1].lower in lexicon.list("of"):
        return False  # `stated that one of its men had died`
    described = at > 1 and tokens[at - 2].lower in lexicon.list("definite") and tokens[at - 1].kind == "word"
    named = at + 1 < len(tokens) and _is_victim(tokens, at + 1, lexicon)  # `by which one soldier was killed`
    return not named and (described or tokens[at - 1].lower in lexicon.list("before_one"))


def names_loss(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """`without losses`, `sans aucune victime`; not `sans avoir atteint la ville`."""
    for place in range(at, min(at + 3, len(tokens))):
        word = lexicon.triggers.match(tokens, place)
        forms = {reading.form for reading in word[0]} if word else set()
        named = bool(forms & {"after", "before"}) and "participle" not in forms
        if named or lexicon.nouns.match(tokens, place):
            return True
        if tokens[place].kind != "word":
            return False
    return False

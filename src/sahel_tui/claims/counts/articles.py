"""Which articles count somebody: `a soldier was killed`; not `the chief of a group`, `according to a nurse`."""

from typing import Protocol

from sahel_tui.claims.counts.count_matches import CountMatch
from sahel_tui.claims.language.named_words import Told
from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.parties.victims import KINDS, Victims

FARTHEST_CITED = 7
"""Tokens from `according to` to a person it cites."""

FARTHEST_DEED = 6
"""Tokens from `one` to the relative clause that says what it did."""


class Laid(Protocol):
    """A sentence as far as it is laid out before its counts have nouns."""

    tokens: list[Token]
    folded: list[str]
    told: Told
    lexicon: Lexicon


def belongs_to_other(laid: Laid, match: CountMatch) -> bool:
    """The article is that of a complement, or of somebody cited."""
    return is_complement(laid, match) or _is_cited(laid, match)


def speaks(laid: Laid, match: CountMatch, victims: Victims) -> bool:
    """Whoever stands behind the article speaks, and nobody counts him."""
    return _speaks_for(laid, victims) or _says(laid, match, victims)


def counts_one(laid: Laid, match: CountMatch, victims: Victims) -> bool:
    """`a soldier`; where the article is the numeral too, also `un mort`, `un autre`, `l'un d'eux`, `dont un`."""
    if (
        _is_countable_noun(victims, laid.lexicon)
        or _is_demonym(victims)
        or laid.lexicon.grammar["implied"].get(victims.head) == "captured"
    ):
        return True
    if victims.head in laid.lexicon.list("counted_one"):
        return True  # `une personne a été tuée`
    if not laid.lexicon.grammar.get("article_is_one") or match.last >= len(laid.tokens):
        return False
    if _is_one_of(laid, match):
        return True
    word = laid.lexicon.triggers.match(laid.tokens, match.last)
    if word and not victims.kind and any(reading.form == "after" for reading in word[0]):
        return True
    if laid.lexicon.partitive.match(laid.tokens, match.last):
        return True
    joined = match.first > 0 and laid.folded[match.first - 1] in laid.lexicon.list("plain_and")
    if joined and laid.lexicon.among.match(laid.tokens, match.last):
        return True  # `sept morts dans l'armée et un chez les civils`
    subset = laid.lexicon.marks["subset_before"].match_before(laid.tokens, match.first)
    return not victims.kind and (subset is not None or victims.others)


def _is_one_of(laid: Laid, match: CountMatch) -> bool:
    """`l'un de ces blessés succombe`, `l'une des victimes`: one of people who are told of."""
    folded, lexicon = laid.folded, laid.lexicon
    opened = match.first > 0 and folded[match.first - 1] in lexicon.list("definite")
    of = not lexicon.list("of").isdisjoint(folded[match.last : match.last + 1])
    noun = match.last + 1 + (not lexicon.list("these").isdisjoint(folded[match.last + 1 : match.last + 2]))
    noun += noun < len(laid.tokens) and folded[noun] in lexicon.numbers
    named = lexicon.nouns.match(laid.tokens, noun) or lexicon.triggers.match(laid.tokens, noun)
    return opened and of and noun < len(laid.tokens) and named is not None


def _speaks_for(laid: Laid, victims: Victims) -> bool:
    """`a French military source`, `in a communiqué JNIM said`: a speaker, or what it is said in."""
    if victims.text.partition(" ")[0].lower() in laid.lexicon.statements:
        return True
    end = victims.last + 1
    if end < len(laid.tokens) and laid.tokens[end - 1].lower in laid.lexicon.list("of"):
        speaks = laid.lexicon.speakers.match_before(laid.tokens, end - 1) is not None
        aged = not laid.lexicon.list("years").isdisjoint(laid.folded[end + 1 : end + 2])  # `un adjudant de 43 ans`
        return speaks and laid.tokens[end].kind == "number" and not aged  # `MEA Risk spoke of 22 and an official of 27`
    speaker = laid.lexicon.speakers.match_before(laid.tokens, end) if end <= len(laid.tokens) else None
    return speaker is not None and speaker[1] > 1


def _says(laid: Laid, match: CountMatch, victims: Victims) -> bool:
    """`Twelve men, a nurse said, …`, `…, affirme un infirmier, …`: who says it between commas is not counted."""
    says = laid.lexicon.lists("human_verbs", "telling")
    before = laid.folded[match.first - 1] if match.first else ""
    behind = victims.last + 1 < len(laid.tokens) and laid.folded[victims.last] in says
    marked = any(token.kind == "mark" for token in laid.tokens[victims.last + 1 : victims.last + FARTHEST_CITED])
    if behind and ((before == "," and marked) or before in laid.lexicon.list("of_which")):
        return True  # `the men whom a nurse reported dead`
    opens = laid.lexicon.lists("inverted_relatives", ",")
    inverted = match.first > 1 and before in says and laid.folded[match.first - 2] in opens
    return inverted and laid.lexicon.speakers.match_before(laid.tokens, victims.last) is not None


def is_complement(laid: Laid, match: CountMatch) -> bool:
    """`the passengers of a bus`, `le chef d'un groupe`: the article belongs to the noun before it."""
    of = match.first > 1 and laid.tokens[match.first - 1].lower in laid.lexicon.list("of")
    if of and laid.folded[match.first - 2] in laid.lexicon.list("lives"):
        return False  # `took the lives of a gendarme and a civilian`
    return of and laid.lexicon.nouns.match_before(laid.tokens, match.first - 1) is not None


def is_event(laid: Laid, match: CountMatch) -> bool:
    """`two attacks: one in May that killed ten`: what stands for an attack, not for a person, who is a `who`."""
    if match.count.high != 1:
        return False
    words = laid.folded[match.last : match.last + FARTHEST_DEED]
    that = next((at for at, word in enumerate(words, match.last) if word in laid.lexicon.list("thing_relatives")), None)
    if that is None or words[0] not in laid.lexicon.lists("day_openers", "place_openers"):
        return False
    return laid.lexicon.triggers.match(laid.tokens, that + 1) is not None


def _is_cited(laid: Laid, match: CountMatch) -> bool:
    """`according to residents and a local official`: who is cited is not counted."""
    if match.first == 1 and laid.folded[0] in laid.lexicon.list("opening_according_to"):
        return True  # `Pour un infirmier, …`
    if "according_to" not in laid.told:
        return False
    for at in range(match.first - 1, max(-1, match.first - FARTHEST_CITED), -1):
        if laid.tokens[at].kind == "mark":
            return False
        if at in laid.told["according_to"]:
            return True
    return False


def _is_demonym(victims: Victims) -> bool:
    """`a Belgian`, `a South African`: a person by nationality, with no noun behind."""
    words = victims.text.split()[victims.others :]  # `un autre Tchadien`
    return victims.kind == "people" and bool(victims.nations) and bool(words) and all(w[0].isupper() for w in words)


def _is_countable_noun(victims: Victims, lexicon: Lexicon) -> bool:
    """`a soldier`, `a 12-year-old`, `a vehicle`; not `a base`, `a week`, `a battalion`."""
    single = victims.kind in KINDS and victims.kind not in ("people", "excluded")
    return single and victims.head not in lexicon.list("formations")

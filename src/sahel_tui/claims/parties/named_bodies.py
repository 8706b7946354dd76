"""Names of bodies: institutions, and what a noun such as `group` or `collective` marks as a name."""

from collections.abc import Sequence

from sahel_tui.claims.language.actors import load_actors
from sahel_tui.claims.language.name_forms import spell
from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.parties.named_parties import LEADING, find_parties

ORGANISED = "organisation"
"""Kind of the speakers that tables know by name."""

FARTHEST_NAME = 4
"""Tokens from a noun such as `société` to the name behind what is said of it."""


def find_titled(tokens: Sequence[Token], lexicon: Lexicon) -> str | None:
    """`the research group All Eyes on Wagner`: the name behind such a noun is a whole, whatever party it mentions."""
    bodies = lexicon.list("bodies")
    closing = _organised_behind(tokens, lexicon)
    if closing:
        return closing
    for at, token in enumerate(tokens[:-1]):
        organised = lexicon.speaker_at(tokens, at) if token.text[0].isupper() else None  # `Radio France Internationale`
        if token.lower not in bodies or (organised and organised[0] == ORGANISED and organised[1] > 1):
            continue
        first = _name_behind(tokens, at, lexicon)
        if tokens[first].text.islower():
            continue
        words = tokens[first:]
        known = load_actors().match(words, 0)
        named = len(words) > 1 or not (is_plain(words, 0, lexicon) or lexicon.countries.match(words, 0))
        if (
            named
            and words[-1].kind == "word"
            and not words[-1].text.islower()
            and not (known and known.last == len(words))
        ):
            return spell(words)
    return None if lexicon.grammar.get("lower_nations") else _called_before(tokens, lexicon)


def _organised_behind(tokens: Sequence[Token], lexicon: Lexicon) -> str | None:
    """`the Malian state channel ORTM`: an organisation that closes the phrase is no state, whatever it belongs to."""
    first = next((at for at in range(1, len(tokens)) if (lexicon.speaker_at(tokens, at) or ("",))[0] == ORGANISED), 0)
    body = any(token.lower in lexicon.list("bodies") for token in tokens[:first])
    linked = tokens[first - 1].lower in lexicon.lists("stop", "of", "agents", "possessive", "noun_openers")
    named = spell(tokens[first:])
    closed = body and not linked and (lexicon.speaker_at(tokens, first) or ("", 0))[1] == len(tokens) - first
    return lexicon.voices.get(named.casefold(), named) if closed and not named.islower() else None


def find_described(tokens: Sequence[Token], lexicon: Lexicon) -> str | None:
    """`an advocacy group for herders in Mali`: a body without a name is called by what it is of or for.

    The country where it works says nothing of it; one of a party or an organ of state is theirs.
    """
    links = lexicon.lists("of", "for_them", "-origins")
    at = next((at for at, token in enumerate(tokens) if token.lower in lexicon.list("bodies")), len(tokens))
    if at + 2 >= len(tokens) or tokens[at].text[0].isupper():
        return None
    end = next((end for end in range(at + 1, len(tokens) - 1) if _is_placed(tokens, end, lexicon)), len(tokens))
    if end > at + 1 and tokens[at + 1].lower not in links:
        return None
    speakers = (lexicon.speaker_at(tokens, place) for place in range(end))
    if end == at + 2 or find_parties(tokens[:end], lexicon) or any(found and found[0] != "other" for found in speakers):
        return None
    first = next((place + 1 for place in range(at, -1, -1) if tokens[place].lower in LEADING), 0)
    return spell(tokens[first:end])


def _is_placed(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """`in Mali`, `du Niger`: the country that a body works in."""
    opens = tokens[at].lower in lexicon.lists("place_openers", "of") and tokens[at + 1].text[0].isupper()
    return opens and lexicon.countries.match(tokens, at + 1) is not None


def _name_behind(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Where a name may start behind such a noun, and behind what is said of it: `la société de transport Sonef`."""
    first = at + 1
    if not lexicon.grammar.get("head_first"):
        return first
    while first + 1 < min(len(tokens), at + FARTHEST_NAME) and tokens[first].text.islower():
        first += 1
    linked = tokens[first - 1].lower in lexicon.lists("stop", "of", "noun_openers", "agents")
    return at + 1 if linked else first


def _called_before(tokens: Sequence[Token], lexicon: Lexicon) -> str | None:
    """`the Wamaps collective`: the name before such a noun; a nation, a people or a party there only describes it."""
    end = next((at for at, token in enumerate(tokens) if token.lower in lexicon.list("bodies")), 0)
    first = end
    while first and tokens[first - 1].text[0].isupper() and tokens[first - 1].lower not in LEADING:
        first -= 1
    words = tokens[first:end]
    organised = lexicon.speaker_at(tokens, first)
    if organised and organised[0] == "organisation" and organised[1] > len(words):
        return None  # `the International Crisis Group`
    plain = any(is_plain(words, at, lexicon) or lexicon.nouns.match(words, at) for at in range(len(words)))
    known = any(load_actors().match(words, at) for at in range(len(words))) or lexicon.countries.match(words, 0)
    if words and tokens[end].text.istitle():
        end = _end_of_title(tokens, end + 1, lexicon)
    return spell(tokens[first:end]) if words and not plain and not known else None


def _end_of_title(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> int:
    """`the Justice Collective for Tessal`: the capitalised noun is part of the name, and what it is for, too."""
    links = lexicon.lists("of", "for_them", "-origins")
    while end + 1 < len(tokens) and tokens[end].lower in links and tokens[end + 1].text[0].isupper():
        end += 2
    return end


def body_of(tokens: Sequence[Token], lexicon: Lexicon) -> str:
    """`le responsable d'une ONG`, `an official of a local charity`: of which kind of body, with a space behind it."""
    bodies = lexicon.lists("bodies", "same_bodies")
    links = lexicon.lists("of", "origins")
    for at in range(1, len(tokens) - 1):
        if tokens[at].lower not in links or not lexicon.speakers.match_before(tokens, at):
            continue
        first = at + 1 + (tokens[at + 1].lower in LEADING)
        found = lexicon.speaker_at(tokens, first) if first < len(tokens) else None
        words = tokens[first : first + found[1]] if found and found[0] == "other" else ()
        if any(word.lower in bodies for word in words):
            named = spell(words)
            return f"{lexicon.voices.get(named.casefold(), named)} "
    return ""


def find_institution(tokens: Sequence[Token], lexicon: Lexicon) -> str | None:
    """`Front for the Safeguard of Democracy`, `Malian Press Agency`: such a noun opens or closes a name."""
    for at, token in enumerate(tokens):
        if token.lower not in lexicon.list("institutions") or not token.text[0].isupper():
            continue
        end = max((place for place in range(at, len(tokens)) if tokens[place].text[0].isupper()), default=at) + 1
        if lexicon.grammar.get("head_first"):
            end = max(end, _end_of_phrase(tokens, at, lexicon))
        if end - at > 2:
            first = at - (at > 0 and _qualifies(tokens[at - 1], lexicon))
            named = spell(tokens[first:end])
            return lexicon.voices.get(named.casefold(), named)
        first = at
        while first and tokens[first - 1].text[0].isupper() and tokens[first - 1].lower not in LEADING:
            first -= 1
        return spell(tokens[first:end]) if at - first > 1 else None
    return None


def find_apposed(tokens: Sequence[Token], lexicon: Lexicon) -> str | None:
    """`the opposition, Front for the Safeguard of Democracy, said`: the noun of a body opens a name between commas."""
    words = [token for token in tokens if token.text != ","]
    words = words[bool(words) and words[0].lower in LEADING :]
    opens = len(words) > 1 and words[0].text[0].isupper() and words[0].lower in lexicon.list("institutions")
    return find_institution(words, lexicon) if opens else None


def _qualifies(word: Token, lexicon: Lexicon) -> bool:
    """`Malian`, `International` before a noun that names a body."""
    known = word.lower in lexicon.nationalities or word.lower in lexicon.list("title_adjectives")
    return known and word.text[0].isupper()


def _end_of_phrase(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """`l'Association malienne des droits de l'homme`: where a name in small letters behind its first noun ends."""
    links = lexicon.lists("of", "definite", "plural_definite", "for_them", "plain_and")
    end = at + 1
    while end < len(tokens) and tokens[end].kind == "word":
        if tokens[end].lower in lexicon.stop and tokens[end].lower not in links:
            break
        end += 1
    while tokens[end - 1].lower in links:
        end -= 1
    return end


def is_plain(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """A role, a month, a speaking noun: no name, however it is written."""
    word = tokens[at].lower
    if word in lexicon.roles or word in lexicon.stop or word in lexicon.months or word in lexicon.list("operations"):
        return True
    named = word in lexicon.nationalities or word in lexicon.capitals or word == "n'"  # `N'Djamena` is two tokens
    return named or word in LEADING or lexicon.speaker_at(tokens, at) is not None

"""Where a noun phrase of victims begins and ends: `dozens of bodies`, `vehicles of the army`, `soldats tués`."""

from collections.abc import Sequence

from sahel_tui.claims.language.actors import load_actors
from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon

LONGEST_PHRASE = 8
"""Words a noun phrase may have; longer ones are no plain group of victims."""


def find_nation(token: Token, lexicon: Lexicon) -> str | None:
    nation = lexicon.nationalities.get(token.lower)
    if nation and (token.text[0].isupper() or lexicon.grammar.get("lower_nations")):
        return nation
    return token.text if token.text in lexicon.nations else None


def skip_of(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """`dozens of`, `two of their`, `sixty of the school's`: the noun follows."""
    of = lexicon.list("of")
    if at < len(tokens) and tokens[at].lower in of and not lexicon.according_to.match(tokens, at):  # `quinze d'après X`
        at += 1
        while at < len(tokens) and _is_skipped(tokens, at, lexicon):
            at += 1
        owner = next((end for end in range(at, min(at + 4, len(tokens))) if _is_possessive(tokens, end, lexicon)), None)
        at = at if owner is None else owner + 1
    return at


def _is_skipped(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """A possessive or determiner before a noun."""
    word = tokens[at].lower
    return (word in lexicon.own or word in lexicon.list("determiners")) and not _stands_alone(tokens, at, lexicon)


def _is_possessive(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    return tokens[at].lower in lexicon.list("possessive") and at + 1 < len(tokens) and tokens[at + 1].kind == "word"


def _stands_alone(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """`une dizaine des leurs`: a possessive that is a noun itself, no noun behind it."""
    if not lexicon.nouns.match(tokens, at):
        return False
    return at + 1 >= len(tokens) or not _is_noun_like(tokens, at + 1, lexicon)


def phrase_end(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> int:
    """The end of the noun phrase: a stop word, a trigger, a number or punctuation ends it."""
    actors, nouns, triggers = load_actors(), lexicon.nouns, lexicon.triggers
    attributive = first < len(tokens) and tokens[first].lower in triggers.first_words
    at = first + (attributive and _is_attributive(tokens, first, lexicon))
    head_first = lexicon.grammar.get("head_first")
    stop = min(len(tokens), first + LONGEST_PHRASE)
    while at < stop:
        word = tokens[at].lower
        noun = nouns.match(tokens, at) if word in nouns.first_words else None
        trigger = triggers.match(tokens, at) if word in triggers.first_words else None
        if noun and (not trigger or noun[1] > trigger[1] or word in lexicon.list("noun_first")):
            at += noun[1]
            continue
        actor = actors.match(tokens, at) if word in actors.first_words else None
        if actor:
            at = actor.last
            continue
        complement = _complement(tokens, at, lexicon) if head_first and at > first else None
        if complement:
            at = complement
            continue
        if trigger or not _may_continue(tokens, at, first, lexicon):
            joined = _joined_modifier(tokens, first, at, lexicon)
            if joined is None:
                break
            at = joined
            continue
        at += 1
    return at


def _joined_modifier(tokens: Sequence[Token], first: int, at: int, lexicon: Lexicon) -> int | None:
    """The noun of `Malian and Wagner forces`, `Malian and French soldiers`: two parties before one noun."""
    joined = first < at < len(tokens) - 2 and tokens[at].lower in lexicon.list("plain_and")
    if not joined or any(find_nation(token, lexicon) is None for token in tokens[first:at]):
        return None
    actor = load_actors().match(tokens, at + 1)
    noun = actor.last if actor else at + 2
    named = actor is not None or find_nation(tokens[at + 1], lexicon) is not None
    return noun if named and noun < len(tokens) and lexicon.nouns.match(tokens, noun) else None


def _complement(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int | None:
    """The noun of `deux camions de l'armée`, `cinq passagers d'un car`, where heads come first; None without one."""
    if tokens[at].lower not in lexicon.list("of") or lexicon.according_to.match(tokens, at):
        return None  # `huit soldats d'après le gouvernement`
    noun = at + 1
    while noun < len(tokens) and tokens[noun].lower in lexicon.list("noun_openers"):
        noun += 1
    return noun if noun < len(tokens) and _is_noun_like(tokens, noun, lexicon) else None


def behind_complement(tokens: Sequence[Token], end: int, kind: str, lexicon: Lexicon) -> int:
    """The end of a complement behind the phrase: `vehicles of the army`, `trucks belonging to rebels`; else `end`."""
    if kind in ("", "unknown", "excluded") or lexicon.grammar.get("head_first") or end >= len(tokens):
        return end
    opening = lexicon.phrases["complements"].match(tokens, end)
    noun = end + opening[1] if opening else len(tokens)
    while noun < len(tokens) and (tokens[noun].lower in lexicon.list("determiners") or tokens[noun].kind == "mixed"):
        noun += 1
    if noun >= len(tokens) or tokens[noun].lower in lexicon.own or not _is_group_name(tokens, noun, lexicon):
        return end
    last = phrase_end(tokens, noun, lexicon)
    return last if last > noun else end


def _is_group_name(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """An actor, or a noun of people within the next two words: `of the local militia`."""
    if any(load_actors().match(tokens, place) for place in range(at, min(at + 2, len(tokens)))):
        return True  # `militiamen of the pro-government GATIA`
    for place in range(at, min(at + 2, len(tokens))):
        noun = lexicon.nouns.match(tokens, place)
        if noun and not (noun[0] == "excluded" and place == at):  # `the village chief`
            return noun[0] not in ("excluded", "vehicle", "aircraft")
        if tokens[place].kind != "word" or tokens[place].lower in lexicon.stop:
            return False
    return False


def _is_attributive(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """`two captured soldiers`, `the dead civilians`: a casualty word straight before its noun."""
    trigger = lexicon.triggers.match(tokens, at)
    alone = trigger is not None and trigger[1] == 1 and at + 1 < len(tokens)
    return alone and _is_noun_like(tokens, at + 1, lexicon)


def _is_noun_like(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    named = lexicon.nouns.match(tokens, at) or load_actors().match(tokens, at)
    return named is not None or find_nation(tokens[at], lexicon) is not None


def _may_continue(tokens: Sequence[Token], at: int, first: int, lexicon: Lexicon) -> bool:
    _, word, _, _, kind = tokens[at]
    if kind in ("mark", "number") or word in lexicon.stop or word in lexicon.say or word == "'s":
        return False
    if at > first and (_follows_noun(tokens, at, first, lexicon) or _is_nation(tokens[at - 1], lexicon)):
        return False
    if word in lexicon.list("of"):
        if lexicon.according_to.match(tokens, at):
            return False
        named = at + 1 < len(tokens) and tokens[at + 1].lower not in lexicon.list("determiners")
        return at > first and named and tokens[at - 1].lower in lexicon.list("member_nouns")
    if word in lexicon.numbers:
        return False
    if at == first:
        return word not in lexicon.lists("articles", "weekdays") and not _opens_number(tokens, at, lexicon)
    if word in lexicon.list("definite") and tokens[at - 1].lower in lexicon.list("others"):
        return False  # `killed 19 more the next day`
    return word not in lexicon.list("articles") or tokens[at - 1].lower in lexicon.list("of")


def _is_nation(token: Token, lexicon: Lexicon) -> bool:
    """`the Malians retook the quarter`: the plural of a nationality is a noun, and no adjective of the word behind."""
    plural = token.lower.endswith("s") and token.text[0].isupper() and token.lower in lexicon.nationalities
    return plural and token.lower[:-1] in lexicon.nationalities


def _opens_number(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """`brings to 79 the number of dead`, `killed 19 the year after`: no noun of the figure before."""
    if tokens[at].lower not in lexicon.list("determiners"):
        return False
    behind = [token.lower for token in tokens[at + 1 : at + 3]]
    numbered = behind and behind[0] in lexicon.list("toll_subjects")
    return bool(numbered) or not lexicon.list("time_units").isdisjoint(behind)


def _follows_noun(tokens: Sequence[Token], at: int, first: int, lexicon: Lexicon) -> bool:
    """A plain word behind a known noun is no longer part of its phrase."""
    if tokens[at].text[0].isupper() or find_nation(tokens[at], lexicon):
        return False
    if tokens[at].lower in lexicon.list("of") or _is_adjective(tokens, at, lexicon):
        return False
    nouns = lexicon.nouns
    for start in range(max(first, at - 4), at):
        noun = nouns.match(tokens, start) if tokens[start].lower in nouns.first_words else None
        if noun is not None and start + noun[1] == at:
            return True
    return False


def _is_adjective(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """`des soldats gouvernementaux tués`: where heads come first, a word between a noun and its verb describes it."""
    if not lexicon.grammar.get("head_first") or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].lower in lexicon.be or lexicon.triggers.match(tokens, at + 1) is not None


def complement_end(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> int:
    """Where `two members of the Swiss parliament`, `the commander of the post` ends; `end` without a complement."""
    if end + 1 >= len(tokens) or tokens[end].lower not in lexicon.list("of"):
        return end
    determined = tokens[end + 1].lower in lexicon.list("determiners")
    return phrase_end(tokens, end + 1 + determined, lexicon)

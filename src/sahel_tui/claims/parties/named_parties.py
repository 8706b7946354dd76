"""The actors and states that a noun phrase names, each by its short name."""

from collections.abc import Sequence

from sahel_tui.claims.language.actors import Actor, load_actors
from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon

LEADING = frozenset(
    (
        *("the", "a", "an", "its", "their", "his", "her", "some", "unnamed", "anonymous", "several", "various"),
        *("other", "two", "three", "another", "one", "both", "le", "la", "les", "l'", "un", "une", "des", "du"),
        *(
            "this",
            "that",
            "these",
            "those",
            "ce",
            "cet",
            "cette",
            "ces",
            "n'",
            "de",
            "d'",
            "son",
            "sa",
            "ses",
            "leur",
            "leurs",
            "quelques",
            "plusieurs",
        ),
    )
)
"""Words before a name that are no part of it."""


def find_parties(tokens: Sequence[Token], lexicon: Lexicon) -> list[tuple[str, int, int]]:
    """Known actors and states in a noun phrase: name, first token, token after."""
    found: list[tuple[str, int, int]] = []
    actors = load_actors()
    at = 0
    while at < len(tokens):
        word = tokens[at].lower
        mention = actors.match(tokens, at) if word in actors.first_words else None
        speaker = lexicon.speaker_at(tokens, at) if word in lexicon.speakers.first_words else None
        if speaker and speaker[0] == "organisation" and speaker[1] > (mention.last - at if mention else 1):
            at += speaker[1]  # `France 24` is no state.
            continue
        nation = lexicon.nationalities.get(word)
        if mention:
            root = actors.root(mention.actor)
            state = root.kind == "state"
            name = root.name.partition(" (")[0] if state else _written(mention.text, mention.actor, lexicon)
            found.append((name, mention.first, mention.last))
            at = mention.last
        elif nation and _is_of_state(tokens, at, lexicon):
            found.append((nation, at, at + 1))
            at += 1
        else:
            country = _country_name(tokens, at, lexicon) if word in lexicon.countries.first_words else None
            country = country or (_capital(tokens, at, lexicon) if word in lexicon.capitals else None)
            if country:
                found.append((country[0], at, at + country[1]))
            at += country[1] if country else 1
    return found


def _written(text: str, actor: Actor, lexicon: Lexicon) -> str:
    """An English acronym stays as written (ISGS is not renamed ISSP), another language's becomes the English one."""
    if text in lexicon.acronyms:
        return lexicon.acronyms[text]
    letters = text.replace("-", "").replace(" ", "")
    return text if letters.isupper() and len(letters) <= 8 else actor.short


def _is_of_state(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """`Malian army`; where adjectives follow, `le ministère nigérien`: the organ is that nation's."""
    if tokens[at].text[0].isupper() and _is_state_organ(tokens, at + 1, lexicon):
        return True
    before = lexicon.speakers.match_before(tokens, at) if lexicon.grammar.get("lower_nations") and at else None
    return before is not None and before[0] == "state"


def _is_state_organ(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """`Malian army`, `French staff`, `US`; not `French officer` nor `Malian journalist`."""
    if at >= len(tokens):
        return True
    if tokens[at].lower in lexicon.list("state_voices"):
        return True  # `the French spokesman`
    for index in range(at, min(at + 3, len(tokens))):
        speaker = lexicon.speaker_at(tokens, index)
        if speaker:
            return speaker[0] == "state"
    word = tokens[at].lower
    return word in ("claim", "claims", "estimate", "side", "and", "spokesman", "spokesperson", "statement", "spokesmen")


def _country_name(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[str, int] | None:
    if not tokens[at].text[0].isupper() or (at and _is_first_name(tokens[at - 1], lexicon)):
        return None
    return lexicon.countries.match(tokens, at)


def _is_first_name(token: Token, lexicon: Lexicon) -> bool:
    """`Ahmadou Ghana` is a person: an unknown capitalised word stands straight before the country's name."""
    if token.kind != "word" or not token.text[0].isupper() or token.text.isupper():
        return False
    known = token.lower in lexicon.stop or token.lower in lexicon.roles or token.lower in LEADING
    return not known and token.lower not in lexicon.nationalities and not lexicon.speakers.match((token,), 0)


def _capital(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """`Bamako said`: a capital alone speaks for its state."""
    state = lexicon.capitals[tokens[at].lower]
    stated = lexicon.lists("statements", "owned_statements") if at > 1 else frozenset[str]()
    alone = all(
        token.lower in lexicon.stop or token.lower in LEADING or token.lower in stated
        for token in tokens
        if token is not tokens[at]
    )
    return (state, 1) if alone else None


def author_of(tokens: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """`the inquiry of the mayor`, `l'enquête du maire`: a paper is the voice of whose it is."""
    for at in range(1, min(3, len(tokens) - 1)):
        paper = tokens[at - 1].lower in lexicon.list("owned_statements") and tokens[at].lower in lexicon.list("of")
        first = at + 1 + (tokens[at + 1].lower in LEADING)
        if paper and first < len(tokens) and lexicon.speaker_at(tokens, first):
            return tokens[at + 1 :]
    return tokens

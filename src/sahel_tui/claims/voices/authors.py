"""Whose a paper or a figure is when its name has others beside it: who wrote it, who owns it, who passed it on."""

from collections.abc import Sequence

from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.voices.known_speakers import KnownSpeakers


def author_of(words: Sequence[Token], known: KnownSpeakers) -> Sequence[Token]:
    """`l'enquête menée par la MINUSMA`, `a list drawn up by RFI`: who wrote it speaks; empty without an author."""
    documents = known.lexicon.list("owned_statements")
    passed, agents = known.lexicon.list("passed_on"), known.lexicon.list("agents")
    places = (at for at in range(1, len(words) - 1) if words[at].lower in agents)
    by = next((at for at in places if words[at - 1].lower not in passed), None)  # not `a note seen by Reuters`
    if by is None and not passed.isdisjoint(word.lower for word in words[1:-2]):  # `a report obtained from the army`
        by = next((at for at in range(2, len(words) - 1) if words[at].lower in known.lexicon.list("origins")), None)
    stated = by is not None and any(word.lower in documents for word in words[: min(3, by)])
    return words[by + 1 :] if stated and by is not None and known.names(words[by + 1 :]) else ()


def owner_of(words: Sequence[Token], known: KnownSpeakers) -> Sequence[Token]:
    """`the jihadists' own statement`, `the group's media wing`: whose it is; empty without one."""
    own = known.lexicon.list("possessive")
    marks = (at for at in range(1, len(words) - 1) if words[at].lower in own)
    theirs = known.lexicon.lists("self_owned", "mouthpieces")
    return next((words[:at] for at in marks if words[at + 1].lower in theirs), ())


def without_agent(words: Sequence[Token], known: KnownSpeakers) -> Sequence[Token]:
    """`un habitant joint par l'AFP dénombre`: who passed it on is not who says it."""
    if known.lexicon.lists("passed_on", "agents").isdisjoint([word.lower for word in words]):
        return words
    stated = known.lexicon.lists("owned_statements", "papers")
    for at in range(1, len(words) - 1):
        passed = words[at].lower in known.lexicon.list("passed_on")
        if passed and words[at + 1].lower in known.lexicon.list("place_openers") and known.names(words[:at]):
            return words[:at]  # `officers quoted in the press`
        if words[at].lower not in known.lexicon.list("agents"):
            continue
        if known.names(words[: at - 1]):
            return words[: at - 1]
        named = any(word.lower in stated for word in words[: at - 1])
        if named and words[at - 1].lower in known.lexicon.list("passed_on"):
            return words[: at - 1]  # `a French assessment seen by CNN`
    return words


def without_allegiance(words: Sequence[Token], known: KnownSpeakers) -> Sequence[Token]:
    """`a militia allied with the government`, `officials who spoke to RFI`: beside or with whom does not speak."""
    lexicon = known.lexicon
    standing = lexicon.lists("allegiances", "personal_relatives", "whose")
    if standing.isdisjoint([word.lower for word in words[2:]]):
        return words
    at = next(at for at, word in enumerate(words) if at > 1 and word.lower in standing)
    if lexicon.list("standing_heads").isdisjoint([word.lower for word in words[:at]]):
        return words[:at]
    return words  # `a source close to the army`


def is_own_voice(words: Sequence[Token], known: KnownSpeakers) -> bool:
    """`the summary box puts`, `other reports had`, `some sources gave`: the document speaks of itself."""
    words = without_agent(words, known)  # `other sources quoted by the press`
    first = known.lexicon.lists("unnamed_others", "early_words")
    mere = words[-1].lower in known.lexicon.list("mere_reports") and any(word.lower in first for word in words[:2])
    bare = words[-1].lower in known.lexicon.list("standing_heads") and len(words) > 1
    mere = mere or (bare and words[-2].lower in known.lexicon.list("unnamed_others"))
    return mere or words[-1].lower in known.lexicon.list("own_voice")

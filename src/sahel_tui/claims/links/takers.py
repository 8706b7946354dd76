"""Events that take lives: `the massacre claimed 32 villagers`, where a party takes prisoners."""

from sahel_tui.claims.phrases.phrases import CasualtyWord, Quantity, Sentence

LONGEST_NAME = 5
"""Tokens of the subject before the noun of an event: `a second roadside`."""

FARTHEST_VERB = 9
"""Tokens from the noun of an event to its verb: `the raid of that night on the market had claimed`."""


def takes_lives(sentence: Sentence, word: CasualtyWord, quantity: Quantity) -> bool:
    """The subject of `took`, `claimed`, `carried off` is an event or a weapon, and the object people."""
    if sentence.lexicon.grammar["implied"].get(quantity.victims.head) == "captured":
        return False
    lexicon = sentence.lexicon
    events = lexicon.lists("event_nouns", "-seizing_events", "weapons")
    start = _clause_start(sentence, word.first)
    for at in range(start, min(word.first, start + LONGEST_NAME)):
        token = sentence.folded[at]
        if token in events:
            return word.first - at <= FARTHEST_VERB and not _is_owner(sentence, at, word.first)
        opens = token in lexicon.list("noun_openers") or token in lexicon.list("another")
        if token in lexicon.stop and not opens:
            return False
    return False


def _clause_start(sentence: Sentence, verb: int) -> int:
    """Behind the last joint before the verb; a pair of commas encloses an aside."""
    joints = sentence.lexicon.lists("plain_and", "clause_starts", ";", ":", ".")
    said = {at + 1 for at in range(verb - 1) if sentence.folded[at] in sentence.lexicon.say}
    that = {at for at in said if sentence.folded[at] in sentence.lexicon.list("that_clause")}
    commas = [at for at in range(verb) if sentence.tokens[at].text == ","]
    start = max((at + 1 for at in range(verb) if sentence.folded[at] in joints or at in that), default=0)
    inside = [at for at in commas if at >= start]
    closed = bool(inside) and inside[-1] == verb - 1 - (sentence.folded[verb - 1] in sentence.lexicon.be)
    outer = inside[:-2] if closed else inside
    return max([start, *(at + 1 for at in outer)])


def _is_owner(sentence: Sentence, at: int, verb: int) -> bool:
    """`the raid leader took`, `the raid's victims took`: the event only describes who acts."""
    behind = sentence.folded[at + 1] if at + 1 < verb else ""
    lexicon = sentence.lexicon
    noun = at + 1 < verb and lexicon.nouns.match(sentence.tokens, at + 1) is not None
    return behind in lexicon.list("possessive") or noun or behind in lexicon.list("plain_and")

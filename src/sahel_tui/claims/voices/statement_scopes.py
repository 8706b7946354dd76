"""What the statement of a party speaks: what follows it, what stands before it, or both."""

from sahel_tui.claims.phrases.phrases import Sentence
from sahel_tui.claims.voices.cue_scopes import joins_figure
from sahel_tui.claims.voices.voices import Voice, find_turn

LONGEST_OWNER = 6
"""Words of the name of whose statement it is."""


def statement_voice(sentence: Sentence, at: int, source: str) -> Voice:
    """What follows is said by it; with nothing behind it, what stands before: `six rebels died, by its count`."""
    after = any(at < quantity.first for quantity in sentence.quantities)
    around = _set_apart(sentence, at) if after else None
    if around is not None:
        return Voice(around, len(sentence.tokens), at, source)
    if after and _closes_clause(sentence, at):
        return Voice(0, at, at, source)
    if after and _changes_from(sentence, at):
        return Voice(0, find_turn(sentence, at), 0, source)
    bare = None if after else _bare_before(sentence, at)
    if bare is not None:
        return Voice(bare, at, bare, source)
    if after or not any(quantity.first < at for quantity in sentence.quantities):
        return Voice(at, find_turn(sentence, at), at, source)
    return Voice(0, at, at, source)


def _set_apart(sentence: Sentence, at: int) -> int | None:
    """`ten died, by the ministry's account, and four were hurt`: where the clause that it cuts in two begins."""
    start = _adjunct_start(sentence, at)
    commas = start > 1 and sentence.tokens[start - 1].text == "," and sentence.lowers(at + 1, at + 2) == [","]
    if not commas or not joins_figure(sentence, at + 1):
        return None
    first = next((p + 1 for p in range(start - 1, 0, -1) if sentence.tokens[p].text == ";"), 0)
    told = any(quantity.category and first <= quantity.first < start for quantity in sentence.quantities)
    return first if told else None


def _changes_from(sentence: Sentence, at: int) -> bool:
    """`From 13 dead on Friday, the government toll went to 46`: what it changes from stands in front of it."""
    opens = sentence.folded[0] in sentence.lexicon.lists("of", "origins", "toll_links")
    fronted = opens and any(q.category and q.first == 1 and q.end < at for q in sentence.quantities)
    return fronted and "change_verbs" in sentence.told


def _bare_before(sentence: Sentence, at: int) -> int | None:
    """`fourteen died, if the army is right, and 27 in JNIM's version`: the bare figure before the adjunct."""
    start = _adjunct_start(sentence, at)
    bare = (q for q in sentence.quantities if q.category and not q.victims.kind and q.match.last == start)
    return next((quantity.first for quantity in bare if quantity is not sentence.quantities[0]), None)


def _adjunct_start(sentence: Sentence, at: int) -> int:
    """The preposition that the statement hangs on; 0 without one."""
    opens = sentence.lexicon.lists("agents", "place_openers")
    return next((p for p in range(at - 1, max(0, at - LONGEST_OWNER - 2), -1) if sentence.folded[p] in opens), 0)


def _closes_clause(sentence: Sentence, at: int) -> bool:
    """`71 soldiers fell by the official count, more than 100 by …`: an adjunct straight behind what it says."""
    start = _adjunct_start(sentence, at)
    ended = at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].text in (",", ";")
    told = any(quantity.category and quantity.first < start for quantity in sentence.quantities)
    joined = sentence.lowers(at + 1, at + 2) and sentence.folded[at + 1] in sentence.lexicon.list("plain_and")
    ended = ended or bool(joined and any(q.category and q.first == at + 2 for q in sentence.quantities))
    attached = start > 0 and sentence.tokens[start - 1].kind != "mark"
    return told and ended and (attached or (start > 0 and sentence.tokens[at + 1].text == ";"))

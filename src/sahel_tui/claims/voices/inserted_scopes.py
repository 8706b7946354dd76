"""What a clause of saying speaks that commas set apart in the midst of its claim.

`Four gendarmes, the ministry said, were shot and two more are missing` is all the ministry's; `killed nine soldiers
and, the mayor said, four herders` is the mayor's behind the conjunction only; in `twenty died, the mayor told AFP: ten
here, ten there` he says both the sum and its parts.
"""

from sahel_tui.claims.phrases.phrases import Sentence
from sahel_tui.claims.voices.voices import find_turn


def find_inserted(sentence: Sentence, first: int, cue: int, opened: int) -> tuple[int, int] | None:
    """First token and token after of what is said by the clause of saying from `first` to the mark behind `cue`.

    None for a clause that is set apart from nothing; nobody else has spoken since `opened`.
    """
    first -= first > 1 and sentence.folded[first - 1] in sentence.lexicon.list("as_said")
    joints = sentence.lexicon.lists("plain_and", "clause_starts")
    if first < 2 or sentence.tokens[first - 1].text != "," or sentence.folded[first] in joints:
        return None
    close = next((at for at in range(cue, len(sentence.tokens)) if sentence.tokens[at].kind == "mark"), 0)
    if not close or _says_more(sentence, cue, close):
        return None
    mark = sentence.tokens[close].text
    if mark == "," and sentence.folded[first - 2] in joints:
        return first, find_turn(sentence, close)
    start = clause_start(sentence, opened, first)
    told = [q for q in sentence.quantities if q.category and start <= q.first < first]
    cut = any(q.word and q.word.first > close for q in told)
    defined = _defined_from(sentence, start, first, close)
    if defined is not None:
        return defined, find_turn(sentence, close)
    if mark == ":" and told:
        return start, len(sentence.tokens)
    return (start, find_turn(sentence, close)) if mark == "," and cut else None


def _defined_from(sentence: Sentence, start: int, first: int, close: int) -> int | None:
    """`…; the final number, he wrote on Monday, was 33 dead`: where the clause begins whose subject is a toll."""
    lexicon, folded = sentence.lexicon, sentence.folded
    start = next((at + 1 for at in range(first - 1, start, -1) if sentence.tokens[at].text == ";"), start)
    told = any(start <= q.first < first for q in sentence.quantities if q.category)
    tolls = not lexicon.list("toll_subjects").isdisjoint(folded[start : first - 1])
    is_put = not lexicon.list("copulas").isdisjoint(sentence.lowers(close + 1, close + 2))
    return start if tolls and is_put and not told and folded[close] == "," else None


def clause_start(sentence: Sentence, opened: int, end: int) -> int:
    """Behind the last semicolon between two places when something is counted behind it, else the first of them."""
    parted = next((at + 1 for at in range(end - 1, opened, -1) if sentence.tokens[at].text == ";"), opened)
    return parted if any(parted <= q.first < end for q in sentence.quantities if q.category) else opened


def _says_more(sentence: Sentence, cue: int, close: int) -> bool:
    """A figure or a `that` stands behind the verb: its object is no claim that stands around it."""
    that = sentence.lexicon.list("that_clause")
    counted = any(cue < q.first < close for q in sentence.quantities if q.category and not q.article)
    return counted or not that.isdisjoint(sentence.folded[cue:close])

"""Attributions set between commas in the midst of a claim: `killed, the army said, twelve soldiers`."""

from sahel_tui.claims.phrases import Sentence

LONGEST_INSERTED = 12
"""Tokens of `according to a senior official of the region`."""


def lowers_around(sentence: Sentence, first: int, last: int) -> list[str]:
    """The folded words of `tokens[first:last]` without an attribution that commas set off among them.

    `left, according to X, twelve dead` joins its verb and its figure as `left twelve dead` does.
    """
    words = sentence.folded
    if "," not in words[first:last]:
        cited = last - first > 1 and sentence.lexicon.according_to.match(sentence.tokens, first)
        return [] if cited else words[first:last]  # `a tué selon l'armée douze soldats`
    kept: list[str] = []
    at = first
    while at < last:
        end = _inserted_end(sentence, at, last) if words[at] == "," else 0
        kept += [] if end else [words[at]]
        at = end or at + 1
    return kept


def _inserted_end(sentence: Sentence, comma: int, last: int) -> int:
    """The token behind the second comma of an attribution that the first one opens; 0 for any other aside."""
    limit = min(last, comma + LONGEST_INSERTED)
    close = next((at for at in range(comma + 1, limit) if sentence.tokens[at].kind == "mark"), 0)
    if not close or sentence.tokens[close].text != ",":
        return 0
    counted = any(comma < quantity.first < close and not quantity.article for quantity in sentence.quantities)
    return 0 if counted or not _attributes(sentence, comma + 1, close) else close + 1


def _attributes(sentence: Sentence, first: int, last: int) -> bool:
    """`according to X`, `says X`, `a déclaré X`, `X said on Friday`: a cue opens it, or a verb of saying is in it."""
    lexicon = sentence.lexicon
    if lexicon.according_to.match(sentence.tokens, first):
        return True
    said = lexicon.say | lexicon.phrases["say_phrases"].first_words
    return not said.isdisjoint(sentence.folded[first:last])

"""What stands between commas and says who speaks: `killed, the army said, twelve soldiers`.

`On the enemy side, the communiqué went on, 45 dead were counted` reads as it does without the clause in its midst.
"""

from sahel_tui.claims.phrases.phrases import Sentence

LONGEST_INSERTED = 12
"""Tokens of `according to a senior official of the region`."""


def lowers_around(sentence: Sentence, first: int, last: int) -> list[str]:
    """The folded words of `tokens[first:last]` without an attribution that commas set off among them.

    `left, according to X, twelve dead` joins its verb and its figure as `left twelve dead` does.
    """
    if "," not in sentence.folded[first:last]:
        cited = last - first > 1 and sentence.lexicon.according_to.match(sentence.tokens, first)
        return [] if cited else sentence.folded[first:last]  # `a tué selon l'armée douze soldats`
    return [sentence.folded[at] for at in skip_inserted(sentence, first, last)]


def skip_inserted(sentence: Sentence, first: int, last: int) -> list[int]:
    """The tokens from `first` to `last` without the clauses of saying that commas set apart."""
    kept: list[int] = []
    at = first
    for comma in sentence.told.get(",", ()):
        end = _inserted_end(sentence, comma, last) if at <= comma < last else 0
        if end:
            kept += range(at, comma)
            at = end
    return [*kept, *range(at, last)]


def _inserted_end(sentence: Sentence, comma: int, last: int) -> int:
    """The token behind the second comma of an attribution that the first one opens; 0 for any other aside."""
    limit = min(last, comma + LONGEST_INSERTED)
    close = next((at for at in range(comma + 1, limit) if sentence.tokens[at].kind == "mark"), 0)
    if not close or sentence.tokens[close].text != ",":
        return 0
    counted = any(comma < quantity.first < close and not quantity.article for quantity in sentence.quantities)
    return 0 if counted or not _attributes(sentence, comma + 1, close) else close + 1


def _attributes(sentence: Sentence, first: int, last: int) -> bool:
    """`according to X`, `says X`, `the communiqué went on`: a cue opens it, or a verb of saying is in it."""
    lexicon = sentence.lexicon
    if lexicon.according_to.match(sentence.tokens, first) or lexicon.citing.match(sentence.tokens, first):
        return True
    words, going_on = sentence.folded[first:last], lexicon.phrases["going_on"]
    if not lexicon.lists("say", "telling").isdisjoint(words):
        return True
    opened = not lexicon.phrases["say_phrases"].first_words.isdisjoint(words)
    return opened or any(going_on.match(sentence.tokens, at) for at in range(first, last))

"""Voices on condition: `twelve died, if the army is to be believed`, `s'il faut en croire le maire`."""

from sahel_tui.claims.phrases import Sentence

LONGEST_BELIEVED = 10
"""Tokens from `if` to `is to be believed`."""


def find_believed(sentence: Sentence, at: int) -> tuple[int, int, int] | None:
    """Whom a clause makes the condition of what it tells, `if` standing at `at`.

    The first token of the name, the token after it, and the one behind the clause.
    """
    if sentence.folded[at] not in sentence.lexicon.list("conditionals"):
        return None
    for end in range(at + 2, min(at + LONGEST_BELIEVED, len(sentence.tokens))):
        predicate = sentence.lexicon.phrases["believed"].match(sentence.tokens, end)
        if predicate:
            return at + 1, end, end + predicate[1]
        if sentence.tokens[end].kind == "mark":
            return None
    return None

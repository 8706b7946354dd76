"""What stands between commas and says who speaks: `On the enemy side, the communiqué went on, 45 dead were counted`."""

from sahel_tui.claims.phrases import Sentence

LONGEST_INSERTION = 9
"""Tokens of a clause of saying between two commas."""


def skip_insertions(sentence: Sentence, first: int, last: int) -> list[int]:
    """The tokens from `first` to `last` without the clauses of saying that commas set apart."""
    kept: list[int] = []
    at = first
    while at < last:
        end = insertion_end(sentence, at) if sentence.tokens[at].text == "," else 0
        if not end or end > last:
            kept.append(at)
            at += 1
        else:
            at = end
    return kept


def insertion_end(sentence: Sentence, comma: int) -> int:
    """The token behind the second comma of an inserted clause of saying; 0 where the first opens none."""
    stop = min(len(sentence.tokens), comma + 2 + LONGEST_INSERTION)
    end = next((at for at in range(comma + 1, stop) if sentence.tokens[at].kind == "mark"), 0)
    if not end or sentence.tokens[end].text != "," or not _says(sentence, comma + 1, end):
        return 0
    return 0 if any(comma < other.first < end for other in sentence.quantities) else end + 1


def _says(sentence: Sentence, first: int, end: int) -> bool:
    """`the communiqué went on`, `according to the mayor`, `ajoute la même source`."""
    lexicon = sentence.lexicon
    verbs, phrases = lexicon.say | lexicon.list("telling"), lexicon.phrases["going_on"]
    if any(word in verbs for word in sentence.folded[first:end]):
        return True
    cited = lexicon.according_to.match(sentence.tokens, first) or lexicon.citing.match(sentence.tokens, first)
    return cited is not None or any(phrases.match(sentence.tokens, at) for at in range(first, end))

"""A number set off behind the dead or hurt it counts: `the army's dead, 24 in number`, `their dead, a dozen in all`."""

from sahel_tui.claims.phrases.phrases import CasualtyWord, Quantity, Sentence
from sahel_tui.claims.phrases.positions import assign

LONGEST_NOUN = 7
"""Tokens from the word of loss to the mark behind its phrase: `the soldiers wounded in the assault —`."""


def apposed_number(sentence: Sentence, at: int) -> bool:
    """A bare figure between marks behind a definite phrase that tells of dead or hurt people without a figure."""
    quantity = sentence.quantities[at]
    bare = not quantity.victims.kind and not quantity.article and quantity.match.count.vague in (None, "dozens")
    if not bare or quantity.first < 2 or not _is_closed(sentence, quantity):
        return False
    mark = quantity.first - 1
    while mark > 0 and sentence.folded[mark] in sentence.lexicon.lists("adverbs", "all"):
        mark -= 1
    if sentence.tokens[mark].text not in (",", "—", "–", "("):
        return False
    word = _word_before(sentence, mark)
    if word is None or _is_counted(sentence, word, quantity):
        return False
    return assign(quantity, word, word.families("before", "after", "participle"), "apposed_number", leftward=True)


def _is_closed(sentence: Sentence, quantity: Quantity) -> bool:
    """A mark, the end, `in number`, `of them`, who says so or a sum stands behind the figure."""
    end, lexicon = quantity.match.last, sentence.lexicon
    if end >= len(sentence.tokens) or sentence.tokens[end].kind == "mark":
        return True
    closers = (lexicon.phrases["in_number"], lexicon.partitive, lexicon.according_to)
    return any(phrases.match(sentence.tokens, end) for phrases in closers) or bool(
        lexicon.marks["total"].match(sentence.tokens, end)
    )


def _word_before(sentence: Sentence, mark: int) -> CasualtyWord | None:
    """The word of loss of the definite phrase that ends at the mark."""
    for word in reversed(sentence.words):
        if word.last <= mark:
            near = mark - word.last <= LONGEST_NOUN
            return word if near and _is_definite(sentence, word) and _is_one_phrase(sentence, word.last, mark) else None
    return None


def _is_definite(sentence: Sentence, word: CasualtyWord) -> bool:
    """`the army's dead`, `their dead`, `the soldiers wounded`: a determiner shortly before, no verb between."""
    lexicon = sentence.lexicon
    definite = lexicon.lists("determiners", "own", "those", "-articles")
    for at in range(word.first, max(-1, word.first - LONGEST_NOUN), -1):
        if sentence.folded[at] in definite or (at < word.first and sentence.folded[at] in lexicon.list("possessive")):
            return True
        if at < word.first and (sentence.tokens[at].kind == "mark" or sentence.folded[at] in lexicon.auxiliaries):
            return False
    return False


def _is_one_phrase(sentence: Sentence, first: int, last: int) -> bool:
    """Only words of a complement: no mark, no verb of saying or being."""
    verbs = sentence.lexicon.lists("say", "auxiliaries")
    return all(t.kind != "mark" and t.lower not in verbs for t in sentence.tokens[first:last])


def _is_counted(sentence: Sentence, word: CasualtyWord, quantity: Quantity) -> bool:
    """A figure before already counts them: `the eight men killed, four of them`."""
    before = [other for other in sentence.quantities if other.first < quantity.first and not other.article]
    return any(other.category or word.first - other.last < 3 for other in before)

"""Whether a figure counts the enemy of who speaks: `in the enemy ranks`, `ten dead among their adversaries`."""

from sahel_tui.claims.phrases import Quantity, Sentence


def is_opposite(quantity: Quantity, sentence: Sentence) -> bool:
    """`cinq tués et un prisonnier en face`, `il revendique en face une vingtaine de pertes`: of those it fights."""
    if quantity.victims.kind not in ("", "people", "unknown"):
        return False
    if _stands_before_enemy(quantity, sentence) or _enemy_lost(quantity, sentence):
        return True
    opposite = sentence.lexicon.phrases["opposite"]
    if opposite.first_words.isdisjoint(sentence.vocabulary):
        return False
    starts = {other.first for other in sentence.quantities if other.first > quantity.first}
    for at in range(max(0, quantity.first - 3), min(len(sentence.tokens), quantity.last + 5)):
        found = opposite.match(sentence.tokens, at)
        if found:
            behind = range(at + found[1], at + found[1] + 3)
            return at < quantity.first or starts.isdisjoint(behind)
    return False


def _enemy_lost(quantity: Quantity, sentence: Sentence) -> bool:
    """`three of ours died, but the enemy lost twelve`: the enemy is the subject of what it cost."""
    word, lexicon = quantity.word, sentence.lexicon
    if word is None or not quantity.leftward or "lost" not in word.families("active"):
        return False
    before = sentence.folded[max(0, word.first - 3) : word.first]
    return not lexicon.list("enemy").isdisjoint(before)


def _stands_before_enemy(quantity: Quantity, sentence: Sentence) -> bool:
    """`ten dead among their adversaries`, `dix morts pour l'ennemi`: only openers and articles stand between."""
    lexicon = sentence.lexicon
    if lexicon.list("enemy").isdisjoint(sentence.vocabulary):
        return False
    inside = lexicon.list("side_prepositions") | lexicon.list("contrast") | lexicon.list("determiners") | lexicon.own
    at = max(quantity.last, quantity.word.last if quantity.word and not quantity.leftward else 0)
    opened = at < len(sentence.tokens) and sentence.folded[at] not in lexicon.list("determiners") | lexicon.own
    while at < len(sentence.tokens) and sentence.folded[at] in inside:
        at += 1
    return opened and at < len(sentence.tokens) and sentence.folded[at] in lexicon.list("enemy")

"""What became of people and things told as hurt or lost: a word behind tells how it ended."""

from sahel_tui.claims.phrases.phrases import CasualtyWord, Quantity, Sentence
from sahel_tui.claims.phrases.positions import only, verb_start

LONGEST_AGONY = 9
"""Tokens from the word of a wound to `and died`."""


def find_outcome(sentence: Sentence, word: CasualtyWord) -> CasualtyWord:
    """The word that tells the death of people told as wounded or taken; the word itself when they live.

    `two of the wounded expired`, `trois blessés meurent`, `a girl was hit by a bullet at the well and died`, `four men
    were arrested by mistake and then executed`.
    """
    families = {reading.family for reading in word.readings}
    if families.isdisjoint(("wounded", "captured")) or word is sentence.words[-1]:
        return word
    if "wounded" not in families:
        behind = (other for other in sentence.words if word.last <= other.first <= word.last + LONGEST_AGONY)
        return next((other for other in behind if _is_killed_after(sentence, word, other)), word)
    for later in sentence.words:
        if word.last <= later.first <= word.last + LONGEST_AGONY and (
            (_dies(later) and _has_same_subject(sentence, word, later)) or _is_put_to_death(sentence, word, later)
        ):
            return later
    return word


def dies_of_wounds(sentence: Sentence, quantity: Quantity) -> bool:
    """`a wounded gendarme died`, `three of the wounded died`, `the corporal succumbed`."""
    lexicon, word = sentence.lexicon, quantity.word
    if quantity.category != "killed":
        return False
    end = word.first if word and word.first > quantity.last else quantity.last
    wounded = not lexicon.list("wounded_victims").isdisjoint(sentence.lowers(quantity.first, end))
    verb = sentence.lowers(word.first, word.last) if word else []
    return wounded or not lexicon.list("succumbs").isdisjoint(verb)


def is_taken_away(sentence: Sentence, quantity: Quantity) -> bool:
    """`lost ten vehicles, carried off by the attackers`: a participle behind a comma tells how they were lost."""
    if quantity.victims.kind != "vehicle" or sentence.folded[quantity.last : quantity.last + 1] != [","]:
        return False
    if quantity.word is None or "lost" not in quantity.word.families("active").split("+"):
        return False
    fate = next((word for word in sentence.words if word.first == quantity.last + 1), None)
    return fate is not None and "taken" in fate.families("participle").split("+")


def _dies(word: CasualtyWord) -> bool:
    return "killed" in word.families("intransitive").split("+")


def _is_killed_after(sentence: Sentence, word: CasualtyWord, later: CasualtyWord) -> bool:
    """`taken and later killed`, `arrêtés puis exécutés`: joined by `and` or a word of time, without another figure."""
    lexicon, first = sentence.lexicon, later.first
    if "killed" not in later.families("participle", "intransitive").split("+"):
        return False
    if any(word.last <= quantity.first <= later.last for quantity in sentence.quantities):
        return False
    skipped = lexicon.lists("be", "asides", "adverbs", "own")
    while first > word.last and sentence.folded[first - 1] in skipped:
        first -= 1
        if sentence.folded[first] in lexicon.list("then"):
            return True
    if first == word.last:
        return _is_in_relative(sentence, word) and later.first > first
    return sentence.folded[first - 1] in lexicon.lists("plain_and", "then", "before_verbs")


def _is_in_relative(sentence: Sentence, word: CasualtyWord) -> bool:
    """`soldiers who had been captured were executed`, `who had surrendered`: the main verb tells how it ended."""
    first = verb_start(sentence, word)
    return first > 0 and sentence.folded[first - 1] in sentence.lexicon.list("personal_relatives")


def _is_put_to_death(sentence: Sentence, word: CasualtyWord, later: CasualtyWord) -> bool:
    """`three of the wounded were finished off`, `trois blessés ont été achevés`: a passive of killing right behind."""
    between = word.last < later.first and only(sentence, word.last, later.first, sentence.lexicon.be)
    return bool(word.families("after")) and between and "killed" in later.families("participle").split("+")


def _has_same_subject(sentence: Sentence, word: CasualtyWord, later: CasualtyWord) -> bool:
    """Its verb follows a noun (`the wounded expired`), or `and` joins it with no other figure between."""
    if word.families("after") and only(sentence, word.last, later.first, sentence.lexicon.be):
        return True
    if any(word.last <= quantity.first < later.first for quantity in sentence.quantities):
        return False
    before = sentence.lowers(max(word.last, later.first - 2), later.first)
    adverb = bool(before) and (before[-1] in sentence.lexicon.list("asides") or before[-1] in sentence.lexicon.be)
    joint = before[-2:-1] if adverb else before[-1:]
    return bool(joint) and joint[0] in sentence.lexicon.list("plain_and")

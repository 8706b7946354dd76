"""Phrases with no verb in them: when and where something happened, and to whom."""

from sahel_tui.claims.phrases.phrases import Sentence

LONGEST_TIME = 7
"""Tokens of an adverbial of time: `in the first week of the same month`."""

LONGEST_NOUN_PHRASE = 7
"""Tokens of a noun phrase that stands for a clause or names a place."""


def adjunct_end(sentence: Sentence, at: int) -> int:
    """Where the adverbials of time and place that start there end; the index itself when none does.

    `the year after`, `on 3 March`, `in a hamlet nearby`, `le lendemain à Karou`.
    """
    end = at
    while True:
        longer = time_end(sentence, end) or _place_end(sentence, end)
        if not longer:
            return end
        end = longer


def ends_phrase(sentence: Sentence, at: int) -> bool:
    """The sentence ends there, a mark stands there or what opens another clause."""
    lexicon = sentence.lexicon
    if at >= len(sentence.tokens) or sentence.tokens[at].kind == "mark":
        return True
    return sentence.folded[at] in lexicon.list("plain_and") or sentence.folded[at] in lexicon.boundary


def is_verbless(sentence: Sentence, first: int, last: int) -> bool:
    """No mark, no figure of people, no verb that the lexicon knows and no pronoun stands between."""
    lexicon = sentence.lexicon
    if any(first < word.last and word.first < last for word in sentence.words):
        return False
    if any(_counts_people(sentence, at) for at in range(first, last)):
        return False
    noise = (lexicon.say, lexicon.auxiliaries, lexicon.pronouns, lexicon.boundary, lexicon.list("pro_verbs"))
    return all(
        token.kind != "mark" and not any(token.lower in words for words in noise)
        for token in sentence.tokens[first:last]
    )


def _counts_people(sentence: Sentence, at: int) -> bool:
    """A figure starts there that is no measure of time or space."""
    return any(other.first == at and other.victims.kind != "excluded" for other in sentence.quantities)


def time_end(sentence: Sentence, at: int) -> int:
    """Where a run of words of time ends that has a day, a month, a year or a unit among them; 0 without one."""
    lexicon, end, told = sentence.lexicon, at, False
    while end < min(len(sentence.tokens), at + LONGEST_TIME):
        word, token = sentence.folded[end], sentence.tokens[end]
        if _counts_people(sentence, end):
            break
        unit = end in sentence.dates or word in lexicon.list("time_units") or word in lexicon.list("weekdays")
        unit = unit or (token.kind == "number" and len(token.text) == 4 and token.text[:2] in ("19", "20"))
        counted = token.kind == "number" or word in lexicon.numbers or word in lexicon.list("articles")
        if not (unit or counted or word in lexicon.list("time_words") or word in lexicon.list("determiners")):
            break
        told, end = told or unit, end + 1
    while end > at and sentence.folded[end - 1] in lexicon.list("determiners"):
        end -= 1
    return end if told else 0


def _place_end(sentence: Sentence, at: int) -> int:
    """Where a phrase ends that a preposition of place opens; 0 without one."""
    openers = sentence.lexicon.lists("place_openers", "place_prepositions")
    if at + 1 >= len(sentence.tokens):
        return 0
    if sentence.folded[at] in sentence.lexicon.list("places_said"):
        return at + 1
    if sentence.folded[at] not in openers:
        return 0
    end = at + 1
    while end < min(len(sentence.tokens), at + LONGEST_NOUN_PHRASE) and not ends_phrase(sentence, end):
        if _counts_people(sentence, end):
            break
        end += 1
    return end if end > at + 1 and is_verbless(sentence, at, end) else 0

"""What may stand between a verb and the figure of its object: little words, a time or a place, an aside, a payer."""

from sahel_tui.claims.parties.victims import find_victims
from sahel_tui.claims.phrases.adjuncts import adjunct_end
from sahel_tui.claims.phrases.phrases import CasualtyWord, Quantity, Sentence

PERSONS = frozenset(("civilian", "state", "people"))
"""Kinds of nouns that name somebody by office."""

LONGEST_PAYER = 10
"""Tokens of the noun phrase behind `cost`: `the commander of the second column of Douentza`."""

LONGEST_ASIDE = 10
"""Tokens between two commas that part a verb from its object: `, the general staff in Paris assures,`."""


def reaches_object(sentence: Sentence, word: CasualtyWord, quantity: Quantity, gap: list[str]) -> bool:
    """`killed twelve`, `lost that day twelve men`, `shot, he said, twelve men`, `cost Maïga's company twelve men`."""
    had = sentence.folded[word.first] in sentence.lexicon.list("had")
    before = sentence.lowers(max(0, word.first - 2), word.first) if had else []
    if not sentence.lexicon.list("existential").isdisjoint(before):
        return False  # `il y a eu 50 assaillants`: nobody had them
    little = sentence.lexicon.list("object_gap")
    if all(token in little for token in gap):
        return True
    if word.last - word.first == 1 and sentence.folded[word.first] in sentence.lexicon.list("double_object"):
        return _is_payer(sentence, word.last, quantity.first)
    if _is_person(sentence, word.last, quantity.first):
        return True
    taken = any(other.word is word for other in sentence.quantities)  # `ten soldiers killed, he said, twelve hurt`
    told = bool(quantity.victims.kind) and not taken
    return told and (_is_adjunct(sentence, word.last, quantity.first) or _is_aside(sentence, word, quantity))


def _is_person(sentence: Sentence, first: int, last: int) -> bool:
    """`killed the village chief, a policeman and four fishermen`: a person told by office opens the list."""
    lexicon = sentence.lexicon
    if last - first < 3 or sentence.folded[first] not in lexicon.lists("definite", "own"):
        return False
    person = find_victims(sentence.tokens[:last], first + 1, lexicon)
    listed = sentence.tokens[last - 1].text == "," or sentence.folded[last - 1] in lexicon.list("plain_and")
    return person.kind in PERSONS and person.last == last - 1 and listed


def _is_payer(sentence: Sentence, first: int, last: int) -> bool:
    """`cost the town's VDP unit five volunteers`: a noun phrase with no mark, verb or figure of its own in it."""
    lexicon = sentence.lexicon
    if last - first > LONGEST_PAYER or any(first < word.last and word.first < last for word in sentence.words):
        return False
    if any(first <= other.first < last and not other.article for other in sentence.quantities):
        return False
    verbs = lexicon.lists("say", "auxiliaries", "boundary", "plain_and")
    return all(t.kind != "mark" and t.lower not in verbs for t in sentence.tokens[first:last])


def _is_adjunct(sentence: Sentence, first: int, last: int) -> bool:
    """`lost that day`, `left in the space of two hours`: nothing but a time or a place."""
    return adjunct_end(sentence, first) == last


def _is_aside(sentence: Sentence, word: CasualtyWord, quantity: Quantity) -> bool:
    """`eliminates, the staff assures, a dozen fugitives`: commas around what is told by the way, nobody counted in it.

    What opens with `and` or holds another casualty word is no aside.
    """
    first, last = word.last, quantity.first - 1
    if not 2 <= last - first <= LONGEST_ASIDE or not sentence.tokens[first].text == sentence.tokens[last].text == ",":
        return False
    joints = sentence.lexicon.lists("plain_and", "clause_starts", ",", ";", ":")
    if not joints.isdisjoint(sentence.folded[first + 1 : last]):
        return False
    counted = any(first < other.first < last and other.victims.kind != "excluded" for other in sentence.quantities)
    return not counted and not any(first < other.first < last for other in sentence.words)

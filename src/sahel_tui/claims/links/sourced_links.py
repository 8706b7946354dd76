"""A bare figure with nothing but who says it: `fifteen according to JNIM`, `for the UN, fifteen`, `fifteen, said X`."""

from sahel_tui.claims.parties.victims import PARTIES
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.phrases.positions import counted_before, main_toll

LONGEST_NAME = 8
"""Tokens of who says a figure, before it: `according to a senior official of the region`."""

LONGEST_BELIEVED = 10
"""Tokens from `if` to `is to be believed`."""

FIGHTING = frozenset(PARTIES) - {"civilian"}
"""Kinds of nouns of those who fight: what is there for them are their dead."""


def sourced_number(sentence: Sentence, at: int) -> bool:
    """Another voice counts again what the sentence counted before: the verb is left out, the source is not."""
    quantity = sentence.quantities[at]
    previous = counted_before(sentence, quantity)
    if previous is None or quantity.victims.kind or quantity.article:
        return False
    if quantity.match.count.high == 1 or quantity.match.count.vague in ("none", "several"):
        return False  # `…; a second, given by the UN, was fifteen`, `perhaps twice as many according to RFI`
    if not (is_sourced_behind(sentence, quantity) or _is_sourced_before(sentence, quantity, previous)):
        return False
    if sentence.lexicon.partitive.match(sentence.tokens, quantity.match.last):
        return False
    previous = main_toll(sentence, previous)
    quantity.category, quantity.word, quantity.rule = previous.category, previous.word, "sourced_number"
    quantity.inherits, quantity.leftward = previous, True
    return True


def is_sourced_behind(sentence: Sentence, quantity: Quantity) -> bool:
    """`fifteen according to X`, `fifteen (X said)`, `fifteen, said X`, `twenty for RFI`."""
    at = quantity.match.last
    marked = at < len(sentence.tokens) and sentence.tokens[at].text == ","
    at += marked
    if at >= len(sentence.tokens):
        return False
    if sentence.lexicon.according_to.match(sentence.tokens, at) or find_believed(sentence, at):
        return True
    if not marked and _is_by_count(sentence, at):
        return True
    said = marked and sentence.folded[at] in sentence.lexicon.say and sentence.tokens[at].text[0].islower()
    if quantity.first and sentence.folded[quantity.first - 1] in sentence.lexicon.list("contrast"):
        return said  # `against eleven for the attackers`: their dead
    return said or (not marked and _is_for_somebody(sentence, at))


def _is_by_count(sentence: Sentence, at: int) -> bool:
    """`27 by the army's count`, `27 in JNIM's version`: an adjunct with somebody's statement."""
    lexicon, folded = sentence.lexicon, sentence.folded
    if folded[at] not in lexicon.lists("agents", "place_openers"):
        return False
    stated, own = lexicon.list("owned_statements"), lexicon.list("possessive")
    behind = range(at + 2, min(at + LONGEST_NAME, len(folded) - 1))
    return any(folded[place] in own and folded[place + 1] in stated for place in behind)


def is_told_again(sentence: Sentence, quantity: Quantity) -> bool:
    """`It was fifteen, JNIM says`, `According to the UN, there were fifteen` or `…, fifteen`, `Fifteen, said X`.

    Asked of a bare figure with no casualty word: the figure of a whole sentence that somebody says.
    """
    lexicon, folded, first = sentence.lexicon, sentence.folded, quantity.first
    subjects = lexicon.lists("neuter_pronouns", "expletives", "toll_pronouns", "pronouns")
    there = lexicon.phrases["there_are"].match_before(sentence.tokens, first)
    stated = there is not None or (first > 1 and folded[first - 1] in lexicon.be and folded[first - 2] in subjects)
    head = first - (there[1] if there else 2) if stated else first
    last = quantity.match.last
    ended = last >= len(folded) or sentence.tokens[last].kind == "mark" or is_sourced_behind(sentence, quantity)
    if not ended or (head and folded[head - 1] not in lexicon.lists(",", ";", ":", "clause_starts")):
        return False
    opens = lexicon.according_to.match(sentence.tokens, 0) if first else None
    if opens and opens[1] < first <= LONGEST_NAME + 1 and folded[first - 1] in (",", ":"):
        return folded[last:] in ([], ["."])  # `According to JNIM, 31.`
    said = lexicon.say | lexicon.according_to.first_words | lexicon.list("for_them")
    around = {*folded[:head], *folded[last:]}
    return is_sourced_behind(sentence, quantity) or (stated and not said.isdisjoint(around))


def _is_sourced_before(sentence: Sentence, quantity: Quantity, previous: Quantity) -> bool:
    """`…, by that of JNIM fifteen`, `…; for the UN, fifteen`, `…; according to the mayor, fifteen`."""
    lexicon, start = sentence.lexicon, max(previous.last, quantity.first - LONGEST_NAME)
    joints = lexicon.lists("plain_and", "clause_starts", ",", ";", ":", "(")
    for at in range(quantity.first - 2, start, -1):
        if sentence.folded[at - 1] not in joints:
            continue
        cue = lexicon.according_to.match(sentence.tokens, at)
        if cue or _is_for_somebody(sentence, at):
            return not any(sentence.tokens[place].text in ",;:" for place in range(at, quantity.first - 1))
    return False


def _is_for_somebody(sentence: Sentence, at: int) -> bool:
    """`for RFI`, and `for JNIM` beside it: a preposition of opinion, where some such phrase names a mere reporter."""
    lexicon = sentence.lexicon
    words = lexicon.lists("for_them", "-origins")
    if sentence.folded[at] not in words:
        return False
    return any(_names_reporter(sentence, place + 1) for place in sentence.places({sentence.folded[at]}))


def _names_reporter(sentence: Sentence, first: int) -> bool:
    """Someone who only reports stands there, behind an article and an adjective at most."""
    for at in range(first, min(first + 3, len(sentence.tokens))):
        speaker = sentence.lexicon.speaker_at(sentence.tokens, at)
        if speaker:
            noun = sentence.lexicon.nouns.match(sentence.tokens, at)
            return speaker[0] != "state" and (noun is None or noun[0] not in FIGHTING)
    return False


def find_believed(sentence: Sentence, at: int) -> tuple[int, int, int] | None:
    """Whom a clause makes the condition of what it tells: `twelve died, if the army is to be believed`.

    `if` stands at `at`. The first token of the name, the token after it, and the one behind the clause.
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

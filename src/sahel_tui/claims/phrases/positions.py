"""Where quantities and casualty words stand to each other: the small questions the linking rules ask."""

from collections.abc import Sequence

from sahel_tui.claims.language.categories import resolve_category
from sahel_tui.claims.phrases.inserted_clauses import lowers_around
from sahel_tui.claims.phrases.phrases import CasualtyWord, Quantity, Sentence

LONGEST_GAP = 16
"""Tokens that may stand between a subject and its verb."""

SHORTEST_MANNER = 6
"""Letters of an adverb that is known by its ending; `only`, `early` and `ment` are in lists or none."""

FARTHEST_WHOLE = 2
"""Tokens from the head of a sentence to the whole it takes apart."""


FARTHEST_OWNED = 5
"""The same where an owner is named: `Of the army camp's 60 soldiers`."""


def assign(quantity: Quantity, word: CasualtyWord, families: str, rule: str, *, leftward: bool = False) -> bool:
    """Give the quantity the category of the word, if its victims allow one."""
    kind = quantity.victims.kind
    category = resolve_category(families, kind) if families else None
    if category is None or _counts_things(quantity, families):
        return False
    dead = quantity.victims.remains or (quantity.victims.slain and category != "wounded")
    quantity.category = "killed" if dead else category
    quantity.word, quantity.rule, quantity.leftward = word, rule, leftward
    return True


def _counts_things(quantity: Quantity, families: str) -> bool:
    """`the provisional figure of 95 km`: a mere `figure of` only counts the dead when the number stands alone."""
    return families == "count" and quantity.victims.kind not in ("", "unknown")


def active_families(sentence: Sentence, word: CasualtyWord) -> str:
    """Families of an active reading; a past tense form after `was` or `were` is passive."""
    families = word.families("active", "participle")
    before = sentence.tokens[word.first - 1].lower if word.first else ""
    gerund = sentence.folded[word.first].endswith(tuple(sentence.lexicon.list("gerunds")))  # `doctors are treating 23`
    if gerund or before not in sentence.lexicon.auxiliaries:
        return families
    return word.families("active") if sentence.lexicon.list("have") else ""


def starts_quantity(sentence: Sentence, index: int) -> bool:
    return any([quantity.first == index for quantity in sentence.quantities])


def counted_before(sentence: Sentence, quantity: Quantity) -> Quantity | None:
    """The last figure before this one that counts casualties."""
    for other in reversed(sentence.quantities):
        if other.category and other.first < quantity.first:
            return other
    return None


def next_word(sentence: Sentence, index: int) -> CasualtyWord | None:
    for word in sentence.words:
        if word.first >= index:
            return word
    return None


def previous_word(sentence: Sentence, index: int) -> CasualtyWord | None:
    for word in reversed(sentence.words):
        if word.last <= index:
            return word
    return None


def only(sentence: Sentence, first: int, last: int, allowed: frozenset[str]) -> bool:
    """All tokens of a short gap are among the allowed words or adverbs of manner."""
    gap = lowers_around(sentence, first, last)
    return len(gap) <= 6 and all([token in allowed or is_manner(sentence, token) for token in gap])


def is_manner(sentence: Sentence, word: str) -> bool:
    """`coldly`, `sauvagement`: an adverb by its ending, no noun of people or loss."""
    lexicon = sentence.lexicon
    ending = len(word) >= SHORTEST_MANNER and word.endswith(tuple(lexicon.list("manner_endings")))
    return ending and word not in lexicon.nouns.first_words and word not in lexicon.triggers.first_words


def clause_end(sentence: Sentence, index: int) -> int:
    """Where the clause of a subject must have had its verb."""
    told = sentence.told
    ends = [at for name in ("boundary", ";", ":", "—") if name in told for at in told[name] if at >= index]
    return min([len(sentence.tokens), index + LONGEST_GAP, *ends])


def quantity_between(sentence: Sentence, quantity: Quantity, word: CasualtyWord) -> bool:
    """Another figure stands between a subject and its word; parts of the subject do not count."""
    between = [at for at, q in enumerate(sentence.quantities) if quantity.last <= q.first < word.first]
    inside = [sentence.quantities[at] for at in between if not is_carried(sentence, at)]
    if not inside:
        return False
    total = sum([other.match.count.low or 0 for other in inside])
    if len(inside) > 1 and total and total == quantity.match.count.low:
        return False  # `53 fighters, 17 soldiers and 36 volunteers, had been killed`
    return any(
        other.victims.kind != "excluded"
        and (
            _takes_word(sentence, quantity, other, word) or not (other.article or _is_aside(sentence, quantity, other))
        )
        for other in inside
    )


def _takes_word(sentence: Sentence, whole: Quantity, part: Quantity, word: CasualtyWord) -> bool:
    """`two bombers, of whom one was killed`, `200 men, of whom ten fell`: no comma parts the verb from the part.

    So does the subject of a clause of its own: `200 men, the mayor among them, met, and three were shot`.
    """
    opening = sentence.lowers(max(0, part.first - 2), part.first)
    if opening[:1] == [","] and opening[1] in sentence.lexicon.list("plain_and"):
        commas = sentence.folded[whole.last : part.first].count(",")
        if part.victims.kind and commas == 2 and sentence.folded[whole.last] == ",":
            return False  # `35 civilians, including 31 women, and seven soldiers were killed`
        return only(sentence, part.last, word.first, sentence.lexicon.be)
    marked = sentence.lexicon.marks["subset_before"].match_before(sentence.tokens, part.first) is not None
    alone = part.article or not part.victims.kind
    return marked and alone and "," not in sentence.folded[part.last : word.first]


def _is_aside(sentence: Sentence, quantity: Quantity, other: Quantity) -> bool:
    """`15 fighters, including 13 soldiers and 2 volunteers, died`: parts told between the subject and its verb."""
    opening = next((at for at in range(quantity.last, other.first) if sentence.tokens[at].text == ","), None)
    marks = sentence.lexicon.marks["subset_before"]
    if opening is None:
        return False
    apposed = opening + 1 == other.first and sentence.lexicon.partitive.match(sentence.tokens, other.match.last)
    closed = other.last < len(sentence.tokens) and sentence.tokens[other.last].text == ","
    return bool(apposed and closed) or marks.match(sentence.tokens, opening + 1) is not None


def counts_excluded(sentence: Sentence, at: int) -> bool:
    """`one bomb hit the camp and two fell outside`: a bare number after a thing counts that thing.

    `Two sources gave eleven killed` does not count the sources, and `three days later … 27 dead` no days.
    """
    quantity = sentence.quantities[at]
    if quantity.victims.kind or at == 0:
        return False
    if any(word.first == quantity.last and word.families("after") for word in sentence.words):
        return False
    named = next((other for other in reversed(sentence.quantities[:at]) if other.victims.kind), None)
    if named is None or named.victims.kind != "excluded":
        return False
    if ";" in sentence.folded[named.last : quantity.first]:
        return False
    return not sentence.lexicon.speakers.match_before(sentence.tokens, named.last)


def names_speakers(sentence: Sentence, at: int) -> bool:
    """`according to two residents, eleven died`, `citing two witnesses`: these speak, nobody counts them."""
    quantity, lexicon = sentence.quantities[at], sentence.lexicon
    if lexicon.according_to.match_before(sentence.tokens, quantity.first):
        return True
    inside = lexicon.according_to.match(sentence.tokens, quantity.first - 1) if quantity.first else None
    if inside and inside[1] > 1:
        return True  # `if one follows the army`
    if quantity.article and sentence.lowers(quantity.first - 1, quantity.first) == ["("]:
        closed = sentence.lowers(quantity.last, quantity.last + 1) == [")"]
        return closed and lexicon.speakers.match_before(sentence.tokens, quantity.last) is not None
    if not lexicon.citing.match_before(sentence.tokens, quantity.first):
        return False
    fate = any(word.first == quantity.last for word in sentence.words)  # `le communiqué cite 160 terroristes tués`
    return bool(not fate and lexicon.speakers.match_before(sentence.tokens, quantity.last))


def is_connector(sentence: Sentence, first: int, last: int) -> bool:
    """Only commas, `and`, `against` and short place phrases stand between."""
    if last < first or last - first > 12:
        return False
    at, joined = first, False
    tokens = sentence.tokens
    while at < last:
        conjunction = sentence.lexicon.conjunctions.match(tokens, at)
        if conjunction:
            at, joined = at + conjunction[1], True
        elif _parenthesis_end(sentence, at, last):
            at, joined = _parenthesis_end(sentence, at, last), True
        elif tokens[at].text in (",", "(", ")") or tokens[at].lower in sentence.lexicon.list("contrast"):
            at, joined = at + 1, True
        elif _is_place_word(sentence, at) or (joined and tokens[at].lower in sentence.lexicon.list("object_pronouns")):
            at += 1
        else:
            return False
    return joined


def _parenthesis_end(sentence: Sentence, at: int, last: int) -> int:
    """The token after a parenthesis that opens at `at` and closes before `last`; 0 without one."""
    if sentence.tokens[at].text != "(":
        return 0
    return next((end + 1 for end in range(at + 1, last) if sentence.tokens[end].text == ")"), 0)


def _is_place_word(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    if token.lower in sentence.lexicon.list("place_words") or at in sentence.dates:
        return True
    return token.kind == "word" and token.text[0].isupper()


def is_of_persons(quantity: Quantity) -> bool:
    return bool(quantity.victims.kind) and quantity.victims.kind not in ("vehicle", "aircraft", "excluded")


def group_by_word(quantities: Sequence[Quantity]) -> list[list[Quantity]]:
    """Neighbours that share one casualty word."""
    groups: list[list[Quantity]] = []
    for quantity in quantities:
        if groups and quantity.word is not None and groups[-1][-1].word is quantity.word:
            groups[-1].append(quantity)
        else:
            groups.append([quantity])
    return groups


def are_joined(first: Quantity, second: Quantity, sentence: Sentence) -> bool:
    """Nothing but a comma or `and` stands between two figures and their words: `49 dead and 17 injured`."""
    end = first.end
    start = min(second.first, second.word.first if second.word and second.leftward else second.first)
    gap = sentence.lowers(end, start)
    return bool(gap) and all(word == "," or word in sentence.lexicon.list("plain_and") for word in gap)


def set_beside(sentence: Sentence, quantity: Quantity) -> int:
    """Where `along with`, `as well as` before a figure starts; 0 without one.

    A hedge may have taken its last word (`as six`).
    """
    phrases = sentence.lexicon.phrases["beside"]
    for end in (quantity.first, quantity.first + 1):
        found = phrases.match_before(sentence.tokens, end)
        if found:
            return end - found[1]
    return 0


def main_toll(sentence: Sentence, previous: Quantity) -> Quantity:
    """`47 dead and 115 wounded, AFP 60`: what another voice gives alone are the dead, not those told beside them."""
    at = sentence.quantities.index(previous)
    before = sentence.quantities[at - 1] if at else previous
    joined = set_beside(sentence, previous) > 0 or are_joined(before, previous, sentence)
    joined = joined or sentence.folded[previous.first - 1] in sentence.lexicon.list("carrying")  # `with 115 hurt`
    return (
        before if before.category == "killed" and previous.category in ("wounded", "missing") and joined else previous
    )


def opens_whole(sentence: Sentence, quantity: Quantity) -> bool:
    """`Of the nine people wounded two were Swiss`, `Sur les 54 morts`: the whole that a sentence takes apart."""
    opening = sentence.lexicon.lists("out_of", "of", "whole_openers")
    if quantity is not sentence.quantities[0] or sentence.folded[0] not in opening:
        return False
    owned = sentence.lexicon.lists("possessive", "of")  # `Of a garrison of 50`, `Of the camp's 60 soldiers`
    return quantity.first <= FARTHEST_WHOLE or (
        quantity.first <= FARTHEST_OWNED and sentence.folded[quantity.first - 1] in owned
    )


def opens_list(sentence: Sentence, quantity: Quantity, gap: Sequence[str]) -> bool:
    """`The dead were a teacher and a nurse`: persons told one by one behind a verb in the plural."""
    joints = sentence.lexicon.lists("plain_and", ",")
    joined = not joints.isdisjoint(sentence.lowers(quantity.last, quantity.last + 1))
    plural = sentence.lexicon.list("singular_be").isdisjoint(gap)
    return joined and plural and starts_quantity(sentence, quantity.last + 1)


def is_carried(sentence: Sentence, at: int) -> bool:
    """`a pick-up carrying five men was seized`: the vehicle is the subject."""
    quantity, before = sentence.quantities[at], sentence.quantities[at - 1] if at else None
    carried = quantity.first > 0 and sentence.folded[quantity.first - 1] in sentence.lexicon.list("carrying")
    return carried and before is not None and before.victims.kind == "vehicle" and before.last == quantity.first - 1


def verb_start(sentence: Sentence, word: CasualtyWord) -> int:
    """The first of the auxiliaries and adverbs of a verb: `had later been` of `who had later been killed`."""
    lexicon, first = sentence.lexicon, word.first
    passed = lexicon.lists("auxiliaries", "be", "adverbs", "have", "perfect", "pluperfect")
    relatives = lexicon.list("personal_relatives")
    while first and sentence.folded[first - 1] in passed and sentence.folded[first - 1] not in relatives:
        first -= 1
    return first

"""Quantities that share the casualty word of a neighbour, or carry their own inside the noun phrase."""

from sahel_tui.claims.categories import resolve_category
from sahel_tui.claims.phrases import CasualtyWord, Quantity, Sentence
from sahel_tui.claims.positions import assign, counts_excluded, is_connector, opens_whole
from sahel_tui.claims.sentence_marks import subset_after, subset_before
from sahel_tui.claims.words import Trigger
from sahel_tui.model import Category

LONGEST_PART = 5
"""Tokens that say what a part was, before the next part: `were women and`."""

DESCRIBED = 3
"""Tokens behind `were` within which the noun stands that says what a part was."""

FARTHEST_STATE = 4
"""Tokens behind a bare figure within which its state is told: `two in a grave state`."""

LONGEST_ARTICLE_GAP = 3
"""Tokens from a single person to the figure whose verb it shares."""

FARTHEST_SAYING = 4
"""Tokens from a person to the verb that says something."""


def share_forward(sentence: Sentence, at: int) -> bool:
    """`ten civilians and three soldiers were killed`: the first shares the verb of the second."""
    if at + 1 >= len(sentence.quantities):
        return False
    quantity, following = sentence.quantities[at], sentence.quantities[at + 1]
    if following.category is None and not share_forward(sentence, at + 1):
        return False
    if following.leftward or following.word is None or _is_whole(sentence, quantity):
        return False
    if subset_before(sentence, quantity) or _comes_then(sentence, quantity) or _takes_apart(sentence, at):
        return False
    if _ends_list(sentence, at) or _is_apposed_part(sentence, at) or _is_accompanied(sentence, at):
        return False
    if quantity.article and following.first - quantity.last > LONGEST_ARTICLE_GAP:
        return False  # `the target of a bomber at Delimane on 12 January, and three soldiers were wounded`
    if not is_connector(sentence, quantity.last, following.first):
        return False
    if sentence.lexicon.partitive.match(sentence.tokens, following.match.last):
        return False  # `60 passengers, 31 of whom were killed`
    families = following.word.families("participle", "intransitive", "after")
    return may_share(sentence, quantity, families) and assign(quantity, following.word, families, "share_forward")


def _ends_list(sentence: Sentence, at: int) -> bool:
    """`the death of twenty traders and five officers, alongside nine wounded`: the second ends the list before."""
    if not at or sentence.quantities[at + 1].victims.kind or not sentence.quantities[at].victims.kind:
        return False
    before, quantity = sentence.quantities[at - 1], sentence.quantities[at]
    gap = sentence.lowers(before.last, quantity.first)
    joined = len(gap) == 1 and gap[0] in sentence.lexicon.list("plain_and")
    parted = quantity.last < len(sentence.tokens) and sentence.tokens[quantity.last].text == ","
    return joined and parted and before.leftward and bool(before.category)


def _is_accompanied(sentence: Sentence, at: int) -> bool:
    """`47 dead, the ministry 60, along with 115 people injured`: a bare figure is not hurt with those beside it."""
    following = sentence.quantities[at + 1]
    beside = sentence.lexicon.phrases["beside"].match_before(sentence.tokens, following.first)
    return beside is not None and not sentence.quantities[at].victims.kind


def may_share(sentence: Sentence, quantity: Quantity, families: str) -> bool:
    """`dozens wounded, plus five captives`: a noun that says what happened takes no other word's meaning."""
    implied = sentence.lexicon.grammar["implied"].get(quantity.victims.head)
    return implied != "captured" or bool({"captured", "taken"} & set(families.split("+")))


def _takes_apart(sentence: Sentence, at: int) -> bool:
    """`three security sources, one West African and two French, had 28 dead`: parts of a thing counted before."""
    for start in (at - 1, at - 2):
        if start < 0 or sentence.quantities[start].victims.kind != "excluded":
            continue
        parts = sentence.quantities[start + 1 : start + 3]
        whole = sentence.quantities[start].match.count.low
        if len(parts) == 2 and whole and sum(part.match.count.low or 0 for part in parts) == whole:
            return True
    return False


def _comes_then(sentence: Sentence, quantity: Quantity) -> bool:
    """`five dead, then seven, and twenty wounded`: a figure that follows in time counts what was counted before."""
    before = sentence.lowers(max(0, quantity.first - 2), quantity.first)
    return any(word in sentence.lexicon.list("then") for word in before)


def _is_whole(sentence: Sentence, quantity: Quantity) -> bool:
    """`sur les 150 soldats, 53 sont tués`: the whole of which a part is counted."""
    return quantity.first > 0 and sentence.tokens[quantity.first - 1].lower in sentence.lexicon.list("out_of")


def share_backward(sentence: Sentence, at: int) -> bool:
    """`killing two people at Kassela and five at Markacoungo`, `12 soldiers were killed at A and four at B`."""
    quantity = sentence.quantities[at]
    previous = next((other for other in reversed(sentence.quantities[:at]) if other.category), None)
    if (
        previous is None
        or previous.word is None
        or has_other_verb(sentence, quantity)
        or _speaks(sentence, quantity)
        or counts_excluded(sentence, at)
        or _precedes_subset(sentence, at)
    ):
        return False
    start = previous.last if previous.leftward else max(previous.last, previous.word.last)
    if not is_connector(sentence, start, quantity.first):
        return False
    families = previous.word.families("active", "participle", "before", "intransitive", "after")
    behind = sentence.lowers(quantity.match.last, quantity.last + (0 if quantity.victims.kind else FARTHEST_STATE))
    if not sentence.lexicon.list("gravely").isdisjoint(behind):
        quantity.flags.append("subset")  # `nine were wounded, two critically`, `eight wounded, two in a grave state`
    return may_share(sentence, quantity, families) and assign(
        quantity, previous.word, families, "share_backward", leftward=previous.leftward
    )


def _speaks(sentence: Sentence, quantity: Quantity) -> bool:
    """`eleven killed, and a resident of Boulikessi said that …`: a single person who says something is not counted."""
    behind = sentence.lowers(quantity.last, quantity.last + FARTHEST_SAYING)
    return quantity.article and any(token in sentence.lexicon.say for token in behind)


def has_other_verb(sentence: Sentence, quantity: Quantity) -> bool:
    """`69 died and only 15 survived`: a verb of its own follows; `two, against eleven for the army` has none."""
    if quantity.last >= len(sentence.tokens):
        return False
    token, contrast = sentence.tokens[quantity.last], sentence.lexicon.list("contrast")
    follows = token.kind == "mark" or token.lower in sentence.lexicon.list("after_shared")
    follows = follows or (token.lower in contrast and sentence.folded[quantity.first - 1] in contrast)
    joined = sentence.lexicon.conjunctions.match(sentence.tokens, quantity.last) is not None
    marked = sentence.lexicon.marks["subset_after"].match(sentence.tokens, quantity.last) is not None
    return not (follows or joined or marked)


def attributive_word(sentence: Sentence, at: int) -> bool:
    """`five injured civilians were evacuated`: the casualty word stands before its noun."""
    quantity = sentence.quantities[at]
    first = quantity.match.last
    if quantity.article or first >= quantity.last:
        return False
    match = sentence.lexicon.triggers.match(sentence.tokens, first)
    hurt = match is not None and any(reading.family == "wounded" for reading in match[0])
    if not match or _is_freed(sentence, quantity, behind=not hurt):
        return False  # `five injured civilians were evacuated` were hurt all the same.
    word = CasualtyWord(first, first + match[1], match[0])
    return assign(quantity, word, word.families("participle", "after"), "attributive_word")


def share_subset(sentence: Sentence, at: int) -> bool:
    """`including twenty-one children`, `20 children among them`: counted like the figure they belong to."""
    quantity = sentence.quantities[at]
    marked = subset_before(sentence, quantity) or subset_after(sentence, quantity) or _is_apposed(sentence, quantity)
    marked = marked or _is_named_part(sentence, quantity)
    if not (marked or _continues_subset(sentence, at) or _precedes_subset(sentence, at)):
        return False
    previous = next((other for other in reversed(sentence.quantities[:at]) if other.category), None)
    if previous is None or previous.category is None or quantity.victims.kind == "excluded":
        return False
    category = _category_of_marker(sentence, quantity) or previous.category
    if category in ("captured", "missing") and _is_freed(sentence, quantity):
        return False  # `eleven were missing, of whom four came back`
    quantity.category = category
    quantity.word, quantity.rule = previous.word, "share_subset"
    quantity.flags.append("subset")
    return True


def _is_named_part(sentence: Sentence, quantity: Quantity) -> bool:
    """`around 100 dead, of whom it named 81`: a pronoun and its verb between the mark and the figure."""
    at = quantity.first
    spoken = at > 2 and sentence.folded[at - 2] in sentence.lexicon.pronouns
    marked = spoken and sentence.lexicon.marks["subset_before"].match_before(sentence.tokens, at - 2) is not None
    return marked and not quantity.victims.kind


def _is_apposed(sentence: Sentence, quantity: Quantity) -> bool:
    """`seven prisoners, two of them Russian`: a part behind a comma, with no verb of its own."""
    part = sentence.lexicon.partitive.match(sentence.tokens, quantity.match.last)
    parted = quantity.first > 0 and sentence.tokens[quantity.first - 1].text == ","
    told = bool(quantity.victims.kind) and not quantity.match.count.vague  # `many of them women` counts nobody
    return part is not None and parted and told and not has_other_verb(sentence, quantity)


def _is_apposed_part(sentence: Sentence, at: int) -> bool:
    """`157 dead, 46 of them children, and 65 injured`: a part of the figure before it shares nothing behind it."""
    return (
        at > 0 and sentence.quantities[at - 1].category is not None and _is_apposed(sentence, sentence.quantities[at])
    )


def _continues_subset(sentence: Sentence, at: int) -> bool:
    """`including twelve gendarmes and eight guards`: the second part shares the marker of the first."""
    first, quantity = sentence.quantities[at - 1] if at else None, sentence.quantities[at]
    if first is None or first.rule != "share_subset" or not quantity.victims.kind:
        return False
    gap = sentence.lowers(first.last, quantity.first)
    described = (
        2 < len(gap) <= LONGEST_PART and gap[0] in sentence.lexicon.be
    )  # `of whom 28 were women and 45 children`
    return bool(gap) and gap[-1] in sentence.lexicon.list("plain_and") and (len(gap) == 1 or described)


def _precedes_subset(sentence: Sentence, at: int) -> bool:
    """`with twenty soldiers and twenty hunters among them`: the marker behind the second part is that of both."""
    quantity = sentence.quantities[at]
    if at + 1 >= len(sentence.quantities) or not quantity.victims.kind or quantity.article:
        return False
    following = sentence.quantities[at + 1]
    gap = sentence.lowers(quantity.last, following.first)
    joined = len(gap) == 1 and gap[0] in sentence.lexicon.list("plain_and")
    return joined and subset_after(sentence, following)


def _category_of_marker(sentence: Sentence, quantity: Quantity) -> Category | None:
    """`three officers among the wounded`: the marker itself names the category."""
    if quantity.last >= len(sentence.tokens):
        return None
    match = sentence.lexicon.marks["subset_after"].match(sentence.tokens, quantity.last)
    if not match:
        return None
    inside = [word for word in sentence.words if quantity.last <= word.first < quantity.last + match[1]]
    return resolve_category(inside[0].families("after", "participle"), quantity.victims.kind) if inside else None


def part_described(sentence: Sentence, at: int) -> bool:
    """`had killed 22; three of these were children`: what some of those counted were, with no verb of loss."""
    quantity = sentence.quantities[at]
    part = sentence.lexicon.partitive.match(sentence.tokens, quantity.match.last)
    whole = at > 0 and opens_whole(sentence, sentence.quantities[0])
    verb = quantity.match.last + (part[1] if part else 0) if part or whole else len(sentence.tokens)
    previous = next((other for other in reversed(sentence.quantities[:at]) if other.category), None)
    if previous is None or verb >= len(sentence.tokens) or sentence.folded[verb] not in sentence.lexicon.be:
        return False
    if verb + 1 >= len(sentence.tokens) or any(
        sentence.lexicon.triggers.match(sentence.tokens, place) for place in (verb, verb + 1)
    ):
        return False
    if not part and not _names_people(sentence, verb + 1):
        return False  # `of 611 suspects 546 were freed`
    quantity.category, quantity.word, quantity.rule = previous.category, previous.word, "part_described"
    quantity.flags.append("subset")
    return True


def _names_people(sentence: Sentence, first: int) -> bool:
    """A noun of people stands there, behind an article or an adjective, or a nationality: `were Swiss experts`."""
    if first < len(sentence.tokens) and sentence.folded[first] in sentence.lexicon.nation_words:
        return True
    nouns = (sentence.lexicon.nouns.match(sentence.tokens, at) for at in range(first, first + DESCRIBED))
    return any(noun and noun[0] not in ("excluded", "vehicle", "aircraft") for noun in nouns)


def implied_by_noun(sentence: Sentence, at: int) -> bool:
    """`138 victims`, `3,000 refugees`: the noun itself says what happened."""
    quantity = sentence.quantities[at]
    nouns: dict[str, Category] = sentence.lexicon.grammar["implied"]
    implied = nouns.get(quantity.victims.head)
    if implied is None and quantity.match.count.vague == "none" and sentence.lexicon.grammar.get("head_first"):
        implied = nouns.get(quantity.victims.text.partition(" ")[0].lower())  # `nie toute victime civile`
    if implied is None or (quantity.article and implied != "captured") or _is_freed(sentence, quantity):
        return False
    quantity.category, quantity.rule = implied, "implied_by_noun"
    quantity.word = CasualtyWord(quantity.last - 1, quantity.last, (Trigger(implied, "before"),))
    if quantity.victims.head in sentence.lexicon.list("compound"):
        quantity.combined = ("killed", "wounded")
    return True


def _is_freed(sentence: Sentence, quantity: Quantity, *, behind: bool = True) -> bool:
    """`freed ten hostages`; not `took ten hostages, freed a week later`, of whom a clause of its own tells the rest."""
    freed, relatives = sentence.lexicon.marks["freed"], sentence.lexicon.list("personal_relatives")
    if freed.first_words.isdisjoint(sentence.vocabulary):
        return False
    end = quantity.last + 5 if behind else quantity.first
    for at in range(max(0, quantity.first - 2), min(len(sentence.tokens), end)):
        token = sentence.tokens[at]
        if at >= quantity.last and (token.text == "," or token.lower in relatives):
            return False
        if freed.match(sentence.tokens, at):
            return True
    return False

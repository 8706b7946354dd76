"""Parts of people counted before: `including twenty-one children`, `of whom 59 were civilians`."""

from sahel_tui.claims.language.categories import resolve_category
from sahel_tui.claims.language.noun_phrases import complement_end
from sahel_tui.claims.links.sentence_marks import subset_after, subset_before
from sahel_tui.claims.links.toll_links import is_bare
from sahel_tui.claims.links.whole_links import opens_with
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.phrases.positions import counted_before, opens_whole
from sahel_tui.model import Category

LONGEST_PART = 5
"""Tokens that say what a part was, before the next part: `were women and`."""

DESCRIBED = 3
"""Tokens behind `were` within which the noun stands that says what a part was."""


def share_subset(sentence: Sentence, at: int) -> bool:
    """`including twenty-one children`, `20 children among them`: counted like the figure they belong to."""
    quantity = sentence.quantities[at]
    marked = subset_before(sentence, quantity) or subset_after(sentence, quantity) or _is_apposed(sentence, quantity)
    marked = marked or _is_named_part(sentence, quantity)
    if not (marked or _continues_subset(sentence, at) or precedes_subset(sentence, at)):
        return False
    previous = counted_before(sentence, quantity)
    if previous is None or previous.category is None or quantity.victims.kind == "excluded":
        return False
    category = _category_of_marker(sentence, quantity) or previous.category
    if category in ("captured", "missing") and is_freed(sentence, quantity):
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
    parted = quantity.first > 0 and sentence.tokens[quantity.first - 1].text in ",(–—-"
    told = bool(quantity.victims.kind) and not quantity.match.count.vague  # `many of them women` counts nobody
    behind = sentence.folded[quantity.last] if quantity.last < len(sentence.tokens) else ""
    if parted and behind in sentence.lexicon.list("part_verbs") and not quantity.match.count.vague:
        return True  # `24 dead, five being children`
    return part is not None and parted and told and not has_other_verb(sentence, quantity)


def is_apposed_part(sentence: Sentence, at: int) -> bool:
    """`157 dead, 46 of them children, and 65 injured`: a part of the figure before it shares nothing behind it."""
    return (
        at > 0 and sentence.quantities[at - 1].category is not None and _is_apposed(sentence, sentence.quantities[at])
    )


def _continues_subset(sentence: Sentence, at: int) -> bool:
    """`including twelve gendarmes and eight guards`: the next part shares the marker of the first."""
    first, quantity = sentence.quantities[at - 1] if at else None, sentence.quantities[at]
    if (
        first is None
        or not quantity.victims.kind
        or not (first.rule == "share_subset" or subset_before(sentence, first))
    ):
        return False
    gap = sentence.lowers(complement_end(sentence.tokens, first.last, sentence.lexicon), quantity.first)
    described = (
        2 < len(gap) <= LONGEST_PART and gap[0] in sentence.lexicon.be
    )  # `of whom 28 were women and 45 children`
    if not gap or not (len(gap) == 1 or described):
        return False
    return gap[-1] in sentence.lexicon.list("plain_and") or (gap[-1] == "," and _closes_list(sentence, at))


def _closes_list(sentence: Sentence, at: int) -> bool:
    """`59 civilians, six volunteers and fifteen gendarmes`: more people behind `and`, then the clause ends."""
    if at + 1 >= len(sentence.quantities):
        return False
    quantity, following = sentence.quantities[at], sentence.quantities[at + 1]
    gap = sentence.lowers(quantity.last, following.first)
    if len(gap) != 1 or not following.victims.kind or following.victims.kind == "excluded":
        return False
    if gap[0] == ",":
        return _closes_list(sentence, at + 1)
    ends = following.last >= len(sentence.tokens) or sentence.tokens[following.last].kind == "mark"
    return gap[0] in sentence.lexicon.list("plain_and") and ends and following.category is None


def precedes_subset(sentence: Sentence, at: int) -> bool:
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
    previous = counted_before(sentence, quantity)
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


def part_of_opening(sentence: Sentence, at: int) -> bool:
    """`Of the 13 soldiers killed, nine came from Gao`: a bare number takes the whole's category, whatever its verb."""
    quantity, whole = sentence.quantities[at], sentence.quantities[0]
    if not is_bare(quantity) or not opens_with(sentence, quantity, whole) or is_freed(sentence, quantity):
        return False
    quantity.category, quantity.word, quantity.rule = whole.category, whole.word, "part_of_opening"
    quantity.flags.append("subset")
    return True


def _names_people(sentence: Sentence, first: int) -> bool:
    """A noun of people stands there, behind an article or an adjective, or a nationality: `were Swiss experts`."""
    if first < len(sentence.tokens) and sentence.folded[first] in sentence.lexicon.nation_words:
        return True
    nouns = (sentence.lexicon.nouns.match(sentence.tokens, at) for at in range(first, first + DESCRIBED))
    return any(noun and noun[0] not in ("excluded", "vehicle", "aircraft") for noun in nouns)


def has_other_verb(sentence: Sentence, quantity: Quantity) -> bool:
    """`69 died and only 15 survived`: a verb of its own follows; `two, against eleven for the army` has none."""
    if quantity.last >= len(sentence.tokens):
        return False
    owned = sentence.folded[quantity.last] in sentence.lexicon.list("possessive")
    if quantity.last + owned >= len(sentence.tokens):
        return False
    token, contrast = sentence.tokens[quantity.last + owned], sentence.lexicon.list("contrast")
    follows = token.kind == "mark" or token.lower in sentence.lexicon.list("after_shared")
    follows = follows or (token.lower in contrast and sentence.folded[quantity.first - 1] in contrast)
    joined = sentence.lexicon.conjunctions.match(sentence.tokens, quantity.last) is not None
    marked = sentence.lexicon.marks["subset_after"].match(sentence.tokens, quantity.last) is not None
    return not (follows or joined or marked)


def is_freed(sentence: Sentence, quantity: Quantity, *, behind: bool = True) -> bool:
    """`freed ten hostages`; not `took ten hostages, freed a week later`, of whom a clause of its own tells the rest."""
    freed, relatives = sentence.lexicon.marks["freed"], sentence.lexicon.list("personal_relatives")
    if "freed" not in sentence.told:
        return False
    joined = quantity.last < len(sentence.tokens) and sentence.folded[quantity.last] in sentence.lexicon.list(
        "plain_and"
    )
    end = quantity.last + (9 if joined else 5) if behind else quantity.first  # `two hostages and a trader were freed`
    for at in range(max(0, quantity.first - 2), min(len(sentence.tokens), end)):
        token = sentence.tokens[at]
        if at >= quantity.last and (token.text == "," or token.lower in relatives):
            return False
        if freed.match(sentence.tokens, at):
            return True
    return False

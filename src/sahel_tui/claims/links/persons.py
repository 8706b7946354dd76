"""Single persons counted with others: `the mayor and 68 others`, `a woman and a child`."""

from sahel_tui.claims.links.among_links import among_the_dead
from sahel_tui.claims.links.direct_links import object_of_word
from sahel_tui.claims.links.person_lists import Person, are_alike, persons_before
from sahel_tui.claims.phrases.adjuncts import adjunct_end, is_verbless
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.phrases.positions import active_families, assign, set_beside
from sahel_tui.dataclass import replace
from sahel_tui.model import Count

FARTHEST_OPENING = 8
"""Tokens from the head of a clause to the person that opens its list."""

COUNTED_KINDS = frozenset(("civilian", "state", "people", "group", "fighter", "mercenary", "international"))
"""Nouns of the people who are counted with one."""


def add_named_person(sentence: Sentence) -> None:
    """`the mayor and 68 others were killed` is 69; `killed the emir Abou Yahya and four other rebels` is five."""
    for quantity in sentence.quantities:
        count = quantity.match.count
        if not quantity.victims.others or count.low is None or quantity.first < 2:
            continue
        if sentence.tokens[quantity.first - 1].lower not in sentence.lexicon.list("plain_and"):
            continue
        first = _person_start(sentence, quantity)
        if first is None or not (quantity.category or _link_person(sentence, quantity, first)):
            continue
        high = None if count.high is None else count.high + 1
        total = replace(count, low=count.low + 1, high=high)
        quantity.match = replace(quantity.match, count=total)
        quantity.first = first
        quantity.flags.append("arith")


def _person_start(sentence: Sentence, quantity: Quantity) -> int | None:
    """Where the single person named before `and 68 others` starts; None when a group or a figure stands there."""
    first = quantity.first - 1
    limit = max(0, first - 8)
    while first > limit:
        token = sentence.tokens[first - 1]
        if token.kind in ("mark", "number") or token.lower in sentence.lexicon.boundary:
            break
        if any(word.first < first <= word.last for word in sentence.words):
            break
        first -= 1
    words = sentence.tokens[first : quantity.first - 1]
    overlaps = any(first <= other.first < quantity.first and not other.article for other in sentence.quantities)
    if len(words) == 1 and words[0].lower in sentence.lexicon.list("single_pronouns"):
        return first
    if not words or overlaps or words[0].lower in sentence.lexicon.stop:
        return None
    if words[-1].lower in sentence.lexicon.list("event_nouns"):
        return None  # `seven died in an assault and five more in an accident`
    singular = words[0].lower in sentence.lexicon.list("determiners") or words[-1].text[0].isupper()
    return first if singular and not _has_plural_noun(sentence, first, quantity.first - 1) else None


def _has_plural_noun(sentence: Sentence, first: int, last: int) -> bool:
    return any(
        sentence.lexicon.nouns.match(sentence.tokens, at) and sentence.tokens[at].lower.endswith("s")
        for at in range(first, last)
    )


def _link_person(sentence: Sentence, quantity: Quantity, first: int) -> bool:
    """The verb before the person also governs the others."""
    word = next((word for word in sentence.words if word.last == first), None)
    families = active_families(sentence, word) if word else ""
    return bool(word and families and assign(quantity, word, families, "named_person_and_others", leftward=True))


def add_listed_person(sentence: Sentence) -> None:
    """`executed the mayor, two councillors and an imam` is four: persons told by office open the list."""
    for at, quantity in enumerate(sentence.quantities):
        low = quantity.match.count.low
        people = _listed_before(sentence, quantity) if low and not quantity.article else []
        if low is None or not people or quantity.match.count.high not in (low, None):
            continue
        start, number = people[0].first, low + len(people)
        if _shares_word(sentence, quantity, start) if quantity.category else _link_list(sentence, at, start):
            high = None if quantity.match.count.high is None else number
            quantity.match = replace(quantity.match, count=replace(quantity.match.count, low=number, high=high))
            quantity.first = start
            quantity.flags = [*without_kin(sentence, quantity), "arith"]


def without_kin(sentence: Sentence, quantity: Quantity) -> list[str]:
    """`the chief and two of his sons`: counted with their father, kin are no part."""
    kin = quantity.victims.head in sentence.lexicon.list("kin")
    return [flag for flag in quantity.flags if not (kin and flag == "subset")]


def _link_list(sentence: Sentence, at: int, start: int) -> bool:
    """`shot the mayor and two guards`, `the deaths of the mayor and two guards`: the word before is theirs."""
    quantity = sentence.quantities[at]
    first, quantity.first = quantity.first, start
    if quantity.victims.kind == "unknown":
        quantity.victims.kind = "people"  # `lost its captain and two of his deputies`
    if object_of_word(sentence, at) or among_the_dead(sentence, at):
        return True
    quantity.first = first
    return False


def _shares_word(sentence: Sentence, quantity: Quantity, start: int) -> bool:
    """`the mayor and two councillors were killed`, `cost the lives of the mayor and two councillors`."""
    if any(other.first == start and other.category for other in sentence.quantities):
        return False
    if sentence.folded[quantity.first - 1] == ",":
        return False
    if quantity.leftward:
        gap = sentence.lowers(quantity.word.last, start) if quantity.word else ["?"]
        return all(word in sentence.lexicon.list("of") or word in sentence.lexicon.auxiliaries for word in gap)
    return _opens_clause(sentence, start) or sentence.folded[start - 1] in sentence.lexicon.list("leaving")


def _opens_clause(sentence: Sentence, start: int) -> bool:
    """The sentence or a clause starts there, at most a time or a place before: `that Sunday the mayor and …`."""
    lexicon = sentence.lexicon
    for at in range(start, max(-1, start - FARTHEST_OPENING), -1):
        before = sentence.folded[at - 1] if at else ""
        openers = lexicon.lists("boundary", "that_clause", "clause_starts", "say")
        if not at or sentence.tokens[at - 1].kind == "mark" or before in openers:
            placed = sentence.folded[at] in lexicon.lists("place_openers", "place_prepositions")
            return adjunct_end(sentence, at) == start or (placed and is_verbless(sentence, at, start))
    return False


def _listed_before(sentence: Sentence, quantity: Quantity) -> list[Person]:
    """The single persons before a figure, `and` or a comma between them: `the mayor, his deputy and two guards`."""
    lexicon, end = sentence.lexicon, _list_end(sentence, quantity)
    owned = quantity.victims.kind == "unknown" and sentence.folded[quantity.match.last] in lexicon.list("of")
    if end < 1 or not (owned or quantity.victims.kind in COUNTED_KINDS):
        return []  # `and five of his flock`
    found: list[Person] = []
    for person in persons_before(sentence, _before_name(sentence, end)):
        found = [] if person.counted else [*found, person]
    return found if found and are_alike(sentence, [*(p.victims for p in found), quantity.victims]) else []


def _list_end(sentence: Sentence, quantity: Quantity) -> int:
    """Where the list before a figure ends: at a comma, `and`, `as well as`; 0 without one."""
    end = quantity.first - 1
    end -= end > 0 and sentence.folded[end] in sentence.lexicon.own  # `she and her two children`
    if end > 0 and (sentence.tokens[end].text == "," or sentence.folded[end] in sentence.lexicon.list("plain_and")):
        return end
    return set_beside(sentence, quantity)


def _before_name(sentence: Sentence, end: int) -> int:
    """Where `the driver` ends in `the driver, Ali Barry, and two guards`; `end` where no name is set off."""
    if end < 3 or sentence.tokens[end - 1].text != ",":
        return end
    opening = next((at for at in range(end - 2, max(0, end - 6), -1) if sentence.tokens[at].text == ","), None)
    named = opening is not None and all(token.text[0].isupper() for token in sentence.tokens[opening + 1 : end - 1])
    return opening if named and opening is not None else end


def add_relatives(sentence: Sentence) -> None:
    """`a father and his son were executed` is two: a single relative stands behind a single person."""
    plain, own = sentence.lexicon.list("plain_and"), sentence.lexicon.own
    for quantity in sentence.quantities:
        at = quantity.last
        person = quantity.article and quantity.category and quantity.victims.kind not in ("vehicle", "aircraft")
        if not person or at + 2 >= len(sentence.tokens):
            continue
        related = sentence.folded[at] in plain and sentence.folded[at + 1] in own
        family = (
            next((q for q in sentence.quantities if q.first == at + 2 and not q.category), None) if related else None
        )
        if family and family.victims.kind in ("civilian", "people") and family.match.count.low:
            low = family.match.count.low + 1  # `a village chief and his two sons`
            quantity.match, quantity.last = replace(quantity.match, count=Count(low, low)), family.last
            quantity.flags.append("arith")
            continue
        noun = sentence.lexicon.nouns.match(sentence.tokens, at + 2) if related else None
        many = related and sentence.folded[at + 2].endswith("s")
        many = many and sentence.folded[at + 2] not in sentence.lexicon.list("sons")
        kin = sentence.folded[at + 2] in sentence.lexicon.list(
            "kinsmen"
        )  # `his brother`, who may be a comrade elsewhere
        if noun and (noun[0] in ("civilian", "people") or kin) and not many:
            last, number = _further_relatives(sentence, at + 2 + noun[1])
            quantity.match = replace(quantity.match, count=Count(2 + number, 2 + number))
            quantity.last = last
            quantity.flags.append("arith")


def _further_relatives(sentence: Sentence, at: int) -> tuple[int, int]:
    """Where `and his wife and son` ends, and how many more there are."""
    number, plain = 0, sentence.lexicon.list("plain_and")
    while at + 1 < len(sentence.tokens) and sentence.folded[at] in plain:
        own = sentence.folded[at + 1] in sentence.lexicon.own
        noun = sentence.lexicon.nouns.match(sentence.tokens, at + 1 + own)
        if not noun or noun[0] != "civilian" or sentence.folded[at + 1 + own].endswith("s"):
            break
        at, number = at + 1 + own + noun[1], number + 1
    return at, number


def join_articles(sentence: Sentence) -> None:
    """`a woman and a child among them` is two; so is `a teacher, a nurse and a driver were killed` three."""
    for at in range(len(sentence.quantities) - 1, 0, -1):
        first, second = sentence.quantities[at - 1], sentence.quantities[at]
        single = at > 1 and sentence.quantities[at - 2].article  # `a Frenchman, a Belgian and two Malians`
        if _may_join_people(sentence, first, second, listed=single):
            low = (first.match.count.low or 0) + (second.match.count.low or 0)
            first.match = replace(first.match, count=Count(low, low))
            first.category, first.word, first.rule = second.category, second.word, second.rule
            first.last, first.leftward = second.last, second.leftward or first.leftward
            first.flags = [*dict.fromkeys((*without_kin(sentence, second), "arith"))]
            if first.victims.kind == "state":
                first.victims.nations += second.victims.nations  # `a French and a Malian soldier`: allies
            second.category = None


def _may_join_people(sentence: Sentence, first: Quantity, second: Quantity, *, listed: bool) -> bool:
    """Two single persons of one kind, or a person and `his two sons`, in one list."""
    kinds = {first.victims.kind, second.victims.kind}
    alike = bool(first.victims.kind) and (len(kinds) == 1 or kinds == {"people", "civilian"})
    if not (first.article and second.category and alike):
        return False
    if first.category not in (None, second.category) or second.match.count.low is None:
        return False
    gap = sentence.lowers(first.last, second.first)
    if gap == [","] and sentence.lowers(second.last, second.last + 1) == [","]:
        return False  # `A single civilian, a bus driver, was wounded`: one person, told twice
    plain = sentence.lexicon.list("plain_and")
    joined = gap in ([","], [",", *plain]) or (len(gap) == 1 and gap[0] in plain)
    own = len(gap) == 2 and gap[0] in plain and gap[1] in sentence.lexicon.own
    return own or (joined and (listed or second.article or "arith" in second.flags))

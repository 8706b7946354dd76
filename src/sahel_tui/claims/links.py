"""Which casualty word counts which quantity: one small rule a construction, tried in order."""

from collections.abc import Callable
from dataclasses import replace

from sahel_tui.claims.infobox import resolve_category
from sahel_tui.claims.phrases import CasualtyWord, Quantity, Sentence
from sahel_tui.model import Category, Count

LONGEST_GAP = 16
"""Tokens that may stand between a subject and its verb."""


def link_quantities(sentence: Sentence) -> list[Quantity]:
    """The quantities of a sentence that count casualties, each with category, rule and flags."""
    rules: tuple[Callable[[Sentence, int], bool], ...] = (
        followed_by_word,
        object_of_word,
        far_subject,
        head_of_toll,
    )
    for rule in rules:
        for at, quantity in enumerate(sentence.quantities):
            if quantity.category is None:
                rule(sentence, at)
    for share in (implied_by_noun, attributive_word, share_forward, share_backward, share_subset):
        for at, quantity in enumerate(sentence.quantities):
            if quantity.category is None:
                share(sentence, at)
    for at in range(len(sentence.quantities)):
        mark_subset(sentence, at)
        inherit_victims(sentence, at)
        mark_mixed(sentence, at)
    add_named_person(sentence)
    join_articles(sentence)
    mark_total(sentence)
    return [quantity for quantity in sentence.quantities if quantity.category]


def _assign(quantity: Quantity, word: CasualtyWord, families: str, rule: str, *, leftward: bool = False) -> bool:
    """Give the quantity the category of the word, if its victims allow one."""
    kind = quantity.victims.kind
    category = resolve_category(families, kind) if families else None
    if category is None or _counts_things(quantity, families):
        return False
    quantity.category = category
    quantity.word, quantity.rule, quantity.leftward = word, rule, leftward
    return True


def _counts_things(quantity: Quantity, families: str) -> bool:
    """`the provisional figure of 95 km`: a mere `figure of` only counts the dead when the number stands alone."""
    return families == "count" and quantity.victims.kind not in ("", "unknown")


def followed_by_word(sentence: Sentence, at: int) -> bool:
    """`fourteen soldiers were killed`, `24 soldiers dead`, `29 injured`, `six or seven of the raiders had been killed`."""
    quantity = sentence.quantities[at]
    word = _next_word(sentence, quantity.last)
    if word is None or not _only(sentence, quantity.last, word.first, sentence.lexicon.be):
        return False
    if _counts_excluded(sentence, at):
        return False
    if _has_own_object(sentence, quantity, word):
        return False
    families = word.families("participle", "intransitive", "after")
    if not _assign(quantity, word, families, "followed_by_word"):
        return False
    quantity.combined = _compound(sentence, word, quantity)
    return True


def object_of_word(sentence: Sentence, at: int) -> bool:
    """`killing thirteen people`, `wounded 40 more`, `lost around 25 soldiers`, `the deaths of two`, `cost the army a dozen`."""
    quantity = sentence.quantities[at]
    word = _previous_word(sentence, quantity.first)
    if word is None:
        return False
    gap = sentence.lowers(word.last, quantity.first)
    if _is_toll(sentence, quantity, word, gap):
        return _assign(quantity, word, word.families("before", "participle"), "noun_before", leftward=True)
    families = _without_life_takers(sentence, quantity, word, _active_families(sentence, word))
    doubled = sentence.tokens[word.first].lower in sentence.lexicon.list("double_object") and len(gap) <= 3
    if families and (doubled or all(token in sentence.lexicon.list("object_gap") for token in gap)):
        return _assign(quantity, word, families, "object_of_word", leftward=True)
    return False


def _is_toll(sentence: Sentence, quantity: Quantity, word: CasualtyWord, gap: list[str]) -> bool:
    """`the deaths of two`, `a toll of nine`, `put the militants killed at 40`; not `the dead was a woman`."""
    if not gap or quantity.match.count.vague == "none" or not all(token in sentence.lexicon.list("toll_gap") for token in gap):
        return False
    if quantity.article and gap[0] not in sentence.lexicon.list("of"):
        return False
    return bool(word.families("before")) or (bool(word.families("participle")) and gap == sentence.lexicon.grammar["put_at"])


def _without_life_takers(sentence: Sentence, quantity: Quantity, word: CasualtyWord, families: str) -> str:
    """`claimed nine lives` kills; `took eight hostages` and `claimed two vehicles` do not."""
    takes = sentence.tokens[word.first].lower in sentence.lexicon.list("life_takers")
    if not takes or quantity.victims.head in sentence.lexicon.list("lives"):
        return families
    return "+".join(family for family in families.split("+") if family != "killed")


def _active_families(sentence: Sentence, word: CasualtyWord) -> str:
    """Families of an active reading; a past tense form after `was` or `were` is passive."""
    families = word.families("active", "participle")
    before = sentence.tokens[word.first - 1].lower if word.first else ""
    return "" if before in sentence.lexicon.auxiliaries else families


def far_subject(sentence: Sentence, at: int) -> bool:
    """`ten soldiers on patrol near the border were killed`: the verb comes later in the clause."""
    quantity = sentence.quantities[at]
    if quantity.article and not quantity.victims.text:
        return False
    limit = _clause_end(sentence, quantity.last)
    for word in sentence.words:
        if not quantity.last <= word.first < limit:
            continue
        before = sentence.tokens[word.first - 1].lower
        finite = word.families("intransitive")
        passive = word.families("participle") if before in sentence.lexicon.be else ""
        if not (finite or passive) or _quantity_between(sentence, quantity, word):
            return False
        return _assign(quantity, word, passive or finite, "far_subject")
    return False


def head_of_toll(sentence: Sentence, at: int) -> bool:
    """`put the toll at eight`, `the dead number at least 174`: the noun stands a few words before the count."""
    quantity = sentence.quantities[at]
    word = _previous_word(sentence, quantity.first)
    if word is None or not word.families("before") or quantity.article or quantity.match.count.vague == "none":
        return False
    gap = sentence.lowers(word.last, quantity.first)
    if not gap or len(gap) > 8 or any(token in sentence.lexicon.list("hard_stops") for token in gap):
        return False
    opens = sentence.lexicon.list("toll_gap") | sentence.lexicon.list("side_prepositions") | sentence.lexicon.list("place_openers")
    if gap[0] not in opens:
        return False
    if not any(token in sentence.lexicon.list("toll_gap") for token in gap[-2:]):
        return False
    if quantity.victims.kind in ("vehicle", "aircraft", "excluded"):
        return False
    return _assign(quantity, word, word.families("before"), "head_of_toll", leftward=True)


def share_forward(sentence: Sentence, at: int) -> bool:
    """`ten civilians and three soldiers were killed`: the first shares the verb of the second."""
    if at + 1 >= len(sentence.quantities):
        return False
    quantity, following = sentence.quantities[at], sentence.quantities[at + 1]
    if following.category is None and not share_forward(sentence, at + 1):
        return False
    if following.leftward or following.word is None:
        return False
    if not _is_connector(sentence, quantity.last, following.first):
        return False
    families = following.word.families("participle", "intransitive", "after")
    return _assign(quantity, following.word, families, "share_forward")


def share_backward(sentence: Sentence, at: int) -> bool:
    """`killing two people at Kassela and five at Markacoungo`, `12 soldiers were killed at A and four at B`."""
    quantity = sentence.quantities[at]
    previous = next((other for other in reversed(sentence.quantities[:at]) if other.category), None)
    if previous is None or previous.word is None or _has_other_verb(sentence, quantity) or _counts_excluded(sentence, at):
        return False
    start = previous.last if previous.leftward else max(previous.last, previous.word.last)
    if not _is_connector(sentence, start, quantity.first):
        return False
    families = previous.word.families("active", "participle", "before", "intransitive", "after")
    return _assign(quantity, previous.word, families, "share_backward", leftward=previous.leftward)


def _has_other_verb(sentence: Sentence, quantity: Quantity) -> bool:
    """`69 died and only 15 survived`: a verb of its own follows, so nothing is shared."""
    if quantity.last >= len(sentence.tokens):
        return False
    token = sentence.tokens[quantity.last]
    follows = token.kind == "mark" or token.lower in sentence.lexicon.list("after_shared")
    joined = sentence.lexicon.conjunctions.match(sentence.tokens, quantity.last) is not None
    marked = sentence.lexicon.marks["subset_after"].match(sentence.tokens, quantity.last) is not None
    return not (follows or joined or marked)


def _counts_excluded(sentence: Sentence, at: int) -> bool:
    """`one bomb hit the camp and two fell outside`: a bare number after a thing counts that thing."""
    quantity = sentence.quantities[at]
    if quantity.victims.kind or at == 0:
        return False
    named = next((other for other in reversed(sentence.quantities[:at]) if other.victims.kind), None)
    return named is not None and named.victims.kind == "excluded"


def attributive_word(sentence: Sentence, at: int) -> bool:
    """`five injured civilians were evacuated`: the casualty word stands before its noun."""
    quantity = sentence.quantities[at]
    first = quantity.match.last
    if quantity.article or first >= quantity.last:
        return False
    match = sentence.lexicon.triggers.match(sentence.tokens, first)
    if not match or _is_freed(sentence, quantity):
        return False
    word = CasualtyWord(first, first + match[1], match[0])
    return _assign(quantity, word, word.families("participle", "after"), "attributive_word")


def share_subset(sentence: Sentence, at: int) -> bool:
    """`including twenty-one children`, `20 children among them`: counted like the figure they belong to."""
    quantity = sentence.quantities[at]
    if not (_subset_before(sentence, quantity) or _subset_after(sentence, quantity)):
        return False
    previous = next((other for other in reversed(sentence.quantities[:at]) if other.category), None)
    if previous is None or previous.category is None or quantity.victims.kind == "excluded":
        return False
    quantity.category = _category_of_marker(sentence, quantity) or previous.category
    quantity.word, quantity.rule = previous.word, "share_subset"
    quantity.flags.append("subset")
    return True


def _category_of_marker(sentence: Sentence, quantity: Quantity) -> Category | None:
    """`three officers among the wounded`: the marker itself names the category."""
    match = sentence.lexicon.marks["subset_after"].match(sentence.tokens, quantity.last) if quantity.last < len(sentence.tokens) else None
    if not match:
        return None
    inside = [word for word in sentence.words if quantity.last <= word.first < quantity.last + match[1]]
    return resolve_category(inside[0].families("after", "participle"), quantity.victims.kind) if inside else None


def implied_by_noun(sentence: Sentence, at: int) -> bool:
    """`138 victims`, `3,000 refugees`: the noun itself says what happened."""
    quantity = sentence.quantities[at]
    implied: Category | None = sentence.lexicon.grammar["implied"].get(quantity.victims.head)
    if implied is None or quantity.article or _is_freed(sentence, quantity):
        return False
    quantity.category, quantity.rule = implied, "implied_by_noun"
    if quantity.victims.head in sentence.lexicon.list("compound"):
        quantity.combined = ("killed", "wounded")
    return True


def _is_freed(sentence: Sentence, quantity: Quantity) -> bool:
    freed = sentence.lexicon.marks["freed"]
    around = range(max(0, quantity.first - 3), min(len(sentence.tokens), quantity.last + 5))
    return any(freed.match(sentence.tokens, at) for at in around)


def mark_subset(sentence: Sentence, at: int) -> None:
    """Flag a linked quantity that a marker makes part of another."""
    quantity = sentence.quantities[at]
    if quantity.category and "subset" not in quantity.flags:
        if _subset_before(sentence, quantity) or _subset_after(sentence, quantity) or _is_part_of_dead(sentence, quantity):
            quantity.flags.append("subset")


def _is_part_of_dead(sentence: Sentence, quantity: Quantity) -> bool:
    """`one of the dead`, `fifteen of the bodies`, `two of them`."""
    partitive = any(
        sentence.lowers(quantity.match.last, quantity.match.last + len(words.split())) == words.split()
        for words in sentence.lexicon.grammar["partitive"]
    )
    following = sentence.lowers(quantity.match.last, quantity.match.last + 2)
    of_the = len(following) == 2 and following[0] in sentence.lexicon.list("of") and following[1] in sentence.lexicon.list("determiners")
    named = quantity.victims.head in sentence.lexicon.grammar["implied"]
    dead = any(word.first == quantity.match.last + 2 and word.families("after") for word in sentence.words)
    return partitive or (of_the and (named or dead))


def inherit_victims(sentence: Sentence, at: int) -> None:
    """A bare number counts the victims named before it in the sentence."""
    quantity = sentence.quantities[at]
    if not quantity.category or (quantity.victims.kind and not quantity.victims.others):
        return
    if quantity.victims.kind in ("vehicle", "aircraft", "excluded"):
        return
    counted = [other for other in sentence.quantities[:at] if other.category]
    for other in [*reversed(counted), *reversed(sentence.quantities[:at])]:
        if "subset" not in other.flags and _is_of_persons(other):
            quantity.inherits = other
            quantity.mixed = any(
                twin.word is other.word and twin.victims.kind != other.victims.kind and _is_of_persons(twin)
                for twin in sentence.quantities[:at]
                if twin.category and twin is not other
            )
            return


def _is_of_persons(quantity: Quantity) -> bool:
    return bool(quantity.victims.kind) and quantity.victims.kind not in ("vehicle", "aircraft", "excluded")


def mark_mixed(sentence: Sentence, at: int) -> None:
    """`several soldiers and civilians had died`: one count of two kinds of people."""
    quantity = sentence.quantities[at]
    if quantity.last + 1 >= len(sentence.tokens) or not quantity.category:
        return
    if sentence.tokens[quantity.last].lower not in sentence.lexicon.list("plain_and"):
        return
    noun = sentence.lexicon.nouns.match(sentence.tokens, quantity.last + 1)
    if noun and noun[0] != quantity.victims.kind and _is_of_persons(quantity) and noun[0] not in ("excluded", "vehicle"):
        quantity.mixed = True


def mark_total(sentence: Sentence) -> None:
    """`thirteen in all`, `a total of nineteen people`: the figure says that it adds up others."""
    marks = sentence.lexicon.marks["total"]
    for quantity in sentence.quantities:
        end = max(quantity.last, quantity.word.last if quantity.word and not quantity.leftward else 0)
        behind = any(at < len(sentence.tokens) and marks.match(sentence.tokens, at) for at in {quantity.last, end})
        inside = any(marks.match(sentence.tokens, at) for at in range(quantity.first, quantity.match.last))
        if quantity.category and (behind or inside):
            quantity.flags.append("total")


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
    if not words or overlaps or words[0].lower in sentence.lexicon.stop:
        return None
    singular = words[0].lower in sentence.lexicon.list("determiners") or words[-1].text[0].isupper()
    plural = any((found := sentence.lexicon.nouns.match(sentence.tokens, at)) and sentence.tokens[at].lower.endswith("s")
                 for at in range(first, quantity.first - 1))
    return first if singular and not plural else None


def _link_person(sentence: Sentence, quantity: Quantity, first: int) -> bool:
    """The verb before the person also governs the others."""
    word = next((word for word in sentence.words if word.last == first), None)
    families = _active_families(sentence, word) if word else ""
    return bool(word and families and _assign(quantity, word, families, "named_person_and_others", leftward=True))


def join_articles(sentence: Sentence) -> None:
    """`a woman and a child among them` is two; so is `a teacher, a nurse and a driver were killed` three."""
    for at in range(len(sentence.quantities) - 1, 0, -1):
        first, second = sentence.quantities[at - 1], sentence.quantities[at]
        if _may_join_people(sentence, first, second):
            low = (first.match.count.low or 0) + (second.match.count.low or 0)
            first.match = replace(first.match, count=Count(low, low))
            first.category, first.word, first.rule = second.category, second.word, second.rule
            first.last, first.leftward = second.last, second.leftward or first.leftward
            first.flags = [*dict.fromkeys((*second.flags, "arith"))]
            second.category = None


def _may_join_people(sentence: Sentence, first: Quantity, second: Quantity) -> bool:
    """Two single persons of one kind, or a person and `his two sons`, in one list."""
    if not (first.article and second.category and first.victims.kind == second.victims.kind):
        return False
    if first.category not in (None, second.category) or second.match.count.low is None:
        return False
    gap = sentence.lowers(first.last, second.first)
    plain = sentence.lexicon.list("plain_and")
    listed = gap in ([","], [",", *plain]) or (len(gap) == 1 and gap[0] in plain)
    own = len(gap) == 2 and gap[0] in plain and gap[1] in sentence.lexicon.own
    return own or (listed and (second.article or "arith" in second.flags))


def _compound(sentence: Sentence, word: CasualtyWord, quantity: Quantity) -> tuple[Category, ...]:
    """`killed or arrested`, `killed and injured`: one figure for both."""
    if word.last + 1 >= len(sentence.tokens):
        return ()
    if sentence.tokens[word.last].lower not in sentence.lexicon.list("or_and"):
        return ()
    second = next((other for other in sentence.words if other.first == word.last + 1), None)
    if second is None or _starts_quantity(sentence, word.last + 1):
        return ()
    category = resolve_category(second.families("participle", "after"), quantity.victims.kind)
    return (quantity.category, category) if category and quantity.category and category != quantity.category else ()


def _starts_quantity(sentence: Sentence, index: int) -> bool:
    return any(quantity.first == index for quantity in sentence.quantities)


def _next_word(sentence: Sentence, index: int) -> CasualtyWord | None:
    return next((word for word in sentence.words if word.first >= index), None)


def _previous_word(sentence: Sentence, index: int) -> CasualtyWord | None:
    return next((word for word in reversed(sentence.words) if word.last <= index), None)


def _only(sentence: Sentence, first: int, last: int, allowed: frozenset[str]) -> bool:
    """All tokens of a short gap are among the allowed words."""
    return last - first <= 6 and all(token in allowed for token in sentence.lowers(first, last))


def _has_own_object(sentence: Sentence, quantity: Quantity, word: CasualtyWord) -> bool:
    """`two gunmen killed 12 civilians`: the verb is active and its object follows."""
    gap = sentence.lowers(quantity.last, word.first)
    if any(token in sentence.lexicon.auxiliaries for token in gap) or not word.families("active", "participle"):
        return False
    if not quantity.victims.kind:
        return False
    if _starts_quantity(sentence, word.last):
        return True
    if word.last < len(sentence.tokens):
        following = sentence.tokens[word.last]
        return following.lower in sentence.lexicon.list("determiners") and bool(word.families("active", "participle"))
    return False


def _clause_end(sentence: Sentence, index: int) -> int:
    """Where the clause of a subject must have had its verb."""
    for at in range(index, min(len(sentence.tokens), index + LONGEST_GAP)):
        token = sentence.tokens[at].lower
        if token in sentence.lexicon.boundary or token in (";", ":", "—"):
            return at
    return min(len(sentence.tokens), index + LONGEST_GAP)


def _quantity_between(sentence: Sentence, quantity: Quantity, word: CasualtyWord) -> bool:
    return any(
        quantity.last <= other.first < word.first and other.victims.kind != "excluded" and not other.article
        for other in sentence.quantities
    )


def _is_connector(sentence: Sentence, first: int, last: int) -> bool:
    """Only commas, `and`, `against` and short place phrases stand between."""
    if last < first or last - first > 12:
        return False
    at, joined = first, False
    tokens = sentence.tokens
    while at < last:
        conjunction = sentence.lexicon.conjunctions.match(tokens, at)
        if conjunction:
            at, joined = at + conjunction[1], True
        elif tokens[at].text in (",", "(", ")") or tokens[at].lower in sentence.lexicon.list("contrast"):
            at, joined = at + 1, True
        elif _is_place_word(sentence, at):
            at += 1
        else:
            return False
    return joined


def _is_place_word(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    if token.lower in sentence.lexicon.list("place_words") or at in sentence.dates:
        return True
    return token.kind == "word" and token.text[0].isupper()


def _subset_before(sentence: Sentence, quantity: Quantity) -> bool:
    markers = sentence.lexicon.marks["subset_before"]
    end = quantity.first
    return markers.match_before(sentence.tokens, end) is not None


def _subset_after(sentence: Sentence, quantity: Quantity) -> bool:
    markers = sentence.lexicon.marks["subset_after"]
    end = max(quantity.last, quantity.word.last if quantity.word and not quantity.leftward else 0)
    return any(at < len(sentence.tokens) and markers.match(sentence.tokens, at) for at in (quantity.last, end))


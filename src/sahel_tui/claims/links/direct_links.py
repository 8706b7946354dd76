"""A casualty word that counts a quantity by itself: one small rule a construction."""

from sahel_tui.claims.language.categories import SOLDIERLY, resolve_category
from sahel_tui.claims.links.later_deaths import find_outcome
from sahel_tui.claims.links.object_gaps import reaches_object
from sahel_tui.claims.links.takers import takes_lives
from sahel_tui.claims.phrases.inserted_clauses import lowers_around
from sahel_tui.claims.phrases.phrases import CasualtyWord, Quantity, Sentence
from sahel_tui.claims.phrases.positions import (
    active_families,
    assign,
    counts_excluded,
    is_carried,
    next_word,
    only,
    opens_list,
    opens_whole,
    previous_word,
    starts_quantity,
)
from sahel_tui.model import Category

JOINED = 3  # Tokens between vehicles with their verb and a number: `39 vehicles destroyed and 15 taken away`.

FARTHEST_SURPRISE = 5  # Tokens behind an object among which `by surprise` may start.


def followed_by_word(sentence: Sentence, at: int) -> bool:
    """`fourteen soldiers were killed`, `29 injured`, `six of the raiders had been killed`."""
    quantity = sentence.quantities[at]
    word = next_word(sentence, quantity.last)
    if word is None:
        return False
    first = _behind_second_noun(sentence, quantity, word)
    if not only(sentence, first, word.first, sentence.lexicon.be):
        return False
    if counts_excluded(sentence, at) or is_carried(sentence, at):
        return False
    if _has_own_object(sentence, quantity, word) or is_part_of_subject(sentence, at):
        return False
    word = find_outcome(sentence, _that_fits(sentence, quantity, word))
    families = word.families("participle", "intransitive", "after")
    _take_thing(sentence, at, families)
    found = assign(quantity, word, families, "followed_by_word")
    return take_compound(sentence, quantity, word, found=found)


def is_part_of_subject(sentence: Sentence, at: int) -> bool:
    """`thirty people including 15 soldiers were killed`: the verb is that of the whole, which opens the clause."""
    if not 0 < at < len(sentence.quantities) or "subset_before" not in sentence.told:
        return False
    whole, part = sentence.quantities[at - 1], sentence.quantities[at]
    mark = sentence.lexicon.marks["subset_before"].match_before(sentence.tokens, part.first)
    joined = mark is not None and part.first - mark[1] == whole.last
    counted = whole.victims.kind not in ("", "excluded") and bool(part.victims.kind)
    verb = sentence.lowers(part.last, part.last + 1)
    before = sentence.tokens[whole.first - 1] if whole.first else None
    openers = sentence.lexicon.lists("plain_and", "that_clause", "clause_starts")
    opens = before is None or before.kind == "mark" or before.lower in openers | sentence.lexicon.say
    finite = sentence.lexicon.lists("auxiliaries", "have", "perfect", "pluperfect")
    return joined and counted and opens and bool(verb) and verb[0] in finite


def take_compound(sentence: Sentence, quantity: Quantity, word: CasualtyWord, *, found: bool) -> bool:
    quantity.combined = _compound(sentence, word, quantity) if found else ()
    return found


def _that_fits(sentence: Sentence, quantity: Quantity, word: CasualtyWord) -> CasualtyWord:
    """`16 others had been hit and wounded`: of two participles of one subject, the one that is said of people."""
    joined = word.last < len(sentence.tokens) and sentence.folded[word.last] in sentence.lexicon.list("plain_and")
    second = next((other for other in sentence.words if other.first == word.last + 1), None) if joined else None
    families = word.families("participle", "intransitive", "after")
    unfit = bool(families) and resolve_category(families, quantity.victims.kind) is None
    return second if second and unfit else word


def _behind_second_noun(sentence: Sentence, quantity: Quantity, word: CasualtyWord) -> int:
    """Where `forty soldiers and hunters killed` goes on: a noun behind `and` is counted with the first."""
    at = quantity.last
    joined = at + 1 < word.first and sentence.folded[at] in sentence.lexicon.list("plain_and")
    if not joined or not quantity.victims.kind:
        return at
    own = sentence.folded[at + 1] in sentence.lexicon.own  # `a doctor and his wife were killed`
    noun = sentence.lexicon.nouns.match(sentence.tokens, at + 1 + own)
    return at + 1 + own + noun[1] if noun and noun[0] not in ("excluded", "vehicle", "aircraft") else at


def _take_thing(sentence: Sentence, at: int, families: str) -> None:
    """`five vehicles seized and fifteen more burned`: `more` of the same; only things are destroyed, so they go on."""
    quantity = sentence.quantities[at]
    before = sentence.quantities[at - 1].victims if at else None
    joined = before is not None and quantity.first - sentence.quantities[at - 1].last <= JOINED
    taken = joined and "taken" in families.split("+")
    fits = quantity.victims.others or taken or "destroyed" in families.split("+")
    bare = not quantity.victims.kind or quantity.victims.head in sentence.lexicon.list("others")
    if before and bare and fits and before.kind in ("vehicle", "aircraft"):
        quantity.victims.kind, quantity.victims.text = before.kind, before.text


def object_of_word(sentence: Sentence, at: int) -> bool:
    """`killing thirteen people`, `lost around 25 soldiers`, `the deaths of two`, `cost the army a dozen`."""
    quantity = sentence.quantities[at]
    word = previous_word(sentence, quantity.first)
    if word is None or any(q.word is word and opens_whole(sentence, q) for q in sentence.quantities):
        return False  # `Of the nine people wounded two were Swiss`
    gap = lowers_around(sentence, word.last, quantity.first) or _opening_of(sentence, quantity)
    if _is_toll(sentence, quantity, word, gap):
        families = word.families("before", "participle") or word.families("after")
        return assign(quantity, word, families, "noun_before", leftward=True)
    families = _without_life_takers(sentence, quantity, word, active_families(sentence, word))
    if quantity.victims.others:
        _take_thing(sentence, at, families)
    if families and _is_transport(sentence, word):
        return False
    if families and not is_unreal(sentence, word) and reaches_object(sentence, word, quantity, gap):
        quantity.combined = _compound_before(sentence, word, quantity, families)
        if quantity.victims.kind == "unknown" and sentence.folded[word.first] in sentence.lexicon.list("arresting"):
            quantity.victims.kind = "people"  # `arrested two stragglers`: of things nobody says so.
        found = assign(quantity, word, families, "object_of_word", leftward=True)
        quantity.category = quantity.combined[0] if found and quantity.combined else quantity.category
        return found
    return False


def is_unreal(sentence: Sentence, word: CasualtyWord) -> bool:
    """`threatened to kill eleven officials`: nobody died."""
    phrases, places = sentence.lexicon.phrases["unreal"], sentence.told.get("unreal", ())
    found = ((at, phrases.match(sentence.tokens, at)) for at in places if word.first - 4 <= at < word.first)
    return any(match and at + match[1] >= word.first for at, match in found)


def _compound_before(sentence: Sentence, word: CasualtyWord, quantity: Quantity, families: str) -> tuple[Category, ...]:
    """`killed or captured 60 jihadists`, `killed and wounded hundreds`: two verbs side by side share one figure."""
    either = sentence.lexicon.list("or_and")
    if word.first < 2 or sentence.folded[word.first - 1] not in either:
        return ()
    first = next((other for other in sentence.words if other.last == word.first - 1), None)
    if first is None or not first.families("active", "participle") or any(q.word is first for q in sentence.quantities):
        return ()
    kind = quantity.victims.kind
    both = resolve_category(first.families("active", "participle"), kind), resolve_category(families, kind)
    if sentence.folded[word.first - 1] in sentence.lexicon.list("plain_and") and both != ("killed", "wounded"):
        return ()  # `dead and wounded and taken one prisoner`
    return tuple(category for category in both if category) if both[0] != both[1] and all(both) else ()


def _opening_of(sentence: Sentence, quantity: Quantity) -> list[str]:
    """The preposition that a hedge took: `le massacre de plus de 130 personnes`, `the dead between 10 and 17`."""
    opening = sentence.folded[quantity.first]
    if opening in sentence.lexicon.list("of") or opening in sentence.lexicon.list("toll_links"):
        return [opening]
    return [*sentence.lexicon.list("of")][:1] if opening in sentence.lexicon.list("between") else []


def _is_toll(sentence: Sentence, quantity: Quantity, word: CasualtyWord, gap: list[str]) -> bool:
    """`the deaths of two`, `a toll of nine`, `put the militants killed at 40`; not `the dead was a woman`."""
    toll_gap = sentence.lexicon.list("toll_gap")
    if not gap or quantity.match.count.vague == "none" or not all(token in toll_gap for token in gap):
        return False
    if quantity.article and gap[0] not in sentence.lexicon.list("of") and not opens_list(sentence, quantity, gap):
        return False
    one = len(gap) == 1
    put_at = one and gap[0] in sentence.lexicon.list("put_at") and bool(word.families("participle"))
    named = one and gap[0] in sentence.lexicon.auxiliaries and bool(word.families("after"))
    named = named and sentence.folded[word.first - 1] in sentence.lexicon.list("plural_definite")
    return bool(word.families("before")) or put_at or named


def _without_life_takers(sentence: Sentence, quantity: Quantity, word: CasualtyWord, families: str) -> str:
    """`claimed nine lives` kills; so does a boast of `claimed 93 jihadists`; `took eight hostages` does not."""
    if _is_unawares(sentence, quantity):
        return ""
    takes = sentence.folded[word.first] in sentence.lexicon.list("life_takers")
    if takes and families and takes_lives(sentence, word, quantity):
        return "killed"
    if not takes or word.last - word.first > 1 or quantity.victims.head in sentence.lexicon.list("lives"):
        return families
    boasts = sentence.tokens[word.first].lower in sentence.lexicon.list("boasts")
    if boasts and quantity.victims.kind in SOLDIERLY:
        return families
    return "+".join(family for family in families.split("+") if family != "killed")


def _is_unawares(sentence: Sentence, quantity: Quantity) -> bool:
    """`took a hundred soldiers by surprise`: nobody is taken away."""
    places = sentence.told.get("unawares", ())
    return any(quantity.last <= at < quantity.last + FARTHEST_SURPRISE for at in places)


def _compound(sentence: Sentence, word: CasualtyWord, quantity: Quantity) -> tuple[Category, ...]:
    """`killed or arrested`, `killed and injured`: one figure for both."""
    joined = not sentence.lexicon.list("or_and").isdisjoint(sentence.lowers(word.last, word.last + 1))
    second = next((other for other in sentence.words if other.first == word.last + 1), None)
    if second is None or not joined or starts_quantity(sentence, word.last + 1):
        return ()
    category = resolve_category(second.families("participle", "after"), quantity.victims.kind)
    return (quantity.category, category) if category and quantity.category and category != quantity.category else ()


def _has_own_object(sentence: Sentence, quantity: Quantity, word: CasualtyWord) -> bool:
    """`two gunmen killed 12 civilians`: the verb is active and its object follows."""
    gap = sentence.lowers(quantity.last, word.first)
    have = sentence.lexicon.list("have")
    passive = any(token in sentence.lexicon.auxiliaries and token not in have for token in gap)
    if passive or not word.families("active", "participle"):
        return False
    if have and not word.families("active") and not any(token in have for token in gap):
        return False
    if not quantity.victims.kind or opens_whole(sentence, quantity):
        return False
    if starts_quantity(sentence, word.last) or starts_quantity(sentence, behind_second_verb(sentence, word)):
        return True
    return not sentence.lexicon.list("determiners").isdisjoint(sentence.lowers(word.last, word.last + 1))


def behind_second_verb(sentence: Sentence, word: CasualtyWord) -> int:
    """`had killed and wounded hundreds`, `killed or captured thirty`: the token behind a verb joined to the first."""
    joint = sentence.lowers(word.last, word.last + 1)
    joined = bool(joint) and joint[0] in sentence.lexicon.list("or_and")
    if not joined:
        return -1
    second = next((other for other in sentence.words if other.first == word.last + 1), None)
    return second.last if second and second.families("active", "participle") else -1


def _is_transport(sentence: Sentence, word: CasualtyWord) -> bool:
    """`five buses taking 241 employees to the mine`: what vehicles take are passengers."""
    taking = sentence.folded[word.first] in sentence.lexicon.list("transporting")
    noun = sentence.lexicon.nouns.match_before(sentence.tokens, word.first) if taking else None
    return noun is not None and noun[0] in ("vehicle", "aircraft")

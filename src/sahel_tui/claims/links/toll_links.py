"""Figures of a toll that no casualty word stands beside: the toll was named before, or is named behind."""

from sahel_tui.claims.language.categories import resolve_category
from sahel_tui.claims.parties.victims import find_victims
from sahel_tui.claims.phrases.adjuncts import ends_phrase
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.phrases.positions import assign, counted_before, is_of_persons, previous_word
from sahel_tui.model import Category

TOLLS = ("object_of_toll_verb", "head_of_toll", "toll_goes_on", "joined_to_toll")
"""Rules by which a figure is a toll itself."""

NEAR_GAP = 8
"""Tokens from the noun of a toll to its figure among which other figures may stand."""

LONGEST_GAP = 11
"""Tokens from the noun of a toll to `at` and its figure: `put the toll of raids in the country since 2015 at 350`."""

LONGEST_TOLL = 14
"""Tokens from the noun of a toll to a figure it takes: `the mayor's tally, thirty at first, climbed to forty-two`."""


LONGEST_TOLL_NOUN = 3
"""Tokens from the noun of a toll to the word that says of whom it is: `number of the missing`."""

LONGEST_PRESENTING = 5
"""Tokens between a figure and the noun that it is presented as: `: that was the number`."""

LONGEST_NUMBERED = 5
"""Tokens from a word of loss to the `nombre` of `sont au nombre de`."""

LONGEST_NUMBER = 7
"""Tokens from a figure to the word that tells what became of the people whose number it is."""


def head_of_toll(sentence: Sentence, at: int) -> bool:
    """`put the toll at eight`, `the dead number at least 174`: the noun stands a few words before the count."""
    quantity = sentence.quantities[at]
    word = previous_word(sentence, quantity.first)
    if word and sentence.folded[word.first] in sentence.lexicon.list("change_verbs"):
        word = previous_word(sentence, word.first)  # `le nombre de disparus tombe à quatre`
    if word is None or not word.families("before") or quantity.article or quantity.match.count.vague == "none":
        return False
    gap = sentence.lowers(word.last, quantity.first)
    if sentence.folded[quantity.first] in sentence.lexicon.list("exceeding"):
        gap = [*gap, sentence.folded[quantity.first]]  # The hedge is the verb: `the toll exceeds 60`.
    counted = len(gap) > NEAR_GAP and any(word.last < other.first < quantity.first for other in sentence.quantities)
    if (
        not gap
        or counted
        or len(gap) > LONGEST_GAP
        or any(token in sentence.lexicon.list("hard_stops") for token in gap)
    ):
        return False
    lists = ("toll_gap", "side_prepositions", "place_openers", "there", "asides")
    opens = any(gap[0] in sentence.lexicon.list(name) for name in lists)
    named = sentence.lexicon.nouns.match(sentence.tokens, word.last) is not None
    if not opens and not named and gap[0] not in sentence.lexicon.pronouns:
        return False
    if not any(token in sentence.lexicon.list("toll_gap") for token in gap[-2:]):
        return False
    freed = sentence.lexicon.marks["freed"].match(sentence.tokens, quantity.last)  # `bodies found, and 36 brought out`
    if freed or quantity.victims.kind in ("vehicle", "aircraft", "excluded"):
        return False
    return assign(quantity, word, word.families("before"), "head_of_toll", leftward=True)


def object_of_toll_verb(sentence: Sentence, at: int) -> bool:
    """`raised it to 49 gendarmes`, `put the number at 31`, `the toll became 28`: a verb that states a toll."""
    quantity = sentence.quantities[at]
    if quantity.article or quantity.match.count.vague or quantity.victims.kind in ("vehicle", "aircraft", "excluded"):
        return False
    before = sentence.lowers(max(0, quantity.first - 6), quantity.first)
    if not (_puts_toll(sentence, before) or _toll_becomes(sentence, before)):
        return False
    quantity.category, quantity.rule = _announced(sentence, quantity) or "killed", "object_of_toll_verb"
    return True


def _announced(sentence: Sentence, quantity: Quantity) -> Category | None:
    """`As for the captives, the governor put them at 37`: what the topic at the head of the sentence says."""
    opening = sentence.lexicon.phrases["as_for"].match(sentence.tokens, 0)
    if not opening:
        return None
    comma = next((at for at in range(quantity.first) if sentence.tokens[at].text == ","), 0)
    implied: dict[str, Category] = sentence.lexicon.grammar["implied"]
    named = next((implied[word] for word in sentence.folded[:comma] if word in implied), None)
    word = next((word for word in sentence.words if word.first < comma), None)
    families = word.families("after", "participle") if word else ""
    return named or (resolve_category(families, "people") if families else None)


def joined_to_toll(sentence: Sentence, at: int) -> bool:
    """`raised it to 49 gendarmes and four civilians`: people that `and` or a comma joins to a toll are part of it."""
    quantity, previous = sentence.quantities[at], sentence.quantities[at - 1] if at else None
    if previous is None or previous.rule not in TOLLS or not (is_of_persons(quantity) and is_of_persons(previous)):
        return False
    gap = sentence.lowers(previous.last, quantity.first)
    joints = sentence.lexicon.lists("plain_and", ",")
    nouns = [word for word in gap if word not in joints]
    if not gap or gap[-1] not in joints or len(nouns) > 1 or not ends_phrase(sentence, quantity.last):
        return False  # `eight soldiers and gendarmes and eight gunmen`
    quantity.category, quantity.word, quantity.rule = previous.category, previous.word, "joined_to_toll"
    return True


def _puts_toll(sentence: Sentence, before: list[str]) -> bool:
    """A toll verb, then only words for the toll, then `at` or `to`."""
    words = sentence.lexicon.list
    if not before or before[-1] not in words("toll_links"):
        return False
    verbs = [place for place, word in enumerate(before[:-1]) if word in words("toll_verbs")]
    between = before[verbs[-1] + 1 : -1] if verbs else []
    return bool(between) and all(word in words("toll_objects") for word in between)


def _toll_becomes(sentence: Sentence, before: list[str]) -> bool:
    return (
        len(before) >= 2
        and before[-1] in sentence.lexicon.list("become")
        and before[-2] in sentence.lexicon.list("toll_subjects")
    )


def toll_behind(sentence: Sentence, at: int) -> bool:
    """`brings to 79 the number of dead`, `relève à 77 les pertes de l'ennemi`: the toll is named after its figure."""
    quantity = sentence.quantities[at]
    if not is_bare(quantity) or quantity.first == 0:
        return False
    before = sentence.lowers(max(0, quantity.first - 6), quantity.first)
    raised = any(word in sentence.lexicon.list("toll_verbs") for word in before)
    if not raised or before[-1] not in sentence.lexicon.list("toll_links"):
        return False
    for word in sentence.words:
        gap = sentence.lowers(quantity.last, word.first)
        if (
            word.first >= quantity.last
            and len(gap) <= 2
            and all(w in sentence.lexicon.list("determiners") for w in gap)
        ):
            return assign(quantity, word, word.families("before"), "toll_behind")
        if gap and word.first >= quantity.last and _names_number(sentence, quantity, len(gap)):
            families = word.families("before", "participle", "after", "intransitive")
            return assign(quantity, word, families, "toll_behind")
    return False


def number_told_behind(sentence: Sentence, at: int) -> bool:
    """`gave 82 as the number of soldiers murdered`, `Fourteen: that is the number of soldiers killed`."""
    quantity, lexicon = sentence.quantities[at], sentence.lexicon
    head = _presented(sentence, quantity.match.last) if is_number(quantity) else 0
    if not head or lexicon.list("toll_subjects").isdisjoint(sentence.lowers(head, head + 1)):
        return False
    word = next((word for word in sentence.words if head <= word.first <= head + LONGEST_NUMBER), None)
    families = word.families("before", "participle", "after", "intransitive") if word else ""
    if word is None or not assign(quantity, word, families, "number_told_behind"):
        return False
    quantity.victims = find_victims(sentence.tokens, head + 1, lexicon)
    quantity.last = max(quantity.last, quantity.victims.last)
    return True


def _presented(sentence: Sentence, first: int) -> int:
    """Where the noun stands that `as the`, `: that is the`, `is the` behind a figure presents; 0 without one."""
    lexicon, end = sentence.lexicon, first
    passed = lexicon.lists("told_as", "presenting", "determiners", ",", ":", "—", "–")
    while end < min(len(sentence.tokens), first + LONGEST_PRESENTING):
        if sentence.folded[end] not in passed and sentence.folded[end] not in lexicon.auxiliaries:
            break
        end += 1
    told = lexicon.lists("told_as", "auxiliaries")
    return end if not told.isdisjoint(sentence.lowers(first, end)) else 0


def _names_number(sentence: Sentence, quantity: Quantity, gap: int) -> bool:
    """`porte à quinze le nombre des Français tués`: the number of a few people, then what became of them."""
    words = sentence.lowers(quantity.last, quantity.last + 2)
    numbered = len(words) == 2 and words[0] in sentence.lexicon.list("determiners")
    return gap <= LONGEST_NUMBER and numbered and words[1] in sentence.lexicon.list("toll_subjects")


def changed_from(sentence: Sentence, at: int) -> bool:
    """`Passé de 19 à 22 morts`, `up from eight to 13 soldiers killed`: the figure that the next one replaced."""
    quantity = sentence.quantities[at]
    later = sentence.quantities[at + 1] if at + 1 < len(sentence.quantities) else None
    changes = sentence.lexicon.list("change_verbs")
    moved = not changes.isdisjoint(sentence.lowers(max(0, quantity.first - 4), quantity.first))
    if later is None or later.category is None or not (moved and is_bare(quantity) and _is_start(sentence, quantity)):
        return False
    quantity.category, quantity.word, quantity.rule = later.category, later.word, "changed_from"
    quantity.inherits = later
    return True


def toll_goes_on(sentence: Sentence, at: int) -> bool:
    """`the official count stood at 46 and closed the following month at 49`: every figure the noun takes is a toll."""
    quantity = sentence.quantities[at]
    if not is_bare(quantity) or quantity.first == 0 or not _is_stated(sentence, quantity):
        return False
    if sentence.lexicon.partitive.match(sentence.tokens, quantity.match.last):
        return False  # `68,000 inhabitants, 30,000 of them in its capital`
    start = max(0, quantity.first - LONGEST_TOLL)
    named = [at for at in range(start, quantity.first) if names_toll(sentence, at)]
    told = counted_before(sentence, quantity)
    if not named and not (told and told.rule == "toll_goes_on" and quantity.first - told.last < LONGEST_TOLL):
        return False
    kept = (told.category if told else None) or (category_of_toll(sentence, named[-1]) if named else None)
    quantity.category, quantity.rule = kept or "killed", "toll_goes_on"
    return True


def category_of_toll(sentence: Sentence, at: int) -> Category | None:
    """`the number of missing fell to four`: the word in the phrase of the toll says of whom it is."""
    start, end = (at - LONGEST_NUMBERED, at) if _is_apposition(sentence, at) else (at, at + LONGEST_TOLL_NOUN)
    word = next((word for word in sentence.words if start <= word.first <= end), None)
    families = word.families("participle", "after", "before", "intransitive") if word else ""
    return resolve_category(families, "") if families else None


def named_toll(sentence: Sentence) -> Category | None:
    """What `reports differ on the number of soldiers killed: AFP said 27` counts: a toll named before a colon."""
    if ":" not in sentence.vocabulary or "toll_subjects" not in sentence.told:
        return None
    colon = sentence.folded.index(":")
    if sentence.told["toll_subjects"][0] >= colon:
        return None
    words = [word for word in sentence.words if word.first < colon]
    families = words[-1].families("participle", "after", "before", "intransitive") if words else ""
    return resolve_category(families, "") if families else None


def names_toll(sentence: Sentence, at: int) -> bool:
    """`the number`, `the toll`, `the number of victims`; not `the number of attackers`, who may be alive."""
    if sentence.folded[at] not in sentence.lexicon.list("toll_subjects"):
        return False
    if _is_apposition(sentence, at):
        return any(at - LONGEST_NUMBERED <= word.first < at for word in sentence.words)
    noun = at + 1
    if noun >= len(sentence.tokens) or sentence.folded[noun] not in sentence.lexicon.list("of"):
        return True
    while noun + 1 < len(sentence.tokens) and not sentence.lexicon.nouns.match(sentence.tokens, noun):
        if noun - at > 3 or any(word.first == noun for word in sentence.words):
            return True
        noun += 1
    lost = any(at <= word.first <= noun + 3 for word in sentence.words)
    return lost or sentence.folded[noun] in sentence.lexicon.grammar["implied"]


def _is_apposition(sentence: Sentence, at: int) -> bool:
    """`les blessés, au nombre de cinq`: the number is that of the people named before."""
    return at > 0 and sentence.folded[at - 1] in sentence.lexicon.list("numbering")


def is_bare(quantity: Quantity) -> bool:
    """A number with no noun; `one` alone is a pronoun (`of which this is one`)."""
    return not quantity.victims.kind and is_number(quantity)


def is_number(quantity: Quantity) -> bool:
    """Written with a numeral, and more than one."""
    return quantity.match.count.high != 1 and not quantity.article and not quantity.match.count.vague


def _is_stated(sentence: Sentence, quantity: Quantity) -> bool:
    """A word that links a toll to its figure stands before it, or who says it behind: `27 according to the army`."""
    if quantity.last < len(sentence.tokens) and sentence.lexicon.according_to.match(sentence.tokens, quantity.last):
        return True
    links = sentence.lexicon.lists("toll_links", "become")
    before, opening = sentence.folded[quantity.first - 1 : quantity.first + 1]
    numeral = opening in links and quantity.match.last - quantity.first > 1  # `given as eight`: a hedge took it.
    if numeral or before in links or before in sentence.lexicon.list("toll_takes"):
        return True
    return _is_start(sentence, quantity) or _is_first_toll(sentence, quantity)


def _is_first_toll(sentence: Sentence, quantity: Quantity) -> bool:
    """`the toll, originally eight, rose to 13`: an early figure between commas."""
    early, at = sentence.lexicon.marks["early"], quantity.first
    marked = early.match_before(sentence.tokens, at)
    opened = at - (marked[1] if marked else 0)
    closed = quantity.last >= len(sentence.tokens) or sentence.tokens[quantity.last].kind == "mark"
    return marked is not None and opened > 0 and sentence.tokens[opened - 1].text == "," and closed


def _is_start(sentence: Sentence, quantity: Quantity) -> bool:
    """`lowered its estimate from 100 to 64`: the first of two figures, behind `from`."""
    at = sentence.quantities.index(quantity)
    later = sentence.quantities[at + 1] if at + 1 < len(sentence.quantities) else None
    opened = quantity.first > 0 and sentence.folded[quantity.first - 1] in sentence.lexicon.list("from")
    return opened and later is not None and sentence.folded[later.first - 1] in sentence.lexicon.list("toll_links")

"""Tolls whose subject is the dead themselves: `the fallen numbered 89`, `put those killed or missing at over sixty`."""

from sahel_tui.claims.language.categories import resolve_category
from sahel_tui.claims.phrases.phrases import CasualtyWord, Quantity, Sentence
from sahel_tui.dataclass import dataclass
from sahel_tui.model import Category

LONGEST_SUBJECT = 9
"""Tokens from the article of the subject to the verb that numbers it."""

LONGEST_OWNER = 4
"""Tokens between an article and the words of loss: `the army's dead`, `the soldiers killed`."""


@dataclass(frozen=True, slots=True)
class _Subject:
    """Words of loss that are the subject of a number: what they say, in order."""

    categories: tuple[Category, ...]
    word: CasualtyWord | None


def numbered_compound(sentence: Sentence, at: int) -> bool:
    """`killed and wounded totalled sixty`, `put those killed, missing or taken at over sixty`: one figure for all."""
    subject = _subject_of(sentence, sentence.quantities[at])
    return subject is not None and len(subject.categories) > 1 and _take(sentence.quantities[at], subject)


def numbered_subject(sentence: Sentence, at: int) -> bool:
    """`the fallen numbered 89`, `the captives came to nine`."""
    subject = _subject_of(sentence, sentence.quantities[at])
    return subject is not None and _take(sentence.quantities[at], subject)


def _take(quantity: Quantity, subject: _Subject) -> bool:
    quantity.category, quantity.word, quantity.rule = subject.categories[0], subject.word, "numbered_subject"
    quantity.combined = subject.categories if len(subject.categories) > 1 else ()
    quantity.leftward = True
    if quantity.category.startswith("vehicles") and not quantity.victims.kind:
        quantity.victims.kind = "vehicle"
    return True


def _subject_of(sentence: Sentence, quantity: Quantity) -> _Subject | None:
    """The words of loss that a verb straight before the figure numbers."""
    if quantity.article or quantity.match.count.vague == "none" or quantity.victims.kind in ("vehicle", "excluded"):
        return None
    verb = _numbering_verb(sentence, quantity)
    return _read_subject(sentence, verb) if verb else None


def _numbering_verb(sentence: Sentence, quantity: Quantity) -> int:
    """Where the verb straight before the figure starts that numbers its subject; 0 without one.

    A hedge may be the verb itself (`exceeded 89`); `put … at` stands on both sides of what it numbers.
    """
    verbs, tokens = sentence.lexicon.phrases["numbering_verbs"], sentence.tokens
    if quantity.first and sentence.folded[quantity.first] in sentence.lexicon.list("exceeding"):
        return quantity.first
    found = verbs.match_before(tokens, quantity.first, longest=6)
    if found:
        return quantity.first - found[1]
    linked = quantity.first > 2 and sentence.folded[quantity.first - 1] in sentence.lexicon.list("put_at")
    verbs_of_toll = sentence.lexicon.lists("toll_verbs", "say")
    start = range(max(0, quantity.first - LONGEST_SUBJECT), quantity.first - 1)
    put = linked and any(sentence.folded[at] in verbs_of_toll for at in start)
    return quantity.first - 1 if put else 0


def _read_subject(sentence: Sentence, end: int) -> _Subject | None:
    """The words of loss that end there, joined by commas and conjunctions, behind an article or at the head."""
    categories: list[Category] = []
    words: list[CasualtyWord] = []
    at = start = end
    while at > max(0, end - LONGEST_SUBJECT):
        word = next((word for word in sentence.words if word.last == at), None)
        found = _category_at(sentence, at, word)
        if found and not (categories and word and word.families("before") == "count"):
            categories.insert(0, found[0])
            words = [word, *words] if word else words
            at = start = found[1]
        elif categories and _joins(sentence, at - 1):
            at -= 1
        else:
            break
    opened = bool(categories) and _is_opened(sentence, start)
    if not opened or any(q.first < end and start < q.last and not q.article for q in sentence.quantities):
        return None
    return _Subject(tuple(dict.fromkeys(categories)), words[0] if words else None)


def _category_at(sentence: Sentence, end: int, word: CasualtyWord | None) -> tuple[Category, int] | None:
    """What the word of loss that ends there says, and where it starts: `fallen`, `wounded`, `captives`."""
    families = word.families("participle", "after", "before") if word else ""
    noun = sentence.lexicon.nouns.match_before(sentence.tokens, word.first) if word else None
    thing = noun[0] if noun and noun[0] in ("vehicle", "aircraft") else ""  # `the lorries burned`
    category = resolve_category(families, thing) if families else None
    if word and category:
        return category, word.first
    implied: Category | None = sentence.lexicon.grammar["implied"].get(sentence.folded[end - 1]) if end else None
    return (implied, end - 1) if implied else None


def _joins(sentence: Sentence, at: int) -> bool:
    word = sentence.folded[at]
    return word == "," or word in sentence.lexicon.list("or_and") or word in sentence.lexicon.list("determiners")


def _is_opened(sentence: Sentence, at: int) -> bool:
    """The head of a clause, an article, or a noun of people behind one stands there: `the soldiers killed`."""
    lexicon = sentence.lexicon
    definite = lexicon.lists("determiners", "those", "own", "-articles")
    for place in range(at, max(-1, at - LONGEST_OWNER - 1), -1):
        word = sentence.folded[place]
        if word in definite:
            return True
        if place < at and (sentence.tokens[place].kind != "word" or word in sentence.lexicon.be):
            return False
    return at == 0

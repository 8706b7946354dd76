"""One person told apart among those counted: `including the mayor`, `dont le chef du poste`."""

from sahel_tui.claims.counts.count_matches import CountMatch
from sahel_tui.claims.links.person_lists import described_at
from sahel_tui.claims.parties.naming import name_person
from sahel_tui.claims.parties.victims import Victims
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.model import Count

PERSONS = frozenset(("state", "civilian", "group", "fighter", "mercenary", "international"))
CATEGORIES = frozenset(("killed", "wounded", "captured", "missing"))

LONGEST_PERSON = 8
"""Tokens of a person's description between a comma and `among them`."""


def add_part_persons(sentence: Sentence) -> None:
    """Add a quantity of one for each person that a mark of parts tells apart without a numeral."""
    if all([quantity.category not in CATEGORIES for quantity in sentence.quantities]):
        return
    found = [*_behind_marks(sentence), *_before_marks(sentence)]
    if found:
        sentence.quantities += found
        sentence.quantities.sort(key=lambda quantity: quantity.first)


def _behind_marks(sentence: Sentence) -> list[Quantity]:
    """`including the mayor and his son`."""
    marks, found = sentence.lexicon.marks["subset_before"], []
    for at in sentence.told.get("subset_before", ()):
        mark = marks.match(sentence.tokens, at)
        end = at + mark[1] if mark else at
        elided = sentence.folded[end - 1] in sentence.lexicon.list("definite")  # `dont l'imam`
        if part := _person_at(sentence, end - elided, at):
            found.append(part)
    return found


def _before_marks(sentence: Sentence) -> list[Quantity]:
    """`…, the post's commander among them`: between a comma and the mark."""
    found = []
    for at in sentence.told.get("subset_after", ()):
        commas = [place for place in range(max(0, at - LONGEST_PERSON), at) if sentence.tokens[place].text == ","]
        part = _person_at(sentence, commas[-1] + 1, commas[-1]) if commas else None
        if part and part.last == at:
            found.append(part)
    return found


def _person_at(sentence: Sentence, first: int, mark: int) -> Quantity | None:
    """The person whose description starts at `first`, as part of what was counted before the mark."""
    whole = next((q for q in reversed(sentence.quantities) if q.category in CATEGORIES and q.first < mark), None)
    taken = any(quantity.first < first + 2 and first < quantity.last for quantity in sentence.quantities)
    if whole is None or taken or first + 1 >= len(sentence.tokens) or _has_two_owners(sentence, whole, first):
        return None
    victims = _describe(sentence, first)
    if victims is None:
        return None
    last, number = _with_relative(sentence, victims.last)
    part = Quantity(CountMatch(first, last, Count(number, number)), victims, first, last)
    part.category, part.rule = whole.category, "part_person"
    part.flags.append("subset")
    return part


def _has_two_owners(sentence: Sentence, whole: Quantity, first: int) -> bool:
    """`eight Nigeriens and two Americans, their captain among them`: whose captain it was is not said."""
    at = sentence.quantities.index(whole)
    joined = sentence.lowers(sentence.quantities[at - 1].last, whole.first) if at else []
    alike = len(joined) == 1 and joined[0] in sentence.lexicon.list("plain_and")
    return sentence.folded[first] in sentence.lexicon.own and alike


def _describe(sentence: Sentence, first: int) -> Victims | None:
    """One person behind a definite article or possessive, or a person by name."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    definite = sentence.folded[first] in lexicon.list("definite") or sentence.folded[first] in lexicon.own
    if definite:
        person = described_at(sentence, first, first + 1)
        return person.victims if person else None
    end = first
    while end < len(tokens) and tokens[end].kind == "word" and (tokens[end].text[0].isupper() or end == first):
        end += 1
    named = name_person(tokens[first:end], lexicon)
    return Victims(named, "people", last=end) if named else None


def _is_own(quantity: Quantity) -> bool:
    """`two of his sons`: an exact number of people that somebody named before has, counted by no word of their own."""
    count = quantity.match.count
    own = quantity.victims.own and quantity.victims.kind in PERSONS
    return own and quantity.category is None and count.low is not None and count.low == count.high


def _with_relative(sentence: Sentence, last: int) -> tuple[int, int]:
    """Where `the chief and his son`, `the pastor and two of his sons` ends, and how many they are."""
    joined = sentence.lowers(last, last + 1)
    beside = next((other for other in sentence.quantities if other.first == last + 1), None)
    if joined and joined[0] in sentence.lexicon.list("plain_and") and beside and _is_own(beside):
        return beside.last, 1 + (beside.match.count.low or 0)
    following = sentence.lowers(last, last + 3)
    if len(following) < 3 or following[0] not in sentence.lexicon.list("plain_and"):
        return last, 1
    noun = sentence.lexicon.nouns.match(sentence.tokens, last + 2)
    many = following[2].endswith("s") and following[2] not in sentence.lexicon.list("sons")
    single = noun is not None and noun[0] in PERSONS and not many
    return (last + 3, 2) if single and following[1] in sentence.lexicon.own else (last, 1)

"""Single persons without a numeral, counted together: `the pilot and the gunner died`, `shot her and her son`."""

from collections.abc import Callable, Iterator, Sequence

from sahel_tui.claims.counts.count_matches import CountMatch
from sahel_tui.claims.language.noun_phrases import complement_end
from sahel_tui.claims.links.among_links import among_the_dead
from sahel_tui.claims.links.aside_links import behind_aside
from sahel_tui.claims.links.direct_links import followed_by_word, object_of_word
from sahel_tui.claims.links.inverted_links import fronted_word, subject_behind_verb
from sahel_tui.claims.links.named_deaths import is_of_name, name_start
from sahel_tui.claims.links.part_links import share_subset
from sahel_tui.claims.parties.victims import PARTIES, Victims, find_victims
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.dataclass import dataclass
from sahel_tui.model import Count

CATEGORIES = frozenset(("killed", "wounded", "captured", "missing"))
PERSONS = frozenset((*PARTIES, "people"))

Rule = Callable[[Sentence, int], bool]

LONGEST_PERSON = 10
"""Tokens of a person's description."""


@dataclass(frozen=True, slots=True)
class Person:
    """One or more people of a list at `tokens[first:last]`."""

    first: int
    last: int
    victims: Victims
    number: int = 1
    counted: bool = False
    """They have an article or a numeral of their own."""
    named: bool = False
    """One person by name."""


def add_person_lists(sentence: Sentence) -> None:
    """Add one quantity for each list of persons, one of them without a numeral, that a casualty word counts."""
    for joint in reversed(sentence.places(sentence.lexicon.list("plain_and")) if sentence.words else ()):
        people = _people_around(sentence, joint)
        if people and not all(person.counted for person in people):
            _add(sentence, people, RULES)


def add_part_lists(sentence: Sentence) -> None:
    """The same behind a mark of parts: `including the imam and two pupils`."""
    if "subset_before" not in sentence.told:
        return
    for joint in reversed(sentence.places(sentence.lexicon.list("plain_and"))):
        people = _people_around(sentence, joint, parts=True)
        if people and not all(person.counted for person in people):
            _add(sentence, people, (share_subset,))


def _add(sentence: Sentence, people: list[Person], rules: Sequence[Rule]) -> None:
    """Put the list in the place of the figures in it, if a word counts it."""
    number, first, last = sum(person.number for person in people), people[0].first, people[-1].last
    victims = next((p.victims for p in people if p.victims.kind in PARTIES), people[0].victims)
    quantity = Quantity(CountMatch(first, last, Count(number, number)), victims, first, last)
    kept = sentence.quantities
    inside = [other for other in kept if first < other.last and other.first < last]
    sentence.quantities = sorted((*(q for q in kept if q not in inside), quantity), key=lambda q: q.first)
    at = sentence.quantities.index(quantity)
    if any(rule(sentence, at) for rule in rules) and quantity.category in CATEGORIES:
        quantity.flags += ["arith"] * (len(people) > 1)
    else:
        sentence.quantities = kept


RULES: tuple[Rule, ...] = (
    *(followed_by_word, object_of_word, subject_behind_verb, fronted_word, among_the_dead, behind_aside),
)


def _people_around(sentence: Sentence, joint: int, *, parts: bool = False) -> list[Person]:
    """The persons of a list whose last two stand around an `and`; empty where anything else does."""
    last = person_at(sentence, joint + 1, bare=True)
    last = None if last and _has_figure(sentence, last) else last
    last = last or _counted_at(sentence, joint + 1, numbers=parts)
    before = list(persons_before(sentence, joint)) if last and not _is_read(sentence, joint) else []
    if last is None or not before or (before[-1].counted and not _belongs(sentence, before[-1], last)):
        return []
    people = [*before, last]
    single = len([person for person in people if not person.counted])
    if people[0].number == single > 1 or _is_one_office(sentence, last):
        return []  # `two officials, the mayor and his deputy`
    return people if are_alike(sentence, [person.victims for person in people]) else []


def _is_one_office(sentence: Sentence, last: Person) -> bool:
    """`the deputy and mayor of Djibo`, `The imam and teacher was killed`: one man."""
    bare = not last.named and sentence.folded[last.first] in sentence.lexicon.roles
    return bare or not sentence.lexicon.list("singular_be").isdisjoint(sentence.lowers(last.last, last.last + 1))


def _belongs(sentence: Sentence, before: Person, last: Person) -> bool:
    """`two traders and their guide`, `two traders and the headmaster`; not `a soldier and the boat's driver`."""
    opening, lexicon = sentence.folded[last.first], sentence.lexicon
    alike = before.victims.kind == last.victims.kind
    told = last.counted or last.named or opening in lexicon.lists("definite", "articles", "single_pronouns")
    return opening in lexicon.own or (alike and told)


def _has_figure(sentence: Sentence, person: Person) -> bool:
    """A numeral stands in the description: `and seventeen others`."""
    return any(person.first <= q.first < person.last and not q.article for q in sentence.quantities)


def _is_read(sentence: Sentence, joint: int) -> bool:
    """The `and` stands in a figure or in a list that is read already."""
    return any(quantity.first < joint < quantity.last for quantity in sentence.quantities)


def persons_before(sentence: Sentence, end: int) -> Iterator[Person]:
    """The persons of a list that ends there, from its first to its last."""
    person = _counted_before(sentence, end) or _person_before(sentence, end)
    if person is None:
        return
    before: list[Person] = []
    if person.first and sentence.folded[person.first - 1] in sentence.lexicon.lists("plain_and", ","):
        before = list(persons_before(sentence, person.first - 1))
    if before and before[-1].named != person.named:
        return  # `Oumarou Dicko, the mayor`
    yield from (*before, person)


def _counted_before(sentence: Sentence, end: int) -> Person | None:
    quantity = next((q for q in sentence.quantities if q.last == end), None)
    both = quantity is not None and sentence.folded[quantity.first] in sentence.lexicon.list("both")
    return _as_person(quantity) if quantity and not both else None  # `both the pilot and the gunner`


def _counted_at(sentence: Sentence, first: int, *, numbers: bool = False) -> Person | None:
    first += first < len(sentence.tokens) and sentence.folded[first] in sentence.lexicon.own
    quantity = next((q for q in sentence.quantities if q.first == first), None)
    return _as_person(quantity) if quantity and (numbers or quantity.article) else None


def _as_person(quantity: Quantity) -> Person | None:
    low, high = quantity.match.count.low, quantity.match.count.high
    exact = low is not None and low == high and quantity.victims.kind in PERSONS
    return Person(quantity.first, quantity.last, quantity.victims, low or 0, counted=True) if exact else None


def _person_before(sentence: Sentence, end: int) -> Person | None:
    """The person whose description or name ends there."""
    opens = sentence.lexicon.lists("definite", "own", "articles")
    for first in range(end - 1, max(-1, end - LONGEST_PERSON), -1):
        if sentence.tokens[first].kind == "mark":
            break
        person = described_at(sentence, first, first + 1) if sentence.folded[first] in opens else None
        if person and person.last == end:
            return person
    if end and _is_pronoun(sentence, end - 1):
        return person_at(sentence, end - 1)
    start = name_start(sentence, end) if end and sentence.tokens[end - 1].text[0].isupper() else None
    return _by_name(sentence, start, end) if start is not None else None


def person_at(sentence: Sentence, first: int, *, bare: bool = False) -> Person | None:
    """The person whose description starts there: `the post's commander`, `his wife`, `a teacher's son`, a name.

    `bare` allows a noun without a determiner: `its pilot and co-pilot`.
    """
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if first >= len(tokens):
        return None
    opens = lexicon.lists("definite", "own", "articles")
    described = described_at(sentence, first, first + 1) if sentence.folded[first] in opens else None
    if described is None and _is_pronoun(sentence, first):
        return Person(first, first + 1, Victims("", "people", last=first + 1))
    described = described or _named_at(sentence, first)
    word = sentence.folded[first]
    known = bare and (word in lexicon.nouns.first_words or word in lexicon.lists("roles", "crews"))
    return described_at(sentence, first, first) if described is None and known else described


def _is_pronoun(sentence: Sentence, at: int) -> bool:
    """`him`, `elle`; `her` with no noun behind."""
    if sentence.folded[at] not in sentence.lexicon.list("single_pronouns"):
        return False
    alone = at + 1 >= len(sentence.tokens) or sentence.tokens[at + 1].kind == "mark"
    return alone or sentence.folded[at] not in sentence.lexicon.own or sentence.folded[at + 1] in sentence.lexicon.stop


def described_at(sentence: Sentence, first: int, noun: int) -> Person | None:
    """A noun of one person with its owner or complement."""
    lexicon, possessive = sentence.lexicon, sentence.lexicon.list("possessive")
    if noun >= len(sentence.tokens) or sentence.folded[noun] in lexicon.list("of"):
        return None
    victims, owner = find_victims(sentence.tokens, noun, lexicon), ""
    while possessive and victims.last + 1 < len(sentence.tokens) and sentence.folded[victims.last] in possessive:
        noun, owner = victims.last + 1, victims.kind or "unknown"
        victims = find_victims(sentence.tokens, noun, lexicon)
    article = sentence.folded[first] in lexicon.list("articles") and not owner
    head = sentence.folded[noun] if lexicon.grammar.get("head_first") else victims.head
    if article or victims.last == noun or not _is_one(sentence, victims, head):
        return None
    end = complement_end(sentence.tokens, victims.last, lexicon)
    if head in lexicon.roles:
        victims.kind = _led(sentence, noun + 1, end) or (owner if owner in PARTIES else "") or victims.kind
        victims.kind = {"excluded": "civilian", "": "people", "unknown": "people"}.get(victims.kind, victims.kind)
    return Person(first, end, victims)


def _led(sentence: Sentence, first: int, end: int) -> str:
    """Kind of those whom a chief leads: `the commander of the attackers`, `le chef des rebelles`."""
    nouns = [noun[0] for at in range(first, end) if (noun := sentence.lexicon.nouns.match(sentence.tokens, at))]
    return next((kind for kind in reversed(nouns) if kind in ("group", "fighter", "mercenary", "state")), "")


def _is_one(sentence: Sentence, victims: Victims, head: str) -> bool:
    """A noun of a single person, an office or a hand of a crew."""
    lexicon = sentence.lexicon
    known = victims.kind in PERSONS or head in lexicon.lists("roles", "crews")
    plural = (head.endswith(("s", "x", "men")) and head not in lexicon.list("sons")) or head in lexicon.list("others")
    return known and not plural and head not in lexicon.lists("crowds", "formations", "remains", "lives")


def _named_at(sentence: Sentence, first: int) -> Person | None:
    end = first
    while end < len(sentence.tokens) and is_of_name(sentence, end):
        end += 1
    return _by_name(sentence, first, end) if end > first and name_start(sentence, end) == first else None


def _by_name(sentence: Sentence, first: int, end: int) -> Person | None:
    """A person by name; a single word may name anything."""
    if end - first < 2:
        return None
    kinds = [noun[0] for at in range(first, end) if (noun := sentence.lexicon.nouns.match(sentence.tokens, at))]
    words = " ".join(token.text for token in sentence.tokens[first:end])
    return Person(first, end, Victims(words, kinds[0] if kinds else "people", last=end), named=True)


def are_alike(sentence: Sentence, people: Sequence[Victims]) -> bool:
    """Of one side as far as their nouns tell; what a chief leads and whom a driver drives, his title does not say."""
    untold = sentence.lexicon.lists("roles", "crews", "relatives_of")
    kinds = {victims.kind for victims in people if victims.head not in untold}
    return len(kinds - {"people", "unknown", "excluded"}) < 2

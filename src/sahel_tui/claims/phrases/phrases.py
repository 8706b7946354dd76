"""A sentence laid out for the prose rules: its tokens, its quantities with their victims, its casualty words."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from sahel_tui.claims.counts.ages import is_age
from sahel_tui.claims.counts.articles import belongs_to_other, counts_one, is_complement, is_event, speaks
from sahel_tui.claims.counts.circles import name_victims
from sahel_tui.claims.counts.count_matches import CountMatch, behind_hedge
from sahel_tui.claims.counts.counts import CountFinder
from sahel_tui.claims.counts.elided_nouns import is_adjective_alone, lend_nouns
from sahel_tui.claims.language.casualty_words import match_casualty_word
from sahel_tui.claims.language.name_forms import ends_name
from sahel_tui.claims.language.tokens import Token, tokenise
from sahel_tui.claims.language.words import Lexicon, Trigger
from sahel_tui.claims.parties.victims import Victims, find_victims
from sahel_tui.dataclass import dataclass, field
from sahel_tui.model import Category, Count, Span

QUOTES = frozenset(('"', "“", "«", "”"))


@dataclass(slots=True, eq=False)
class CasualtyWord:
    """A trigger at `tokens[first:last]` with all its readings."""

    first: int
    last: int
    readings: tuple[Trigger, ...]

    def families(self, *forms: str) -> str:
        """Families of the readings in these forms, joined by `+`; empty when it has none of the forms."""
        return _join_families(self.readings, forms)


@cache
def _join_families(readings: tuple[Trigger, ...], forms: tuple[str, ...]) -> str:
    """The lexicon has few readings and the rules ask for few forms, so each answer is made once."""
    return "+".join(dict.fromkeys(reading.family for reading in readings if reading.form in forms))


@dataclass(slots=True, eq=False)
class Quantity:
    """A count and the noun phrase behind it, at `tokens[first:last]`."""

    match: CountMatch
    victims: Victims
    first: int
    last: int
    category: Category | None = None
    word: CasualtyWord | None = None
    rule: str = ""
    leftward: bool = False
    """Its casualty word stands before it (`killing 14`)."""
    flags: list[str] = field(default_factory=list)
    combined: tuple[Category, ...] = ()
    mixed: bool = False
    """It counts people of several sides together."""
    inherits: "Quantity | None" = None
    """The quantity whose noun this one leaves out (`eleven were wounded`)."""
    article: bool = field(init=False)
    """A mere `a soldier`."""

    def __post_init__(self) -> None:
        self.article = self.match.article

    @property
    def end(self) -> int:
        """The token behind the figure, its people and, when it follows them, the word that counts them."""
        word = self.word
        return self.last if word is None or self.leftward or word.last <= self.last else word.last


class Sentence:
    """One sentence of a section; `text[span.start:span.end]` with reference marks blanked out."""

    def __init__(self, masked: str, span: Span, lexicon: Lexicon) -> None:
        self.span = span
        self.lexicon = lexicon
        self.is_quoted = masked[span.start : span.start + 2].lstrip()[:1] in QUOTES
        """It opens with a quotation mark, which is no token."""
        self.tokens: list[Token] = tokenise(masked, span.start, span.end)
        finder = CountFinder(self.tokens, lexicon)
        self.dates, self.folded, self.told = finder.dates, finder.folded, finder.told
        """`told` has where the words of `named_words.LISTS` stand in it and the lexicon's phrases start, by name."""
        self.vocabulary = frozenset(self.folded)
        """Its folded words once each: most rules have nothing to do where none of theirs is among them."""
        self.quantities = _join_out_of(self._quantities(finder.find()), self)
        self.words = self._words()

    def _quantities(self, matches: list[CountMatch]) -> list[Quantity]:
        found: list[Quantity] = []
        steps = self.lexicon.list("by_step")
        for match in matches:
            before = self.folded[match.first - 1] if match.first else ""
            step = before in steps and self._is_step(match)
            if step or is_age(match, self.tokens, self.told, self.lexicon):
                if found and found[-1].article and found[-1].last == match.first - 1:
                    years = self.folded[match.last : match.last + 1]  # `a woman of 18 and a boy of five`
                    found[-1].last = match.last + (not self.lexicon.list("years").isdisjoint(years))
                continue
            inside = found and match.first < found[-1].last
            if match.count.high == 1 and not match.article and (is_complement(self, match) or is_event(self, match)):
                continue  # `twelve members of one family`
            if match.article and (inside or belongs_to_other(self, match)):
                continue
            if found and self._tells_again(found[-1], match):
                continue
            if inside and found[-1].victims.head in self.lexicon.list("couples"):
                continue
            victims = find_victims(self.tokens, match.last, self.lexicon)
            if match.count.vague == "none" and self._holds_another(victims, matches):
                continue
            if match.article and victims.head in self.lexicon.list("couples"):
                match.count = Count(2, 2)  # `an elderly couple was abducted`
            alone = match.article and is_adjective_alone(self.tokens, match.first, found, self.lexicon)
            if match.article and (not (alone or counts_one(self, match, victims)) or speaks(self, match, victims)):
                continue
            found.append(Quantity(match, victims, match.first, self._end_of(match, victims)))
        name_victims(self.tokens, found, self.lexicon)
        lend_nouns(self.tokens, found, self.lexicon)
        return found

    def _tells_again(self, before: Quantity, match: CountMatch) -> bool:
        """`the death of two of its citizens, both lorry drivers`: the two once more."""
        both = self.folded[match.first] in self.lexicon.list("both") and before.match.count.low == 2
        return both and before.last == match.first - 1 and self.tokens[before.last].text == ","

    def _end_of(self, match: CountMatch, victims: Victims) -> int:
        """The token behind a count with its noun, `of them`, `more` and a hedge behind it."""
        if self.told.keys().isdisjoint(("partitive", "more_behind", "hedges_after")):
            return max(match.last, victims.last)
        part = self.lexicon.partitive.match(self.tokens, match.last)
        more = self.lexicon.phrases["more_behind"].match(self.tokens, match.last)
        victims.others = victims.others or more is not None  # `quatorze de plus`
        last = max(match.last + max(part[1] if part else 0, more[1] if more else 0), victims.last)
        return behind_hedge(self.tokens, last, self.lexicon)

    def _holds_another(self, victims: Victims, matches: Sequence[CountMatch]) -> bool:
        """`made no secret of the twelve soldiers killed`: what there is none of is no victim."""
        of = not self.lexicon.list("of").isdisjoint(self.lowers(victims.last, victims.last + 1))
        return victims.kind == "unknown" and of and any(0 < other.first - victims.last <= 2 for other in matches)

    def _is_step(self, match: CountMatch) -> bool:
        """`rose by seven to 86`: seven is the step, not a toll."""
        return match.first > 1 and self.folded[match.first - 2] in self.lexicon.list("change_verbs")

    def _words(self) -> list[CasualtyWord]:
        taken, end, endings = self.quantities, 0, self.lexicon.speakers.last_words
        found: list[CasualtyWord] = []
        for at in self.told.get("triggers", ()):
            inside = at < end or any([quantity.first <= at < quantity.last for quantity in taken])
            inside = inside or (self.folded[at] in endings and ends_name(self.tokens, at, self.lexicon))
            match = None if inside else match_casualty_word(self.tokens, at, self.lexicon)
            if match:
                end = at + match[1]
                if any([reading.family != "nothing" for reading in match[0]]):
                    found.append(CasualtyWord(at, end, match[0]))
        return found

    def places(self, words: AbstractSet[str]) -> Sequence[int]:
        """Indexes of the tokens that are among some folded words: most sentences have none."""
        shared = self.vocabulary & words
        if len(shared) > 1:
            return [at for at, word in enumerate(self.folded) if word in shared]
        return self._places_of(*shared) if shared else ()

    def _places_of(self, word: str) -> list[int]:
        """Indexes of the tokens of one word."""
        found = [self.folded.index(word)]
        for _ in range(self.folded.count(word) - 1):
            found.append(self.folded.index(word, found[-1] + 1))
        return found

    def lowers(self, first: int, last: int) -> list[str]:
        """Folded words of `tokens[first:last]`."""
        return self.folded[first:last]


def _join_out_of(quantities: list[Quantity], sentence: Sentence) -> list[Quantity]:
    """`20 of 27 detainees`, `six of the ten soldiers`: the first counts the second's people, and only it is counted."""
    kept = quantities[:1]
    for quantity in quantities[1:]:
        before = kept[-1]
        gap = sentence.folded[before.match.last : quantity.first] if quantity.first - before.last <= 2 else []
        of = 0 < len(gap) <= 2 and gap[0] in sentence.lexicon.list("of")
        if of and quantity.victims.kind and not before.victims.kind:
            before.victims, before.last = quantity.victims, quantity.last
        elif gap and (_is_whole(sentence, gap, quantity) or _is_owner(sentence, before, quantity)):
            before.last = quantity.last  # `one of the three died`
        else:
            kept.append(quantity)
    return kept


def _is_whole(sentence: Sentence, gap: Sequence[str], quantity: Quantity) -> bool:
    """`of the three`: a bare number that takes up people told before."""
    lexicon = sentence.lexicon
    bare = not quantity.victims.kind and not quantity.match.count.vague
    definite = [*gap[1:], sentence.folded[quantity.first]][0] in lexicon.list("definite")
    return bare and len(gap) <= 2 and gap[0] in lexicon.list("of") and definite


def _is_owner(sentence: Sentence, before: Quantity, quantity: Quantity) -> bool:
    """`seven men of the two forces`: a complement of the people counted before."""
    gap = sentence.lowers(before.last, quantity.first)
    definite = sentence.folded[quantity.first] in sentence.lexicon.list("definite") or len(gap) == 2
    counted = before.victims.kind not in ("", "excluded") and bool(quantity.victims.kind)
    return counted and definite and 0 < len(gap) <= 2 and gap[0] in sentence.lexicon.list("of")

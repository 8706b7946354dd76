"""What the words around a quantity add to its own: the sentence before, the sides counted so far, the infobox."""

from collections.abc import Callable, Iterable, Sequence

from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.dataclass import dataclass, field
from sahel_tui.model import Count

TOPIC = "topic"
"""The name under which a paragraph's memory keeps whom a sentence without figures announced."""


def figure_of(count: Count) -> str:
    """A figure without its hedge, by which the same number is found again: `~50` is `50`."""
    return count.vague or f"{count.low}–{count.high}"


def announces_civilians(sentence: Sentence) -> bool:
    """`Civilian losses differ too.`: the figures without a noun that follow in the paragraph are those of civilians."""
    lexicon = sentence.lexicon
    lost = lexicon.list("announced_losses")
    civilian = sentence.told.get("civilian_adjectives", ())
    return any(not lost.isdisjoint(sentence.lowers(max(0, at - 1), at + 2)) for at in civilian)


@dataclass(slots=True)
class Memory:
    """The sides that a paragraph counted so far by category, first those of the same events as the figure in hand."""

    same: dict[str, str] = field(default_factory=dict)
    others: dict[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str | None:
        """The side kept under a name."""
        return self.same.get(name) or self.others.get(name)

    def keep(self, name: str, side: str) -> None:
        """Keep the first side under a name."""
        if name not in self.same and name not in self.others:
            self.same[name] = side


@dataclass(slots=True)
class SideContext:
    """What the words around a sentence add."""

    text: str
    """This sentence and the one before, folded."""
    memory: Memory = field(default_factory=Memory)
    """The first side counted in this paragraph, by category; under the empty name that of any category.

    Whom somebody boasts of having hit, and what an armed group says of its own, is remembered for figures of the same
    source alone.
    """
    only: dict[str, str] = field(default_factory=dict)
    """Categories that the infobox counts for one side alone, with that side; empty where another incident is told."""
    main: bool = True
    """The sentence tells of the document's own event."""
    infobox: dict[tuple[str, str], str] = field(default_factory=dict)
    """The side of a figure that only one side of the infobox has, by category and count."""
    sums: frozenset[tuple[str, int]] = frozenset()
    """What the losses of several sides of the infobox come to; empty where another incident is told."""
    sentences_before: Callable[[], Iterable[Sentence]] = tuple
    """The sentences before in the paragraph, the nearest first: few figures ask for them."""
    hit: str | None = None
    """Whom the event hit: the side of its first victims with a noun, as far as they are told."""

    def told_before(self) -> Sequence[Token]:
        """The tokens of the sentence before."""
        return next((sentence.tokens for sentence in self.sentences_before()), ())

    def remember(self, quantity: Quantity, side: str, partisan: str | None) -> None:
        """Keep the side of a quantity for bare figures that follow, or for those of the source `partisan` alone."""
        for name in (quantity.category or "", ""):
            self.memory.keep(f"{name} of {partisan}" if partisan else name, side)
        self.memory.same[f"= {figure_of(quantity.match.count)}"] = side
        self.memory.same[f"last {quantity.category}"] = side
        self.memory.same[f"{quantity.category} on {side}"] = side

    def recall(self, quantity: Quantity, source: str | None) -> str | None:
        """Whom the paragraph counted first: in this category, by this voice."""
        names = (quantity.category or "", f"{quantity.category} of {source}", f" of {source}", "")
        return next((side for name in names if (side := self.memory.get(name))), None)

    def recall_last(self, quantity: Quantity) -> str | None:
        """Whom the paragraph counted last in this category: `23 more` are more of them."""
        return self.memory.get(f"last {quantity.category}") if quantity.victims.others else None

    def counts_only(self, side: str | None, category: str | None) -> bool:
        """Whether the paragraph counted people of this side in a category, and of no other."""
        counted = [name for name in self.memory.same if name.startswith(f"{category} on ")]
        return counted == [f"{category} on {side}"]

    def recall_figure(self, quantity: Quantity) -> str | None:
        """The side of a figure of the same count."""
        return self.memory.get(f"= {figure_of(quantity.match.count)}")

"""Phrases of one word or more, found among tokens by a tree of their words."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from sahel_tui.claims.language.tokens import Token, tokenise

Value = TypeVar("Value")


class _Node(Generic[Value]):
    """The words that may follow those read so far, and what they mean if the phrase ends here."""

    __slots__ = ("following", "found")

    def __init__(self) -> None:
        self.found: tuple[Value, int] | None = None
        self.following: dict[str, _Node[Value]] = {}

    def endings(self) -> Iterator[tuple[str, ...]]:
        """The words behind this one up to where a phrase ends."""
        if self.found is not None:
            yield ()
        for word, node in self.following.items():
            yield from ((word, *rest) for rest in node.endings())


class Phrases(Generic[Value]):
    """Word sequences with a value each, as a tree of words; the longest that matches at a token wins."""

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        self.last_words = set[str]()
        root = _Node[Value]()
        for phrase, value in entries:
            words = _split(phrase)
            node = root
            for word in words:
                node = node.following.setdefault(word, _Node())
            node.found = node.found or (value, len(words))
            self.last_words.add(words[-1])
        self._by_first = root.following
        self.first_words = frozenset(root.following)
        """The words a phrase may start with; asking here first spares a rule the call of `match` at most tokens."""

    def match(self, tokens: Sequence[Token], at: int) -> tuple[Value, int] | None:
        """Value and number of tokens of the longest phrase that starts at `tokens[at]`; None behind the last token."""
        try:
            node = self._by_first.get(tokens[at].lower)
        except IndexError:
            return None
        if node is None:
            return None
        found = node.found
        while node.following and (at := at + 1) < len(tokens):
            node = node.following.get(tokens[at].lower)
            if node is None:
                break
            found = node.found or found
        return found

    def entries(self) -> Iterator[tuple[str, ...]]:
        """The folded words of every phrase."""
        for word, node in self._by_first.items():
            yield from ((word, *rest) for rest in node.endings())

    def places(self, words: Sequence[str]) -> Sequence[int]:
        """Indexes of the folded words that a phrase may start with: most sentences have none."""
        first = self.first_words
        return () if first.isdisjoint(words) else [at for at, word in enumerate(words) if word in first]

    def match_before(self, tokens: Sequence[Token], end: int, longest: int = 9) -> tuple[Value, int] | None:
        """Value and number of tokens of the longest phrase that ends just before `tokens[end]`."""
        if not end or tokens[end - 1].lower not in self.last_words:
            return None
        for start in range(max(0, end - longest), end):
            found = self.match(tokens, start)
            if found and start + found[1] == end:
                return found
        return None


def _split(phrase: str) -> list[str]:
    """The folded words of a phrase; most phrases are letters and spaces, whose words need no reading of tokens."""
    if phrase.replace(" ", "").isalpha():
        return phrase.lower().split()
    if phrase.endswith("'"):  # `plus d'`: an elided word is one only before the word it is elided for.
        return [token.lower for token in tokenise(f"{phrase}on")][:-1]
    return [token.lower for token in tokenise(phrase)]

"""Figures of a sentence, in digits and in words, alone or with a collective: `2.1 million`, `two dozen`."""

from collections.abc import Sequence

from sahel_tui.claims.counts.days import ends_years, find_dates, is_bare_year
from sahel_tui.claims.counts.numbers import parse_decimal, parse_digits, parse_number_words, write_number
from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon


class Figures:
    """Reads the figures of one sentence."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.folded = [token.lower for token in tokens]
        self.lexicon = lexicon
        self.told = lexicon.tell(self.folded)
        self.dates = find_dates(tokens, self.told.get("month_names", ()), lexicon)
        self._collective: dict[str, int] = lexicon.grammar["collective"]

    def _is_collective(self, at: int, last: int) -> bool:
        exact = self.lexicon.list("exact_collective")
        return any([word in self._collective and word not in exact for word in self.folded[at:last]])

    def _single(self, at: int, *, loose: bool = False) -> tuple[int, int] | None:
        """One number at `at` and the token after it, in digits or words."""
        if at >= len(self.tokens) or at in self.dates:
            return None
        _, word, _, _, kind = self.tokens[at]
        if kind == "number":
            return self._digits(at, loose=loose)
        if word not in self.lexicon.numbers:
            if word in self._collective:
                return self._collective[word], at + 1
            if "-" not in word:
                return None
        words = parse_number_words(self.tokens, at, self.lexicon)
        return self._of_collective(words) if words else None

    def _of_collective(self, words: tuple[int, int]) -> tuple[int, int]:
        """`two dozen` is 24."""
        value, last = words
        if last < len(self.tokens) and self.tokens[last].lower in self._collective:
            return value * self._collective[self.tokens[last].lower], last + 1
        return words

    def _digits(self, at: int, *, loose: bool) -> tuple[int, int] | None:
        written, last = write_number(self.tokens, at, self.lexicon)
        value = parse_digits(written, self.lexicon.language)
        if value is None:
            following = self.folded[last] if last < len(self.tokens) else ""
            scaled = parse_decimal(written, self.lexicon.numbers.get(following, 0))
            return (scaled, last + 1) if scaled else None
        if (not loose and is_bare_year(self.tokens, at, value, self.lexicon)) or ends_years(self.tokens, at):
            return None
        following = self.folded[at + 1] if at + 1 < len(self.tokens) else ""
        scale = self.lexicon.numbers.get(following, 0)
        if scale >= 1000:
            return value * scale, at + 2
        if following in self._collective and following not in self.lexicon.list("exact_collective"):
            return value * self._collective[following], at + 2
        return value, at + 1

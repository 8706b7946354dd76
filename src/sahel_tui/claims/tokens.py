"""Text to tokens: words, numbers and punctuation with their places, quotation marks left out."""

import re
from collections.abc import Callable
from typing import NamedTuple

TOKEN = re.compile(
    r"""\s?+(?:
    (?P<plain>[a-zA-ZÀ-ÖØ-öø-ÿ]{2,}+(?![\w'’-]))
  | (?P<sign>[^\w\s"“”«»„‟'’])
  | (?P<mixed>\d{4}-\d{2}(?:-\d{2})?(?!\d)
        |\d+-(?:year|month|day|strong|man|mile|kilomet|page|hour|week|vehicle|metre|meter|km)[\w-]*
        |(?:[^\W\d_]++-)++\d[\w-]*|[^\W\d_]++\d\w*
        |\d+(?:st|nd|rd|th|e|er|ème|eme|am|pm|h|px|mm|km|kg|cm)\b\w*
        |\d+:\d+|\d+h\d+|\d+\s?(?:x|×|/)\s?\d+)
  | (?P<number>\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)|\d{1,3}(?:[ .]\d{3})+(?!\d|\.\d)|\d+\.\d+|\d+)
  | (?P<word>(?:[ldnsjmtcLDNSJMTC]|(?:[Jj]us|[Ll]ors|[Pp]uis|[Qq]uel)?[Qq]u)['’](?=[^\W\d_]{2}|[aàyAÀY]\b)
        |(?:[A-Z]\.){2,}
        |['’]s\b
        |[^\W\d_]+(?:-[^\W\d_]+)*)
  | (?P<apostrophe>['’]))
    """,
    re.VERBOSE,
)
"""One token and the space before it; `plain` finds nothing that `word` would not, but most tokens are such letters."""

MOST_WORDS = 1 << 16
"""Folded words that are kept at hand."""

KINDS = ("", "word", "mark", "mixed", "number", "word", "mark")
"""By the number of the group in `TOKEN`."""


class Token(NamedTuple):
    """One word, number or punctuation mark; `lower` is folded for look-ups."""

    text: str
    lower: str
    start: int
    end: int
    kind: str
    """`word`, `number`, `mixed` (ages, ordinals, types, times) or `mark`."""


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Tokens of `text[start:end]`, offsets into `text`; quotation marks are no tokens.

    >>> [token.text for token in tokenise('thirty-one were "neutralized."')]
    ['thirty-one', 'were', 'neutralized', '.']
    """
    found = []
    make = tuple.__new__  # The named constructor costs as much as all the rest of a token.
    for match in TOKEN.finditer(text, start, len(text) if end is None else end):
        group = match.lastindex or 0
        word, last = match[group], match.end()
        found.append(make(Token, (word, fold_word(word), last - len(word), last, KINDS[group])))
    return found


class _FoldedWords(dict[str, str]):
    """Words met so far with their folded forms: a plain look-up for each token costs half of an `lru_cache`."""

    def __missing__(self, word: str) -> str:
        if len(self) >= MOST_WORDS:
            self.clear()
        folded = self[word] = word.lower().replace("’", "'")
        return folded


fold_word: Callable[[str], str] = _FoldedWords().__getitem__
"""A word in small letters and with a straight apostrophe."""

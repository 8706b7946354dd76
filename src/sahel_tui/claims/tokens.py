"""Text to tokens: words, numbers and punctuation with their places, reference marks and quotation marks left out."""

import re
from functools import lru_cache
from typing import NamedTuple

MARK = re.compile(r"\[(?:\d{1,3}|[a-z]|edit|note \d+|citation needed|nb \d+)\](?:\([^)\s]*\))?", re.IGNORECASE)
"""A reference mark: `[1]`, `[a]`, `[citation needed]`."""

TOKEN = re.compile(
    r"""\s?+(?:
    (?P<plain>[^\W\d_]{2,}+(?![\w'’-]))
  | (?P<mixed>\d{4}-\d{2}(?:-\d{2})?(?!\d)
        |\d+-(?:year|month|day|strong|man|mile|kilomet|page|hour|week|vehicle|metre|meter|km)[\w-]*
        |(?:[^\W\d_]++-)++\d[\w-]*|[^\W\d_]++\d\w*
        |\d+(?:st|nd|rd|th|e|er|ème|eme|am|pm|h|px|mm|km|kg|cm)\b\w*
        |\d+:\d+|\d+h\d+|\d+\s?(?:x|×|/)\s?\d+)
  | (?P<number>\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)|\d{1,3}(?:[ .]\d{3})+(?![\d.])|\d+\.\d+|\d+)
  | (?P<word>(?:[ldnsjmtcLDNSJMTC]|(?:[Jj]us|[Ll]ors|[Pp]uis|[Qq]uel)?[Qq]u)['’](?=[^\W\d_]{2}|[aàyAÀY]\b)
        |(?:[A-Z]\.){2,}
        |['’]s\b
        |[^\W\d_]+(?:-[^\W\d_]+)*)
  | (?P<mark>[^\w\s]))
    """,
    re.VERBOSE,
)
"""One token and the space before it; `plain` finds nothing that `word` would not, but most tokens are letters alone."""

KINDS = ("", "word", "mixed", "number", "word", "mark")
"""By the number of the group in `TOKEN`."""

QUOTES = frozenset('"“”«»„‟')


class Token(NamedTuple):
    """One word, number or punctuation mark; `lower` is folded for look-ups."""

    text: str
    lower: str
    start: int
    end: int
    kind: str
    """`word`, `number`, `mixed` (ages, ordinals, types, times) or `mark`."""


@lru_cache(maxsize=1)
def mask_marks(text: str) -> str:
    """The text with every reference mark blanked out, length unchanged; kept until the next text.

    >>> mask_marks("15 [8] dead")
    '15     dead'
    """
    return MARK.sub(lambda match: " " * len(match[0]), text)


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Tokens of `text[start:end]`, offsets into `text`; quotation marks are no tokens.

    >>> [token.text for token in tokenise('thirty-one were "neutralized."')]
    ['thirty-one', 'were', 'neutralized', '.']
    """
    found = []
    make = tuple.__new__  # The named constructor costs as much as all the rest of a token.
    for match in TOKEN.finditer(text, start, len(text) if end is None else end):
        group = match.lastindex or 0
        word = match[group]
        if word not in QUOTES:
            first, last = match.span(group)
            found.append(make(Token, (word, fold_word(word), first, last, KINDS[group])))
    return found


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """A word in small letters and with a straight apostrophe."""
    return word.lower().replace("’", "'")

"""Text to tokens: words, numbers and punctuation with their places, quotation marks left out."""

import re
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

SPACED = re.compile(r" [\dx×/](?<=[\dx×/] [\dx×/])")
"""Where a token may hold a space: `7 000`, `2 x 4`."""

MOST_PIECES = 1 << 15
"""Pieces of text that are kept at hand with their tokens."""

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
    written = text[start:end]
    found: list[Token] = []
    make, add = tuple.__new__, found.append  # The named constructor costs as much as all the rest of a token.
    for piece in [written] if SPACED.search(written) else written.split(" "):
        for word, lower, first, last, kind in _READ[piece]:
            add(make(Token, (word, lower, start + first, start + last, kind)))
        start += len(piece) + 1
    return found


class _ReadPieces(dict[str, tuple[tuple[str, str, int, int, str], ...]]):
    """The tokens of what stands between two spaces: the same few thousand pieces make up most of all texts."""

    def __missing__(self, piece: str) -> tuple[tuple[str, str, int, int, str], ...]:
        matches = ((match, match[match.lastindex or 0]) for match in TOKEN.finditer(piece))
        read = tuple(
            (word, fold_word(word), match.end() - len(word), match.end(), KINDS[match.lastindex or 0])
            for match, word in matches
        )
        if " " not in piece:
            if len(self) >= MOST_PIECES:
                self.clear()
            self[piece] = read
        return read


_READ = _ReadPieces()


def fold_word(word: str) -> str:
    """A word in small letters and with a straight apostrophe."""
    return word.lower().replace("’", "'")

"""What a person types into the search line, as conditions; nothing typed is an error.

- `diafarabé amb`: words in any order; the last may be unfinished
- `"put its losses at"`: these words one after the other
- `-wagner`: without this word
- `place:kidal actor:jnim source:rfi date:2023-09..2023-12 killed>=50 is:disputed`: filters
"""

import re
from collections.abc import Iterator

from sahel_tui.dataclass import dataclass
from sahel_tui.store.filters import FILTERS, DateFilter, Filter, parse_filter, suggest
from sahel_tui.store.folding import find_tokens, fold, parse_days


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must be found, or must not."""

    tokens: tuple[str, ...]
    written: str
    phrase: bool = False
    """The words stand one after the other."""
    prefix: bool = False
    """The last word may go on."""
    negated: bool = False
    endings: tuple[str, ...] = ()
    """What the last word may become in a library; empty while that is not known."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """A part of a search line that could not be read."""

    part: str
    """As it was typed."""
    reason: str
    """What is wrong with it, and how it is written."""
    done: str = "left out"
    """What becomes of it where the rest is searched for."""

    def __str__(self) -> str:
        return f"“{self.part}” {self.done}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Query:
    """The conditions of one search line."""

    terms: tuple[Term, ...] = ()
    filters: tuple[Filter, ...] = ()
    complaints: tuple[Complaint, ...] = ()

    @property
    def wanted(self) -> tuple[Term, ...]:
        """The terms that must be found."""
        return tuple(term for term in self.terms if not term.negated)

    @property
    def dates(self) -> tuple[str, ...]:
        """The words that are years, months or days, where no filter asks for a date.

        >>> parse_query("kidal 2023").dates, parse_query("kidal 2023 date:2022").dates
        (('2023',), ())
        """
        if any(isinstance(one, DateFilter) for one in self.filters):
            return ()
        words = (term.written for term in self.wanted if not term.phrase)
        return tuple(word for word in words if word.startswith(_CENTURIES) and parse_days(word))

    @property
    def highlights(self) -> tuple[str, ...]:
        """The folded words and phrases to highlight, in the order typed."""
        return tuple(
            text
            for term in self.wanted
            for text in ((" ".join(fold(term.written).split()),) if term.phrase else term.tokens)
        )


_CENTURIES = ("19", "20")
"""A number that begins otherwise is no year of these events."""
MOST_CONDITIONS = 100
"""Words and filters of a query; SQLite takes no expression of thousands."""

_PART = re.compile(
    r"""
    (?P<minus>-)?
    (?:(?P<key>[^\W\d_]+)(?P<sign>[:<>=≤≥][<>=]?))?
    (?:"(?P<quoted>[^"]*)(?P<closed>"?)|(?P<bare>[^\s"]+))?
    """,
    re.VERBOSE,
)
_SPACED_SIGN = re.compile(r"\b(killed)\s*([<>=≤≥]=?)\s*", re.IGNORECASE)


def parse_query(text: str) -> Query:
    """Read a search line; whatever cannot be understood is said in `complaints`.

    >>> parse_query('kidal -wagner killed>=50').terms[1].negated
    True
    """
    terms: list[Term] = []
    filters: list[Filter] = []
    complaints: list[Complaint] = []
    for written, part in _parts(_SPACED_SIGN.sub(r"\1\2", text)):
        if len(filters) + sum(len(term.tokens) for term in terms) >= MOST_CONDITIONS:
            complaints.append(Complaint(f"{written} …", f"a search takes {MOST_CONDITIONS} words and filters"))
            break
        key = (part["key"] or "").lower()
        value = part["bare"] if part["quoted"] is None else part["quoted"]
        if key in FILTERS:
            exact, negated = bool(part["closed"]), bool(part["minus"])
            found = parse_filter(key, part["sign"], value or "", exact=exact, negated=negated)
            if isinstance(found, str):
                complaints.append(Complaint(written, found))
            else:
                filters.append(found)
            continue
        if key and value:
            reason = f"no filter is called {key}; {suggest(key, FILTERS)}there are {', '.join(FILTERS)}"
            complaints.append(Complaint(written, reason, "searched as words"))
        term = _term(part, " ".join(filter(None, (part["key"], value))))
        if term:
            terms.append(term)
    return Query(_unfinished(terms), tuple(filters), tuple(complaints))


def _parts(text: str) -> Iterator[tuple[str, dict[str, str | None]]]:
    for match in _PART.finditer(text):
        if match[0]:
            yield match[0], match.groupdict()


def _term(part: dict[str, str | None], written: str) -> Term | None:
    tokens = find_tokens(written)[:MOST_CONDITIONS]
    if not tokens:
        return None
    phrase = part["quoted"] is not None
    unfinished = phrase and not part["closed"]
    return Term(tokens, written, phrase=phrase, prefix=unfinished, negated=bool(part["minus"]))


def _unfinished(terms: list[Term]) -> tuple[Term, ...]:
    """The terms, the last of which may go on if it is a plain word."""
    if terms and not terms[-1].phrase and not terms[-1].negated:
        last = terms[-1]
        terms[-1] = Term(last.tokens, last.written, prefix=True)
    return tuple(terms)

"""A query as SQL over the `event` table; every value is bound, every word quoted."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from sahel_tui.store.filters import DateFilter, Filter, KilledFilter, NameFilter, VerdictFilter
from sahel_tui.store.query import Query, Term

Index = Literal["heading", "body"]
BODY_LETTERS = 3
"""Bodies are searched once a word has this many letters."""


@dataclass(slots=True)
class Selection:
    """Which events match: the index their words are looked up in, and conditions on their rows."""

    index: Index | None = None
    words: str = ""
    """The MATCH expression for `index`."""
    conditions: list[str] = field(default_factory=list)
    bound: list[str | int] = field(default_factory=list)
    """Values of the conditions."""

    @property
    def everything(self) -> bool:
        """Nothing was asked: the whole list."""
        return self.index is None and not self.conditions

    @property
    def rows(self) -> str:
        """`FROM … WHERE …` over the rows of the events, in the order of the index."""
        joined = f"{self.index} CROSS JOIN event ON event.id = {self.index}.rowid" if self.index else "event"
        return f"FROM {joined} WHERE {self._where}"

    @property
    def ids(self) -> str:
        """`FROM … WHERE …` that touches the rows of the events only when a condition needs them."""
        return f"FROM {self.index} WHERE {self._where}" if self.index and not self.conditions else self.rows

    @property
    def id(self) -> str:
        """The column that is walked in the order of dates."""
        return f"{self.index}.rowid" if self.index else "event.id"

    @property
    def values(self) -> list[str | int]:
        """What is bound to the question marks of `rows` and `ids`."""
        return [self.words, *self.bound] if self.index else self.bound

    @property
    def _where(self) -> str:
        return " AND ".join([f"{self.index} MATCH ?"] * bool(self.index) + self.conditions) or "1"

    def add(self, condition: str, *values: str | int) -> None:
        """One more condition, with its bound values."""
        self.conditions.append(condition)
        self.bound.extend(values)


def has_body_words(query: Query) -> bool:
    """Whether some word is long enough, or quoted, to look for it in bodies."""
    return any(term.phrase or len(max(term.tokens, key=len)) >= BODY_LETTERS for term in query.wanted)


def select_events(query: Query, index: Index, *, disputed_only: bool = False) -> Selection:
    """The events whose words are found in `index`; the body index also holds what the heading index holds."""
    selection = Selection()
    if query.wanted:
        selection.index, selection.words = index, match_words(query.wanted)
    for term in query.terms:
        _add_term(selection, term)
    for condition in query.filters:
        _add_filter(selection, condition)
    if disputed_only:
        selection.add("event.disputed > 0")
    return selection


def select_titled(query: Query) -> Selection:
    """The events whose title alone holds the words."""
    selection = select_events(query, "heading")
    for word in title_words(query):
        selection.add("instr(' ' || event.title_key, ?)", word)
    return selection


def title_words(query: Query) -> list[str]:
    """Each wanted word as it starts in ` ` || `event.title_key`."""
    return [f" {token}" for term in query.wanted for token in term.tokens]


def match_words(terms: Iterable[Term]) -> str:
    """The MATCH expression that asks for all words of all terms.

    >>> match_words([Term(("al", "qae"), "al-Qae", prefix=True)])
    '"al" AND "qae" *'
    """
    return " AND ".join(
        f'"{token}"' + (" *" if term.prefix and place == len(term.tokens) else "")
        for term in terms
        for place, token in enumerate(term.tokens, 1)
    )


def _add_term(selection: Selection, term: Term) -> None:
    """Check a phrase in the texts, for the index knows no neighbours; leave out what is excluded."""
    found = ["event.id IN (SELECT rowid FROM body WHERE body MATCH ?)"] if term.negated else []
    values: list[str | int] = [match_words([term])] if term.negated else []
    if term.phrase and len(term.tokens) > 1:
        found.append(
            "EXISTS (SELECT 1 FROM document WHERE document.event = event.id AND holds_phrase(document.text, ?, ?))"
        )
        values += [" ".join(term.tokens), int(term.prefix)]
    if found:
        _add(selection, " AND ".join(found), values, term.negated)


def _add_filter(selection: Selection, condition: Filter) -> None:
    text, values = _filter(condition)
    _add(selection, text, values, condition.negated)


def _add(selection: Selection, text: str, values: list[str | int], negated: bool) -> None:
    selection.add(f"NOT coalesce({text}, 0)" if negated else f"({text})", *values)


def _filter(condition: Filter) -> tuple[str, list[str | int]]:
    match condition:
        case NameFilter(facet, tokens, exact):
            phrase = f'{facet} : "{" ".join(tokens)}"' + ("" if exact else " *")
            return "event.id IN (SELECT rowid FROM facet WHERE facet MATCH ?)", [phrase]
        case DateFilter(first, last):
            return "event.last_day >= ? AND event.first_day <= ?", [first or 0, last or 9999_99_99]
        case KilledFilter("=", number):
            return "event.killed_low <= ? AND event.killed_high >= ?", [number, number]
        case KilledFilter(sign, number):
            column = "killed_high" if sign in (">", ">=") else "killed_low"
            return f"event.{column} {sign} ?", [number]
        case VerdictFilter("disputed"):
            return "event.disputed > 0", []
        case VerdictFilter(verdict):
            return "event.verdict = ?", [verdict]

"""A query as SQL over the `event` table; every value is bound, every word quoted."""

from collections.abc import Iterable
from typing import Literal

from sahel_tui.dataclass import dataclass, field
from sahel_tui.store.filters import DateFilter, Filter, KilledFilter, MarkFilter, NameFilter, VerdictFilter
from sahel_tui.store.page import Page
from sahel_tui.store.query import Query, Term

Index = Literal["heading", "body", "facet"]
BODY_LETTERS = 3
"""Bodies are searched once a word has this many letters."""


_NEVER = 9999_99_99
_DAYS = (
    "event.id <= (SELECT id FROM event WHERE first_day <= ? ORDER BY first_day DESC, last_day DESC, id DESC LIMIT 1) "
    "AND event.last_day >= ? AND +event.first_day <= ?"
)
"""Ids are in the order of first days: the newest event that may match is found without looking at those after it."""


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


def find_index(query: Query) -> Index:
    """Where the words of a query are looked for."""
    return "body" if has_body_words(query) else "heading"


def select_events(query: Query, index: Index, *, disputed_only: bool = False) -> Selection:
    """The events whose words are found in `index`; the body index also holds what the heading index holds."""
    selection = Selection()
    if query.wanted:
        selection.index, selection.words = index, match_words(query.wanted)
    for term in query.terms:
        _add_term(selection, term)
    names = [one for one in query.filters if isinstance(one, NameFilter) and not one.negated]
    if names and not query.wanted:
        selection.index, selection.words = "facet", match_names(names)
    for condition in query.filters:
        if selection.index != "facet" or condition not in names:
            _add_filter(selection, condition)
    if disputed_only:
        selection.add("event.disputed > 0")
    return selection


def order_rows(selection: Selection, page: Page) -> str:
    """What follows ORDER BY; events without a number of dead come last either way."""
    newest = f"{selection.id} DESC"
    match page.sort:
        case "date" | "relevance":
            return f"{selection.id} {page.direction}"
        case "title":
            return f"event.title_key {page.direction}, {selection.id} {page.direction}"
        case "disputed":
            return f"event.disputed {page.direction}, {newest}"
        case "killed":
            return f"event.killed_high {page.direction} NULLS LAST, {newest}"


def select_titled(query: Query, *, disputed_only: bool = False) -> Selection:
    """The events whose title alone holds the words."""
    selection = select_events(query, "heading", disputed_only=disputed_only)
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
    >>> match_words([Term(("bamak",), "bamak", prefix=True, endings=("bamako", "bamakois"))])
    '("bamako" OR "bamakois")'
    """
    return " AND ".join(
        _match_last(term) if place == len(term.tokens) else f'"{token}"'
        for term in terms
        for place, token in enumerate(term.tokens, 1)
    )


def _match_last(term: Term) -> str:
    if term.endings:
        return "(" + " OR ".join(f'"{word}"' for word in term.endings) + ")"
    return f'"{term.tokens[-1]}"' + (" *" if term.prefix else "")


def match_names(filters: Iterable[NameFilter]) -> str:
    """The MATCH expression that asks the facets for all of these names.

    >>> match_names([NameFilter("place", ("kidal", "roa")), NameFilter("actor", ("csp",), exact=True)])
    'place : "kidal roa" * AND actor : "csp"'
    """
    return " AND ".join(_match_name(condition) for condition in filters)


def _match_name(condition: NameFilter) -> str:
    *first, _ = condition.tokens
    if condition.endings:
        phrases = [f'"{" ".join((*first, word))}"' for word in condition.endings]
    else:
        phrases = [f'"{" ".join(condition.tokens)}"' + ("" if condition.exact else " *")]
    phrases += [f'"{actor}"' for actor in condition.actors]
    return f"{condition.facet} : " + (f"({' OR '.join(phrases)})" if len(phrases) > 1 else phrases[0])


def _add_term(selection: Selection, term: Term) -> None:
    """Check a phrase in the texts, for the index knows no neighbours; leave out what is excluded."""
    found = ["event.id IN (SELECT rowid FROM body WHERE body MATCH ?)"] if term.negated else []
    values: list[str | int] = [match_words([term])] if term.negated else []
    if term.phrase and len(term.tokens) > 1:
        found.append(
            "EXISTS (SELECT 1 FROM member JOIN document ON document.seen = member.document "
            "WHERE member.event = event.id AND holds_phrase(document.text, ?, ?))"
        )
        values += [" ".join(term.tokens), int(term.prefix)]
    if found:
        _add(selection, " AND ".join(found), values, term.negated)


def _add_filter(selection: Selection, condition: Filter) -> None:
    text, values = _mark(selection, condition) if isinstance(condition, MarkFilter) else _filter(condition)
    _add(selection, text, values, condition.negated)


def _add(selection: Selection, text: str, values: list[str | int], negated: bool) -> None:
    selection.add(f"NOT coalesce({text}, 0)" if negated else f"({text})", *values)


def _mark(selection: Selection, condition: MarkFilter) -> tuple[str, list[str | int]]:
    """A few events by their numbers: checked before a row is read, and never a reason to search once for each."""
    number = f"+{selection.id}" if selection.index else selection.id
    return f"{number} IN (SELECT value FROM json_each(?))", [f"[{','.join(map(str, condition.numbers))}]"]


def _filter(condition: NameFilter | DateFilter | KilledFilter | VerdictFilter) -> tuple[str, list[str | int]]:
    match condition:
        case NameFilter():
            return "event.id IN (SELECT rowid FROM facet WHERE facet MATCH ?)", [match_names([condition])]
        case DateFilter(first, last):
            return _DAYS, [last or _NEVER, first or 0, last or _NEVER]
        case KilledFilter("=", number):
            return "event.killed_low <= ? AND event.killed_high >= ?", [number, number]
        case KilledFilter(sign, number):
            column = "killed_high" if sign in (">", ">=") else "killed_low"
            return f"event.{column} {sign} ?", [number]
        case VerdictFilter("disputed"):
            return "event.disputed > 0", []
        case VerdictFilter(verdict):
            return "event.verdict = ?", [verdict]

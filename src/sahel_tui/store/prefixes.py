"""What an unfinished word may become: the index walks a few whole words faster than one long prefix.

FTS5 gathers every text of a prefix that has no index of its own before it gives the first; of whole words it gives
the newest at once.
"""

import sqlite3

from sahel_tui.dataclass import replace
from sahel_tui.store.anchored import FindMarked, find_none
from sahel_tui.store.filters import Filter, MarkFilter, NameFilter
from sahel_tui.store.query import Query, Term

_INDEXED = 3
"""Prefixes up to so many letters have an index of their own."""
_MOST = 200
"""Words a prefix may stand for; with more, gathering its texts is faster."""


def expand_query(connection: sqlite3.Connection, query: Query, find_marked: FindMarked = find_none) -> Query:
    """The same query, its unfinished words with all that they begin in this library, its marks with their events."""
    terms = tuple(_expand_term(connection, term) for term in query.terms)
    filters = tuple(_expand_filter(connection, condition, find_marked) for condition in query.filters)
    return replace(query, terms=terms, filters=filters)


def _expand_term(connection: sqlite3.Connection, term: Term) -> Term:
    return replace(term, endings=_find_endings(connection, term.tokens[-1])) if term.prefix else term


def _expand_filter(connection: sqlite3.Connection, condition: Filter, find_marked: FindMarked) -> Filter:
    if isinstance(condition, MarkFilter):
        return replace(condition, numbers=tuple(find_marked(condition)))
    if not isinstance(condition, NameFilter):
        return condition
    endings = () if condition.exact else _find_endings(connection, condition.tokens[-1])
    return replace(condition, endings=endings, actors=_find_actors(connection, condition))


def _find_actors(connection: sqlite3.Connection, condition: NameFilter) -> tuple[str, ...]:
    """The words of actors one of whose names holds these words."""
    if condition.facet == "place":
        return ()
    words = f" {' '.join(condition.tokens)}{' ' * condition.exact}"
    rows = connection.execute("SELECT DISTINCT actor FROM alias WHERE instr(words, ?) ORDER BY actor", (words,))
    return tuple(actor for (actor,) in rows)


def _find_endings(connection: sqlite3.Connection, word: str) -> tuple[str, ...]:
    """The words that begin with `word`; none when its prefix is indexed, or when they are too many."""
    if len(word) <= _INDEXED:
        return ()
    rows = connection.execute(
        "SELECT word FROM word WHERE word BETWEEN ? AND ? LIMIT ?", (word, word + "\U0010ffff", _MOST + 1)
    ).fetchall()
    return () if len(rows) > _MOST else tuple(found for (found,) in rows)

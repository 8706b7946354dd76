"""“Did you mean”: words of the library one typing error away from words it does not have."""

import sqlite3
from collections.abc import Iterator

from sahel_tui.store.anchored import FindMarked, find_none
from sahel_tui.store.prefixes import expand_query
from sahel_tui.store.query import Query, Term, parse_query
from sahel_tui.store.selection import select_events

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST, _LONGEST = 3, 30
"""Letters of the words for which it is worth looking."""


def suggest_query(
    connection: sqlite3.Connection, text: str, query: Query, find_marked: FindMarked = find_none
) -> str | None:
    """`text` with its words corrected, if that finds something; its filters stay as they are."""
    corrected = text
    for term in query.wanted:
        tokens = _correct(connection, term)
        if tokens != term.tokens:
            corrected = corrected.replace(term.written, " ".join(tokens), 1)
    if corrected == text:
        return None
    found = select_events(expand_query(connection, parse_query(corrected), find_marked), "body")
    return corrected if connection.execute(f"SELECT 1 {found.ids} LIMIT 1", found.values).fetchone() else None


def find_neighbours(word: str) -> Iterator[str]:
    """All words one dropped, doubled, swapped or wrong letter away."""
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in _LETTERS)
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        yield from (before + letter + after for letter in _LETTERS)


def _correct(connection: sqlite3.Connection, term: Term) -> tuple[str, ...]:
    return tuple(
        _correct_word(connection, token, prefix=term.prefix and place == len(term.tokens))
        for place, token in enumerate(term.tokens, 1)
    )


def _correct_word(connection: sqlite3.Connection, word: str, *, prefix: bool) -> str:
    """The most frequent word one letter away; the word itself if it is known, or nothing is near."""
    if not _SHORTEST <= len(word) <= _LONGEST or _is_known(connection, word, prefix=prefix):
        return word
    neighbours = sorted(set(find_neighbours(word)))
    marks = ", ".join("?" * len(neighbours))
    best = connection.execute(
        f"SELECT word FROM word WHERE word IN ({marks}) ORDER BY texts DESC, word LIMIT 1", neighbours
    ).fetchone()
    if best:
        return str(best[0])
    if prefix:
        begun = (near for near in neighbours if len(near) >= _SHORTEST and _is_known(connection, near, prefix=True))
        return next(begun, word)
    return word


def _is_known(connection: sqlite3.Connection, word: str, *, prefix: bool) -> bool:
    end = word + "\U0010ffff" if prefix else word
    return bool(connection.execute("SELECT 1 FROM word WHERE word BETWEEN ? AND ? LIMIT 1", (word, end)).fetchone())

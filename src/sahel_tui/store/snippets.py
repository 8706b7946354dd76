"""The words around a hit, for events found by their body alone."""

import re
import sqlite3
from collections.abc import Iterable, Sequence, Set
from typing import Any

from sahel_tui.store.folding import word_pattern
from sahel_tui.store.hits import Snippet
from sahel_tui.store.query import Query
from sahel_tui.store.selection import has_body_words, match_words
from sahel_tui.store.timebox import Clock

MOST_SNIPPETS = 500
"""Events of a page for which a snippet is cut; whoever asks for more at once does not read them."""

_BEFORE, _AFTER = 40, 100
"""Characters shown before and after the start of the first hit, less what cutting at words costs."""


def find_snippets(
    connection: sqlite3.Connection, query: Query, rows: Sequence[Any], by_text: Set[int] | None, clock: Clock
) -> dict[str, Snippet]:
    """A snippet by event id for each event whose title, place and actors do not hold the words, while there is time.

    `rows` are those of events, each with its number last; `by_text` the numbers of such events where they are known.
    """
    if not rows or not has_body_words(query):
        return {}
    rows = rows[:MOST_SNIPPETS]
    if by_text is None:
        by_text = {row[-1] for row in rows} - _find_named(connection, query, rows, clock)
    patterns = [
        word_pattern(" ".join(tokens), prefix=term.prefix and tokens[-1] == term.tokens[-1])
        for term in query.wanted
        for tokens in ([term.tokens] if term.phrase else [(token,) for token in term.tokens])
    ]
    found: dict[str, Snippet] = {}
    for row in rows:
        if clock.look():
            break
        snippet = _find_snippet(connection, row[-1], patterns) if row[-1] in by_text else None
        if snippet:
            found[row[0]] = snippet
    return found


def cut_snippet(document: str, text: str, patterns: Iterable[re.Pattern[str]]) -> Snippet | None:
    """The words around the first place where the first pattern that hits `text` does, on one line."""
    patterns = tuple(patterns)
    first = next((match for match in (pattern.search(text) for pattern in patterns) if match), None)
    if not first:
        return None
    start = _word_start(text, first.start())
    end = _word_end(text, first.end(), max(first.end(), first.start() + _AFTER))
    shown = re.sub(r"\s", " ", text[start:end])
    hits = sorted({match.span() for pattern in patterns for match in pattern.finditer(shown)})
    return Snippet(document, start, shown, tuple(hits))


def _find_named(connection: sqlite3.Connection, query: Query, rows: Sequence[Any], clock: Clock) -> set[int]:
    """The numbers of the events that the heading index finds, among others between the first and the last."""
    numbers = [row[-1] for row in rows]
    named = clock.fetch(
        connection,
        "SELECT rowid FROM heading WHERE heading MATCH ? AND rowid BETWEEN ? AND ?",
        (match_words(query.wanted), min(numbers), max(numbers)),
    )
    return {number for (number,) in named}


def _find_snippet(connection: sqlite3.Connection, event: int, patterns: Sequence[re.Pattern[str]]) -> Snippet | None:
    texts = connection.execute(
        "SELECT key, text FROM member JOIN document ON document.seen = member.document "
        "WHERE member.event = ? ORDER BY member.place",
        (event,),
    )
    snippets = (cut_snippet(key, text, patterns) for key, text in texts)
    return next((snippet for snippet in snippets if snippet), None)


def _word_start(text: str, hit: int) -> int:
    """A place before `hit`, in its paragraph, where a word starts."""
    start = max(text.rfind("\n", 0, hit) + 1, hit - _BEFORE)
    if start and not text[start - 1].isspace():
        space = text.find(" ", start, hit)
        start = space + 1 if space >= 0 else hit
    return start


def _word_end(text: str, hit: int, end: int) -> int:
    """The end of the last whole word before `end`, in the paragraph of the hit."""
    paragraph = text.find("\n", hit)
    paragraph = len(text) if paragraph < 0 else paragraph
    if end >= paragraph:
        return paragraph
    space = text.rfind(" ", 0, end)
    return space if space > end - _BEFORE else end

"""An unfinished word finds the same as the index of prefixes, by the words it begins."""

import sqlite3

import pytest

from sahel_tui.store import prefixes
from sahel_tui.store.page import Page
from sahel_tui.store.prefixes import expand_query
from sahel_tui.store.query import parse_query
from sahel_tui.store.search import search_events


@pytest.mark.parametrize(
    ("text", "endings"),
    [
        ("kid", ()),
        ("kida", ("kidal", "kidalois")),
        ("battle kida", ("kidal", "kidalois")),
        ('"kida', ("kidal", "kidalois")),
        ('"kida"', ()),
        ("zebra", ()),
    ],
)
def test_what_an_unfinished_word_may_become(connection: sqlite3.Connection, text: str, endings: tuple[str]) -> None:
    assert expand_query(connection, parse_query(text)).terms[-1].endings == endings


def test_names_are_expanded_too(connection: sqlite3.Connection) -> None:
    (condition,) = expand_query(connection, parse_query("actor:magh")).filters
    assert condition.endings == ("maghreb",)  # type: ignore[union-attr]


TEXTS = [
    "kida",
    "general sta",
    "-kida",
    '"general staf',
    "place:kida",
    "actor:islamic",
    'actor:"islamic stat',
    "kidal r",
]


@pytest.mark.parametrize("text", TEXTS)
def test_words_and_prefix_find_the_same(
    connection: sqlite3.Connection, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_words = search_events(connection, text, Page())
    monkeypatch.setattr(prefixes, "_MOST", 0)
    by_prefix = search_events(connection, text, Page())
    assert by_words.events == by_prefix.events
    assert by_words.events


def test_as_many_words_as_are_looked_up_at_once_are_no_error(connection: sqlite3.Connection) -> None:
    words = " OR ".join(f'"kidal{number}"' for number in range(prefixes._MOST - 1))
    statement = "SELECT count(*) FROM heading WHERE heading MATCH ?"
    assert connection.execute(statement, (f'("kidal" OR {words}) AND "battle"',)).fetchone() == (1,)

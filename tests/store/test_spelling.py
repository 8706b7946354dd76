"""“Did you mean”, when nothing was found."""

import sqlite3

import pytest

from sahel_tui.store.search import Page, search_events
from sahel_tui.store.spelling import find_neighbours

SUGGESTED = [
    ("kidla", "kidal"),  # swapped
    ("kdal", "kidal"),  # missing
    ("kiddal", "kidal"),  # doubled
    ("kodal", "kidal"),  # wrong
    ("Konna gemeral", "Konna general"),
    ("kidla date:2023", "kidal date:2023"),
    ("Wegn", "wagn"),  # unfinished
    ('"genaral staff"', '"general staff"'),
    ("kidla gao", None),  # nothing holds both
    ("kidla date:2001", None),
    ("zebra", None),
    ("xy", None),
    ("place:kidla", None),
    ("kidal gao", None),  # both are known
]


@pytest.mark.parametrize(("text", "suggestion"), SUGGESTED)
def test_suggestions(connection: sqlite3.Connection, text: str, suggestion: str | None) -> None:
    assert search_events(connection, text, Page()).suggestion == suggestion


@pytest.mark.parametrize("text", [text for _, text in SUGGESTED if text])
def test_what_is_suggested_finds_something(connection: sqlite3.Connection, text: str) -> None:
    hits = search_events(connection, text, Page())
    assert hits.total > 0
    assert hits.suggestion is None


def test_neighbours_are_one_edit_away() -> None:
    near = set(find_neighbours("gao"))
    assert {"ao", "ga", "goa", "gaol", "gat", "ago", "xgao"} <= near
    assert not {"gaoxx", "oag"} & near

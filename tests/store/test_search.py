"""Which events a search line finds, in which order, and what is shown of them."""

import sqlite3
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sahel_tui.store.answers import find_ids
from sahel_tui.store.hits import Hits, Sort
from sahel_tui.store.page import Page
from sahel_tui.store.search import Limits, search_events
from sahel_tui.store.timebox import Clock


def search(connection: sqlite3.Connection, text: str, page: Page, **options: Any) -> Hits:
    """What is found with all the time there is: a busy machine cuts no answer short."""
    return search_events(connection, text, page, limits=Limits(None, None, None), **options)


FOUND = [
    ("", ["2023-koumara", "2023-kidal", "2022-offensive", "2019-konna", "undated"]),
    # words, in titles, places, actors and texts
    ("kidal", ["2023-koumara", "2023-kidal", "2022-offensive", "2019-konna"]),
    ("kidal -konna", ["2023-koumara", "2023-kidal", "2022-offensive"]),
    ("kidal gao", []),
    ("menaka", ["2022-offensive"]),
    ("MÉNAKA", ["2022-offensive"]),
    ("csp", ["2023-kidal"]),
    # two letters: not in texts
    ("ki", ["2023-koumara", "2023-kidal"]),
    ("sh", []),
    ("sho", ["undated"]),
    # only the last word may be unfinished
    ("batt konna", []),
    ("battle kon", ["2019-konna"]),
    # phrases
    ('"general staff"', ["2023-kidal", "2019-konna"]),
    ("general staff", ["2023-kidal", "2022-offensive", "2019-konna"]),
    ('"general sta', ["2023-kidal", "2019-konna"]),
    ('"general sta"', []),
    ('"kidal"', ["2023-koumara", "2023-kidal", "2022-offensive"]),
    ('general -"general staff"', ["2022-offensive"]),
    ("-kidal", ["2019-konna", "undated"]),
    # filters
    ("place:kidal", ["2023-koumara", "2023-kidal"]),
    ('place:"kidal road"', ["2023-koumara"]),
    ("-place:kidal", ["2022-offensive", "2019-konna", "undated"]),
    ("actor:jnim", ["2023-kidal"]),
    ("actor:isl", ["2022-offensive", "2019-konna"]),
    ('actor:"islamic state"', ["2022-offensive"]),
    ('actor:"state maghreb"', []),
    ("actor:isgs", ["2022-offensive"]),
    ('actor:"province isgs"', []),
    ("-actor:isgs actor:isl", ["2019-konna"]),
    ("actor:nobody", []),
    ("source:gsim", ["2023-kidal"]),
    ("source:rfi kidal", ["2019-konna"]),
    ("date:2023", ["2023-koumara", "2023-kidal", "2022-offensive"]),
    ("date:2023-11-14", ["2023-kidal", "2022-offensive"]),
    ("date:2024", ["2023-koumara", "2022-offensive"]),
    ("date:..2020", ["2019-konna"]),
    ("date:2019-01-17", ["2019-konna"]),
    ("-date:2019..", ["undated"]),
    ("killed>=50", ["2023-kidal", "2022-offensive", "2019-konna"]),
    ("killed>50", ["2022-offensive", "2019-konna"]),
    ("killed<5", ["2023-kidal"]),
    ("killed<=5", ["2023-kidal", "2022-offensive"]),
    ("killed=9", ["2023-koumara", "2023-kidal", "2022-offensive"]),
    ("-killed>=50", ["2023-koumara", "undated"]),
    ("is:disputed", ["2023-kidal", "2019-konna"]),
    ("is:agree", ["2023-koumara"]),
    ("-is:disputed", ["2023-koumara", "2022-offensive", "undated"]),
    ("is:disputed killed>=100 staff", ["2019-konna"]),
]

ORDERS: list[tuple[str, Sort, bool | None, list[str]]] = [
    ("", "date", True, ["undated", "2019-konna", "2022-offensive", "2023-kidal", "2023-koumara"]),
    ("", "title", None, ["undated", "2019-konna", "2023-koumara", "2022-offensive", "2023-kidal"]),
    ("", "title", False, ["2023-kidal", "2022-offensive", "2023-koumara", "2019-konna", "undated"]),
    ("", "disputed", None, ["2023-kidal", "2019-konna", "2023-koumara", "2022-offensive", "undated"]),
    ("", "killed", None, ["2019-konna", "2022-offensive", "2023-kidal", "2023-koumara", "undated"]),
    ("", "relevance", None, ["2023-koumara", "2023-kidal", "2022-offensive", "2019-konna", "undated"]),
    ("kidal", "title", None, ["2019-konna", "2023-koumara", "2022-offensive", "2023-kidal"]),
    ("kidal", "disputed", None, ["2023-kidal", "2019-konna", "2023-koumara", "2022-offensive"]),
    ("kidal", "killed", None, ["2019-konna", "2022-offensive", "2023-kidal", "2023-koumara"]),
    ("-gao", "killed", True, ["2023-koumara", "2023-kidal", "2022-offensive", "2019-konna"]),
    # titles first, then places and actors, then texts
    ("kidal", "relevance", None, ["2023-kidal", "2023-koumara", "2022-offensive", "2019-konna"]),
]


@pytest.mark.parametrize(("text", "ids"), FOUND, ids=[text for text, _ in FOUND])
def test_what_is_found(connection: sqlite3.Connection, text: str, ids: list[str]) -> None:
    hits = search(connection, text, Page())
    assert [event.id for event in hits.events] == ids
    assert hits.total == len(ids)
    assert hits.exact


@pytest.mark.parametrize(("text", "sort", "ascending", "ids"), ORDERS)
def test_orders(connection: sqlite3.Connection, text: str, sort: Sort, ascending: bool | None, ids: list[str]) -> None:
    hits = search(connection, text, Page(sort, ascending))
    assert [event.id for event in hits.events] == ids


@pytest.mark.parametrize("rising", [False, True])
@pytest.mark.parametrize("sort", get_args(Sort))
def test_the_whole_list_is_sorted_by_nobody(connection: sqlite3.Connection, sort: Sort, rising: bool) -> None:
    """Every order is there before it is asked for: a million events are neither sorted nor gone through."""
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    search(connection, "", Page(sort, rising, start=1, limit=2))
    connection.set_trace_callback(None)
    steps = [row[3] for query in asked for row in connection.execute(f"EXPLAIN QUERY PLAN {query}")]
    assert [step for step in steps if "B-TREE" in step or step.startswith("SCAN")] == []
    assert any("event" in step for step in steps)


@pytest.mark.parametrize("text", ["", "kidal", "-zebra"])
@pytest.mark.parametrize("sort", ["date", "title", "disputed", "killed", "relevance"])
@pytest.mark.parametrize("ascending", [True, False])
def test_windows_make_up_the_whole(connection: sqlite3.Connection, text: str, sort: Sort, ascending: bool) -> None:
    whole = search(connection, text, Page(sort, ascending))
    windows = [search(connection, text, Page(sort, ascending, start, 2)) for start in range(0, 8, 2)]
    assert [event for window in windows for event in window.events] == list(whole.events)
    assert {window.total for window in windows} == {whole.total}


def test_disputed_only(connection: sqlite3.Connection) -> None:
    hits = search(connection, "general", Page(), disputed_only=True)
    assert [event.id for event in hits.events] == ["2023-kidal", "2019-konna"]


def test_snippets_only_where_the_heading_does_not_hold_the_words(connection: sqlite3.Connection) -> None:
    hits = search(connection, "Kidal", Page())
    assert set(hits.snippets) == {"2022-offensive", "2019-konna"}
    snippet = hits.snippets["2022-offensive"]
    assert [snippet.text[start:end] for start, end in snippet.hits] == ["Kidal"]


def test_terms_and_complaints_are_passed_on(connection: sqlite3.Connection) -> None:
    hits = search(connection, 'Ménaka "general staff" colour:red', Page())
    assert hits.terms == ("menaka", "general staff", "colour", "red")
    assert "no filter is called colour" in hits.complaints[0]


def test_a_search_out_of_time_counts_what_it_found(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetch = Clock.fetch

    def cut(clock: Clock, *arguments: Any) -> list[Any]:
        rows = fetch(clock, *arguments)
        clock.expired = True
        return rows[:1]

    monkeypatch.setattr(Clock, "fetch", cut)
    hits = search(connection, "kidal", Page())
    assert not hits.exact
    assert hits.total >= len(hits.events) == 1


@pytest.mark.parametrize("sort", ["date", "title", "relevance"])
def test_no_time_at_all_is_no_error(connection: sqlite3.Connection, sort: Sort) -> None:
    hits = search_events(connection, 'kidal -"general staff"', Page(sort), limits=Limits(0.0, 0.0, 0.0))
    assert hits.total >= len(hits.events)


@pytest.mark.parametrize("text", ["", "kidal", "-zebra", '"general staff"', "is:disputed", "killed>=9 kidal"])
@pytest.mark.parametrize("sort", ["date", "title", "disputed", "killed", "relevance"])
@pytest.mark.parametrize("ascending", [True, False])
@pytest.mark.parametrize("disputed_only", [True, False])
def test_windows_by_id_are_those_of_the_search(
    connection: sqlite3.Connection, text: str, sort: Sort, ascending: bool, disputed_only: bool
) -> None:
    page = Page(sort, ascending)
    ids = find_ids(connection, text, page, disputed_only=disputed_only)
    whole = search(connection, text, page, disputed_only=disputed_only)
    known = [
        search(connection, text, Page(sort, ascending, start, 2), disputed_only=disputed_only, known=ids)
        for start in range(0, 8, 2)
    ]
    assert [event for window in known for event in window.events] == list(whole.events)
    assert {window.total for window in known} == {whole.total}


def test_titles_only_is_no_whole_answer_to_words_of_texts(connection: sqlite3.Connection) -> None:
    hits = search(connection, "kidal", Page(), titles_only=True)
    assert [event.id for event in hits.events] == ["2023-koumara", "2023-kidal"]
    assert not hits.exact
    assert search(connection, "ki", Page(), titles_only=True).exact


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(), st.sampled_from(["date", "title", "disputed", "killed", "relevance"]), st.booleans())
def test_no_line_is_an_error(connection: sqlite3.Connection, text: str, sort: Sort, rising: bool) -> None:
    hits = search(connection, text, Page(sort, rising))
    assert hits.total >= len(hits.events)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(['"', "-", "kidal", "general staff", "actor:", "jnim", "*", "^", ":", "(", "NOT", "é ", " "])
    )
)
def test_no_line_of_operators_is_an_error(connection: sqlite3.Connection, parts: list[str]) -> None:
    search(connection, "".join(parts), Page())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(min_codepoint=0x250), min_size=1, max_size=6))
def test_letters_the_index_splits_elsewhere_are_no_error(connection: sqlite3.Connection, text: str) -> None:
    search(connection, f"kidal{text}ab place:{text} -b{text}a", Page())

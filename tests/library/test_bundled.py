"""The bundled events: what is found in them, and what the list says of them."""

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sahel_tui.library import DocumentNotFound, EventNotFound, Library, LibraryError, open_library
from sahel_tui.store import search, timebox
from sahel_tui.store.timebox import Clock

DIAFARABE = "2023-01-10-diafarabe-and-koumara-attacks"

FIRST = [
    # what is typed, the first event by relevance
    ("diaf", DIAFARABE),
    ("Koumara 2023", DIAFARABE),
    ("dioura", "2023-09-28-raid-on-dioura-2023"),
    ("sevare", "2023-04-22-2023-sevare-attack"),
    ("tongo", "2017-10-04-tongo-tongo-ambush"),
    ("place:mopti date:2023-01", DIAFARABE),
]

ALL_HAVE_IT = [
    "actor:jnim",
    "actor:gsim",
    "source:rfi",
    "place:kidal",
    "killed>=100",
    "is:disputed",
    "date:2019",
    "kidal",
]


@pytest.mark.parametrize(("text", "event_id"), FIRST)
def test_the_first_hit(bundled: Library, text: str, event_id: str) -> None:
    hits = bundled.search(text, sort="relevance")
    assert hits.events[0].id == event_id


@pytest.mark.parametrize("text", ALL_HAVE_IT)
def test_a_filter_and_its_opposite_make_up_the_library(bundled: Library, text: str) -> None:
    found, others = bundled.search(text), bundled.search(f"-{text}")
    assert 0 < found.total < bundled.info().events
    assert found.total + others.total == bundled.info().events


def test_an_actor_is_found_by_all_its_names(bundled: Library) -> None:
    totals = {bundled.search(text).total for text in ("actor:jnim", "actor:gsim", 'actor:"jama\'at nasr"')}
    assert len(totals) == 1


def test_a_country_is_no_actor_by_being_named(bundled: Library) -> None:
    assert 0 < bundled.search("actor:france").total < bundled.search("france").total


def test_titles_hold_the_acronyms_of_who_fights(bundled: Library) -> None:
    hits = bundled.search("jnim diaf")
    assert DIAFARABE in [event.id for event in hits.events]
    assert DIAFARABE not in hits.snippets


def test_two_captures_are_one_event(bundled: Library) -> None:
    event = bundled.event(DIAFARABE)
    plain, capture = bundled.documents(DIAFARABE)
    assert (event.documents, event.title) == (2, "Diafarabé and Koumara attacks")
    assert (plain.format, capture.format) == ("plain", "capture")
    together = bundled.comparison(DIAFARABE)
    assert {claim.document for claim in together.claims} == {plain.id, capture.id}
    assert bundled.document_comparison(plain.id).claims == tuple(
        claim for claim in together.claims if claim.document == plain.id
    )


def test_ids_are_unique(bundled: Library) -> None:
    ids = [event.id for event in bundled.search(limit=1000).events]
    assert len(ids) == len(set(ids)) == bundled.info().events


def test_the_list_says_what_the_comparison_says(bundled: Library) -> None:
    for event in bundled.search(limit=1000).events:
        comparison = bundled.comparison(event.id)
        documents = bundled.documents(event.id)
        verdicts = {row.verdict for row in comparison.rows}
        assert event.disputed == len(comparison.disputed)
        assert event.documents == len(documents)
        assert (event.verdict == "disputed") == ("disputed" in verdicts)
        assert (event.verdict is None) == (verdicts <= {"single"})
        if event.killed_low is not None and event.killed_high is not None:
            assert event.killed_low <= event.killed_high


def test_every_stored_claim_leads_to_its_characters(bundled: Library) -> None:
    for event in bundled.search(limit=1000).events:
        texts = {document.id: document.text for document in bundled.documents(event.id)}
        for claim in bundled.comparison(event.id).claims:
            assert texts[claim.document][claim.start : claim.end] == claim.quote


def test_snippets_lead_to_their_characters(bundled: Library) -> None:
    hits = bundled.search("general staff", limit=1000, patient="rows")
    assert hits.snippets
    for event_id, snippet in hits.snippets.items():
        (text,) = (document.text for document in bundled.documents(event_id) if document.id == snippet.document)
        assert text[snippet.start :].startswith(snippet.text)
        assert snippet.hits


def test_disputes_come_widest_first(bundled: Library) -> None:
    disputes = tuple(bundled.disputes())
    spreads = [row.spread or 0 for _, row in disputes]
    assert spreads == sorted(spreads, reverse=True)
    assert len(disputes) == bundled.info().disputed_rows
    assert {row.verdict for _, row in disputes} == {"disputed"}
    found = {event.id for event in bundled.search("diaf", disputed_only=True).events}
    assert {event.id for event, _ in bundled.disputes("diaf")} == found
    assert tuple(bundled.disputes("nothing like it")) == ()


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (DIAFARABE, [DIAFARABE]),
        ("diafarabé AND Koumara attacks", [DIAFARABE]),
        ("diafarabe koum", [DIAFARABE]),
        ("Battle of Kidal", ["2023-11-10-battle-of-kidal-2023"]),
        ("second kidal", ["2014-05-16-second-battle-of-kidal"]),
        ("", []),
        ("no such words at all", []),
    ],
)
def test_events_by_name(bundled: Library, words: str, ids: list[str]) -> None:
    assert [event.id for event in bundled.find_events(words)] == ids


def test_words_of_a_title_come_before_words_of_a_text(bundled: Library) -> None:
    named = bundled.find_events("kidal")
    assert 1 < len(named) < bundled.search("kidal").total
    assert all("kidal" in event.title.lower() for event in named)


def test_two_events_compare_in_one_table(bundled: Library) -> None:
    other = "2023-09-28-raid-on-dioura-2023"
    together = bundled.comparison(DIAFARABE, other)
    assert together.claims == bundled.comparison(DIAFARABE).claims + bundled.comparison(other).claims
    assert bundled.comparison(DIAFARABE, DIAFARABE) == bundled.comparison(DIAFARABE)


def test_what_is_not_there(bundled: Library) -> None:
    for look_up in (bundled.event, bundled.documents, bundled.comparison):
        with pytest.raises(EventNotFound, match="no event has the id “nowhere”"):
            look_up("nowhere")
    with pytest.raises(DocumentNotFound):
        bundled.document_comparison("nowhere")
    with pytest.raises(EventNotFound):
        bundled.comparison(DIAFARABE, "nowhere")


def test_a_closed_library_says_so(bundled_library: Path) -> None:
    library = open_library(bundled_library)
    library.close()
    with pytest.raises(LibraryError, match="is closed"):
        library.search()


def test_an_interrupted_search_answers_nothing(bundled: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    started = threading.Event()

    def find_forever(clock: Clock, connection: sqlite3.Connection, *arguments: object) -> None:
        connection.set_progress_handler(started.set, 1000)
        connection.execute("WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n) SELECT count(*) FROM n")

    with ThreadPoolExecutor(1) as pool:
        with monkeypatch.context() as patch:
            patch.setattr(Clock, "fetch", find_forever)
            running = pool.submit(bundled.search, "kidal")
            assert started.wait(10)
            bundled.interrupt()
            assert running.result(10).interrupted
        assert pool.submit(bundled.search, "kidal").result(10).total > 3


def test_a_whole_answer_gives_every_window(bundled: Library) -> None:
    whole = bundled.search("general", sort="title", limit=1000)
    assert bundled.answer("general", sort="title")
    windows = [bundled.search("general", sort="title", start=start, limit=7) for start in range(0, whole.total, 7)]
    assert [event for window in windows for event in window.events] == list(whole.events)
    assert {(window.total, window.exact) for window in windows} == {(whole.total, True)}


@pytest.mark.parametrize("query", ["", "general staff"])
def test_a_count_in_the_background_is_exact_where_a_search_has_no_time(
    bundled: Library, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    whole = bundled.search(query, disputed_only=True, limit=1000, patient="rows")
    monkeypatch.setattr(search, "LIMITS", search.Limits(0, 0, 0))
    monkeypatch.setattr(timebox, "_STEPS", 1)
    assert not bundled.search(query, disputed_only=True).exact
    counted = bundled.search(query, disputed_only=True, limit=0, patient="count")
    assert (counted.total, counted.exact, counted.events) == (len(whole.events), True, ())


def test_every_event_can_be_walked(bundled: Library) -> None:
    assert list(bundled.events()) == list(bundled.search(limit=1000).events)
    assert list(bundled.events("kidal", sort="killed")) == list(
        bundled.search("kidal", sort="killed", limit=1000, patient="rows").events
    )


def test_words_that_fit_many_events_name_the_newest(bundled: Library) -> None:
    found = bundled.find_events("attack", limit=3)
    assert len(found) == 3
    assert [event.date for event in found] == sorted((event.date for event in found), reverse=True)

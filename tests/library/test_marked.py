"""The reader's marks in a library: found again after imports and corrections, searched for, never mixed up."""

from pathlib import Path

import pytest

from sahel_tui.library import Library, open_library
from sahel_tui.model import Event
from sahel_tui.notebook.finding import find_claim
from sahel_tui.notebook.notebook import Notebook

from .conftest import Write


@pytest.fixture(autouse=True)
def notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "notebook.ndjson"
    monkeypatch.setenv("SAHEL_TUI_NOTEBOOK", str(path))
    return path


def name(library: Library, words: str) -> Event:
    (event,) = library.find_events(words)
    return event


def test_marks_are_searched_for_wherever_a_query_is(library: Library) -> None:
    dioura, konna = name(library, "dioura"), name(library, "battle of konna")
    assert library.search("is:noted").total == 0
    library.marks.note(dioura, "who counted?")
    library.marks.note(dioura, "and when?", library.comparison(dioura.id).claims[0])
    assert library.marks.toggle_bookmark(konna)
    noted = [dioura]
    assert list(library.search("is:noted").events) == noted
    assert list(library.search("is:noted raid").events) == noted
    assert list(library.search("is:noted", sort="title").events) == noted
    assert list(library.events("is:noted -is:bookmarked")) == noted
    assert list(library.events("is:bookmarked")) == [konna]
    assert library.search("is:noted is:bookmarked").total == 0
    assert library.search("-is:noted -is:bookmarked").total == library.search().total - 2
    assert {event.id for event, _ in library.disputes("is:noted")} == {dioura.id}
    assert [(month.year, month.month) for month in library.months("is:noted") or ()] == [(2023, 9)]
    assert library.find_events("is:bookmarked") == (konna,)
    assert library.search("is:shiny").complaints[0].endswith("revised, partial, definitional")


def test_words_of_notes_are_searched_for(library: Library) -> None:
    dioura, konna = name(library, "dioura"), name(library, "battle of konna")
    assert library.search("note:counted").total == 0
    library.marks.note(dioura, "Who counted, and à quelle heure?")
    library.marks.note(konna, "who counts here?")
    assert list(library.search("note:counted").events) == [dioura]
    assert library.search("note:count").total == 2
    assert list(library.search('note:"heure who"').events) == [dioura]
    assert library.search('note:"count"').total == 0
    assert list(library.search("note:who -note:heur").events) == [konna]
    assert list(library.search("note:who dioura").events) == [dioura]
    assert library.answer("note:here")
    library.marks.note(dioura, "here too")
    assert library.search("note:here").total == 2


def test_an_answer_kept_for_later_windows_is_of_the_notebook_as_it_is(library: Library) -> None:
    assert library.answer("is:bookmarked")
    library.marks.toggle_bookmark(name(library, "dioura"))
    assert library.search("is:bookmarked").total == 1
    library.marks.toggle_bookmark(name(library, "dioura"))
    assert library.search("is:bookmarked").total == 0


def test_another_program_s_marks_are_seen_without_asking(library: Library, notebook: Path) -> None:
    dioura = name(library, "dioura")
    assert library.marks.of(dioura.id) == ()
    with open_library(Path(library.location)) as other:
        other.marks.note(dioura, "from elsewhere")
    assert [mark.text for mark in library.marks.of(dioura.id)] == ["from elsewhere"]
    Notebook(notebook).remove(library.marks.of(dioura.id)[0])
    assert library.search("is:noted").total == 0


def test_a_mark_follows_its_document_into_another_event(library: Library) -> None:
    """The event it was made on is swallowed by another one, and parted again: the claim's document decides."""
    bourem, dioura = name(library, "battle of bourem"), name(library, "dioura")
    claim = library.comparison(bourem.id).claims[3]
    library.marks.note(bourem, "about the event")
    library.marks.note(bourem, "about the figure", claim)
    assert library.link([dioura.id, bourem.id])
    (one,) = library.search("is:noted").events
    assert one.documents == 2
    marks = library.marks.of(one.id)
    assert [mark.text for mark in marks] == ["about the event", "about the figure"]
    claims = library.comparison(one.id).claims
    found = find_claim(marks[1].claim, claims) if marks[1].claim else None
    assert found is not None
    assert claims[found].quote == claim.quote
    library.unlink(one.id, [claim.document])
    assert [event.title for event in library.search("is:noted").events] == [bourem.title]


def test_a_mark_outlives_the_document_it_was_made_on(write: Write, tmp_path: Path) -> None:
    """The text has changed: the event is known by its name; without one the mark is kept, of no event here."""
    first = write("ferry.txt")
    with open_library(first) as library:
        library.marks.note(name(library, "ferry"), "whose ferry?")
    with open_library(write("ferry.txt", lead="Another text.")) as library:
        assert [event.title for event in library.search("is:noted").events] == ["Attack on the ferry"]
    with open_library(write("ferry.txt", title="Attack on the ferries", lead="Another text.")) as library:
        assert library.search("is:noted").total == 0
        assert [mark.text for mark in library.marks.place().elsewhere] == ["whose ferry?"]


def test_libraries_do_not_mix_up_events_that_are_called_alike(write: Write, tmp_path: Path) -> None:
    with open_library(write("one.txt", title="Raid on Kita")) as one:
        event = name(one, "kita")
        one.marks.note(event, "of the first library")
    with open_library(write("two.txt", title="Raid on Kita!", lead="Another.")) as two:
        assert name(two, "kita").id == event.id
        assert two.marks.of(event.id) == ()

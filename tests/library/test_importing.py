"""Adding documents: each accounted for, none twice, several of one event together."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sahel_tui.library import Library, LibraryError, entries, open_library
from sahel_tui.library.reports import ImportProgress
from sahel_tui.model import Document
from sahel_tui.store.swap import lock_library

Write = Callable[..., Path]


def test_a_new_document_is_found(library: Library, write: Write) -> None:
    before = library.info()
    report = library.import_paths([write("ferry.txt")])
    assert (report.read, report.new, report.unchanged, report.refused) == (1, 1, 0, ())
    assert (report.new_events, report.location) == (1, library.location)
    (event,) = library.find_events("ferry")
    assert (event.title, event.date, event.place) == ("Attack on the ferry", "2021-05-03", "Koriomé")
    assert (event.documents, event.disputed, event.verdict) == (1, 1, "disputed")
    assert (event.killed_low, event.killed_high) == (14, 31)
    after = library.info()
    assert (after.events, after.documents, after.imported) == (before.events + 1, before.documents + 1, 1)


def test_importing_twice_changes_nothing(library: Library, write: Write) -> None:
    folder = write("ferry.txt").parent
    write("again.txt")
    first = library.import_paths([folder])
    assert (first.read, first.new, first.unchanged, first.new_events) == (2, 1, 1, 1)
    content = Path(library.location).read_bytes()
    second = library.import_paths([folder, folder])
    assert (second.read, second.new, second.unchanged, second.new_events) == (4, 0, 4, 0)
    assert Path(library.location).read_bytes() == content


def test_bundled_documents_are_there_already(library: Library, write: Write) -> None:
    (event,) = library.find_events("Battle of Konna")
    path = write("konna.txt")
    path.write_text(library.documents(event.id)[0].text, encoding="utf-8")
    assert library.import_paths([path]).unchanged == 1
    assert library.info().imported == 0


def test_another_capture_joins_its_event(library: Library, write: Write) -> None:
    library.import_paths([write("ferry.txt")])
    report = library.import_paths([write("later.txt", title="2021 attack on the ferry", lead="A later text.")])
    assert (report.new, report.new_events) == (1, 0)
    (event,) = library.find_events("Attack on the ferry")
    assert event.documents == 2
    assert [document.name for document in library.documents(event.id)] == ["ferry.txt", "later.txt"]


def test_the_same_title_of_another_year_is_another_event(library: Library, write: Write) -> None:
    library.import_paths([write("ferry.txt"), write("second.txt", date="4 July 2022")])
    assert [event.id for event in library.search("ferry attack").events] == [
        "2022-07-04-attack-on-the-ferry",
        "2021-05-03-attack-on-the-ferry",
    ]


def test_what_cannot_be_read_is_refused_and_the_rest_is_there(library: Library, write: Write) -> None:
    folder = write("ferry.txt").parent
    (folder / "empty.txt").write_text("")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    report = library.import_paths([folder, folder / "none.txt"])
    assert (report.read, report.new) == (1, 1)
    assert sorted(refusal.name for refusal in report.refused) == ["empty.txt", "none.txt", "picture.txt"]
    assert all(refusal.reason and refusal.advice for refusal in report.refused)


def test_a_failing_rule_refuses_one_document(library: Library, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def extract(document: Document) -> tuple[()]:
        if document.name == "ferry.txt":
            raise IndexError("no such token")
        return ()

    monkeypatch.setattr(entries, "read_claims", extract)
    report = library.import_paths([write("ferry.txt"), write("other.txt", lead="Another text.")])
    assert (report.read, report.new) == (1, 1)
    assert [refusal.reason for refusal in report.refused] == [
        "a rule of sahel-tui failed on it (IndexError: no such token)"
    ]


def test_progress_is_told(library: Library, write: Write, tmp_path: Path) -> None:
    told: list[ImportProgress] = []
    library.import_paths([write("ferry.txt")], on_progress=told.append)
    size = (tmp_path / "articles" / "ferry.txt").stat().st_size
    assert told[0] == ImportProgress("reading", 0, None, "ferry.txt", size, size)
    assert told[-2].stage == "writing"
    assert told[-2].done == told[-2].total == library.info().events
    assert told[-1].stage == "checking"


def test_stopping_an_import_leaves_the_library_as_it_was(library: Library, write: Write) -> None:
    content = Path(library.location).read_bytes()

    def stop(progress: ImportProgress) -> None:
        if progress.stage == "writing":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        library.import_paths([write("ferry.txt")], on_progress=stop)
    assert Path(library.location).read_bytes() == content
    assert library.search("ferry koriome").total == 0
    assert library.import_paths([write("ferry.txt")]).new == 1


def test_a_second_import_at_once_is_told(library: Library, write: Write) -> None:
    with lock_library(Path(library.location)), pytest.raises(LibraryError, match="another sahel-tui is writing"):
        library.import_paths([write("ferry.txt")])


def test_other_readers_see_the_old_library_or_the_new(library: Library, write: Write) -> None:
    with open_library(Path(library.location)) as other:
        library.import_paths([write("ferry.txt")])
        assert other.search("ferry koriome").total == 0
    with open_library(Path(library.location)) as later:
        assert later.search("ferry koriome").total == 1


def test_reading_goes_on_while_an_import_runs(library: Library, write: Write) -> None:
    found: list[int] = []
    library.import_paths([write("ferry.txt")], on_progress=lambda progress: found.append(library.search("konna").total))
    assert set(found) == {library.search("konna").total}


def test_an_import_into_memory_says_so(write: Write, tmp_path: Path) -> None:
    with open_library(write("ferry.txt")) as library:
        assert library.location == "in memory"
        found: list[int] = []
        report = library.import_paths(
            [write("other.txt", title="Another attack", place="Kayes")],
            on_progress=lambda progress: found.append(library.info().events),
        )
        assert set(found) == {1}
        assert (report.new, report.new_events, report.location) == (1, 1, "in memory")
        assert "gone when the program ends" in report.notices[0]
        assert [event.title for event in library.search().events] == ["Another attack", "Attack on the ferry"]


def test_an_export_is_read_back_without_a_difference(library: Library, write: Write, tmp_path: Path) -> None:
    library.import_paths([write("ferry.txt")])
    export = tmp_path / "export.json"
    documents = [document for event in library.search(limit=1000).events for document in library.documents(event.id)]
    names = ("name", "address", "format", "text")
    export.write_text("".join(json.dumps({name: getattr(one, name) for name in names}) + "\n\n" for one in documents))
    with open_library(export) as copy:
        assert copy.refusals == ()
        again = [document for event in copy.search(limit=1000).events for document in copy.documents(event.id)]
        assert again == documents
        assert [(event.id, copy.comparison(event.id)) for event in copy.search(limit=1000).events] == [
            (event.id, library.comparison(event.id)) for event in library.search(limit=1000).events
        ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "no JSON"),
        ("[1]", "not an object"),
        ('{"name": 3, "text": "x"}', "no text or no name"),
        ('{"name": "a.txt"}', "no text or no name"),
        ('{"name": "a.txt", "text": ""}', "a.txt: the file is empty"),
        ('{"name": "a.txt", "text": "= A =", "format": "paper"}', "unknown format"),
    ],
)
def test_lines_of_an_export_that_are_no_document(library: Library, tmp_path: Path, line: str, said: str) -> None:
    export = tmp_path / "export.ndjson"
    good = json.dumps({"name": "good.txt", "text": "= A skirmish =\n\nTwo were hurt.\n"})
    export.write_text(f"{good}\n{line}\n", encoding="utf-8")
    report = library.import_paths([export])
    assert report.new == 1
    (refusal,) = report.refused
    assert said in refusal.reason
    assert refusal.line == 2

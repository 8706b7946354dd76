"""Linking and unlinking events, and what keeps it so."""

import json
import shutil
from pathlib import Path

import pytest

from sahel_tui.cli import main
from sahel_tui.library import open_library

from .conftest import Unchanged

CLASH = """= {title} =

Infobox
- Date: {date}
- Place: {place}, Mali
- Combatant1: Mali
- Combatant2: JNIM
- Casualties1: {dead} killed

Text of {title}.
"""
DIAFARABE = "2023-01-10-diafarabe-and-koumara-attacks"


@pytest.fixture
def own(few_events_ship: None, sample_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A few of the bundled events and three texts about two clashes on one day."""
    path = Path(shutil.copy(sample_library, tmp_path / "own.sqlite"))
    monkeypatch.setenv("SAHEL_TUI_LIBRARY", str(path))
    (tmp_path / "notes").mkdir()
    for title, place, dead in (("Raid one", "Kita", 5), ("Raid one again", "Kita", 5), ("Raid two", "Kayes", 7)):
        text = CLASH.format(title=title, date="May 1, 2020", place=place, dead=dead)
        (tmp_path / "notes" / f"{title}.txt").write_text(text, encoding="utf-8")
    assert main(["import", str(tmp_path / "notes")]) == 0
    return path


def groups(path: Path) -> set[frozenset[str]]:
    """The names of the documents of each event that has a raid in it."""
    with open_library(path) as library:
        events = [event.id for event in library.events()]
        found = {frozenset(document.name for document in library.documents(event)) for event in events}
    return {group for group in found if any(name.startswith("Raid") for name in group)}


def name(*titles: str) -> frozenset[str]:
    return frozenset(f"Raid {title}.txt" for title in titles)


AS_FOUND = {name("one", "one again"), name("two")}
ALL = {name("one", "one again", "two")}


def test_events_become_one_and_come_apart_again(own: Path) -> None:
    assert groups(own) == AS_FOUND
    assert main(["link", "raid one", "raid two"]) == 0
    assert groups(own) == ALL
    assert main(["unlink", "raid one", "Raid two.txt"]) == 0
    assert groups(own) == AS_FOUND


def test_what_the_evidence_links_comes_apart(own: Path) -> None:
    assert main(["unlink", "raid one", "2"]) == 0
    assert groups(own) == {name("one"), name("one again"), name("two")}
    assert main(["link", "2020-05-01-raid-one", "2020-05-01-raid-one-again"]) == 0
    assert groups(own) == AS_FOUND


def test_it_stays_so_when_the_library_is_written_again(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["link", "raid one", "raid two"]) == 0
    text = CLASH.format(title="Raid three", date="May 9, 2020", place="Gao", dead=9)
    (tmp_path / "Raid three.txt").write_text(text, encoding="utf-8")
    assert main(["import", str(tmp_path / "Raid three.txt")]) == 0
    assert groups(own) == ALL | {name("three")}
    monkeypatch.setattr("sahel_tui.library.shelf.make_fingerprint", lambda: "another")
    monkeypatch.setattr("sahel_tui.library.fingerprint.make_fingerprint", lambda: "another")
    assert groups(own) == ALL | {name("three")}


def test_an_export_takes_it_along(own: Path, sample_library: Path, tmp_path: Path) -> None:
    assert main(["link", "raid one", "raid two"]) == 0
    assert main(["unlink", "raid one", "Raid one again.txt"]) == 0
    linked = {name("one", "two"), name("one again")}
    assert groups(own) == linked
    assert main(["export", "raid", "--output", str(tmp_path / "raids.ndjson")]) == 0
    other = Path(shutil.copy(sample_library, tmp_path / "other.sqlite"))
    for library in (other, other, tmp_path / "raids.ndjson"):
        if library == other:
            assert main(["--library", str(library), "import", str(tmp_path / "raids.ndjson")]) == 0
        assert groups(library) == linked


def test_an_import_of_known_texts_takes_over_what_is_said_of_them(own: Path, tmp_path: Path) -> None:
    assert main(["export", "raid", "--output", str(tmp_path / "raids.ndjson")]) == 0
    every = map(json.loads, (tmp_path / "raids.ndjson").read_text(encoding="utf-8").splitlines())
    lines = [record for record in every if record["name"].startswith("Raid")]
    lines[0]["together"] = [line["id"] for line in lines[1:]]
    (tmp_path / "said.ndjson").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert main(["import", str(tmp_path / "said.ndjson")]) == 0
    assert groups(own) == ALL


def test_why_is_told(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["link", "raid one", "raid two"]) == 0
    capsys.readouterr()
    assert main(["link", "--explain", "raid one"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "names the event" in said
    assert "the same place (Kita) +3" in said
    assert "linked by the reader with document 1" in said
    assert main(["link", "--explain", "--json", "raid one"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert [document["why"] for document in record["documents"]] == ["first", "evidence", "reader"]


def test_neighbours_are_told_with_what_keeps_them_apart(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["unlink", "raid one", "2"]) == 0
    assert main(["link", "--explain", "2020-05-01-raid-one"]) == 0
    assert "Raid one again · 1 May 2020\n    parted by the reader\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["link", "dioura"], 2, "name two events or more"),
        (["link", "dioura", "nowhere-at-all"], 1, "no event fits"),
        (["link", "dioura", "dioura"], 0, "one event already"),
        (["unlink", DIAFARABE, "3"], 2, "has no one document “3”"),
        (["unlink", DIAFARABE, "1", "2"], 2, "these are all documents of the event"),
        (["unlink", "nowhere-at-all", "1"], 1, "no event fits"),
    ],
)
def test_nothing_changes(unchanged: Unchanged, arguments: list[str], code: int, said: str) -> None:
    unchanged(arguments, code, said)


def test_a_folder_is_not_changed(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--library", str(tmp_path / "notes"), "link", "raid one", "raid two"]) == 2
    assert "this library is in memory" in capsys.readouterr().err

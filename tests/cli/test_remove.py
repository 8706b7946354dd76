"""Taking events and sources out of a library."""

import shutil
from pathlib import Path

import pytest

from sahel_tui.cli import main
from sahel_tui.library import open_library

from .conftest import Unchanged

TEXT = "= {title} =\n\nInfobox\n- Date: May 1, 2020\n\nThe army said three soldiers were killed.\n"


@pytest.fixture
def own(few_events_ship: None, sample_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A few of the bundled events and three of a reader's own."""
    path = Path(shutil.copy(sample_library, tmp_path / "own.sqlite"))
    monkeypatch.setenv("SAHEL_TUI_LIBRARY", str(path))
    (tmp_path / "notes").mkdir()
    for name, address in (
        ("one", ""),
        ("two", "# https://news.example/two\n"),
        ("three", "# https://news.example/3\n"),
    ):
        (tmp_path / "notes" / f"{name}.txt").write_text(address + TEXT.format(title=f"Raid {name}"), encoding="utf-8")
    assert main(["import", str(tmp_path / "notes")]) == 0
    return path


def titles(path: Path) -> set[str]:
    with open_library(path) as library:
        return {event.title for event in library.events()}


def test_an_event_goes_with_all_its_documents(own: Path) -> None:
    before = titles(own)
    assert main(["remove", "raid one", "dioura"]) == 0
    assert before - titles(own) == {"Raid one", "Raid on Dioura (2023)"}


@pytest.mark.parametrize(
    ("source", "gone"),
    [
        ("two.txt", {"Raid two"}),
        ("news.example", {"Raid two", "Raid three"}),
        ("https://news.example/3", {"Raid three"}),
    ],
)
def test_a_source_goes(own: Path, source: str, gone: set[str]) -> None:
    before = titles(own)
    assert main(["remove", "--source", source]) == 0
    assert before - titles(own) == gone


def test_what_was_removed_stays_away_until_it_is_imported(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["export", "dioura", "--output", str(tmp_path / "dioura.ndjson")]) == 0
    before = titles(own)
    assert main(["remove", "dioura", "raid one"]) == 0
    left = titles(own)
    monkeypatch.setattr("sahel_tui.library.shelf.make_fingerprint", lambda: "another")
    monkeypatch.setattr("sahel_tui.library.fingerprint.make_fingerprint", lambda: "another")
    assert titles(own) == left
    assert main(["import", str(tmp_path / "dioura.ndjson")]) == 0
    assert titles(own) == before - {"Raid one"}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["remove"], 2, "name the events to remove, or a source"),
        (["remove", "dioura", "--source", "two.txt"], 2, "name the events to remove, or a source"),
        (["remove", "dioura", "nowhere-at-all"], 1, "no event fits"),
        (["remove", "--source", "nowhere"], 1, "no imported document is called “nowhere”"),
        (["remove", "dioura", "--dry-run"], 0, "would be removed"),
    ],
)
def test_nothing_changes(unchanged: Unchanged, arguments: list[str], code: int, said: str) -> None:
    unchanged(arguments, code, said)


def test_documents_in_memory_are_not_removed(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--library", str(tmp_path / "notes"), "remove", "raid one"]) == 2
    assert "this library is in memory" in capsys.readouterr().err

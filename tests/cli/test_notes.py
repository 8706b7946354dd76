"""Notes on the command line: put down, listed, taken away, and taken to another machine."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from sahel_tui.cli import main

DIOURA = "2023-09-28-raid-on-dioura-2023"


@pytest.fixture(autouse=True)
def notebook(bundled_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAHEL_TUI_LIBRARY", str(shutil.copy(bundled_library, tmp_path / "own.sqlite")))
    monkeypatch.setenv("SAHEL_TUI_NOTEBOOK", str(tmp_path / "notebook.ndjson"))
    return tmp_path / "notebook.ndjson"


def jot_down() -> None:
    assert main(["note", "dioura", "ask", "Mola"]) == 0
    assert main(["note", "--on", "89–98 killed", "dioura", "from one tweet"]) == 0
    assert main(["note", "--bookmark", "bourem"]) == 0


def test_noting_listing_and_taking_away(capsys: pytest.CaptureFixture[str]) -> None:
    jot_down()
    assert "noted on 89–98 killed “89–98 killed” of Raid on Dioura (2023)" in capsys.readouterr().err
    assert main(["note", "dioura"]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == ["  1 ¶ ask Mola", "  2 ¶ 89–98 killed: from one tweet"]
    assert main(["show", "dioura"]) == 0
    shown = capsys.readouterr().out
    assert "\n¶ ask Mola\n" in shown
    assert "89–98 per infobox ¶" in shown
    assert main(["compare", "dioura"]) == 0
    compared = capsys.readouterr().out
    assert "≠89–98¶\n" in compared
    assert compared.endswith("\n¶ ask Mola\n¶ 89–98 killed: from one tweet\n")
    assert main(["note", "--remove", "1", "dioura"]) == 0
    assert main(["note", "--no-bookmark", "bourem"]) == 0
    capsys.readouterr()
    assert main(["notes"]) == 0
    assert capsys.readouterr().out == (
        f"2023-09-28\tRaid on Dioura (2023)\tnote\t89–98 killed\tfrom one tweet\t{DIOURA}\n"
    )
    assert main(["notes", "is:bookmarked"]) == 1


def test_notes_as_csv_and_json(notebook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    jot_down()
    capsys.readouterr()
    assert main(["notes", "--where"]) == 0
    assert capsys.readouterr().out == f"{notebook}\n"
    assert main(["notes", "--csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(row["kind"], row["quote"], row["text"]) for row in rows] == [
        ("note", "", "ask Mola"),
        ("note", "89–98 killed", "from one tweet"),
        ("bookmark", "", ""),
    ]
    assert main(["show", "--json", "dioura"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert [(note["text"], note["claim"] is None) for note in record["notes"]] == [
        ("ask Mola", True),
        ("from one tweet", False),
    ]


@pytest.mark.parametrize("way", ["notes", "export", "file"])
def test_notes_are_the_same_on_another_machine(
    way: str, notebook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """By `notes --json`, with `export --notes`, or as the notebook itself; a second time changes nothing."""
    jot_down()
    capsys.readouterr()
    carried = tmp_path / "carried.ndjson"
    if way == "file":
        shutil.copy(notebook, carried)
    else:
        assert main(["notes", "--json"] if way == "notes" else ["export", "--notes", "date:2023-09"]) == 0
        carried.write_text(capsys.readouterr().out, encoding="utf-8")
    assert main(["notes", "--json"]) == 0
    there = capsys.readouterr().out
    monkeypatch.setenv("SAHEL_TUI_NOTEBOOK", str(tmp_path / "other.ndjson"))
    for new in (3, 0):
        assert main(["import", str(carried)]) == 0
        assert f"3 notes and bookmarks ({new} new)" in capsys.readouterr().err
        assert main(["notes", "--json"]) == 0
        assert capsys.readouterr().out == there


@pytest.mark.parametrize("way", [["notes", "--json"], ["export", "--notes", "date:2023"]])
def test_what_was_taken_away_here_is_taken_away_there(
    way: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without its words; an older copy that comes later does not bring it back."""
    jot_down()
    carried = [tmp_path / "before.ndjson", tmp_path / "after.ndjson"]
    for place in carried:
        capsys.readouterr()
        assert main(way) == 0
        place.write_text(capsys.readouterr().out, encoding="utf-8")
        assert main(["note", "--remove", "1", "dioura"]) == 0
    assert "ask Mola" in carried[0].read_text(encoding="utf-8")
    assert "ask Mola" not in carried[1].read_text(encoding="utf-8")
    monkeypatch.setenv("SAHEL_TUI_NOTEBOOK", str(tmp_path / "other.ndjson"))
    for place, said in (*zip(carried, ("(3 new)", "(0 new, 1 taken away)"), strict=True), (carried[0], "(0 new)")):
        capsys.readouterr()
        assert main(["import", str(place)]) == 0
        assert f"3 notes and bookmarks {said}" in capsys.readouterr().err
    assert main(["note", "dioura"]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == ["  1 ¶ 89–98 killed: from one tweet"]


def test_looking_at_an_export_takes_no_notes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    jot_down()
    assert main(["export", "--notes", "dioura", "--output", str(tmp_path / "one.ndjson")]) == 0
    assert main(["note", "--remove", "1", "dioura"]) == 0
    capsys.readouterr()
    assert main(["--library", str(tmp_path / "one.ndjson"), "notes", "dioura"]) == 0
    assert "ask Mola" not in capsys.readouterr().out


def test_a_broken_note_of_an_export_is_refused_by_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.ndjson").write_text('{"notebook": 1, "id": "a", "kind": "poem"}\n', encoding="utf-8")
    assert main(["import", str(tmp_path / "bad.ndjson")]) == 2
    assert "bad.ndjson:1: a note cannot be read: it is neither a bookmark nor a note" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("event", "words", "figure"),
    [
        (
            "dioura",
            "98 killed",
            "98 killed per CSP-PSD (Mohamed Elmaouloud Ramadane) “ninety-eight Malian soldiers dead”",
        ),
        ("dioura", "89–98 killed", "89–98 killed “89–98 killed”"),
        ("dioura", "81", "81 killed per CSP-PSD (Moulay Ag Sidi Mola) “eighty-one dead”"),
        (
            "dioura",
            "Ramadane killed",
            "98 killed per CSP-PSD (Mohamed Elmaouloud Ramadane) “ninety-eight Malian soldiers",
        ),
        ("dioura", "ninety-eight", "98 killed per CSP-PSD (Mohamed Elmaouloud Ramadane) “ninety-eight Malian soldiers"),
        ("dioura", "several doz", "dozens killed per security sources “several dozen killed”"),
        ("diafarabe", "5 killed JNIM Wagner", "5 killed per JNIM “5 Wagner mercenaries killed”"),
    ],
)
def test_a_figure_is_named_as_it_is_printed(
    event: str, words: str, figure: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """By its own count before one that holds it, and where two fit equally none is chosen."""
    assert main(["note", event, "--on", words, "why?"]) == 0
    assert f"noted on {figure}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["note", "--on", "killed", "dioura", "x"], "and 4 more of the figures that"),
        (["note", "--on", "killed", "dioura", "x"], "name one"),
        (["note", "--on", "nobody", "dioura", "x"], "“nobody” fits none of the figures"),
        (
            ["note", "--on", "5 killed per JNIM", "diafarabe", "x"],
            "mercenaries killed”, 5 killed per JNIM “5 killed (per",
        ),
        (["note", "--on", "5", "dioura"], "say what to note"),
        (["note", "--remove", "9", "dioura"], "has 2 notes"),
        (["export", "--notes", "--format", "csv"], "--notes goes with ndjson"),
    ],
)
def test_wrong_use_says_what_to_do(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    jot_down()
    assert main(words) == 2
    assert said in capsys.readouterr().err


def test_what_cannot_be_written_or_read_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SAHEL_TUI_NOTEBOOK", str(tmp_path))
    assert main(["note", "dioura", "lost?"]) == 2
    assert capsys.readouterr().err == f"sahel-tui: {tmp_path} cannot be written (Is a directory)\n"
    assert main(["notes"]) == 1
    assert f"your notes in {tmp_path} cannot be read (Is a directory)" in capsys.readouterr().err
    assert main(["show", "dioura"]) == 0

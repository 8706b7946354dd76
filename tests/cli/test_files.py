"""`import` and `export` as they change files."""

import gzip
import json
import shutil
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from sahel_tui.cli import main

LIBRARY = Path(__file__).with_name("library")


@pytest.fixture
def own_library(bundled_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The bundled events in a file that the commands change."""
    path = Path(shutil.copy(bundled_library, tmp_path / "own.sqlite"))
    monkeypatch.setenv("SAHEL_TUI_LIBRARY", str(path))
    return path


def test_import_adds_documents_once(own_library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(LIBRARY)]) == 0
    assert "5 read (5 new, 0 already there), 0 refused; 4 new events" in capsys.readouterr().err
    assert main(["import", str(LIBRARY)]) == 0
    assert "5 read (0 new, 5 already there), 0 refused; 0 new events" in capsys.readouterr().err
    assert main(["list", "--json"]) == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert next(event for event in events if event["title"] == "Raid on Tin Adjar")["documents"] == 2


def test_import_reads_standard_input(
    own_library: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with next(LIBRARY.glob("2021*")).open(encoding="utf-8") as stream:
        monkeypatch.setattr("sys.stdin", stream)
        assert main(["import", "-"]) == 0
    capsys.readouterr()
    assert main(["search", "wabara"]) == 0
    assert "Market bombing at Wabara" in capsys.readouterr().out


def test_standard_input_is_named_as_such(
    own_library: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    packed = gzip.compress(b"one\ntwo \xe9\n")
    for command in ("check", "import"):
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(packed)))
        assert main([command, "-"]) == 2
        shown = capsys.readouterr()
        assert "standard input:2: byte 0xe9" in shown.out + shown.err


def test_import_tells_what_it_left_out(own_library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = "<page><title>{}</title><ns>0</ns><revision><text>{}</text></revision></page>"
    event = "{{Infobox event|event_name=A fire|date=1 May 2020}} It burned."
    dump = tmp_path / "dump.xml"
    dump.write_text(f"<mediawiki>{page.format('A fire', event)}{page.format('A town', 'Houses.')}</mediawiki>")
    assert main(["import", str(dump)]) == 0
    shown = capsys.readouterr().err
    assert f"{dump}: left out pages that are about no event: 1" in shown
    assert "1 read (1 new, 0 already there), 0 refused, 1 pages left out" in shown
    assert main(["import", "--all-pages", str(dump)]) == 0
    assert "2 read (1 new, 1 already there)" in capsys.readouterr().err


def test_import_names_what_it_refuses(own_library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(LIBRARY.with_name("refused"))]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "latin.txt:6: " in shown.err
    assert "1 read (1 new, 0 already there), 2 refused" in shown.err


def test_export_writes_what_it_prints(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "out.csv"
    assert main(["--library", str(LIBRARY), "export", "--format", "csv"]) == 0
    printed = capsys.readouterr().out
    assert main(["--library", str(LIBRARY), "export", "--format", "csv", "--output", str(target)]) == 0
    assert target.read_text(encoding="utf-8-sig") == printed
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]


def test_export_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "out.ndjson"
    target.write_text("old", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    assert main(["--library", str(LIBRARY), "export", "--output", str(target)]) == 2
    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.ndjson"]


def test_exported_claims_point_into_the_exported_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--library", str(LIBRARY), "export"]) == 0
    for line in capsys.readouterr().out.splitlines():
        record = json.loads(line)
        for claim in record["claims"]:
            assert record["text"][claim["start"] : claim["end"]] == claim["quote"]

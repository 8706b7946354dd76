"""What is exported comes back without a difference, and opens in a spreadsheet."""

import csv
import io
from pathlib import Path

import pytest

from sahel_tui.cli import main
from sahel_tui.library import open_library


@pytest.fixture(autouse=True)
def _own(bundled_library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAHEL_TUI_LIBRARY", str(bundled_library))


def test_events_there_and_back(sample_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A few events, whose claims are read twice; below, no text of any of them changes on the way."""
    monkeypatch.setenv("SAHEL_TUI_LIBRARY", str(sample_library))
    first, second = tmp_path / "first.ndjson", tmp_path / "second.ndjson"
    assert main(["export", "--output", str(first)]) == 0
    assert main(["--library", str(first), "export", "--output", str(second)]) == 0
    assert second.read_bytes() == first.read_bytes()
    with open_library(sample_library) as library, open_library(first) as copy:
        assert list(copy.events()) == list(library.events())
        for event in library.events():
            assert copy.documents(event.id) == library.documents(event.id)
            assert copy.comparison(event.id) == library.comparison(event.id)
        assert list(copy.disputes()) == list(library.disputes())


def test_importing_an_export_changes_nothing(
    bundled_library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own.sqlite"
    own.write_bytes(bundled_library.read_bytes())
    assert main(["export", "--output", str(tmp_path / "all.ndjson")]) == 0
    assert main(["--library", str(own), "import", str(tmp_path / "all.ndjson")]) == 0
    assert "(0 new, " in capsys.readouterr().err
    assert own.read_bytes() == bundled_library.read_bytes()


@pytest.mark.parametrize("form", ["csv", "disputes"])
def test_a_spreadsheet_is_told_the_encoding(form: str, bundled_library: Path, tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    assert main(["export", "--format", form, "--output", str(path)]) == 0
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    assert {row["title"] for row in rows} >= {"Diafarabé and Koumara attacks"}
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]
    with open_library(bundled_library) as library:
        figures = sum(len(row.figures) for _, row in library.disputes())
        assert len(rows) == (library.info().claims if form == "csv" else figures)


def test_disputes_as_csv(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["disputes", "diafarabe", "--csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    killed = [(row["voice"], row["low"], row["high"]) for row in rows if row["category"] == "killed"]
    assert ("Mali", "31", "31") in killed
    assert ("JNIM", "5", "5") in killed

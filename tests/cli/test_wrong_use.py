"""Wrong use and unreadable input: one line that says what to do, and exit code 2; nothing found is 1."""

from pathlib import Path

import pytest

from sahel_tui.cli import main

HERE = Path(__file__).parent


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["xyzzy"], 2, "there is no command “xyzzy”; sahel-tui --help lists all"),
        (["dispute"], 2, "there is no command “dispute”; did you mean “disputes”? sahel-tui --help lists all"),
        (["--library", ".", "lst"], 2, "there is no command “lst”; did you mean “list”?"),
        (["--fresh", "nonsense"], 2, "invalid choice: 'nonsense'"),
        (["list", "--limit", "0"], 2, "give 1 or more"),
        (["search"], 2, "QUERY"),
        (["search", "nowhere-at-all"], 1, ""),
        (["show", "nowhere-at-all"], 1, "no event fits “nowhere-at-all”"),
        (["compare", "dioura", "nowhere-at-all"], 1, "no event fits “nowhere-at-all”"),
        (["disputes", "sobriquet"], 1, ""),
        (["--library", ".", "list"], 1, "there is no event here; `sahel-tui import PATH` brings documents in"),
        (["claims", "missing.txt"], 2, "missing.txt: there is no such file or folder"),
        (["claims", "--explain", "--json", "dioura"], 2, "leave it out, or leave out --json and --csv"),
        (["claims", "--explain", "--csv", "dioura"], 2, "leave it out, or leave out --json and --csv"),
        (["claims", "--explain", "nowhere-at-all"], 1, "no event fits “nowhere-at-all”"),
        (["import", "missing.txt"], 2, "missing.txt: there is no such file or folder"),
        (["export", "--output", "missing/folder/file.csv"], 2, "cannot write missing/folder/file.csv"),
        (["--library", "missing", "list"], 2, "there is no file or folder missing"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_says_what_is_wrong(
    arguments: list[str], code: int, says: str, bundled_library: Path, monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setenv("SAHEL_TUI_LIBRARY", str(bundled_library))
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == code
    shown = capsys.readouterr()
    assert shown.out == ""
    assert says in shown.err
    assert "Traceback" not in shown.err


@pytest.mark.parametrize(
    "arguments", [["--library", "library", "list"], ["list", "--library", "library"]], ids=" ".join
)
def test_library_stands_before_or_after_the_command(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(HERE)
    assert main(arguments) == 0
    assert len(capsys.readouterr().out.splitlines()) == 4


def test_refused_files_leave_the_good_ones_and_the_code_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(HERE)
    assert main(["claims", "--json", "refused"]) == 2
    shown = capsys.readouterr()
    assert "good.txt" in shown.out
    assert "refused/latin.txt:6: byte 0xe9" in shown.err
    assert "refused/page.txt:1: " in shown.err


def test_a_mistyped_library_is_not_made(tmp_path: Path) -> None:
    library = tmp_path / "missing" / "team.sqlite"
    assert main(["--library", str(library), "list"]) == 2
    assert not library.parent.exists()

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
        (["search", "killed>=abc"], 2, "cannot read “killed>=abc”: killed needs a number, such as killed>=50"),
        (["search", "date:20x3", "kidal"], 2, "cannot read “date:20x3”: no date; dates are written date:2023, "),
        (["search", "is:nothing sied:mali"], 2, "partial, definitional · cannot read “sied:mali”: no filter is"),
        (["search", "plase:kidal"], 2, "did you mean “place”? there are place, actor, source, date, killed, is"),
        (["list", "date:20x3"], 2, "cannot read “date:20x3”"),
        (["disputes", "is:nothing"], 2, "cannot read “is:nothing”"),
        (["timeline", "sied:mali"], 2, "cannot read “sied:mali”"),
        (["notes", "is:nothing"], 2, "cannot read “is:nothing”"),
        (["export", "killed>=abc"], 2, "cannot read “killed>=abc”"),
        (["show", "kidal is:nothing"], 2, "cannot read “is:nothing”"),
        (["search", "-wagner"], 2, "QUERY"),
        (["search", "kidal", "--lmit", "3"], 2, "sahel-tui search: error: unrecognized arguments: --lmit"),
        (["info", "kidal"], 2, "sahel-tui info: error: unrecognized arguments: kidal"),
        (["note", "dioura", "--on"], 2, "argument --on: expected one argument"),
        (["show", "nowhere-at-all"], 1, "no event fits “nowhere-at-all”; `sahel-tui list` shows every event"),
        (["compare", "dioura", "nowhere-at-all"], 1, "no event fits “nowhere-at-all”"),
        (["disputes", "sobriquet"], 1, "`sahel-tui disputes` without words looks at every event"),
        (["timeline", "sobriquet"], 1, "nothing found; fewer words find more"),
        (["export", "sobriquet"], 1, "nothing found; fewer words find more"),
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


@pytest.mark.parametrize(
    "line",
    [
        "search --limit 1 --json raid -- -bombing",
        "search raid --json --limit=1 -- -bombing",
        "search --json raid --limit 1 -- -bombing",
        "search --library library --json --limit 1 -- raid -bombing",
    ],
)
def test_options_stand_before_between_and_behind_the_words(
    line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(HERE)
    monkeypatch.setenv("SAHEL_TUI_LIBRARY", "library")
    assert main(line.split()) == 0
    (found,) = capsys.readouterr().out.splitlines()
    assert "raid-on-tin-adjar" in found


@pytest.mark.parametrize("command", ["list", "search", "disputes", "timeline", "export", "notes"])
def test_a_bare_year_is_a_word_and_the_filter_is_named(
    command: str, bundled_library: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SAHEL_TUI_LIBRARY", str(bundled_library))
    hint = "“2023-09” is searched as a word; date:2023-09 finds the events of that time"
    main([command, "2023-09"])
    assert hint in capsys.readouterr().err
    main([command, "date:2023-09"])
    assert hint not in capsys.readouterr().err


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

"""`settings`: the path, and every mistake with its line."""

from pathlib import Path

import pytest

from sahel_tui.cli import main


def test_mistakes_are_printed_and_are_a_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "config.toml"
    path.write_text("[keys]\nsort = 'u'\nflip = 'u'\n[looks]\ntheme = 'pink'\n", encoding="utf-8")
    assert main(["--config", str(path), "settings"]) == 2
    printed = capsys.readouterr()
    assert printed.out == f"{path}\n"
    assert [line.partition(f"{path}, ")[2][:6] for line in printed.err.splitlines()] == ["line 3", "line 5"]


def test_example_is_right(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["settings", "--example"]) == 0
    path = tmp_path / "config.toml"
    path.write_text(capsys.readouterr().out, encoding="utf-8")
    assert main(["--config", str(path), "settings"]) == 0
    assert capsys.readouterr().err == ""


def test_man_page_says_the_keys_of_the_reader(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "config.toml"
    path.write_text("[keys]\ncompare = 'ù'\n", encoding="utf-8")
    assert main(["--config", str(path), "man"]) == 0
    assert "\\fBù\\fR\nCompare what" in capsys.readouterr().out


def test_a_file_that_is_named_must_be_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--config", str(tmp_path / "none.toml"), "settings"]) == 2
    assert f"{tmp_path}/none.toml: there is no such file" in capsys.readouterr().err

"""Every command teaches itself: help, options and examples that work."""

import argparse
import shlex
import shutil
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from sahel_tui.cli import main
from sahel_tui.cli.parser import EXAMPLES as PROGRAM_EXAMPLES
from sahel_tui.cli.parser import build_parser, parse_arguments
from sahel_tui.cli.registry import NAMES, load_command
from sahel_tui.notebook.marks import EventAnchor
from sahel_tui.notebook.notebook import open_notebook

LONGEST_LINE = 80
NEEDS_TERMINAL = "tour"
EXAMPLES = [
    line
    for examples in (PROGRAM_EXAMPLES, *(load_command(name).examples for name in NAMES if name != NEEDS_TERMINAL))
    for line, _ in examples
]
"""Of every help text, that of the program first."""


@pytest.mark.parametrize("name", NAMES)
def test_command_has_help(name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(LONGEST_LINE))
    command = load_command(name)
    assert command.name == name
    assert main([name, "--help"]) == 0
    text = capsys.readouterr().out
    assert command.summary
    assert command.description.strip().splitlines()[0] in text
    assert all(line in text and meaning in text for line, meaning in command.examples)
    assert max(map(len, text.splitlines())) <= LONGEST_LINE


def test_every_option_has_help() -> None:
    parsers = [build_parser(), *_find_commands(build_parser()).values()]
    options = [action for parser in parsers for action in parser._actions if action.dest != "command"]
    assert [action.dest for action in options if not action.help] == []


def test_registry_is_what_the_parser_knows() -> None:
    assert list(NAMES) == list(_find_commands(build_parser()))


@pytest.mark.parametrize("before", [[], ["--library", "show"], ["--library=show"]])
def test_a_command_alone_is_parsed_as_among_all(before: list[str]) -> None:
    words = [*before, "search", "--limit", "3", "kidal"]
    assert parse_arguments(words) == build_parser().parse_args(words)


@pytest.mark.parametrize("line", EXAMPLES)
@pytest.mark.usefixtures("few_events_ship")
def test_example_works(
    line: str,
    bundled_library: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Every example of the help finds something in the bundled events, or in a folder of notes."""
    monkeypatch.setenv("SAHEL_TUI_LIBRARY", str(shutil.copy(bundled_library, tmp_path / "own.sqlite")))
    monkeypatch.setenv("SAHEL_TUI_NOTEBOOK", str(tmp_path / "notebook.ndjson"))
    _jot_down()
    monkeypatch.chdir(tmp_path)
    _make_notes(tmp_path / "notes", tmp_path / "report.txt")
    words = shlex.split(line, posix=True)
    stop = next((place for place, word in enumerate(words) if word in ("|", ">", "<")), len(words))
    if "<" in words:
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO((tmp_path / words[-1]).read_bytes())))
    arguments = [
        str(path) for word in words[1:stop] for path in (sorted(tmp_path.glob(word)) if "*" in word else [word])
    ]
    assert main(arguments) == 0
    assert capsys.readouterr().err.count("\n") <= 2


def _jot_down() -> None:
    """A note, for the examples that show notes."""
    open_notebook().note(EventAnchor("2023-09-28-raid-on-dioura-2023", "Raid on Dioura (2023)", "2023-09-28"), "Why?")


def _make_notes(folder: Path, report: Path) -> None:
    figures = "3 killed (per A), 9 killed (per B)"
    text = f"= Ambush at Example =\n\nInfobox\n- Date: May 1, 2020\n- Casualties1: {figures}\n\nText.\n"
    folder.mkdir()
    (folder / "example.txt").write_text(text, encoding="utf-8")
    report.write_text(text, encoding="utf-8")


def _find_commands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    action = next(action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    return dict(action.choices)

"""Commands, options, keys and variables are said once: help, man page, README and palette repeat the registries."""

import argparse
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from sahel_tui.cli import main
from sahel_tui.cli.environment import EXIT_CODES, VARIABLES
from sahel_tui.cli.example_settings import example_settings
from sahel_tui.cli.man_page import man_page
from sahel_tui.cli.parser import build_parser
from sahel_tui.cli.registry import NAMES, load_command
from sahel_tui.settings import Looks, Start
from sahel_tui.settings.key_names import parse_key
from sahel_tui.settings.read import parse_settings
from sahel_tui.settings.sections import list_settings
from sahel_tui.tui.commands import say_key, say_keys
from sahel_tui.tui.keymap import make_keymap
from sahel_tui.tui.registry import SCREEN_TITLES, SEARCH_KEYS, TYPED, list_actions

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAN = man_page()
ENTRIES = set(
    re.findall(r"^\.TP\n\\fB(.*)\\fR$", MAN.replace("\\-", "-").replace("\\e", "\\").replace("\\&", ""), re.MULTILINE)
)
ACTIONS = [(screen, listed) for screen, actions in list_actions().items() for listed in actions]
ALL_KEYS = {say_key(key) for _, listed in ACTIONS for key in listed.keys}
WITH_ALTGR = set("[]|{}\\@#~€")
"""Characters that keyboards other than QWERTY have behind AltGr only."""


def _parsers() -> dict[str, argparse.ArgumentParser]:
    action = next(action for action in build_parser()._actions if isinstance(action, argparse._SubParsersAction))
    return dict(action.choices)


@pytest.mark.parametrize("name", _parsers())
def test_help_and_man_page_say_every_option(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    shown = capsys.readouterr().out
    for action in _parsers()[name]._actions:
        for option in action.option_strings:
            assert re.search(rf"(?<![\w-]){option}(?![\w-])", shown)
            assert any(re.match(rf"(?:-\w, )?{option}(?![\w-])|{option}, ", entry) for entry in ENTRIES), option


@pytest.mark.parametrize("name", NAMES)
def test_command_is_in_help_man_page_and_readme(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    summary = load_command(name).summary
    assert main(["--help"]) == 0
    assert f" {name} " in capsys.readouterr().out
    assert f".SS {name} - {summary}" in MAN.replace("\\-", "-")
    assert re.search(rf"`(?:sahel-tui )?{name}\b|^\$ sahel-tui {name}\b|sahel-tui {name}\b", README, re.MULTILINE)


def test_man_page_says_every_key() -> None:
    assert {say_keys(listed.keys) for _, listed in ACTIONS} <= ENTRIES
    assert {keys for keys, _ in (*SEARCH_KEYS, *TYPED)} <= {*ENTRIES, "5{down}"}
    assert set(SCREEN_TITLES) == set(list_actions())


def test_every_setting_is_in_the_man_page_and_in_the_example() -> None:
    example = example_settings()
    for section, settings in (("looks", Looks), ("start", Start)):
        for setting in list_settings(settings):
            assert f"{section}.{setting.name}" in ENTRIES
            assert f"\n#{setting.name} = " in example
    for _, listed in ACTIONS:
        assert f"\n#{listed.action} = " in example


def test_example_means_what_holds_without_it() -> None:
    uncommented = re.sub(r"^#(?=\w)", "", example_settings(), flags=re.MULTILINE)
    settings = parse_settings(uncommented, Path("config.toml"))
    keymap, complaints = make_keymap(list_actions(), settings)
    assert (settings.complaints, complaints, settings.looks, settings.start) == ((), (), Looks(), Start())
    assert all(keymap.keys(screen, listed.action) == listed.keys for screen, listed in ACTIONS)


def test_keys_can_be_written_as_they_are_said() -> None:
    keys = {key for _, listed in ACTIONS for key in listed.keys}
    assert {key: parse_key(say_key(key)).key for key in keys} == {key: key for key in keys}


def test_no_action_needs_altgr() -> None:
    assert [listed.action for _, listed in ACTIONS if set(listed.keys) <= WITH_ALTGR] == []


def test_readme_has_no_key_that_does_nothing() -> None:
    table = README.partition("## Keys")[2].partition("\n## ")[0]
    keys = {
        key
        for row in re.findall(r"^\| (`.*?) \|", table.replace(r"\|", "¦"), re.MULTILINE)
        for key in re.findall(r"`([^`]+)`", row)
    }
    assert len(keys) > 20
    assert {key.replace("¦", "|") for key in keys} - ALL_KEYS - {"5j", "2023-09"} == set()


def test_every_variable_is_documented() -> None:
    read = {
        name
        for path in (ROOT / "src").rglob("*.py")
        for name in re.findall(r'"(SAHEL_TUI_\w+|NO_COLOR|COLORFGBG|PAGER)"', path.read_text(encoding="utf-8"))
    }
    assert read == {name for name, _ in VARIABLES}
    assert {name for name, _ in VARIABLES} <= ENTRIES


def test_exit_codes_are_those_of_readme() -> None:
    said = re.search(r"Exit codes: (.*?)\. ", README, re.DOTALL)
    assert said
    for code, _ in EXIT_CODES[:3]:
        assert re.search(rf"\b{code} \w", said[1])
    assert {code for code, _ in EXIT_CODES} <= ENTRIES


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
def test_man_page_is_set_without_a_warning() -> None:
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-Kutf8", "-ww"], input=MAN.encode(), capture_output=True, check=True
    )
    assert done.stderr == b""
    assert len(done.stdout) > len(MAN) / 2

"""What a begun command line could become, without a shell."""

from argparse import _SubParsersAction

import pytest

from sahel_tui.cli.completing import FILES, complete_words
from sahel_tui.cli.parser import build_parser
from sahel_tui.cli.registry import NAMES


def _complete(*words: str) -> list[str]:
    return [value for value, _ in complete_words(build_parser(), words, lambda library, typed: iter([("event", "")]))]


def test_every_command_is_offered() -> None:
    assert _complete("") == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_option_is_offered(name: str) -> None:
    commands = next(action for action in build_parser()._actions if isinstance(action, _SubParsersAction))
    parser = commands.choices[name]
    known = {max(action.option_strings, key=len) for action in parser._actions if action.option_strings}
    assert set(_complete(name, "--")) == known


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("export --format cs", ["csv"]),
        ("export --format=cs", ["--format=csv"]),
        ("export --output ", [FILES]),
        ("list --json --js", []),
        ("--library ", [FILES]),
        ("--library notes sh", ["show"]),
        ("show --library notes ev", ["event"]),
        ("show -- --js", ["event"]),
        ("compare one ev", ["event"]),
        ("search kidal act", ["actor:"]),
        ("nothing ev", []),
        ("info ev", []),
    ],
)
def test_values_are_offered_where_they_belong(line: str, offered: list[str]) -> None:
    assert _complete(*line.split(" ")) == offered

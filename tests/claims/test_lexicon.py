"""The word tables as files: what only a reader of them would notice."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files

import pytest

from sahel_tui.claims.nations import load_nations
from sahel_tui.claims.words import load_lexicon


def read_lists(table: object, path: str = "") -> Iterator[tuple[str, list[object]]]:
    """Every list of a table with the path of its keys."""
    if isinstance(table, dict):
        for key, value in table.items():
            yield from read_lists(value, f"{path}.{key}".strip("."))
    elif isinstance(table, list):
        yield path, table


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_list_names_a_word_once(language: str) -> None:
    content = (files("sahel_tui.claims") / "lexicon" / f"{language}.toml").read_text(encoding="utf-8")
    twice = {
        path: [word for word, count in Counter(words).items() if count > 1]
        for path, words in read_lists(tomllib.loads(content))
    }
    assert {path: words for path, words in twice.items() if words} == {}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_nations_read_alone_are_those_of_the_lexicon(language: str) -> None:
    assert load_nations(language) == load_lexicon(language).nations

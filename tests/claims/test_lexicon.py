"""The word tables as files: what only a reader of them would notice."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

import sahel_tui.claims
from sahel_tui.claims.counts.counts import OPENINGS
from sahel_tui.claims.incidents.incident_places import ATTACKS as HITS
from sahel_tui.claims.language.named_words import LISTS, SIGNS
from sahel_tui.claims.language.words import load_lexicon
from sahel_tui.claims.links.links import NEEDED
from sahel_tui.claims.parties.nations import load_nations
from sahel_tui.claims.sides.adjunct_sides import OPENERS
from sahel_tui.claims.sides.targets import ATTACKS
from sahel_tui.claims.voices.attribution import SAYING
from sahel_tui.claims.voices.cue_voices import CUES
from sahel_tui.claims.voices.statement_voices import PAPERS

TOLD = re.compile(r'"(\w+)" (?:not )?in (?:\w+\.)*told\b|\btold(?:\.get\(|\[)"(\w+)"')
"""What a rule asks of `Sentence.told`."""


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


def test_rules_ask_only_for_what_sentences_are_searched_for() -> None:
    """A name that is missing would switch its rule off in silence."""
    sources = (path.read_text(encoding="utf-8") for path in Path(sahel_tui.claims.__file__).parent.rglob("*.py"))
    asked = {name or other for source in sources for name, other in TOLD.findall(source)}
    asked |= {
        name for names in (*NEEDED.values(), ATTACKS, CUES, HITS, OPENERS, OPENINGS, PAPERS, SAYING) for name in names
    }
    phrases = {*load_lexicon("en").phrases, *load_lexicon("en").marks, "actors", "according_to", "citing", "hedges"}
    phrases |= {"hedges_after", "incident_cues", "later_cues", "organisations", "partitive", "triggers", "vague"}
    assert "enemy" in asked
    assert asked - {*LISTS, *SIGNS, *phrases, "figures"} == set()

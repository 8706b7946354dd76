"""The names an event is found by."""

from pathlib import Path

import pytest

from sahel_tui.bundled import bundled_path
from sahel_tui.claims.language.actors import load_actors
from sahel_tui.claims.language.tokens import tokenise
from sahel_tui.library.names import find_mentioned

EVENTS = sorted(Path(bundled_path("events")).glob("*.txt"))[::4]


@pytest.mark.parametrize("path", EVENTS, ids=lambda path: path.stem)
def test_sentences_that_are_not_read_name_nobody(path: Path) -> None:
    """A paragraph is looked through for words that names begin with; reading every sentence finds the same actors."""
    for paragraph in path.read_text(encoding="utf-8").split("\n\n"):
        read = [mention.actor for words in paragraph.split(". ") for mention in load_actors().find(tokenise(words))]
        assert [*dict.fromkeys(find_mentioned(paragraph))] == [*dict.fromkeys(read)]

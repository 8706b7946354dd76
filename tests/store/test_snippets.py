"""The words around a hit."""

import pytest

from sahel_tui.store.folding import word_pattern
from sahel_tui.store.snippets import cut_snippet

LONG = """\
One paragraph.
The column left Ménaka at dawn and, by what its drivers told, lost three of its lorries on the way to the river.
Another paragraph, and the column is not in it; this one is only here to be long enough to be cut."""


@pytest.mark.parametrize(
    ("words", "prefix", "hit"),
    [
        ("menaka", False, "Ménaka"),
        ("MENA", True, "Ména"),
        ("its lorries", False, "its lorries"),
        ("three of", False, "three of"),
    ],
)
def test_the_hit_is_marked(words: str, prefix: bool, hit: str) -> None:
    snippet = cut_snippet("d", LONG, [word_pattern(words, prefix=prefix)])
    assert snippet is not None
    start, end = snippet.hits[0]
    assert snippet.text[start:end] == hit
    assert LONG[snippet.start :].startswith(snippet.text)


def test_a_snippet_is_whole_words_of_one_paragraph() -> None:
    snippet = cut_snippet("d", LONG, [word_pattern("drivers")])
    assert snippet is not None
    assert snippet.text.split()[0] in LONG.split()
    assert snippet.text.split()[-1] in LONG.split()
    assert "paragraph" not in snippet.text
    assert len(snippet.text) < 160


@pytest.mark.parametrize("words", ["mena", "enaka", "its way"])
def test_only_whole_words_hit(words: str) -> None:
    assert cut_snippet("d", LONG, [word_pattern(words)]) is None


def test_decomposed_letters_are_found() -> None:
    snippet = cut_snippet("d", "le cercle de Te\u0301nenkou", [word_pattern("tenenkou")])
    assert snippet is not None
    assert snippet.hits

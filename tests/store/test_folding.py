"""Words are split and folded as the index does it."""

import sqlite3
import sys
from contextlib import closing

from sahel_tui.store.folding import find_tokens, fold, word_pattern


def test_every_token_is_one_word_to_the_index() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(
            "CREATE VIRTUAL TABLE body USING fts5 (text, detail = none, tokenize = 'unicode61 remove_diacritics 2')"
        )
        for code in (*range(0xD800), *range(0xE000, sys.maxunicode, 7)):
            for token in find_tokens(f"a{chr(code)}b"):
                connection.execute("SELECT 1 FROM body WHERE body MATCH ?", (f'"{token}"',))


def test_letters_of_the_region_fold_as_the_index_folds_them() -> None:
    letters = "ÀàÂâÇçÉéÈèÊêËëÎîÏïÔôÙùÛûÜüŸÿÑñŠšŽžĞğĀāĪīŪūƁɓƊɗŊŋƝɲƐɛƆɔƔɣƎǝƳƴḌḍṬṭẒẓḤḥ"
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE body USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2')")
        connection.executemany("INSERT INTO body VALUES (?)", [(letter,) for letter in letters])
        connection.execute("CREATE VIRTUAL TABLE word USING fts5vocab (body, instance)")
        indexed = [term for (term,) in connection.execute("SELECT term FROM word ORDER BY doc")]
    assert [fold(letter) for letter in letters] == indexed


def test_folded_letters_are_found_as_written() -> None:
    for letter in "ÀÉîõüñçŠğ":
        assert word_pattern(fold(letter)).fullmatch(letter)

"""Indexes of words written beside a library are those that are written in it."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sahel_tui.store.build import write_library
from sahel_tui.store.connections import open_file
from sahel_tui.store.swap import replace_library

from .many_events import make_documents, put, write

NUMBER = 5_000
"""More events than are written at once."""
QUESTIONS = (
    *("heading MATCH '\"event\"'", "heading MATCH '\"49\" *'", "body MATCH '\"text\"'", "body MATCH '\"t\" *'"),
    "facet MATCH 'place : \"gao\"'",
)


def read_words(connection: sqlite3.Connection) -> list[object]:
    """All words, and the events that some of them find."""
    found: list[object] = connection.execute("SELECT * FROM word").fetchall()
    for question in QUESTIONS:
        found.append(connection.execute(f"SELECT rowid FROM {question.partition(' ')[0]} WHERE {question}").fetchall())
    return found


def test_files_hold_what_memory_does(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    put(path, NUMBER)
    with closing(open_file(path)) as file, closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        write(memory, NUMBER)
        assert read_words(file) == read_words(memory)
    assert [entry.name for entry in tmp_path.iterdir()] == ["library.sqlite"]


def test_a_late_error_leaves_nothing_beside_the_library(tmp_path: Path) -> None:
    def fail(done: int, total: int, title: str) -> None:
        if done == total:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        replace_library(
            tmp_path / "library.sqlite", lambda new: write_library(new, make_documents(NUMBER), (), {}, {}, fail)
        )
    assert not [*tmp_path.iterdir()]


def test_what_a_killed_program_left_is_no_hindrance(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    path.with_name("library.sqlite.new.words").write_bytes(b"half an index")
    put(path, 3)
    assert [entry.name for entry in tmp_path.iterdir()] == ["library.sqlite"]


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/l\xe9.sqlite"))
    put(path, 3)
    with closing(open_file(path)) as file:
        assert file.execute("SELECT rowid FROM body WHERE body MATCH 'text'").fetchall() == [(1,), (2,), (3,)]


def test_an_index_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    path.with_name("library.sqlite.new.words").mkdir()
    with pytest.raises(Exception, match=r"cannot be written"):
        put(path, 3)

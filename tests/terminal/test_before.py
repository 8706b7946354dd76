"""Terminals that cannot show the browser are refused with a way out."""

import io
import os
import sys
from pathlib import Path

import pytest

from sahel_tui.tui.terminal import prepare_environment, refuse_terminal, warn_encoding

from .conftest import Start

WITH_FEW_EVENTS = (
    "import pathlib, runpy, sys\n"
    "from sahel_tui.library import shelf\n"
    "folder = pathlib.Path(sys.argv.pop())\n"
    "shelf.bundled_path = lambda name: folder\n"
    "runpy.run_module('sahel_tui', run_name='__main__', alter_sys=True)\n"
)


class FakeStream(io.StringIO):
    encoding = "utf-8"

    def __init__(self, is_terminal: bool) -> None:
        super().__init__()
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal


@pytest.mark.parametrize(
    ("stdin", "stderr", "term", "reason"),
    [
        (False, True, "xterm", "standard input is not a terminal"),
        (True, False, "xterm", "standard error, where it draws, is not a terminal"),
        (True, True, "", "TERM is not set"),
        (True, True, "dumb", "TERM=dumb"),
    ],
)
def test_a_refusal_says_why_and_names_the_command_line(
    monkeypatch: pytest.MonkeyPatch, stdin: bool, stderr: bool, term: str, reason: str
) -> None:
    monkeypatch.setattr("sys.__stdin__", FakeStream(stdin))
    monkeypatch.setattr("sys.__stderr__", FakeStream(stderr))
    monkeypatch.setenv("TERM", term)
    refusal = refuse_terminal()
    assert refusal is not None
    assert reason in refusal
    assert "sahel-tui list" in refusal


@pytest.mark.parametrize("term", ["xterm", "tmux-256color", "vt100", "a-terminal-of-tomorrow"])
def test_others_are_taken(monkeypatch: pytest.MonkeyPatch, term: str) -> None:
    monkeypatch.setattr("sys.__stdin__", FakeStream(True))
    monkeypatch.setattr("sys.__stderr__", FakeStream(True))
    monkeypatch.setenv("TERM", term)
    assert refuse_terminal() is None
    assert warn_encoding() is None


def test_a_locale_that_is_not_utf_8_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = FakeStream(True)
    stream.encoding = "ISO-8859-1"
    monkeypatch.setattr("sys.__stderr__", stream)
    warning = warn_encoding()
    assert warning is not None
    assert "iso8859-1" in warning


def test_what_the_reader_has_set_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.environ", {"ESCDELAY": "40"})
    prepare_environment()
    assert os.environ["ESCDELAY"] == "40"
    assert os.environ["TEXTUAL_ANIMATIONS"] == "none"


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_without_a_cursor_gets_the_events_line_by_line(start: Start, term: str) -> None:
    program = start("-m", "sahel_tui", TERM=term)
    code, _ = program.wait_for_end()
    assert code == 0
    assert b"so these are the events; `sahel-tui show EVENT`" in program.raw
    assert program.raw.count(b"\r\n20") == 79
    assert b"\x1b" not in program.raw


def test_errors_sent_elsewhere_are_refused_and_the_command_line_named(start: Start) -> None:
    shell = "import os, sys; os.execlp('sh', 'sh', '-c', sys.argv[1])"
    program = start("-c", shell, f"{sys.executable} -m sahel_tui 2>$HOME/errors; cat $HOME/errors; exit 3")
    code, _ = program.wait_for_end()
    assert code == 3
    assert b"sahel-tui list" in program.raw
    assert b"\x1b" not in program.raw


def test_the_first_start_says_what_it_waits_for(start: Start, sample_events: Path, tmp_path: Path) -> None:
    program = start("-c", WITH_FEW_EVENTS, str(sample_events), SAHEL_TUI_LIBRARY=str(tmp_path / "new.sqlite"))
    program.wait_for("events ·")
    before = program.raw.partition(b"\x1b[?1049h")[0]
    assert "reading the documents, once …".encode() in before
    assert before.endswith(b"\r\x1b[K")

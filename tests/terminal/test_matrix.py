"""Terminals by their names, colours and locales: each shows the same words, with no more colour than it has."""

import re

import pytest

from .conftest import Start
from .program import Program
from .sequences import find_acting

SGR = re.compile(rb"\x1b\[([0-9;]*)m")
PLAIN, SIXTEEN, MANY, TRUE = "plain", "16", "256", "true"
TERMINALS = [
    ({"TERM": "xterm"}, SIXTEEN),
    ({"TERM": "xterm", "COLORTERM": "truecolor"}, TRUE),
    ({"TERM": "xterm-256color", "COLORTERM": "24bit"}, TRUE),
    ({"TERM": "tmux-256color", "TMUX": "/tmp/none,1,0"}, MANY),
    ({"TERM": "screen-256color", "STY": "1.none"}, MANY),
    ({"TERM": "putty-256color"}, MANY),
    ({"TERM": "linux"}, SIXTEEN),
    ({"TERM": "vt100", "NO_COLOR": "1"}, PLAIN),
    ({"TERM": "xterm-256color", "NO_COLOR": "1"}, PLAIN),
    ({"TERM": "terminal-of-tomorrow"}, SIXTEEN),
    ({"TERM": "linux", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, SIXTEEN),
    ({"TERM": "xterm-256color", "PYTHONIOENCODING": "latin-1"}, MANY),
]


def open_and_move(start: Start, **environment: str) -> Program:
    program = start("-m", "sahel_tui", "--no-low-bandwidth", size=(100, 30), **environment)
    program.wait_for("79 events")
    program.press("down", "down", "tab")
    program.wait_for("q back")
    program.wait_for("in western Niger")
    program.wait_for_quiet()
    return program


@pytest.fixture(scope="module")
def seen() -> dict[str, str]:
    """What the first terminal showed."""
    return {}


@pytest.mark.parametrize(("terminal", "colours"), TERMINALS, ids=str)
def test_it_shows_the_same_words_in_the_colours_there_are(
    start: Start, seen: dict[str, str], terminal: dict[str, str], colours: str
) -> None:
    program = open_and_move(start, **terminal)
    assert colours_of(program.raw) == colours
    assert find_acting(program.raw) == []
    text = program.glass.text()
    if terminal.get("LC_ALL") == "C":
        assert program.raw.isascii()
    elif "PYTHONIOENCODING" in terminal:
        assert "Diafarabé ·".encode("latin-1")[-1:] in program.raw
    else:
        assert text == seen.setdefault("text", text)
        return
    assert b"\\u" not in program.raw
    assert "this locale writes" in text


def colours_of(raw: bytes) -> str:
    """The richest colours among the pens; nothing blinks."""
    kinds = {PLAIN}
    for codes in SGR.findall(raw):
        pen = codes.decode()
        rest = re.sub(r"[34]8;(?:5;\d+|2;\d+;\d+;\d+)", "", pen).split(";")
        assert "5" not in rest, f"{pen} blinks"
        kinds.add(TRUE if "8;2;" in pen else MANY if "8;5;" in pen else PLAIN)
        if any(re.fullmatch(r"[34][0-79]|9[0-7]|10[0-7]", code) for code in rest):
            kinds.add(SIXTEEN)
    return next(kind for kind in (TRUE, MANY, SIXTEEN, PLAIN) if kind in kinds)

"""No byte of a document acts on a terminal: each poison through every sink, and what arrives is looked at."""

import json
from pathlib import Path

import pytest

from sahel_tui.documents import read_documents
from sahel_tui.library.shelf import Listener, Shelf
from sahel_tui.store.swap import replace_library

from .conftest import Start
from .sequences import find_acting

POISONS = {
    "title": "\x1b]0;owned\x07\x1b]2;owned\x1b\\",
    "pens": "\x1b[5;31;47m\x1b[8m\x1b[38:5:1m",
    "moves": "\x1b[3A\x1b[99S\x1b[2;5r\x1b[4h\x1b7\x1b8\x1bD\x1bM",
    "modes": "\x1b[?1000h\x1b[?47l\x1b[?5h\x1bc\x1b[!p",
    "questions": "\x1b[c\x1b[5n\x1b[>q\x1bP$q q\x1b\\\x1b[21t\x05",
    "strings": "\x1b_apc\x1b\\\x1b^pm\x1b\\\x1bXsos\x1b\\\x1b]52;c;?\x07\x1b]8;;file:///etc/passwd\x07",
    "c1": "\x9b2J\x9d0;owned\x9c\x90q\x9c\x84\x85\x8d",
    "controls": "\x01\x07\x08\x0b\x0c\x0e\x0f\x11\x13\x18\x1a\x7f\r",
    "bidi": "\u202e\u202d\u2066\u2067\u200e\u200f\u061c\u2028\u2029",
    "zero width": "\u200b\u200c\u200d\u2060\ufeff\U000e0041\ufe0f",
    "stack": "Z" + "\u0301\u0316" * 2000,
    "markup": "[red]x[/red][/][@click=app.quit]y[/][link=file:///x]",
    "half": "\x1b[",
    "long": "long " * 700,
}
TOGETHER = (
    "title, pens, moves, strings",
    "modes, questions, markup, half",
    "c1, controls, bidi, zero width",
    "stack",
    "long",
)
SHOWN = "Zzyx"
"""A word that no poison breaks: the line it stands on was shown."""
EXACT = {"--json", "--csv", "export", "{poison}"}
"""Answers for programs, and the reader's own word said back: accents are data there like any letter."""
ALL_COMMANDS = """
import json, sys
from sahel_tui.cli import main

for command in json.loads(sys.argv[1]):
    print("code", main(command))
"""
BROWSED = ("enter", "]", "x", "q", "tab", ".", "i", "q", "c", "tab", "m", "q", "y", "o", "q", "!", "q", "?", "q")
COMMANDS = (
    ("list",),
    ("search", "Zzyx"),
    ("search", "actor:{poison} {poison}"),
    ("show", "Zzyx"),
    ("show", "Zzyx", "--json"),
    ("show", "{poison}"),
    ("compare", "Zzyx"),
    ("claims", "Zzyx"),
    ("claims", "--explain", "Zzyx"),
    ("claims", "--csv", "Zzyx"),
    ("claims", "--json", "Zzyx"),
    ("disputes",),
    ("export",),
    ("export", "--format", "text"),
    ("info",),
    ("{poison}",),
)


def write_event(folder: Path, poison: str) -> None:
    """A folder with an event that holds the poison wherever a document can, and in a file's name."""
    name = poison.replace("/", "")[:80]
    (folder / f"{name}.txt").write_text(
        f"= {SHOWN} {poison} raid =\n\nInfobox\n- Conflict: {SHOWN} {poison} raid\n- Date: March 1, 2023 {poison}\n"
        f"- Place: Dioura {poison}, Mali\n- Combatant1: Mali {poison}\n- Combatant2: JNIM\n- Commander1: {poison}\n"
        f"- Casualties1: 14 {poison} killed (per Mali {poison}), 12 killed (per JNIM)\n- Casualties2: 5 killed\n\n"
        f"The army {poison} said that fourteen soldiers were killed. JNIM {poison} claimed twelve soldiers killed.\n\n"
        f"== Attack {poison} ==\n\n{'The patrol moved on. ' * 300}\n\nSoldiers {poison} fled. According "
        "to JNIM, 12 soldiers were killed.\n\n"
        f"== References ==\n\n* {poison} https://example.org/{poison}\n",
        encoding="utf-8",
    )
    (folder / f"{name}.pdf").write_bytes(b"%PDF-1.4 \x00\x01")


@pytest.fixture(params=TOGETHER)
def poison(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Some poisons at a time: a start costs more than a poison."""
    chosen = "".join(POISONS[name] for name in request.param.split(", "))
    write_event(tmp_path, chosen)
    return chosen


@pytest.mark.usefixtures("poison")
def test_the_browser_lets_nothing_through(start: Start, tmp_path: Path) -> None:
    program = start("-m", "sahel_tui", "--library", str(tmp_path), size=(120, 40))
    program.wait_for(f" {SHOWN}")
    for key in BROWSED:
        program.press(key)
        program.listen(0.04)
    program.press("/", "Zzyx")
    program.wait_for("/ Zzyx")
    opened = program.raw.index(b"\x1b[?1049h")
    assert find_acting(program.raw[opened:], copying=True) == []
    assert program.process.poll() is None


def make_library(folder: Path) -> str:
    """The path of a library that holds the events of a folder alone: no command has to read their claims again."""
    path = folder / "made.sqlite"
    shelf = Shelf()
    written = shelf.take(read_documents(folder), Listener(), lambda progress: None)
    replace_library(path, lambda new: shelf.write(new, written))
    return str(path)


def test_the_command_line_lets_nothing_through(start: Start, tmp_path: Path, poison: str) -> None:
    library = make_library(tmp_path)
    commands = [["--library", str(tmp_path), "list"], ["--library", library, "import", str(tmp_path)]]
    commands += [
        ["--library", library, *(word.format(poison=poison[:300]) for word in command)]
        for command in COMMANDS
        if POISONS["stack"] not in poison or not EXACT & {*command}
    ]
    program = start("-c", ALL_COMMANDS, json.dumps(commands), size=(100, 30), SAHEL_TUI_PAGER="cat")
    program.wait_for_end()
    assert program.raw.count(b"code ") == len(commands)
    assert b"Dioura" in program.raw
    assert find_acting(program.raw) == []


def test_a_title_a_megabyte_long_is_one_line(start: Start, tmp_path: Path) -> None:
    write_event(tmp_path, "plain")
    (tmp_path / "long.txt").write_text(f"= {'word ' * 200_000} =\n\nFourteen soldiers were killed.\n", encoding="utf-8")
    program = start("-m", "sahel_tui", "--library", str(tmp_path), size=(80, 24))
    program.wait_for(f" {SHOWN}", "2 events")
    program.press("down", "enter", "c", "q", "o")
    program.wait_for("long.txt")
    assert len(program.raw) < 100_000

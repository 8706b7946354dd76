"""Taking things out of the browser: the clipboard, the pager, a file. Every screen asks here."""

import os
import re
import signal
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from textual.app import App, SuspendNotSupported

from sahel_tui.present.copying import Copy
from sahel_tui.present.text import cell_width
from sahel_tui.tui.choice import Choice, ChoiceScreen
from sahel_tui.tui.keyed import KeyedApp, KeyedScreen
from sahel_tui.tui.pager import find_pager, pager_environment
from sahel_tui.tui.path_line import PathScreen
from sahel_tui.tui.said_paths import say_written
from sahel_tui.write_file import write_beside

if TYPE_CHECKING:
    from sahel_tui.present.compared import Compared

Say = Callable[[str], None]
_MARGINS = 4
NOTHING = "there is nothing to copy here"
PRINT = "p"
"""The letter among what can be copied that has it printed when the browser ends."""
_PRINTS = "printed when you leave: all that you copy"
_PRINTED = "printed when you leave"
_WHILE_PAGING = {signal.SIGINT: signal.SIG_IGN, signal.SIGTSTP: signal.SIG_DFL, signal.SIGCONT: signal.SIG_DFL}
_UNABLE = ("linux", "vt")
"""Terminals without a clipboard of their own."""


async def copy_one(screen: KeyedScreen[Any], copies: Sequence[Copy], room: int) -> None:
    """Ask which of `copies` is meant, and send it to the terminal's clipboard; what is said of it has `room` cells."""
    app, again = cast(KeyedApp, screen.app), screen.say_key("copy")
    by_key = {copy.key: copy for copy in copies}

    def send(key: str | None) -> None:
        if key == PRINT:
            app.prints = not app.prints
            screen.say(_PRINTS if app.prints else "nothing is printed when you leave")
        elif key is not None:
            app.copy_to_clipboard(by_key[key].text)
            app.taken.append(by_key[key].text)
            screen.say(
                say_sent(by_key[key], os.environ.get("TERM", ""), room, "" if app.prints else f"{again} {PRINT}")
            )

    if not copies:
        screen.say(NOTHING)
        return
    choices = [Choice(copy.key, copy.what, copy.text) for copy in copies]
    printing = Choice(PRINT, "print", "no longer print it when you leave" if app.prints else _PRINTS)
    await app.push_screen(ChoiceScreen("Copy", [*choices, printing], again="y"), send)


def say_sent(copy: Copy, term: str, room: int, printing: str) -> str:
    """What became of it, in words that fit; nobody hears back from a terminal whether it took it.

    `printing`: the keys that print it in the end; empty where it is printed anyway.
    """
    what = copy.what
    prints, shortly = (f"{printing} prints it when you leave", f"{printing} prints it") if printing else (_PRINTED,) * 2
    asks = "not there? " if printing else ""
    if term.startswith(_UNABLE):
        ways = [f"no clipboard here for the {what} · {prints}", f"no clipboard here · {shortly}"]
    else:
        ways = [
            f"the {what} was sent to the terminal, which cannot say whether it took it · {asks}{prints}",
            f"{what} sent (terminals never confirm) · {prints}",
            f"{what} sent (terminals never confirm) · {shortly}",
            f"{what} sent · {asks}{shortly}",
        ]
    return next((way for way in ways if cell_width(way) <= room), ways[-1])


def read_in_pager(app: App[Any], text: str, say: Say) -> None:
    """Give the terminal to the reader's pager until the reader leaves it."""
    command = find_pager()
    if command is None:
        say("no pager: set PAGER to one, such as less")
        return
    try:
        with app.suspend():
            code = _run_in_front(command, text)
    except SuspendNotSupported:
        say("the terminal cannot be given to a pager here")
    else:
        say(f"{command} ended with exit code {code}" if code > 0 else "")  # By Ctrl-C: the reader has done it.


def _run_in_front(command: str, text: str) -> int:
    """Run a pager until it is left; Ctrl-C is its business, and Ctrl-Z stops it and the browser as one."""
    environment = pager_environment()
    if "LESS" not in os.environ:
        environment["LESS"] = "R"  # Stay, although all fits: the browser comes back over it.
    process = subprocess.Popen(command, shell=True, stdin=subprocess.PIPE, stdout=2, env=environment, text=True)
    before = {number: signal.signal(number, manner) for number, manner in _WHILE_PAGING.items()}
    try:
        process.communicate(text)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    return process.returncode


async def export_one(
    app: App[Any], load: Callable[[], "Sequence[Compared]"], say: Say, room: int | None = None
) -> None:
    """Ask for the form and the file, and write the comparison there; what is said has `room` cells, or a line."""
    from sahel_tui.present.exports import FORMATS

    forms = {name[0]: (name, form) for name, form in FORMATS.items()}

    async def ask(key: str | None) -> None:
        if key is None:
            return
        name, form = forms[key]
        compared = load()
        start = str(Path(_name_file([one.event.id for one in compared])).with_suffix(form.suffix))

        def write(path: Path | None) -> None:
            if path is not None:
                say(_write(path, form.opening + form.write(compared), room or app.size.width - _MARGINS))

        await app.push_screen(PathScreen(f"  {name} to file: ", "Enter writes, Esc leaves", refuse_taken, start), write)

    choices = [Choice(key, name, form.words) for key, (name, form) in forms.items()]
    await app.push_screen(ChoiceScreen("Export the comparison", choices, again="e"), ask)


def _name_file(ids: Sequence[str]) -> str:
    """A file name of one or two events.

    >>> _name_file(["2023-09-28-raid-on-dioura-2023"])
    '2023-09-28-raid-on-dioura-2023'
    """
    return re.sub(r"[^\w-]+", "-", "_and_".join(ids))[:120] or "comparison"


def refuse_taken(path: Path, again: bool) -> str:
    """What is wrong with a path to write to; a file that is there is written over only when meant twice."""
    if path.is_dir():
        return "this is a folder; name a file"
    if not path.absolute().parent.is_dir():
        return f"there is no folder {path.parent}"
    return "" if again or not path.exists() else "there is one already; Enter again writes over it"


def _write(path: Path, text: str, room: int) -> str:
    try:
        with write_beside(path) as stream:
            stream.write(text)
    except OSError as error:
        return f"cannot write {path}: {error.strerror}"
    return say_written("written to", path, room)

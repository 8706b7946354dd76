"""No command: the browser, or the list of events where there is no terminal to browse in."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from threading import Event, Timer
from typing import TYPE_CHECKING

from sahel_tui.cli.command import FAILED, FOUND, NOTHING_FOUND, CommandError
from sahel_tui.cli.content import open_content, open_path
from sahel_tui.cli.list_events import write_events
from sahel_tui.cli.output import Output

if TYPE_CHECKING:
    from sahel_tui.settings import Settings

_NO_TERMINAL = "no terminal to browse in, so these are the events; `sahel-tui` in a terminal opens the browser"
_LINEAR = "`sahel-tui show EVENT`, `compare EVENT` and `search WORDS` print the rest line by line"
_SOON = 0.15
"""Seconds until a reader wonders whether anything happens."""


def browse_or_list(arguments: Namespace, output: Output) -> int:
    """Open the browser; without a terminal, or in one that only prints lines, print the events."""
    if not ((output.is_terminal or arguments.print) and sys.stdin is not None and sys.stdin.isatty()):
        return _list_instead(arguments, output, _NO_TERMINAL)
    from sahel_tui.tui import browse
    from sahel_tui.tui.terminal import say_no_cursor

    no_cursor = say_no_cursor()
    if no_cursor:
        return _list_instead(arguments, output, f"{no_cursor}, so these are the events; {_LINEAR}")
    if refuse_browser(output):
        return FAILED
    taken: list[str] = []
    with ExitStack() as stack:
        with _telling_if_slow(output):
            library = stack.enter_context(open_path(arguments.library, output))
        code = browse(
            library,
            settings=read_own_settings(arguments),
            low_bandwidth=arguments.low_bandwidth,
            fresh=arguments.fresh,
            taken=taken,
            prints=arguments.print,
        )
    for text in taken:
        output.lines(text.rstrip("\n").split("\n"))
    return code


def read_own_settings(arguments: Namespace) -> "Settings":
    """What the settings file says that was named, or the reader's own."""
    from sahel_tui.settings import find_settings_path, read_settings

    if arguments.config and not arguments.config.exists():
        raise CommandError(f"{arguments.config}: there is no such file; `sahel-tui settings --example` prints one")
    return read_settings(find_settings_path(arguments.config))


def refuse_browser(output: Output) -> bool:
    """Say why there is no terminal to browse in, before a library is opened or made for it; whether it is so."""
    from sahel_tui.tui.terminal import refuse_terminal

    refusal = refuse_terminal()
    if refusal:
        output.say(refusal)
    return refusal is not None


@contextmanager
def _telling_if_slow(output: Output) -> Iterator[None]:
    """Say what is waited for, on the first start above all, and take it back before the browser opens."""
    told = Event()

    def tell() -> None:
        told.set()
        output.progress("reading the documents, once …")

    telling = Timer(_SOON, tell)
    telling.start()
    try:
        yield
    finally:
        telling.cancel()
        telling.join()
        if told.is_set():
            output.progress("")


def _list_instead(arguments: Namespace, output: Output, why: str) -> int:
    output.say(why)
    with open_content(arguments, output) as library:
        written = write_events(library.events(), output)
    return FOUND if written else NOTHING_FOUND

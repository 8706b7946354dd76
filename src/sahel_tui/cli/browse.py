"""No command: the browser, or the list of events where there is no terminal to browse in."""

import sys
from argparse import Namespace

from sahel_tui.cli.command import FAILED, FOUND, NOTHING_FOUND
from sahel_tui.cli.content import open_content, open_path, search_events
from sahel_tui.cli.list_events import write_events
from sahel_tui.cli.output import Output


def refuse_browser(output: Output) -> bool:
    """Say why there is no terminal to browse in, before a library is opened or made for it; whether it is so."""
    from sahel_tui.tui.terminal import refuse_terminal

    refusal = refuse_terminal()
    if refusal:
        output.say(refusal)
    return refusal is not None


def browse_or_list(arguments: Namespace, output: Output) -> int:
    """Open the browser; without a terminal print the events and say how to browse."""
    if not ((output.is_terminal or arguments.print) and sys.stdin is not None and sys.stdin.isatty()):
        return _list_instead(arguments, output)
    if refuse_browser(output):
        return FAILED
    from sahel_tui.tui import browse

    taken: list[str] = []
    with open_path(arguments.library, output) as library:
        code = browse(library, taken=taken)
    if arguments.print:
        for text in taken:
            output.lines(text.rstrip("\n").split("\n"))
    return code


def _list_instead(arguments: Namespace, output: Output) -> int:
    output.say("no terminal to browse in, so these are the events; `sahel-tui` in a terminal opens the browser")
    with open_content(arguments, output) as library:
        written = write_events(search_events(library, "", output), output)
    return FOUND if written else NOTHING_FOUND

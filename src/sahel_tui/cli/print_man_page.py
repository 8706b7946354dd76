"""`man`: the manual page of this version."""

import shutil
import subprocess
from argparse import Namespace

from sahel_tui.cli.command import FAILED, FOUND, Command
from sahel_tui.cli.output import Output


def _run_man(arguments: Namespace, output: Output) -> int:
    from sahel_tui.cli.browse import read_own_settings
    from sahel_tui.cli.man_page import man_page

    page = man_page(read_own_settings(arguments))
    if output.is_terminal and shutil.which("man"):
        shown = subprocess.run(["man", "-l", "-"], input=page, encoding="utf-8", check=False)
        return FAILED if shown.returncode else FOUND
    output.exactly(page)
    return FOUND


MAN = Command(
    name="man",
    summary="the manual page: every command, option, key and variable",
    description="""\
On a terminal it is shown. Elsewhere it is printed as roff, to be kept where
man finds it, such as ~/.local/share/man/man1/sahel-tui.1. It says the keys of
your settings file.
""",
    examples=(("sahel-tui man", "all of it"), ("sahel-tui man > sahel-tui.1", "as a file for man")),
    run=_run_man,
)

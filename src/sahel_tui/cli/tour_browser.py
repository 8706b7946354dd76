"""`tour`: the browser with a guide through one dispute."""

from argparse import Namespace

from sahel_tui.cli.browse import read_own_settings, refuse_browser
from sahel_tui.cli.command import FAILED, Command, CommandError
from sahel_tui.cli.content import open_path
from sahel_tui.cli.output import Output


def _run_tour(arguments: Namespace, output: Output) -> int:
    if refuse_browser(output):
        return FAILED
    from sahel_tui.tui import take_tour

    with open_path(arguments.library, output) as library:
        try:
            return take_tour(library, read_own_settings(arguments))
        except ValueError as error:
            raise CommandError(f"{error}; `sahel-tui tour` without --library shows a bundled dispute") from error


TOUR = Command(
    name="tour",
    summary="a walk through one dispute, with the real keys",
    description="""\
Opens the browser with a strip at the foot that says which key to press next,
and goes on when you have: search, read, explain, compare, copy, back.
""",
    examples=(("sahel-tui tour", "two minutes"),),
    run=_run_tour,
)

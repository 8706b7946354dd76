"""`repair`: a damaged library set aside and built anew from what can be read in it."""

from argparse import Namespace
from typing import TYPE_CHECKING

from sahel_tui.cli.command import FAILED, FOUND, Command, CommandError
from sahel_tui.cli.content import say_refusals
from sahel_tui.cli.import_progress import ProgressTeller
from sahel_tui.cli.output import Output

if TYPE_CHECKING:
    from sahel_tui.library.repairing import RepairReport


def _run_repair(arguments: Namespace, output: Output) -> int:
    from sahel_tui.library import LibraryError
    from sahel_tui.library.opening import find_path
    from sahel_tui.library.repairing import repair_library

    path = find_path(arguments.library)
    if path is None or not path.is_file():
        raise CommandError(f"{path or 'your own library'}: there is no library to repair")
    try:
        report = repair_library(path, ProgressTeller(output).tell)
    except LibraryError as error:
        raise CommandError(str(error)) from error
    output.progress("")
    say_refusals(report.refused, output)
    output.say(_say_report(report))
    return FAILED if report.refused else FOUND


def _say_report(report: "RepairReport") -> str:
    if report.damage:
        return (
            f"{report.location} was damaged ({report.damage}); it is now {report.aside}. A new library holds the "
            f"bundled events and {report.recovered} imported documents that could be read{_say_links(report.links)}"
        )
    if report.renewed:
        return f"{report.location} was whole; its documents were read anew by this version"
    return f"{report.location} is whole, there is nothing to repair"


def _say_links(links: int | None) -> str:
    if links is None:
        return "; what you had linked, unlinked and removed could not, so `link`, `unlink` and `remove` it again"
    pairs = "the pair" if links == 1 else f"the {links} pairs"
    return f", with {pairs} of documents that you linked or parted" if links else ""


REPAIR = Command(
    name="repair",
    summary="make a damaged library whole",
    description="""\
Checks the library. A damaged one is set aside under another name, and a new one
is built from the bundled events and from every imported document that can still
be read whole, with what you linked, unlinked and removed if that can. One that
another version of the program has made is read anew.
""",
    examples=(("sahel-tui repair", "your library"),),
    run=_run_repair,
)

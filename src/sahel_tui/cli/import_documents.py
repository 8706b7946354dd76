"""`import`: documents into the library, progress and refusals beside it."""

import shutil
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sahel_tui.cli.command import FAILED, FOUND, NOTHING_FOUND, Command, CommandError
from sahel_tui.cli.content import open_path, say_refusals
from sahel_tui.cli.import_progress import ProgressTeller
from sahel_tui.cli.output import Output
from sahel_tui.present.progress import say_report

FORMATS = ("plain", "capture", "table")
STANDARD_INPUT = Path("-")


def _run_import(arguments: Namespace, output: Output) -> int:
    for path in arguments.paths:
        if path != STANDARD_INPUT and not path.exists():
            raise CommandError(f"{path}: there is no such file or folder; nothing was imported")
    with open_path(arguments.library, output) as library, _find_paths(arguments.paths) as paths:
        try:
            report = library.import_paths(paths, format=arguments.format, on_progress=ProgressTeller(output).tell)
        except KeyboardInterrupt:
            output.progress("")
            output.say("stopped; the library is as it was")
            raise
    output.progress("")
    say_refusals(report.refused, output)
    for notice in report.notices:
        output.say(notice)
    output.say(f"{say_report(report)}; in {report.location}")
    if report.refused:
        return FAILED
    return FOUND if report.read else NOTHING_FOUND


@contextmanager
def _find_paths(paths: Sequence[Path]) -> Iterator[list[Path]]:
    """The paths to read, standard input as a file of its own for as long as it is needed."""
    with tempfile.TemporaryDirectory(prefix="sahel-tui-") as folder:
        spooled = Path(folder) / "standard-input.txt"
        if STANDARD_INPUT in paths:
            with spooled.open("wb") as stream:
                shutil.copyfileobj(sys.stdin.buffer, stream)
        yield [spooled if path == STANDARD_INPUT else path for path in paths]


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="a document file, a folder of them, or - for standard input"
    )
    parser.add_argument("--format", choices=FORMATS, help="the shape of the documents (else each one's is recognised)")


IMPORT = Command(
    name="import",
    summary="add documents to the library",
    description="""\
Reads files and folders into the library. A file that cannot be read is named
with the reason and never stops the others; then the exit code is 2. A document
the library has already is left as it is.
""",
    examples=(
        ("sahel-tui import notes/", "every document of a folder"),
        ("sahel-tui import - < report.txt", "one from standard input"),
        ("sahel-tui --library team.sqlite import notes/", "into a library of its own"),
    ),
    add_arguments=_add_arguments,
    run=_run_import,
)

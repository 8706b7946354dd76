"""`import`: documents into the library, progress and refusals beside it."""

from argparse import Namespace
from dataclasses import replace
from typing import TYPE_CHECKING

from sahel_tui.cli.command import FAILED, FOUND, NOTHING_FOUND, Command
from sahel_tui.cli.content import open_path, say_refusals
from sahel_tui.cli.inputs import add_inputs, check_inputs, find_inputs, name_input
from sahel_tui.cli.output import Output

if TYPE_CHECKING:
    from sahel_tui.library import ImportProgress, ImportReport


def _run_import(arguments: Namespace, output: Output) -> int:
    check_inputs(arguments.paths)
    with open_path(arguments.library, output) as library, find_inputs(arguments.paths) as paths:
        report = library.import_paths(
            paths,
            format=arguments.format,
            every_page=arguments.all_pages,
            on_progress=lambda progress: output.progress(_say_progress(progress)),
        )
    output.progress("")
    say_refusals(tuple(replace(one, path=name_input(one.path)) for one in report.refused), output)
    for notice in report.notices:
        output.say(notice)
    output.say(_say_report(report))
    if report.refused:
        return FAILED
    return FOUND if report.read else NOTHING_FOUND


def _say_progress(progress: "ImportProgress") -> str:
    count = f"{progress.done} of {progress.total}" if progress.total else str(progress.done)
    return f"{progress.stage} {count} {progress.name}".rstrip()


def _say_report(report: "ImportReport") -> str:
    skipped = f", {report.skipped} pages left out" if report.skipped else ""
    return (
        f"{report.read} read ({report.new} new, {report.unchanged} already there), "
        f"{len(report.refused)} refused{skipped}; {report.new_events} new events; in {report.location}"
    )


IMPORT = Command(
    name="import",
    summary="add documents to the library",
    description="""\
Reads files, folders, archives and compressed files into the library: text,
captures, saved web pages, wikitext, XML dumps, answers of the wiki API, UCDP
GED and ACLED tables, exports. Each is recognised by its content. What cannot be
read is named with the reason and never stops the rest; then the exit code is 2.
A document the library has already is left as it is.
""",
    examples=(
        ("sahel-tui import notes/", "every document of a folder"),
        ("sahel-tui import - < report.txt", "one from standard input"),
        ("sahel-tui --library team.sqlite import notes/", "into a library of its own"),
    ),
    add_arguments=add_inputs,
    run=_run_import,
)

"""`import`: documents into the library, progress and refusals beside it."""

from argparse import Namespace

from sahel_tui.cli.command import FAILED, FOUND, NOTHING_FOUND, Command
from sahel_tui.cli.content import open_path, say_refusals
from sahel_tui.cli.import_progress import ProgressTeller
from sahel_tui.cli.inputs import add_inputs, check_inputs, find_inputs, name_input
from sahel_tui.cli.output import Output
from sahel_tui.dataclass import replace
from sahel_tui.present.progress import say_report


def _run_import(arguments: Namespace, output: Output) -> int:
    check_inputs(arguments.paths)
    with open_path(arguments.library, output) as library, find_inputs(arguments.paths) as paths:
        try:
            report = library.import_paths(
                paths,
                format=arguments.format,
                every_page=arguments.all_pages,
                on_progress=ProgressTeller(output).tell,
            )
        except KeyboardInterrupt:
            output.progress("")
            output.say("stopped; the library is as it was")
            raise
    output.progress("")
    say_refusals(tuple(replace(one, path=name_input(one.path)) for one in report.refused), output)
    for notice in report.notices:
        output.say(notice)
    output.say(f"{say_report(report)}; in {report.location}")
    if report.refused:
        return FAILED
    return FOUND if report.read or report.marks else NOTHING_FOUND


IMPORT = Command(
    name="import",
    summary="add documents to the library",
    description="""\
Reads files, folders, archives and compressed files into the library: text,
captures, saved web pages, wikitext, XML dumps, answers of the wiki API, UCDP
GED and ACLED tables, exports. Each is recognised by its content. What cannot be
read is named with the reason and never stops the rest; then the exit code is 2.
A document the library has already is left as it is. Notes and bookmarks that
an export brings along become yours; of two of one note the later is kept.
""",
    examples=(
        ("sahel-tui import notes/", "every document of a folder"),
        ("sahel-tui import - < report.txt", "one from standard input"),
        ("sahel-tui --library team.sqlite import notes/", "into a library of its own"),
    ),
    add_arguments=add_inputs,
    run=_run_import,
)

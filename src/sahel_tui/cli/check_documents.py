"""`check`: what would be read from files, as what, and every complaint with its line."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from sahel_tui.cli.command import FAILED, FOUND, NOTHING_FOUND, Command, add_json
from sahel_tui.cli.inputs import add_inputs, check_inputs, find_inputs, name_input
from sahel_tui.cli.output import Output
from sahel_tui.dataclass import asdict, replace

if TYPE_CHECKING:
    from sahel_tui.library.checking import Checked, CheckedInput, Complaint


def _run_check(arguments: Namespace, output: Output) -> int:
    from sahel_tui.library.checking import CheckedInput, check_paths

    check_inputs(arguments.paths)
    inputs: list[CheckedInput] = []
    refused = odd = 0
    with find_inputs(arguments.paths) as paths:
        for found in check_paths(paths, format=arguments.format, every_page=arguments.all_pages):
            if isinstance(found, CheckedInput):
                inputs.append(found)
            else:
                refused, odd = refused + found.refused, odd + (not found.refused)
            _print(replace(found, path=name_input(found.path)), arguments, output)
    documents = sum(one.documents for one in inputs)
    skipped = sum(one.skipped for one in inputs)
    output.say(f"{documents:,} documents, {skipped:,} pages left out, {refused:,} refused, {odd:,} look odd")
    if refused:
        return FAILED
    return FOUND if documents else NOTHING_FOUND


def _print(found: "Checked", arguments: Namespace, output: Output) -> None:
    from sahel_tui.library.checking import CheckedInput

    if arguments.json:
        output.record(asdict(found))
    else:
        output.line(_say_input(found) if isinstance(found, CheckedInput) else _say_complaint(found))


def _say_input(found: "CheckedInput") -> str:
    documents = "1 document" if found.documents == 1 else f"{found.documents:,} documents"
    skipped = f", {found.skipped:,} pages left out" if found.skipped else ""
    return f"{found.path}: {found.form}, {documents}{skipped}"


def _say_complaint(found: "Complaint") -> str:
    where = found.path if found.line is None else f"{found.path}:{found.line}"
    return f"{where}: {found.message}" if found.refused else f"{where}: read, but {found.message}"


def _add_arguments(parser: ArgumentParser) -> None:
    add_inputs(parser)
    add_json(parser)


CHECK = Command(
    name="check",
    summary="say what would be read from files, and what is wrong with them",
    description="""\
Reads files, folders and archives as `import` would and keeps nothing. A line
an input says as what it is read and how many documents it holds; a line a
complaint names file and line. With anything refused the exit code is 2.
""",
    examples=(
        ("sahel-tui check notes/", "every file of a folder"),
        ("sahel-tui check --json report.txt", "for a program"),
        ("sahel-tui check --format plain - < report.txt", "as what it would be if forced"),
    ),
    add_arguments=_add_arguments,
    run=_run_check,
)

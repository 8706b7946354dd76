"""`compare`: figures by voice, verdicts, and the sentences behind what is disputed."""

import shlex
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sahel_tui.cli.command import FOUND, NOTHING_FOUND, Command, CommandError
from sahel_tui.cli.content import find_event, open_content
from sahel_tui.cli.output import Output
from sahel_tui.model import Event

if TYPE_CHECKING:
    from sahel_tui.library import Library
    from sahel_tui.present.own_notes import OwnNote

FORMAT_NAMES = ("markdown", "csv", "json", "html")
"""The keys of `present.exports.FORMATS`, known without loading it."""


def _run_compare(arguments: Namespace, output: Output) -> int:
    if arguments.json and arguments.format not in ("text", "json"):
        raise CommandError(f"--json is --format json; leave it out for {arguments.format}")
    with open_content(arguments, output) as library:
        events = [find_event(library, words, output) for words in arguments.events]
        found = [event for event in events if event]
        if len(found) < len(events):
            if len(events) > 1:
                quoted = shlex.quote(" ".join(arguments.events))
                output.say(f"each argument names an event; for one event put its words in quotes: {quoted}")
            return NOTHING_FOUND
        _write(library, found, "json" if arguments.json else arguments.format, output, plotting=arguments.plot)
    return FOUND


def _write(library: "Library", events: Sequence[Event], form: str, output: Output, *, plotting: bool) -> None:
    from sahel_tui.present.compare_notes import with_notes
    from sahel_tui.present.compare_text import compare_lines, document_lines
    from sahel_tui.present.compared import Compared, compare_table
    from sahel_tui.present.own_notes import place_notes

    compared = [Compared(event, library.comparison(event.id), library.documents(event.id)) for event in events]
    if form in FORMAT_NAMES:
        from sahel_tui.present.exports import FORMATS

        output.exactly(FORMATS[form].write(compared))
        return
    marks = [mark for event in events for mark in library.marks.of(event.id)]
    output.lines(compare_lines(with_notes(compare_table(compared), marks), output.width, plotting=plotting))
    for one in compared:
        output.lines(document_lines(one.documents, one.comparison, output.width))
        output.lines(_note_lines(place_notes(library.marks.of(one.event.id), one.comparison), output.width))


def _note_lines(notes: "Sequence[OwnNote]", width: int) -> Iterator[str]:
    """The reader's notes about an event, apart from what is compared."""
    from sahel_tui.present.text_layout import wrap_text

    for number, note in enumerate(notes):
        yield from () if number else ("",)
        yield from wrap_text(str(note), width, "", "  ")


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "events", nargs="+", metavar="EVENT", help="one event, or two for side by side; quote a title of several words"
    )
    parser.add_argument("--plot", action="store_true", help="also set the figures of each row on one scale")
    parser.add_argument(
        "--format",
        choices=("text", *FORMAT_NAMES),
        default="text",
        help="text: to read (the default); markdown: for notes and wikis; csv: a figure a line, for a spreadsheet; "
        "json: all rows and claims, an event a line; html: one page to read or print in a browser",
    )
    parser.add_argument("--json", action="store_true", help="the same as --format json")


COMPARE = Command(
    name="compare",
    summary="who says what, with verdicts and evidence",
    description="""\
For each side and category what every voice says now and said before, and
whether it can all be true: ≠ stands before a figure that contradicts another,
› behind that of a side that speaks of its enemy's losses. Under a disputed
row stand the sentences behind it, the figures between ▐ and ▌, each with its
section and the references it cites. Figures of two events are set beside each
other, never judged. Where an event has more documents than one, each sentence
names its document, and at the end stand the documents and what has changed
from one capture of a page to the next. On the scale of --plot ● is a
figure, ○ an approximate one, ├─┤ a range, ├─> at least, <─┤ at most, ┆╌┆ what a
word such as dozens stands for.
""",
    examples=(
        ("sahel-tui compare diafarabe", "14 or 12, 31 or 5, and who says so"),
        ("sahel-tui compare --plot dioura", "and how far apart the figures are"),
        ("sahel-tui compare ogossagou 'sobane da'", "two events side by side"),
        ("sahel-tui compare --format html dioura", "a page to read or print"),
        ("sahel-tui compare --format csv dioura", "for a spreadsheet"),
        ("sahel-tui compare --json dioura", "all rows and claims, an event a line"),
    ),
    add_arguments=_add_arguments,
    run=_run_compare,
    reads=True,
)

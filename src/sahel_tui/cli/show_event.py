"""`show`: one event's figures, infobox and text."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sahel_tui.cli.command import FOUND, NOTHING_FOUND, Command, add_json
from sahel_tui.cli.content import find_event, open_content
from sahel_tui.cli.output import Output
from sahel_tui.model import Comparison, Event
from sahel_tui.present.records import Record, comparison_record, document_record

if TYPE_CHECKING:
    from sahel_tui.library import Library
    from sahel_tui.present.own_notes import OwnNote


def _run_show(arguments: Namespace, output: Output) -> int:
    with open_content(arguments, output) as library:
        event = find_event(library, " ".join(arguments.event), output)
        if event is None:
            return NOTHING_FOUND
        if arguments.json:
            output.record(show_record(library, event))
        else:
            from sahel_tui.present.own_notes import place_notes

            print_event(library, event, output, place_notes(library.marks.of(event.id), library.comparison(event.id)))
    return FOUND


def print_event(library: "Library", event: Event, output: Output, notes: "Sequence[OwnNote]" = ()) -> None:
    """Print an event as text, the reader's notes at its head."""
    from sahel_tui.present.show_text import show_lines

    output.lines(show_lines(event, library.documents(event.id), library.comparison(event.id), output.width, notes))


def show_record(library: "Library", event: Event) -> Record:
    """All that is known of an event: itself, its documents with their texts, its claims and rows."""
    documents = library.documents(event.id)
    texts = {"documents": [document_record(document) for document in documents]}
    comparison = library.comparison(event.id)
    return comparison_record(event, documents, comparison) | texts | notes_record(library, event, comparison)


def notes_record(library: "Library", event: Event, comparison: Comparison) -> Record:
    """What the reader has noted about an event, where there is anything."""
    from sahel_tui.present.own_notes import note_record, place_notes

    notes = place_notes(library.marks.of(event.id), comparison)
    return {"notes": [note_record(note) for note in notes]} if notes else {}


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("event", nargs="+", metavar="EVENT", help="its id, its title, or words that find it alone")
    add_json(parser)


SHOW = Command(
    name="show",
    summary="one event: its figures, infobox and text",
    description="""\
The figures of each side with who says them, the other fields of the infobox,
and the text of every document. Equal figures stand together. Between two:
≈ can be true together, ≠ cannot (nor can what is so joined on either side),
∥ not the same thing counted; · before one that contradicts none. Where figures
overlap so that no such order is true, each disputed one carries its own ≠.
""",
    examples=(
        ("sahel-tui show dioura", "the event that this word finds"),
        ("sahel-tui show 'Battle of Bourem' | less", "by title"),
        ("sahel-tui show --json dioura", "for a program"),
    ),
    add_arguments=_add_arguments,
    run=_run_show,
    reads=True,
)

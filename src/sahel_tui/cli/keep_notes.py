"""`note` and `notes`: what the reader has put down about events and figures, and putting it down."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from sahel_tui.cli.command import FOUND, NOTHING_FOUND, Command, CommandError, add_json
from sahel_tui.cli.content import find_event, open_content, read_query
from sahel_tui.cli.output import Output
from sahel_tui.model import Claim, Event
from sahel_tui.present.spreadsheet import csv_lines

if TYPE_CHECKING:
    from sahel_tui.library import Library
    from sahel_tui.notebook.marks import Mark
    from sahel_tui.present.own_notes import OwnNote

COLUMNS = ("kind", "at", "event", "date", "title", "about", "quote", "document", "text", "here")


def _run_note(arguments: Namespace, output: Output) -> int:
    from sahel_tui.notebook.pages import NotebookError

    text = " ".join(" ".join(arguments.text).split())
    if arguments.remove is not None and (text or arguments.on):
        raise CommandError("--remove takes a note away; leave out the text")
    if arguments.on and not text:
        raise CommandError("say what to note on the figure: note EVENT --on FIGURE TEXT")
    with open_content(arguments, output) as library:
        event = find_event(library, arguments.event, output)
        if event is None:
            return NOTHING_FOUND
        try:
            changed = _change(library, event, text, arguments, output)
        except NotebookError as error:
            raise CommandError(str(error)) from error
        return FOUND if changed else _print_event(library, event, output)


def _change(library: "Library", event: Event, text: str, arguments: Namespace, output: Output) -> bool:
    """Do what the command line asks for; whether it asked for anything."""
    if arguments.bookmark is not None:
        marked = any(mark.kind == "bookmark" for mark in library.marks.of(event.id))
        if marked != arguments.bookmark:
            library.marks.toggle_bookmark(event)
        output.say(f"{event.title}: {'bookmarked' if arguments.bookmark else 'no bookmark'}")
    if arguments.remove is not None:
        note = _find_note(library, event, arguments.remove)
        library.marks.notebook.remove(note.mark)
        output.say(f"taken away: {note}")
    if text:
        claim = _find_claim(library, event, arguments.on) if arguments.on else None
        library.marks.note(event, text, claim)
        output.say(f"noted on {_say_place(event, claim)}")
    return bool(text) or arguments.remove is not None or arguments.bookmark is not None


def _say_place(event: Event, claim: Claim | None) -> str:
    if claim is None:
        return event.title
    from sahel_tui.cli.name_figure import list_figures

    return f"{list_figures([claim])} of {event.title}"


def _find_claim(library: "Library", event: Event, words: str) -> Claim:
    """The one figure of an event that `words` name."""
    from sahel_tui.cli.name_figure import find_figures, list_figures

    found = find_figures(library.comparison(event.id).claims, words)
    if len(found) != 1:
        fits = list_figures(found)
        raise CommandError(f"“{words}” fits {fits} of the figures that `sahel-tui claims {event.id}` shows; name one")
    return found[0]


def _place_notes(library: "Library", event: Event) -> "tuple[OwnNote, ...]":
    from sahel_tui.present.own_notes import place_notes

    return place_notes(library.marks.of(event.id), library.comparison(event.id))


def _find_note(library: "Library", event: Event, number: int) -> "OwnNote":
    notes = _place_notes(library, event)
    if not 0 < number <= len(notes):
        raise CommandError(f"{event.title} has {len(notes)} notes; `sahel-tui note {event.id}` numbers them")
    return notes[number - 1]


def _print_event(library: "Library", event: Event, output: Output) -> int:
    from sahel_tui.present.glyphs import BOOKMARK
    from sahel_tui.present.text_layout import wrap_text

    notes = _place_notes(library, event)
    bookmarked = any(mark.kind == "bookmark" for mark in library.marks.of(event.id))
    output.line(f"{event.title}{f' {BOOKMARK}' if bookmarked else ''}")
    for number, note in enumerate(notes, 1):
        output.lines(wrap_text(f"{number} {note}", output.width, "  ", "    "))
    if not notes:
        output.say(f"nothing is noted here; `sahel-tui note {event.id} TEXT` notes something")
    return FOUND if notes or bookmarked else NOTHING_FOUND


def _run_notes(arguments: Namespace, output: Output) -> int:
    if arguments.where:
        from sahel_tui.notebook.notebook import open_notebook

        notebook = open_notebook()
        output.lines([str(notebook.path)] if notebook.path else [])
        return FOUND if notebook.path else NOTHING_FOUND
    query = read_query(arguments, output)
    with open_content(arguments, output) as library:
        marks = library.marks.place()
        wanted = {event.id for event in library.events(query)} if query else set(marks.events)
        found = [(mark, event_id) for event_id, own in marks.events.items() if event_id in wanted for mark in own]
        lost = [] if query else [(mark, "") for mark in marks.elsewhere]
        removals = [(mark, "") for mark in library.marks.notebook.removals() if not query or mark.event.id in wanted]
        if library.marks.notebook.notice:
            output.say(library.marks.notebook.notice)
    found.sort(key=lambda pair: (pair[0].event.date, pair[0].event.id), reverse=True)
    listed = [*found, *lost, *(removals if arguments.json else [])]
    _print_marks(listed, arguments, output)
    if not listed:
        output.say("nothing is noted; `sahel-tui note EVENT TEXT` notes something, as does a in the browser")
    return FOUND if listed else NOTHING_FOUND


def _print_marks(marks: "list[tuple[Mark, str]]", arguments: Namespace, output: Output) -> None:
    from sahel_tui.notebook.records import mark_record

    if arguments.json:
        for mark, _ in marks:
            output.record(mark_record(mark))
    elif arguments.csv:
        output.exactly(csv_lines([COLUMNS, *(_cells(mark, here) for mark, here in marks)]))
    elif output.is_terminal:
        _print_columns(marks, output)
    else:
        for mark, here in marks:
            about = _say_about(mark)
            output.cells((mark.event.date, mark.event.title, mark.kind, about, mark.text, here or "-"))


def _print_columns(marks: "list[tuple[Mark, str]]", output: Output) -> None:
    """Under each event what is noted about it."""
    from sahel_tui.present.glyphs import BOOKMARK, NOTE
    from sahel_tui.present.text_layout import wrap_text

    last = None
    for mark, here in marks:
        if mark.event.id != last:
            away = "" if here else " (not in this library)"
            output.line(f"{mark.event.date:<10}  {mark.event.title}{away}")
            last = mark.event.id
        words = " ".join(filter(None, (f"{_say_about(mark)}:" if mark.claim else "", mark.text)))
        sign = NOTE if mark.kind == "note" else f"{BOOKMARK} bookmarked"
        output.lines(wrap_text(f"{sign} {words}".rstrip(), output.width, " " * 12, " " * 14))


def _say_about(mark: "Mark") -> str:
    from sahel_tui.present.own_notes import say_anchor

    return say_anchor(mark.claim) if mark.claim else ""


def _cells(mark: "Mark", here: str) -> tuple[str, ...]:
    event, claim = mark.event, mark.claim
    figure = (_say_about(mark), claim.quote if claim else "", claim.document if claim else "")
    return (mark.kind, mark.at, event.id, event.date, event.title, *figure, mark.text, here)


def _add_note_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", help="its id, its title, or words that find it alone, quoted")
    parser.add_argument("text", nargs="*", metavar="TEXT", help="what to note; without it the notes are printed")
    parser.add_argument("--on", metavar="FIGURE", help="note it on the figure that these words of `claims` name")
    parser.add_argument("--bookmark", action="store_const", const=True, help="bookmark the event")
    parser.add_argument(
        "--no-bookmark", action="store_const", const=False, dest="bookmark", help="take the bookmark away"
    )
    parser.add_argument("--remove", type=int, metavar="N", help="take the Nth note away")


def _add_notes_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("query", nargs="*", metavar="QUERY", help="only of the events this finds, as in `search`")
    add_json(parser)
    parser.add_argument("--csv", action="store_true", help="print a note a line as CSV, with a heading")
    parser.add_argument("--where", action="store_true", help="print the path of the file they are in")


NOTE = Command(
    name="note",
    summary="note something on an event or a figure, or bookmark it",
    description="""\
Keeps a note of yours about an event, or with --on about one figure of it.
Notes are yours, not the library's: they are in a file of their own, survive
imports and new versions, and a shared library shows each reader theirs. In
the browser a annotates and b bookmarks; `is:noted`, `note:word` (a word of a
note) and `is:bookmarked` search.
""",
    examples=(
        ("sahel-tui note dioura 'ask Mola who counted'", "on the event"),
        ("sahel-tui note dioura --on '98 killed' 'one tweet'", "on Ramadane's 98"),
        ("sahel-tui note --bookmark dioura", "to find it again"),
    ),
    add_arguments=_add_note_arguments,
    run=_run_note,
)
NOTES = Command(
    name="notes",
    summary="all your notes and bookmarks",
    description="""\
What you have noted and bookmarked, newest event first, also on events that
this library does not hold. Elsewhere than on a terminal the fields have a TAB
between them: date, title, kind, figure, text, and the event's id here.
`notes --json` writes what `sahel-tui import` takes in on another machine, with
what you have taken away and when, so that it is taken away there, too.
""",
    examples=(
        ("sahel-tui notes", "all of them"),
        ("sahel-tui notes --json > notes.ndjson", "to take them along"),
        ("sahel-tui notes --where", "the file to back up"),
    ),
    add_arguments=_add_notes_arguments,
    run=_run_notes,
    reads=True,
)

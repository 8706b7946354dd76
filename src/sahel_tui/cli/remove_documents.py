"""`remove`: an event, or all that came from one source, out of the library."""

from argparse import ArgumentParser, Namespace

from sahel_tui.cli.command import FOUND, NOTHING_FOUND, Command, CommandError
from sahel_tui.cli.content import find_event, open_content
from sahel_tui.cli.import_progress import ProgressTeller
from sahel_tui.cli.output import Output


def _run_remove(arguments: Namespace, output: Output) -> int:
    if bool(arguments.events) == bool(arguments.source):
        raise CommandError("name the events to remove, or a source with --source NAME")
    with open_content(arguments, output) as library:
        keys: list[str] = list(library.documents_from(arguments.source)) if arguments.source else []
        if arguments.source and not keys:
            output.say(f"no imported document is called “{arguments.source}” or comes from there")
        for words in arguments.events:
            event = find_event(library, words, output)
            if event is None:
                return NOTHING_FOUND  # Half of what was named is not what was asked for.
            keys += [document.id for document in library.documents(event.id)]
            output.say(f"{event.title}, {event.date or 'undated'}: {_say_documents(event.documents)}")
        if keys and not arguments.dry_run:
            library.remove(keys, on_progress=ProgressTeller(output).tell)
            output.progress("")
    done = "would be removed" if arguments.dry_run else "removed"
    output.say(f"{_say_documents(len(keys))} {done}")
    return FOUND if keys else NOTHING_FOUND


def _say_documents(number: int) -> str:
    return f"{number} document{'' if number == 1 else 's'}"


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("events", nargs="*", metavar="EVENT", help="an event, with all its documents")
    parser.add_argument("--source", metavar="NAME", help="every imported document of this file name, site or address")
    parser.add_argument("--dry-run", action="store_true", help="say what would be removed, and change nothing")


REMOVE = Command(
    name="remove",
    summary="take events or a source out of the library",
    description="""\
Removes the documents of each event named, or every imported document of one
source. All of it is removed or nothing; an event that is not found stops it.
`sahel-tui export EVENT` keeps a copy that `sahel-tui import` brings back.
""",
    examples=(
        ("sahel-tui remove dioura", "one event"),
        ("sahel-tui remove --dry-run 'battle of konna'", "only say what would go"),
    ),
    add_arguments=_add_arguments,
    run=_run_remove,
)

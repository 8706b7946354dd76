"""`link` and `unlink`: which documents are of one event, why, and what the reader says about it."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from sahel_tui.cli.command import FOUND, NOTHING_FOUND, Command, CommandError, add_json
from sahel_tui.cli.content import find_event, open_content
from sahel_tui.cli.import_progress import ProgressTeller
from sahel_tui.cli.link_text import link_lines, link_record
from sahel_tui.cli.output import Output
from sahel_tui.model import Event

if TYPE_CHECKING:
    from sahel_tui.library import Library


def _run_link(arguments: Namespace, output: Output) -> int:
    if not arguments.explain and len(arguments.events) < 2:
        raise CommandError("name two events or more to make one of them, or one event with --explain")
    with open_content(arguments, output) as library:
        events = _find_all(library, arguments.events, output)
        if not events:
            return NOTHING_FOUND
        if arguments.explain:
            for number, event in enumerate(events):
                _print_links(library, event, arguments.json, output, apart=number > 0)
            return FOUND
        changed = library.link([event.id for event in events], on_progress=ProgressTeller(output).tell)
        output.progress("")
    output.say(" + ".join(event.title for event in events) + (": one event now" if changed else ": one event already"))
    return FOUND


def _find_all(library: "Library", named: list[str], output: Output) -> list[Event]:
    """Every event that is named; none when one of them is not found, for half of it is not what was asked for."""
    events: list[Event] = []
    for words in named:
        event = find_event(library, words, output)
        if event is None:
            return []
        events.append(event)
    return events


def _print_links(library: "Library", event: Event, as_json: bool, output: Output, *, apart: bool) -> None:
    report = library.links(event.id)
    if as_json:
        output.record(link_record(report))
    else:
        output.lines([""] if apart else [])
        output.lines(link_lines(report, output.width))


def _run_unlink(arguments: Namespace, output: Output) -> int:
    with open_content(arguments, output) as library:
        event = find_event(library, arguments.event, output)
        if event is None:
            return NOTHING_FOUND
        keys = [_find_document(library, event, named) for named in arguments.documents]
        library.unlink(event.id, keys, on_progress=ProgressTeller(output).tell)
        output.progress("")
    many = len(keys)
    output.say(
        f"{event.title}: {many} document{'' if many == 1 else 's'} taken out, now an event of {_their(many)} own"
    )
    return FOUND


def _their(many: int) -> str:
    return "its" if many == 1 else "their"


def _find_document(library: "Library", event: Event, named: str) -> str:
    """The id of the document with this number, name or id in an event."""
    documents = library.documents(event.id)
    if named.isdecimal() and 0 < int(named) <= len(documents):
        return documents[int(named) - 1].id
    found = [document.id for document in documents if named in (document.id, document.name)]
    if len(found) != 1:
        advice = f"`sahel-tui link --explain {event.id}` lists its documents"
        raise CommandError(f"{event.title} has no one document “{named}”; {advice}")
    return found[0]


def _add_link_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("events", nargs="+", metavar="EVENT", help="events to make one of")
    parser.add_argument("--explain", action="store_true", help="say why documents are of one event; change nothing")
    add_json(parser)


def _add_unlink_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", help="the event they are not of")
    parser.add_argument("documents", nargs="+", metavar="DOCUMENT", help="a number as in --explain, a file name, an id")


LINK = Command(
    name="link",
    summary="make one event of several, or say why documents are of one",
    description="""\
Documents are taken for one event when their titles and days agree, or when
day, place, actors and figures do; --explain says which, with points, and what
keeps the events nearby apart. What you link stays linked: in later imports,
in exports and when the library is read anew. `unlink` takes it back.
""",
    examples=(
        ("sahel-tui link --explain diafarabe", "why its documents are of one event"),
        ("sahel-tui link bourem dioura", "both are one event from now on"),
    ),
    add_arguments=_add_link_arguments,
    run=_run_link,
)
UNLINK = Command(
    name="unlink",
    summary="take documents out of an event they are not about",
    description="""\
The documents named become an event of their own, and stay one: in later
imports, in exports and when the library is read anew. `link` takes it back.
""",
    examples=(("sahel-tui unlink diafarabe 2", "its second document is about another event"),),
    add_arguments=_add_unlink_arguments,
    run=_run_unlink,
)

"""Opening the library a command works on, and finding the event its words name."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sahel_tui.cli.command import CommandError
from sahel_tui.cli.output import Output
from sahel_tui.model import Event

if TYPE_CHECKING:
    from sahel_tui.documents import Refusal
    from sahel_tui.library import Library, Query

LONGEST_LISTING = 20
"""Events named when words fit several."""


@contextmanager
def open_content(arguments: Namespace, output: Output) -> Iterator["Library"]:
    """The library of `--library` or the user's own, its notices and refused files narrated.

    A mistyped path is a CommandError: only browsing and importing make a new library.
    """
    from sahel_tui.library.opening import LIBRARY_SUFFIXES

    path: Path | None = arguments.library
    if path is not None and path.suffix in LIBRARY_SUFFIXES and not path.exists():
        raise CommandError(f"{path}: there is nothing here; `sahel-tui --library {path} import FILE` makes a library")
    with open_path(arguments.library, output) as library:
        yield library


@contextmanager
def open_path(path: Path | None, output: Output) -> Iterator["Library"]:
    """The library, document file or folder at `path`; what cannot be opened is a CommandError."""
    from sahel_tui.library import LibraryError, open_library

    try:
        with open_library(path) as library:
            for notice in library.notices:
                output.say(notice)
            say_refusals(library.refusals, output)
            yield library
    except LibraryError as error:
        raise CommandError(str(error)) from error


def say_refusals(refusals: tuple["Refusal", ...], output: Output) -> None:
    """One line a refused file: where, what is wrong, what to do."""
    for refusal in refusals:
        where = refusal.path if refusal.line is None else f"{refusal.path}:{refusal.line}"
        output.say(f"{where}: {refusal.reason}; {refusal.advice}")


NOTHING = "nothing found; fewer words find more, and `sahel-tui list` shows every event"
"""What is narrated where a query finds no event."""


def find_event(library: "Library", words: str, output: Output) -> Event | None:
    """The one event that `words` name; otherwise None, and the narration says what they could mean."""
    events = library.find_events(words, limit=LONGEST_LISTING + 1)
    if len(events) == 1:
        return events[0]
    if events:
        more = len(events) > LONGEST_LISTING
        count = f"more than {LONGEST_LISTING}" if more else str(len(events))
        output.say(f"“{words}” fits {count} events; name one of them:")
        output.add(f"  {event.id}" for event in events[:LONGEST_LISTING])
    else:
        refuse_unreadable(words)
        suggestion = library.search(words, limit=1).suggestion
        advice = f"did you mean “{suggestion}”?" if suggestion else "`sahel-tui list` shows every event"
        output.say(f"no event fits “{words}”; {advice}")
    return None


def read_query(arguments: Namespace, output: Output) -> str:
    """The query of a command line, one that can be read whole; a word that may be meant as a date is narrated."""
    query = " ".join(arguments.query)
    for date in refuse_unreadable(query).dates:
        output.say(f"“{date}” is searched as a word; date:{date} finds the events of that time")
    return query


def refuse_unreadable(words: str) -> "Query":
    """What these words ask for; a filter that does not exist or is not written so is a CommandError."""
    from sahel_tui.library import parse_query

    query = parse_query(words)
    if query.complaints:
        raise CommandError(" · ".join(f"cannot read “{one.part}”: {one.reason}" for one in query.complaints))
    return query

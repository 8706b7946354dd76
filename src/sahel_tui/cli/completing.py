"""What a command line begun in a shell could go on with; read from the parser, so that it cannot drift from it."""

from argparse import Action, ArgumentParser, _SubParsersAction
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from sahel_tui.dataclass import dataclass, field
from sahel_tui.store.filters import FILTERS

FILES = "/files"
"""Offered in place of a value: the shell completes file names itself."""
_PATHS = ("PATH", "FILE")
_EVENTS, _QUERY = "EVENT", "QUERY"

Candidate = tuple[str, str]
"""What would stand on the command line, and what it means."""
FindEvents = Callable[[Path | None, str], Iterator[Candidate]]
"""Events by the library named before, if one was, and by what has been typed of one."""


@dataclass(slots=True)
class _Place:
    """Where on the command line the cursor is."""

    parser: ArgumentParser
    pending: Action | None = None
    """The option whose value is typed."""
    positionals: int = 0
    """Values of the command before the cursor."""
    only_values: bool = False
    """After `--` nothing is an option."""
    options: set[str] = field(default_factory=set)
    library: Path | None = None


def complete_words(parser: ArgumentParser, words: Sequence[str], find_events: FindEvents) -> Iterator[Candidate]:
    """What the last of `words`, which may be empty, could become; the program's own name is not among them."""
    *before, typed = words or ("",)
    place = _Place(parser)
    for word in before:
        _pass(place, word)
    option, sign, value = typed.partition("=")
    action = _find_option(place.parser, option) if sign and not place.only_values else None
    if place.pending is not None:
        yield from _complete_value(place.pending, typed, place, find_events)
    elif action is not None:
        yield from ((f"{option}={found}", words) for found, words in _complete_value(action, value, place, find_events))
    elif typed.startswith("-") and not place.only_values:
        yield from _complete_options(place, typed)
    else:
        yield from _complete_positional(place, typed, find_events)


def _pass(place: _Place, word: str) -> None:
    """Take one whole word before the cursor."""
    if place.pending is not None:
        _keep_value(place, place.pending, word)
        place.pending = None
    elif word == "--":
        place.only_values = True
    elif word.startswith("-") and word != "-" and not place.only_values:
        option, sign, value = word.partition("=")
        action = _find_option(place.parser, option)
        place.options.update(action.option_strings if action else ())
        if action is not None and action.nargs != 0:
            place.pending = None if sign else action
            _keep_value(place, action, value)
    elif (commands := _find_commands(place.parser)) is not None:
        place.parser = commands.choices.get(word, ArgumentParser(add_help=False))
    else:
        place.positionals += 1


def _keep_value(place: _Place, action: Action, value: str) -> None:
    if action.dest == "library" and value:
        place.library = Path(value)


def _find_option(parser: ArgumentParser, option: str) -> Action | None:
    return next((action for action in parser._actions if option in action.option_strings), None)


def _find_commands(parser: ArgumentParser) -> "_SubParsersAction[ArgumentParser] | None":
    return next((action for action in parser._actions if isinstance(action, _SubParsersAction)), None)


def _complete_options(place: _Place, typed: str) -> Iterator[Candidate]:
    for action in place.parser._actions:
        name = max(action.option_strings, key=len, default="")
        if name.startswith(typed) and name not in place.options:
            yield name, action.help or ""


def _complete_positional(place: _Place, typed: str, find_events: FindEvents) -> Iterator[Candidate]:
    commands = _find_commands(place.parser)
    if commands is not None:
        yield from ((c.dest, c.help or "") for c in commands._choices_actions if c.dest.startswith(typed))
        return
    values = [action for action in place.parser._actions if not action.option_strings]
    for number, action in enumerate(values):
        if action.nargs in ("*", "+") or number == place.positionals:
            yield from _complete_value(action, typed, place, find_events)
            return


def _complete_value(action: Action, typed: str, place: _Place, find_events: FindEvents) -> Iterator[Candidate]:
    metavar = str(action.metavar or "")
    if action.choices is not None:
        yield from ((str(choice), "") for choice in action.choices if str(choice).startswith(typed))
    if _EVENTS in metavar:
        yield from find_events(place.library, typed)
    if metavar == _QUERY:
        yield from _complete_query(typed)
    if any(path in metavar for path in _PATHS):
        yield FILES, ""


def _complete_query(typed: str) -> Iterator[Candidate]:
    """The filters of the query language."""
    for name in FILTERS:
        if name.startswith(typed):
            yield f"{name}:", ""

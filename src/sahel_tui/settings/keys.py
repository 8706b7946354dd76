"""Section [keys]: the keys a reader gives to actions, everywhere or on one screen."""

from collections.abc import Callable, Iterator, Mapping

from sahel_tui.dataclass import dataclass
from sahel_tui.settings.complaints import Complain
from sahel_tui.settings.key_names import parse_key

SCREEN = "-screen"
"""What makes a screen's name a section: some are called like actions."""
LineFinder = Callable[[tuple[str, ...]], int]
_ADVICE = 'write one key, as "n", or several, as ["n", "Ctrl+n"], or [] for none'


@dataclass(frozen=True, slots=True)
class RemappedKeys:
    """The keys of an action in place of its own."""

    screen: str
    """The screen it holds for; empty: wherever there is such an action."""
    action: str
    keys: tuple[str, ...]
    """As Textual names them, the usual one first; empty for an action that is to have none."""
    line: int


def read_keys(table: object, complain: Complain, find_line: LineFinder) -> tuple[RemappedKeys, ...]:
    """What section [keys] says: `action = "key"`, and the same under [keys.compare-screen] for one screen.

    Which actions and screens there are is for those to say who have them.
    """
    if not isinstance(table, Mapping):
        complain(("keys",), "“keys” is a section", "write [keys] on a line of its own, and actions under it")
        return ()
    return tuple(_read_table(table, "", complain, find_line))


def _read_table(
    table: Mapping[str, object], screen: str, complain: Complain, find_line: LineFinder
) -> Iterator[RemappedKeys]:
    for name, value in table.items():
        path = ("keys", screen, name) if screen else ("keys", name)
        if isinstance(value, Mapping) and not screen:
            yield from _read_table(value, name, complain, find_line)
            continue
        keys = _read_value(value, path, complain)
        if keys is not None:
            yield RemappedKeys(screen.removesuffix(SCREEN), name, keys, find_line(path))


def _read_value(value: object, path: tuple[str, ...], complain: Complain) -> tuple[str, ...] | None:
    """The good keys of a value, None where there is none although some were meant; complains about the others."""
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        complain(path, f"“{path[-1]}” needs a key", _ADVICE)
        return None
    keys: list[str] = []
    for name in names:
        parsed = parse_key(name)
        if parsed.key:
            keys.append(parsed.key)
        else:
            complain(path, f"“{name}” is no key for “{path[-1]}”", parsed.advice)
    return tuple(dict.fromkeys(keys)) if keys or not names else None

"""The keys of a screen over many events: one list for bindings, key line, help and palette."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.binding import Binding

from sahel_tui.tui.commands import say_keys
from sahel_tui.tui.page import PageItem


@dataclass(frozen=True, slots=True)
class ScreenKey:
    """What some keys do."""

    action: str
    """What Textual runs on the screen, such as `open` or `go(1)`."""
    keys: tuple[str, ...]
    words: str
    """What help and palette say."""
    short: str = ""
    """What the key line says; empty when it does not list the key."""


MOVES = (
    ScreenKey("go(1)", ("j", "down"), "Next line"),
    ScreenKey("go(-1)", ("k", "up"), "Previous line"),
    ScreenKey("turn(1)", ("pagedown", "ctrl+f"), "One page down"),
    ScreenKey("turn(-1)", ("pageup",), "One page up"),
    ScreenKey("turn(0.5)", ("ctrl+d",), "Half a page down"),
    ScreenKey("turn(-0.5)", ("ctrl+u",), "Half a page up"),
    ScreenKey("end(False)", ("g", "home"), "To the first line"),
    ScreenKey("end(True)", ("G", "end"), "To the last line"),
)
WAYS_OUT = (
    ScreenKey("help", ("?",), "These keys", "help"),
    ScreenKey("back", ("q", "escape"), "Back to the list", "back"),
    ScreenKey("quit", ("Q",), "Leave the program"),
)


def make_bindings(name: str, keys: Sequence[ScreenKey]) -> list[Binding]:
    """The bindings of the screen called `name`, with ids so that readers can change them."""
    return [
        Binding(",".join(key.keys), key.action, key.words, show=False, priority=True, id=f"{name}.{key.action}")
        for key in keys
    ]


def list_offers(keys: Sequence[ScreenKey]) -> list[tuple[str, str]]:
    """What the key line offers, help and the way back last."""
    return [(key.keys[0], key.short) for key in keys if key.short]


def help_items(keys: Sequence[ScreenKey]) -> tuple[PageItem, ...]:
    """All keys of the screen, as a page."""
    return tuple(PageItem(say_keys(key.keys), key.words) for key in keys)

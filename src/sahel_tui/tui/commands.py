"""The registry of commands: what each is called, its own keys, where it works, and what it does.

Keymap, key line, help and palette are all read from it, so none of them can say something else. A command is
a function over the browse screen; its docstring is what the help and the palette say.
"""

import inspect
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Literal

from sahel_tui.dataclass import dataclass
from sahel_tui.tui.layout import Layout, PaneName

if TYPE_CHECKING:
    from sahel_tui.tui.browse import BrowseScreen

Group = Literal["move", "find", "read", "compare", "keep", "screen"]
GROUP_NAMES: dict[Group, str] = {
    "move": "Moving",
    "find": "Finding events",
    "read": "Reading",
    "compare": "Comparing",
    "keep": "Keeping and taking along",
    "screen": "The program",
}

_KEY_NAMES = {
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "escape": "Esc",
    "comma": ",",
    "full_stop": ".",
}


@dataclass(frozen=True, slots=True)
class Situation:
    """What there is on the browse screen when a command is asked for."""

    pane: PaneName
    layout: Layout
    event: bool = False
    """Whether an event is under the cursor."""
    documents: int = 0
    """Documents of the event that is shown."""
    disputes: int = 0
    """Disputed figures in the document that is shown."""
    claims: int = 0
    """All figures in the document that is shown."""
    hits: int = 0
    """Places in the document where searched words stand."""
    messages: int = 0
    """Notices, and files that were not read."""
    disputed_only: bool = False
    """Whether the list holds disputed events only."""
    can_go_back: bool = False
    """Whether there is something to go back from: a pane, a zoom, a query."""
    search_seen: bool = False
    """Whether the search line stands beside the key line, with its key."""


Act = Callable[["BrowseScreen"], Awaitable[None] | None]
Condition = Callable[[Situation], bool]


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a reader can do."""

    id: str
    keys: tuple[str, ...]
    """Its own, unless the reader gives it others; as Textual names them, single characters standing for themselves."""
    words: str
    """What help and palette say; no full stop."""
    group: Group
    panes: tuple[PaneName, ...]
    """The panes it works in."""
    condition: Condition
    refusal: str
    """What a reader is told when it cannot be done now."""
    act: Act
    jumps: bool = False
    """Whether it may lead far away, so that one wants to come back."""

    @property
    def action(self) -> str:
        """Its name in the keymap."""
        return self.id

    @property
    def needs_reading(self) -> bool:
        """Whether it is about the event that is read, and must wait for a search typed just before."""
        return self.group in ("read", "keep")

    def works_in(self, situation: Situation) -> bool:
        """Whether it can be done now."""
        return situation.pane in self.panes and self.condition(situation)


@dataclass(frozen=True, slots=True)
class ScreenKey:
    """One thing to do on another screen than the browse screen."""

    action: str
    """Its name in the keymap; what it does is the screen's to know."""
    keys: tuple[str, ...]
    """Its own, the usual one first."""
    words: str
    """What help and palette say."""
    short: str = ""
    """What the key line says, shorter ways behind slashes; empty when it does not list the key."""


COUNTED = "a number before a key: so often"
DATED = "a year, month or day: to its events"
"""What help and manual say of what is typed before a key."""
NOT_AWAY, SAME_PLACE = "nothing has led away from here yet", "this is where the last jump began"
"""What is said of a way back that leads nowhere."""
COMMANDS: dict[str, Command] = {}
"""All commands by id, in the order help shows them."""


def command(
    *keys: str,
    group: Group,
    panes: Sequence[PaneName] = ("list", "infobox", "article"),
    condition: Condition = lambda situation: True,
    refusal: str = "not possible here",
    jumps: bool = False,
) -> Callable[[Act], Act]:
    """Register the decorated function as a command named after it."""

    def register(act: Act) -> Act:
        words = inspect.getdoc(act) or ""
        name = act.__name__
        COMMANDS[name] = Command(name, keys, words.rstrip("."), group, tuple(panes), condition, refusal, act, jumps)
        return act

    return register


def say_key(key: str) -> str:
    """A key as a reader knows it.

    >>> say_key("ctrl+d"), say_key("pagedown"), say_key("shift+tab"), say_key("]")
    ('Ctrl+d', 'PgDn', 'Shift+Tab', ']')
    """
    if len(key) == 1:
        return key
    return "+".join(_KEY_NAMES.get(part, part if len(part) == 1 else part.capitalize()) for part in key.split("+"))


def say_keys(keys: Sequence[str]) -> str:
    """All keys of a command, the usual one first."""
    return " ".join(say_key(key) for key in keys)

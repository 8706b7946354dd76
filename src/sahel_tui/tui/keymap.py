"""Which key does what on which screen: the screens' own keys, and those a reader gave in the settings file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from sahel_tui.settings import Complaint, RemappedKeys, Settings
from sahel_tui.settings.complaints import advise_name
from sahel_tui.tui.commands import say_key, say_keys
from sahel_tui.tui.key_hints import Offer

ESSENTIAL = ("palette", "quit", "back")
"""Actions that keep a key whatever a reader says: through them everything else is reached, or left."""
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


class Listed(Protocol):
    """An action of a screen, as its registry lists it."""

    @property
    def action(self) -> str:
        """Its name, unique on the screen; the same name on another screen means much the same."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Its own keys, the usual one first."""

    @property
    def words(self) -> str:
        """What it does."""


Registry = Mapping[str, Sequence[Listed]]
"""The actions of each screen."""
Keys = dict[str, tuple[str, ...]]
"""The keys of each action of a screen."""


class Keymap:
    """The keys of all screens as they are now."""

    def __init__(self, screens: Mapping[str, Keys]) -> None:
        self._screens = screens
        self._actions = {
            screen: {key: action for action, keys in reversed(actions.items()) for key in keys}
            for screen, actions in screens.items()
        }

    def keys(self, screen: str, action: str) -> tuple[str, ...]:
        """The keys of an action, the usual one first."""
        return self._screens[screen].get(action, ())

    def find(self, screen: str, key: str) -> str | None:
        """The action that a key stands for."""
        return self._actions[screen].get(key)

    def say(self, screen: str, action: str) -> str:
        """The usual key of an action as a reader knows it; without one, how to find it in the palette."""
        keys = self.keys(screen, action)
        return say_key(keys[0]) if keys else f"{say_key(self.keys(screen, 'palette')[0])} {action.replace('_', ' ')}"

    def offer(self, screen: str, actions: Sequence[tuple[str, str]]) -> list[Offer]:
        """What a key line offers: the usual key of each action that has one, and words; help is always found.

        >>> keymap = Keymap({"page": {"palette": (":",), "help": (), "down": (), "back": ("q", "escape")}})
        >>> keymap.offer("page", [("down", "down"), ("help", "help"), ("back", "back")])
        [(':', 'help'), ('q', 'back')]
        """
        keys = (
            (self.keys(screen, action) or self.keys(screen, "palette" if action == "help" else ""), words)
            for action, words in actions
        )
        return [(say_key(own[0]), words) for own, words in keys if own]

    def say_all(self, screen: str, action: str) -> str:
        """All keys of an action."""
        return say_keys(self.keys(screen, action))

    def fill(self, screen: str, words: str) -> str:
        """Words with the key of each action they name in braces.

        >>> Keymap({"browse": {"back": ("q", "escape")}}).fill("browse", "{back} goes back")
        'q goes back'
        """
        return _PLACEHOLDER.sub(lambda found: self.say(screen, found[1]), words)


def make_keymap(registry: Registry, settings: Settings | None = None) -> tuple[Keymap, tuple[Complaint, ...]]:
    """The keys of every screen, and what is wrong with those the settings give."""
    settings = settings or Settings()
    complaints: dict[Complaint, None] = {}
    path = settings.path or Path()

    def complain(given: RemappedKeys, wrong: str, advice: str) -> None:
        complaints[Complaint(path, given.line, wrong, advice)] = None

    known = [given for given in settings.keys if not _refuse_name(given, registry, complain)]
    screens = {screen: _assign(screen, actions, known, complain) for screen, actions in registry.items()}
    return Keymap(screens), tuple(sorted(complaints, key=lambda complaint: complaint.line))


class _Complain(Protocol):
    def __call__(self, given: RemappedKeys, wrong: str, advice: str) -> None:
        """Say what is wrong with what stands on a line of the settings."""


def _refuse_name(given: RemappedKeys, registry: Registry, complain: _Complain) -> bool:
    """Whether there is no such screen or action; complains if so."""
    if given.screen and given.screen not in registry:
        complain(given, f"there is no screen “{given.screen}”", advise_name(given.screen, registry, what="screens"))
        return True
    screens = [given.screen] if given.screen else list(registry)
    names = dict.fromkeys(listed.action for screen in screens for listed in registry[screen])
    if given.action not in names:
        where = f"there is no action “{given.action}”" + (f" on screen {given.screen}" if given.screen else "")
        complain(given, where, advise_name(given.action, names, what="actions"))
    return given.action not in names


def _assign(screen: str, actions: Sequence[Listed], known: Sequence[RemappedKeys], complain: _Complain) -> Keys:
    """The keys of one screen: what is said of it alone, then what is said of all, then its own."""
    own = {listed.action: listed.keys for listed in actions}
    general = {given.action: given for given in known if not given.screen and given.action in own}
    special = {given.action: given for given in known if given.screen == screen}
    takers: dict[str, RemappedKeys] = {}
    for given in (*special.values(), *(given for name, given in general.items() if name not in special)):
        for key in _find_free(given, takers, complain):
            takers[key] = given
    for action in ESSENTIAL:
        _keep_reachable(action, own, takers, general | special, complain)
    return {name: tuple(_keys_of(name, keys, takers, general | special)) for name, keys in own.items()}


def _find_free(given: RemappedKeys, takers: Mapping[str, RemappedKeys], complain: _Complain) -> Iterator[str]:
    """The keys no other action has been given; what is said of one screen comes before what is said of all."""
    for key in given.keys:
        before = takers.get(key)
        if before is None:
            yield key
        elif before.screen == given.screen:
            wrong = f"{say_key(key)} is the key of “{before.action}” already, from line {before.line}"
            complain(given, wrong, f"choose another for “{given.action}”")


def _keep_reachable(
    action: str,
    own: Mapping[str, tuple[str, ...]],
    takers: dict[str, RemappedKeys],
    given: Mapping[str, RemappedKeys],
    complain: _Complain,
) -> None:
    """Give an action its own keys back when it would have none."""
    if action not in own or any(_keys_of(action, own[action], takers, given)):
        return
    if action in given:
        complain(given[action], f"“{action}” needs a key", "give it one; until then it keeps its own")
    for key in own[action]:
        taker = takers.pop(key, None)
        if taker and action not in given:
            complain(taker, f"{say_key(key)} is the last key of “{action}”", f"give “{action}” another first")
        takers[key] = RemappedKeys("", action, own[action], 0)


def _keys_of(
    action: str, own: Sequence[str], takers: Mapping[str, RemappedKeys], given: Mapping[str, RemappedKeys]
) -> Iterator[str]:
    """The keys given to an action, else those of its own that no other was given; none where none is wanted."""
    taken = [key for key, taker in takers.items() if taker.action == action]
    yield from taken
    if not taken and (action not in given or given[action].keys):
        yield from (key for key in own if key not in takers)

"""Screens whose keys are in the keymap: counts and dates typed before a key, letters that lead to places."""

from collections.abc import Awaitable
from typing import Any, ClassVar, TypeVar, cast

from textual import events
from textual.app import App
from textual.keys import KEY_NAME_REPLACEMENTS, Keys, key_to_character
from textual.screen import Screen

from sahel_tui.settings import Settings
from sahel_tui.tui.commands import say_key
from sahel_tui.tui.keymap import Keymap, make_keymap
from sahel_tui.tui.letters import Letters, Target
from sahel_tui.tui.prefix import Prefix
from sahel_tui.tui.registry import SHARED, list_actions

Result = TypeVar("Result")


class KeyedScreen(Screen[Result]):
    """Does what the keymap says its keys stand for."""

    KEYED: ClassVar[str]
    """Its name in the keymap."""
    DATES: ClassVar[bool] = False
    """Whether a date typed on it leads somewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.count: int | None = None
        """The number typed before the key whose action runs."""
        self._prefix = Prefix()
        self._letters = Letters(())

    # What a screen says.

    async def run_command(self, action: str) -> None:
        """Do one of its actions, or say why it cannot be done."""
        raise NotImplementedError

    async def run_shared(self, action: str) -> None:
        """Do one of the actions that every screen has."""
        await self.app.run_action(SHARED[action])

    def refusals(self) -> dict[str, str]:
        """The actions that can do nothing now, each with the reason."""
        return {}

    def say(self, words: str) -> None:
        """Say one line, until the next key; empty takes it back."""

    @property
    def standing(self) -> object:
        """Where the reader stands: what the keys that move change."""
        return None

    async def go_to_date(self, date: str) -> None:
        """Go to a year, month or day, as 2023, 2023-09 or 2023-09-28."""

    def show_letters(self, letters: Letters) -> None:
        """Show the letters of the targets; without targets, take them away."""

    # What all of them do.

    @property
    def keymap(self) -> Keymap:
        """The keys as they are now."""
        return cast("KeyedApp", self.app).keymap

    @property
    def times(self) -> int:
        """How often to do what the key stands for."""
        return self.count or 1

    def say_key(self, action: str) -> str:
        """The usual key of one of its actions."""
        return self.keymap.say(self.KEYED, action)

    def fill(self, words: str) -> str:
        """Words with the keys of the actions they name in braces."""
        return self.keymap.fill(self.KEYED, words)

    def say_end(self, action: str, before: object) -> None:
        """Say why a move has changed nothing, if it has left the reader where it began: at `before`."""
        if action in _ENDS and before == self.standing:
            self.say(_ENDS[action])

    def ask_letter(self, targets: tuple[Target, ...]) -> None:
        """Put letters on targets; the next key goes to one of them."""
        self._letters = Letters(targets)
        self.show_letters(self._letters)

    async def press(self, key: str) -> None:
        """Deal with one key."""
        if key in _NO_KEYS:
            return
        if self._letters.targets:
            await self._choose_letter(key)
            return
        longer = self._prefix.extend(key, dates=self.DATES)
        if longer is not None and longer == self._prefix:
            self.say(f"there is no {longer.text}{key} · still {longer.text} · Esc forgets it")
            return
        if longer is not None:
            await self._type(longer)
            return
        typed, self._prefix = self._prefix, Prefix()
        if typed.text and await self._end_prefix(typed, key):
            return
        action = self.find_action(key)
        if action is None:
            self.say(self.fill(f"{say_key(key)} does nothing here · {{help}} lists the keys"))
            return
        self.count = typed.count
        await self.run_command(action)
        self.count = None

    def find_action(self, key: str) -> str | None:
        """What a key stands for on this screen."""
        return self.keymap.find(self.KEYED, key)

    async def _type(self, prefix: Prefix) -> None:
        """Show what has been typed; a month or day is gone to at once."""
        self._prefix = prefix
        if prefix.is_whole:
            await self.go_to_date(prefix.date)
        elif prefix.may_be_date and self.DATES:
            self.say(f"{prefix.text} · Enter, or on as 2023-09 · Esc forgets it")
        elif prefix.text:
            self.say(self.fill(f"{prefix.text} · then a key, as {prefix.text}{{down}} · Esc forgets it"))
        else:
            self.say("")

    async def _end_prefix(self, typed: Prefix, key: str) -> bool:
        """Take Esc, Ctrl+c and Enter as what end something typed; whether it was one of them."""
        self.say("")
        if key == "enter" and typed.may_be_date and self.DATES:
            if not typed.is_whole:
                await self.go_to_date(typed.date)
            return True
        return key in ("escape", "ctrl+c")

    async def _choose_letter(self, key: str) -> None:
        chosen, left = self._letters.press(key)
        self._letters = left
        if chosen:
            done = chosen.go()
            if isinstance(done, Awaitable):
                await done
        self.show_letters(left)


class KeyedApp(App[None]):
    """An app of keyed screens."""

    def __init__(self, *, settings: Settings | None = None, **options: Any) -> None:
        super().__init__(**options)
        self.settings = settings or Settings()
        self.keymap, self.key_complaints = make_keymap(list_actions(), self.settings)
        self.taken: list[str] = []
        """What was copied, for those whose terminal has no clipboard."""
        self.prints = False
        """Whether it is printed when the app ends."""
        self.listens = True
        """Whether keys are used; else they wait for `listen`."""
        self._early: list[events.Event] = []
        """Keys and pastes that wait."""

    async def listen(self) -> None:
        """Use keys from now on, first those that waited; runs between two messages, so that all keep their order."""
        self.listens = True
        early, self._early = self._early, []
        for event in early:
            await self.on_event(event)

    async def on_event(self, event: events.Event) -> None:
        """Deal with a key at once: the next one may already wait, and must find the focus moved."""
        if not self.listens and isinstance(event, events.Key | events.Paste):
            self._early.append(event)
        elif isinstance(event, events.Key):
            await self._take_key(self._name_enter(event))
        else:
            await super().on_event(event)

    def _name_enter(self, event: events.Key) -> events.Key:
        """The line feed of Ctrl+j, or of an Enter typed before the browser had the terminal, as Enter unless bound."""
        bound = isinstance(self.screen, KeyedScreen) and self.screen.find_action(event.key)
        return events.Key("enter", "\r") if event.key == "ctrl+j" and not bound else event

    async def _take_key(self, event: events.Key) -> None:
        """Give a key to the line that is typed in, to the screen that wants all keys, or to the keymap."""
        for taker in (self.focused, self.screen):
            take_key = getattr(taker, "take_key", None)
            if take_key and take_key(event):
                return
        keyed = self.screen if isinstance(self.screen, KeyedScreen) else None
        if is_alt(event) and not (keyed and keyed.find_action(name_key(event))):
            await self._take_key(events.Key("escape", "\x1b"))
            await self._take_key(events.Key(event.character or "", event.character))
        elif keyed:
            await keyed.press(name_key(event))
        else:
            await super().on_event(event)


def is_alt(event: events.Key) -> bool:
    """Whether it is a key with Alt; terminals send Esc and the key, which is also what a quick reader has pressed."""
    return event.key.startswith("alt+") and event.character is not None


def name_key(event: events.Key) -> str:
    """A key as the keymap names it: a character stands for itself, be the event told its character or only its name.

    >>> keys = (("question_mark", "?"), ("slash", None), ("comma", ","), ("tab", None), ("alt+x", "x"), ("space", " "))
    >>> [name_key(events.Key(*key)) for key in keys]
    ['?', '/', 'comma', 'tab', 'alt+x', 'space']
    """
    if len(event.key) == 1 or event.key in _NAMED or "+" in event.key:
        return event.key
    character = event.character or key_to_character(_UNICODE_NAMES.get(event.key, event.key)) or ""
    return character if character.isprintable() and character else event.key


_ENDS = {
    **dict.fromkeys(("down", "page_down", "half_down", "last", "texts_down", "right"), "this is the end"),
    **dict.fromkeys(("up", "page_up", "half_up", "first", "texts_up", "left"), "this is the beginning"),
}
"""What is said of moves that lead no further."""
_NAMED = {"space", "comma"}
_NO_KEYS = {key.value for key in Keys if key.value.startswith("<")}
"""What a terminal sends that nobody pressed."""
_UNICODE_NAMES = {ours: full for full, ours in KEY_NAME_REPLACEMENTS.items()}

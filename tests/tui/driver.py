"""Presses keys and reads the screen as a person does."""

import asyncio
from collections.abc import Callable
from typing import Any

from painting_once import paint_now
from textual import events
from textual.app import App
from textual.keys import _character_to_key, key_to_character
from textual.pilot import Pilot

from sahel_tui.tui.app import SahelApp
from sahel_tui.tui.browse import BrowseScreen


def send_key(app: App[Any], key: str) -> None:
    """Post one key as the terminal's driver does; much faster than `Pilot.press`, which waits for an idle CPU."""
    name = _character_to_key(key) if len(key) == 1 else key
    app.post_message(events.Key(name, key if len(key) == 1 else key_to_character(name)))


class Driver:
    """A browser under test."""

    def __init__(self, app: SahelApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def browser(self) -> BrowseScreen:
        """The browse screen, whatever lies over it."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, BrowseScreen))

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each once all that the one before started has been shown."""
        for key in keys:
            send_key(self.app, key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type letters, then wait for what they find."""
        await self.type_ahead(*text)

    async def type_ahead(self, *keys: str) -> None:
        """Send keys as one packet of a slow link brings them: all before the first is dealt with."""
        for key in keys:
            send_key(self.app, key)
        await self.settle()

    async def find(self, word: str, *keys: str) -> None:
        """Search for a word typed in one go, then press `keys` in the list of what was found."""
        await self.type_ahead("slash", *word, "enter")
        await self.press(*keys)

    async def settle(self) -> None:
        """Wait for searches, for the preview, and for the screen."""
        await self.pilot.pause(0)
        if self.app.is_running:
            await self.browser.settled()
        await self.paint()

    async def paint(self) -> None:
        """Let the program do what is under way, then paint what has changed."""
        await self.pilot.pause(0)
        if self.app.is_running:
            paint_now(self.app)

    async def counted(self) -> None:
        """Wait for the last thing that a list shows: how many of it are disputed."""
        await self.wait_until(lambda: self.browser.events.listing.disputed is not None)
        await self.pilot.pause(0)

    async def wait_until(self, happened: Callable[[], bool]) -> None:
        """Wait until something has happened; five seconds at most."""
        async with asyncio.timeout(5):
            while not happened():
                await self.pilot.pause(0.01)

    def lines(self) -> list[str]:
        """What stands on each line of the screen."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines())

    def left(self) -> list[str]:
        """The part of each line before the rule between the panes."""
        return [line.partition("│")[0].rstrip() for line in self.lines()]

    def right(self) -> list[str]:
        """The part of each line after the rule between the panes."""
        return [line.partition("│")[2].rstrip() for line in self.lines()]

    def bottom(self) -> str:
        """The last line, what stands after the rule if there is one."""
        return self.lines()[-1].rpartition("│")[2].strip()

    def cells(self, words: str) -> list[str]:
        """The styles in which `words` is painted as a piece of its own, as text."""
        strips = self.app.screen._compositor.render_strips()
        return [str(segment.style) for strip in strips for segment in strip if segment.text.strip() == words]

"""What the screens over many events share: a pane with a cursor, words about its line, the keys."""

import asyncio
import inspect
from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.timer import Timer

from sahel_tui.present.runs import Line
from sahel_tui.tui.commands import NOT_AWAY, SAME_PLACE, ScreenKey
from sahel_tui.tui.furniture import KeyLine
from sahel_tui.tui.keyed import KeyedScreen
from sahel_tui.tui.messages import WorkFailed
from sahel_tui.tui.overview.cursor_pane import MARGIN, CursorPane
from sahel_tui.tui.overview.foot import Foot
from sahel_tui.tui.overview.keys import list_offered
from sahel_tui.tui.page import PageScreen, list_keys
from sahel_tui.tui.registry import SHARED, list_actions

Result = TypeVar("Result")
REST = 0.12
"""Seconds the cursor rests on a line before more is said about it."""


class OverviewScreen(KeyedScreen[Result | None]):
    """Leaves with what was chosen, or None."""

    AUTO_FOCUS = None
    KEYS: ClassVar[Sequence[ScreenKey]] = ()
    DEFAULT_CSS = """
    OverviewScreen CursorPane { height: 1fr; }
    OverviewScreen KeyLine { height: 1; }
    """

    def __init__(self, pane: CursorPane) -> None:
        super().__init__()
        self.pane = pane
        self.foot = Foot()
        self.key_line = KeyLine()
        self._resting: Timer | None = None
        self._before: int | None = None
        """The line before the last jump."""
        self._patience = _PATIENCE
        """Seconds that the next key waits for lines."""
        self.searches = False
        """Whether it was left for a search, to be opened again over what is found."""

    def compose(self) -> ComposeResult:
        """The lines, what is said about one of them, and the keys."""
        yield self.pane
        yield self.foot
        yield self.key_line

    def foot_lines(self, width: int, height: int) -> tuple[Line, ...]:
        """What to say about the line with the cursor, in at most `height` lines of `width` cells."""
        raise NotImplementedError

    def foot_height(self, height: int) -> int:
        """Lines of a screen of `height` that are about the line with the cursor, the rule among them; 0: none."""
        return min(12, height * 2 // 5) if height >= 12 else 0

    def on_mount(self) -> None:
        """Give the pane the keys."""
        self.offer_keys()
        self.set_focus(self.pane)
        self._share_lines()

    def on_resize(self, event: events.Resize) -> None:
        """Share the lines there are now."""
        self._share_lines()
        self.settle()

    def _share_lines(self) -> None:
        height = self.foot_height(self.app.size.height)
        self.foot.display = height > 0
        self.foot.styles.height = max(1, height)

    def on_cursor_pane_pointed(self, message: CursorPane.Pointed) -> None:
        """Say more once the cursor rests: a held key moves only the lines."""
        if self._resting:
            self._resting.stop()
        self._resting = self.set_timer(REST, self.settle)

    def settle(self) -> None:
        """Say more about the line with the cursor now, and in the title which one it is."""
        self.pane.refresh_title()
        width, height = self.app.size
        room = self.foot_height(height) - 1
        lines = self.foot_lines(width - 2 * MARGIN, room) if room > 0 else ()
        self.foot.show(tuple(((" " * MARGIN, ""), *line) for line in lines))

    def on_work_failed(self, message: WorkFailed) -> None:
        """Say what went wrong in the background."""
        self.key_line.say(message.reason)

    def list_offered(self) -> list[tuple[str, str]]:
        """The actions that the key line offers, with its words."""
        return list_offered(self.KEYS)

    def offer_keys(self) -> None:
        """Bring the key line up to date."""
        self.key_line.offer(self.keymap.offer(self.KEYED, self.list_offered()))

    def say(self, words: str) -> None:
        """Say one line, until the next key."""
        self.key_line.say(words)

    async def run_command(self, action: str) -> None:
        """Move the cursor, or do what the screen has a method for."""
        self.say("")
        if action in SHARED:
            await self.run_shared(action)
            return
        if action not in _NOT_OF_LINES and not await self._has_lines():
            self.say("this takes a while: the lines are still to come")
            return
        before = self.standing
        if action in MOVES:
            MOVES[action](self.pane, self.times)
        else:
            done = getattr(self, f"action_{action}")()
            if inspect.isawaitable(done):
                await done
        self.say_end(action, before)

    async def _has_lines(self) -> bool:
        """Wait for the lines: a key typed ahead means those that are there then; a long wait holds up no way out."""
        waiting = asyncio.ensure_future(self.pane.settled())
        done, _ = await asyncio.wait({waiting}, timeout=self._patience)
        self._patience = _PATIENCE if done else 0
        return bool(done)

    @property
    def standing(self) -> object:
        """The line with the cursor."""
        return self.pane.standing

    def jump(self, index: int) -> None:
        """Put the cursor on a line far away, and know the way back."""
        self._before = self.pane.cursor
        self.pane.point(index)

    def action_first(self) -> None:
        """To the first line, or to the one of the number typed."""
        self.jump(self.times - 1)

    def action_last(self) -> None:
        """To the last line, or to the one of the number typed."""
        self.jump(self.count - 1 if self.count else self.pane.count_lines())

    def action_came_from(self) -> None:
        """Back to the line before the last jump, and from there here again."""
        if self._before is None or self._before == self.pane.cursor:
            self.say(NOT_AWAY if self._before is None else SAME_PLACE)
        else:
            self.jump(self._before)

    async def action_help(self) -> None:
        """The keys of this screen."""
        items = list_keys(self.keymap, self.KEYED, list_actions()[self.KEYED], dated=self.DATES)
        await self.app.push_screen(PageScreen("Keys here", items))

    def action_search(self) -> None:
        """Leave for the search line."""
        self.searches = True
        self.dismiss(None)

    def action_back(self) -> None:
        """Leave with nothing."""
        self.dismiss(None)


Step = Callable[[CursorPane, int], None]
_PATIENCE = 2.0
_NOT_OF_LINES = {"help", "search", "back"}
"""Actions of which none is about the lines."""


def _move(pane: CursorPane, times: int, *, lines: int) -> None:
    pane.move(lines * times)


def _turn(pane: CursorPane, times: int, *, pages: float) -> None:
    pane.page(pages * times)


MOVES: dict[str, Step] = {
    "down": partial(_move, lines=1),
    "up": partial(_move, lines=-1),
    "page_down": partial(_turn, pages=1),
    "page_up": partial(_turn, pages=-1),
    "half_down": partial(_turn, pages=0.5),
    "half_up": partial(_turn, pages=-0.5),
}

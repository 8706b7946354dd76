"""What the screens over many events share: a pane with a cursor, words about its line, the keys."""

from collections.abc import Sequence
from typing import TypeVar

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.timer import Timer

from sahel_tui.present.runs import Line
from sahel_tui.tui.furniture import KeyLine
from sahel_tui.tui.messages import WorkFailed
from sahel_tui.tui.overview.cursor_pane import MARGIN, CursorPane
from sahel_tui.tui.overview.foot import Foot
from sahel_tui.tui.overview.keys import ScreenKey, help_items, list_offers
from sahel_tui.tui.page import PageScreen

Result = TypeVar("Result")
REST = 0.12
"""Seconds the cursor rests on a line before more is said about it."""


class OverviewScreen(Screen[Result | None]):
    """Leaves with what was chosen, or None."""

    AUTO_FOCUS = None
    KEYS: Sequence[ScreenKey] = ()
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
        self.key_line.offer(list_offers(self.KEYS))
        self.set_focus(self.pane)
        self._share_lines()

    def on_resize(self, event: events.Resize) -> None:
        """Share the lines there are now."""
        self._share_lines()
        self.call_after_refresh(self.pane.keep_in_sight)
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

    def action_go(self, lines: int) -> None:
        """Move the cursor."""
        self.pane.move(lines)

    def action_turn(self, pages: float) -> None:
        """Move the cursor by pages."""
        self.pane.page(pages)

    def action_end(self, last: bool) -> None:
        """Move the cursor to an end."""
        self.pane.move_to_end(last)

    async def action_help(self) -> None:
        """The keys of this screen."""
        await self.app.push_screen(PageScreen("Keys here", help_items(self.KEYS)))

    def action_back(self) -> None:
        """Leave with nothing."""
        self.dismiss(None)

    def action_quit(self) -> None:
        """Leave the program."""
        self.app.exit()

"""The app: themes, the last filter before the terminal, and the browse screen."""

import os
from collections.abc import Sequence
from typing import Any, cast

from textual.filter import LineFilter

from sahel_tui.library import Library
from sahel_tui.notebook.lasting import Lasting
from sahel_tui.settings import Complaint, Settings
from sahel_tui.tui.browse import BrowseScreen
from sahel_tui.tui.driver import TerminalDriver
from sahel_tui.tui.keyed import KeyedApp, KeyedScreen
from sahel_tui.tui.messages import LinkTimed
from sahel_tui.tui.pace import FULL, SLOW_ANSWER, THIN
from sahel_tui.tui.registry import list_actions
from sahel_tui.tui.safety import SafetyFilter
from sahel_tui.tui.search_history import SearchHistory
from sahel_tui.tui.theme import DARK, LIGHT, PALETTES, PLAIN, make_themes
from sahel_tui.tui.wire import WireMixin


class SahelApp(WireMixin, KeyedApp):
    """Browses a library in the terminal."""

    TITLE = "sahel-tui"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        library: Library,
        *,
        query: str = "",
        event: str | None = None,
        notices: Sequence[str] = (),
        welcome: Sequence[str] = (),
        settings: Settings | None = None,
        low_bandwidth: bool | None = None,
        memory: Lasting | None = None,
    ) -> None:
        """`low_bandwidth` None: as the link turns out to be; `memory` keeps place and searches for the next start."""
        wanted = os.environ.get("SAHEL_TUI_THEME", "")
        plain = "NO_COLOR" in os.environ or bool(low_bandwidth and not wanted)
        # Textual turns colours into greys under NO_COLOR unless it knows from the start that there are none.
        super().__init__(settings=settings, driver_class=TerminalDriver, ansi_color=True if plain else None)
        self.library = library
        self._low_bandwidth = low_bandwidth
        complaints = say_complaints((*self.settings.complaints, *self.key_complaints))
        self._start = (query, event, (*notices, *complaints), tuple(self.keymap.fill("browse", w) for w in welcome))
        self.taken: list[str] = []
        """What was copied, for those whose terminal has no clipboard."""
        self._memory = memory
        self.searches = SearchHistory(memory.searches(), memory.keep_search) if memory else SearchHistory()
        """What was searched for, for every browse screen."""
        self._safety = SafetyFilter()
        for theme in make_themes():
            self.register_theme(theme)
        self.theme = PLAIN if plain else choose_theme(wanted or self.settings.looks.theme)

    def get_default_screen(self) -> BrowseScreen:
        """The browse screen, opened where the command line asked for."""
        return BrowseScreen(
            self.library, *self._start, THIN if self._low_bandwidth else FULL, self.searches, self._memory
        )

    def post_display_hook(self) -> None:
        """A frame was drawn."""
        if isinstance(self.screen, BrowseScreen):
            self.screen.note_frame()

    def on_link_timed(self, message: LinkTimed) -> None:
        """Spare a slow link, unless the reader has said how fast it is."""
        if self._low_bandwidth is None and message.seconds > SLOW_ANSWER:
            for screen in self.screen_stack:
                if isinstance(screen, BrowseScreen):
                    screen.slow_down()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, then the one that lets no byte of a document act on the terminal."""
        return (*super().get_line_filters(), self._safety)

    def action_stop_job(self) -> None:
        """Stop and give the terminal to the shell until it brings the browser back; without a shell, say so."""
        if isinstance(self._driver, TerminalDriver) and self._driver.has_shell:
            self._driver.stop_job(with_group=True)
        elif isinstance(self.screen, KeyedScreen):
            self.screen.say(self.screen.fill("there is no shell here to go back to; {quit} quits"))

    async def action_palette(self) -> None:
        """Offer the commands of the screen, and do the one that is chosen."""
        from sahel_tui.tui.palette import Entry, PaletteScreen

        screen = cast(KeyedScreen[Any], self.screen)
        keyed, refused = screen.KEYED, screen.refusals()
        entries = [
            Entry(one.words, self.keymap.say_all(keyed, one.action), one.action, one.action in refused)
            for one in list_actions()[keyed]
        ]

        async def do(action: str | None) -> None:
            if action:
                await screen.run_command(action)

        await self.push_screen(PaletteScreen(entries), do)


def say_complaints(complaints: Sequence[Complaint]) -> tuple[str, ...]:
    """What is wrong in the settings file, one line for all of it first where there are several."""
    lines = tuple(str(complaint) for complaint in sorted(complaints, key=lambda complaint: complaint.line))
    return (f"{len(lines)} mistakes in {complaints[0].path}", *lines) if len(lines) > 1 else lines


def choose_theme(name: str) -> str:
    """The theme asked for by its name with or without `sahel-`; else the dark one.

    >>> choose_theme("light"), choose_theme("")
    ('sahel-light', 'sahel-dark')
    """
    wanted = {LIGHT: LIGHT, "light": LIGHT, PLAIN: PLAIN, "plain": PLAIN}
    return wanted.get(name.strip().lower(), DARK if name not in PALETTES else name)

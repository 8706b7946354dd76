"""The app: themes, the last filter before the terminal, and the browse screen."""

import asyncio
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from textual import events
from textual.filter import LineFilter

from sahel_tui.dataclass import replace
from sahel_tui.library import Library
from sahel_tui.notebook.lasting import Lasting
from sahel_tui.settings import Complaint, Settings
from sahel_tui.tui.browse import BrowseScreen
from sahel_tui.tui.driver import TerminalDriver
from sahel_tui.tui.keyed import KeyedApp, KeyedScreen, name_key
from sahel_tui.tui.messages import LinkTimed
from sahel_tui.tui.pace import FULL, SLOW_ANSWER, THIN
from sahel_tui.tui.safety import SafetyFilter
from sahel_tui.tui.search_history import SearchHistory
from sahel_tui.tui.signs import AsciiFilter
from sahel_tui.tui.terminal import terminal_encoding
from sahel_tui.tui.theme import PLAIN, choose_theme, make_theme, name_theme, refuse_theme
from sahel_tui.tui.wire import WireMixin

if TYPE_CHECKING:
    from sahel_tui.tui.tour import Tour


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
        tour: str | None = None,
    ) -> None:
        """`low_bandwidth` None: as the link turns out to be; `memory` keeps place and searches for the next start.

        `tour`: a word that finds the event of the tour that begins at once.
        """
        named = os.environ.get("SAHEL_TUI_THEME", "")
        theme = name_theme(named) if named else "plain" if low_bandwidth else None
        # Textual turns colours into greys under NO_COLOR unless it knows from the start that there are none.
        self._no_colour = "NO_COLOR" in os.environ
        super().__init__(settings=settings, driver_class=TerminalDriver, ansi_color=True if self._no_colour else None)
        looks = self.settings.looks
        self.shown = replace(self.settings, looks=replace(looks, theme=theme) if theme else looks)
        """The settings that hold now; the settings screen tries others."""
        self.library = library
        self.listens = False  # A screen that is being made has no pane yet to use keys.
        self._low_bandwidth = low_bandwidth
        complaints = say_complaints((*self.settings.complaints, *self.key_complaints))
        told = (*notices, *filter(None, [refuse_theme(named)]), *complaints)
        self._start = (query, event, told, tuple(self.keymap.fill("browse", w) for w in welcome))
        self._memory = memory
        self.searches = SearchHistory(memory.searches(), memory.keep_search) if memory else SearchHistory()
        """What was searched for, for every browse screen."""
        self.tour: Tour | None = None
        """The guide through one dispute, while there is one."""
        self._tour_word = tour
        self._safety = SafetyFilter()
        self._ascii = AsciiFilter()
        self._locale = AsciiFilter(terminal_encoding()) if terminal_encoding() != "utf-8" else None
        self._show_theme()

    def show_settings(self, settings: Settings) -> None:
        """Look as they say from now on, on every screen."""
        self.shown = settings
        self._show_theme()
        for screen in self.screen_stack:
            if isinstance(screen, BrowseScreen):
                screen.reader.article.limit_lines(settings.looks.text_width)
            for widget in screen.walk_children():
                widget.refresh()

    def _show_theme(self) -> None:
        sixteen = self.console.color_system == "standard"
        theme = (
            PLAIN if self._no_colour else choose_theme(self.shown.looks.theme, sixteen=sixteen, environment=os.environ)
        )
        self.register_theme(make_theme(theme))
        self.theme = theme

    def get_default_screen(self) -> BrowseScreen:
        """The browse screen, opened where the command line asked for."""
        pace = THIN if self._low_bandwidth else FULL
        screen = BrowseScreen(self.library, *self._start, pace, self.searches, self._memory)
        screen.reader.article.limit_lines(self.shown.looks.text_width)
        return screen

    def on_mount(self) -> None:
        """Begin the tour that was asked for."""
        if self._tour_word:
            self._begin_tour(self._tour_word)

    def push_screen(self, screen: Any, *arguments: Any, **options: Any) -> Any:
        """Show a screen, and let the tour know."""
        if self.tour:
            self.tour.note_screen(screen)
        return super().push_screen(screen, *arguments, **options)

    async def on_event(self, event: events.Event) -> None:
        """Let the tour know of a key, then do what it does."""
        if self.tour and self.listens and isinstance(event, events.Key):
            self.tour.note_key(name_key(event))
        await super().on_event(event)

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
        """Textual's filters, signs in ASCII where wanted, then what lets no byte of a document act on the terminal."""
        signs = self._ascii if self.shown.looks.glyphs == "ascii" else self._locale
        return (*super().get_line_filters(), *([signs] if signs else []), self._safety)

    def action_stop_job(self) -> None:
        """Stop and give the terminal to the shell until it brings the browser back; without a shell, say so."""
        if isinstance(self._driver, TerminalDriver) and self._driver.has_shell:
            self._driver.stop_job(with_group=True)
        elif isinstance(self.screen, KeyedScreen):
            self.screen.say(self.screen.fill("there is no shell here to go back to; {quit} quits"))

    async def action_tour(self) -> None:
        """Begin the tour, or end it."""
        from sahel_tui.tui.tour import NO_DISPUTE, choose_word

        screen = cast("KeyedScreen[Any]", self.screen)
        if self.tour:
            self.tour.end()
            screen.say("the tour has ended")
            return
        word = await asyncio.to_thread(choose_word, self.library)
        if word:
            self._begin_tour(word, at_home=isinstance(screen, BrowseScreen))
            if screen.is_modal:
                screen.say(screen.fill("the tour waits behind this · {back} leads to it"))
        else:
            screen.say(NO_DISPUTE)

    def _begin_tour(self, word: str, *, at_home: bool = True) -> None:
        from sahel_tui.tui.tour import Tour

        self.tour = Tour(self, word, at_home=at_home)
        self.tour.begin()

    async def action_settings(self) -> None:
        """Try other looks over the screen there is."""
        from sahel_tui.tui.settings_screen import SettingsScreen

        screen = cast("KeyedScreen[Any]", self.screen)
        await self.push_screen(SettingsScreen(self), lambda said: screen.say(said or ""))

    async def action_palette(self) -> None:
        """Offer the commands of the screen, and do the one that is chosen."""
        from sahel_tui.tui.palette import PaletteScreen
        from sahel_tui.tui.palette_entries import list_entries, say_elsewhere

        screen = cast(KeyedScreen[Any], self.screen)

        async def do(action: str | None) -> None:
            if action is None:
                return
            elsewhere = say_elsewhere(screen, action)
            if elsewhere:
                screen.say(elsewhere)
            else:
                await screen.run_command(action)

        await self.push_screen(PaletteScreen(list_entries(screen), screen.say_key("help")), do)


def say_complaints(complaints: Sequence[Complaint]) -> tuple[str, ...]:
    """What is wrong in the settings file; first one line that fits over the list, without the folders of its path."""
    lines = tuple(str(complaint) for complaint in sorted(complaints, key=lambda complaint: complaint.line))
    if not lines:
        return ()
    count = "1 mistake" if len(lines) == 1 else f"{len(lines)} mistakes"
    return (f"{count} in {complaints[0].path.name}", *lines)

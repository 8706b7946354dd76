"""The app: themes, the last filter before the terminal, and the browse screen."""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.filter import LineFilter

from sahel_tui.library import Library
from sahel_tui.settings import Looks, Settings
from sahel_tui.tui.browse import BrowseScreen
from sahel_tui.tui.driver import TerminalDriver
from sahel_tui.tui.messages import LinkTimed
from sahel_tui.tui.pace import FULL, SLOW_ANSWER, THIN
from sahel_tui.tui.safety import SafetyFilter
from sahel_tui.tui.search_line import SearchLine
from sahel_tui.tui.signs import AsciiFilter
from sahel_tui.tui.terminal import terminal_encoding
from sahel_tui.tui.theme import PLAIN, choose_theme, make_theme, name_theme
from sahel_tui.tui.wire import WireMixin


class SahelApp(WireMixin, App[None]):
    """Browses a library in the terminal."""

    TITLE = "sahel-tui"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(":,ctrl+p", "palette", "Find a command by its words", show=False, priority=True),
        Binding("Q,ctrl+c", "quit", "Quit", show=False, priority=True),
        Binding("ctrl+l", "repaint", "Draw the screen again", show=False, priority=True),
        Binding("ctrl+z", "stop_job", "Stop, back to the shell", show=False, priority=True),
    ]
    """What works on every screen; the browse screen lists the same keys among its commands."""

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
    ) -> None:
        """`low_bandwidth` None: as the link turns out to be."""
        self.settings = settings or Settings()
        named = os.environ.get("SAHEL_TUI_THEME", "")
        looks = self.settings.looks
        self.looks = replace(looks, theme=name_theme(named)) if named else looks
        """How it looks now; the settings screen tries others."""
        self._plain = "NO_COLOR" in os.environ or bool(low_bandwidth and not named)
        # Textual turns colours into greys under NO_COLOR unless it knows from the start that there are none.
        super().__init__(driver_class=TerminalDriver, ansi_color=True if self._plain else None)
        self.library = library
        self._low_bandwidth = low_bandwidth
        self._start = (query, event, (*notices, *say_complaints(self.settings)), tuple(welcome))
        self.taken: list[str] = []
        """What was copied, for those whose terminal has no clipboard."""
        self._safety = SafetyFilter()
        self._ascii = AsciiFilter()
        self._locale = AsciiFilter(terminal_encoding()) if terminal_encoding() != "utf-8" else None
        self._show_theme()

    def show_looks(self, looks: Looks) -> None:
        """Look like this from now on, on every screen."""
        self.looks = looks
        self._show_theme()
        for screen in self.screen_stack:
            if isinstance(screen, BrowseScreen):
                screen.reader.article.limit_lines(looks.text_width)
            for widget in screen.walk_children():
                widget.refresh()

    def _show_theme(self) -> None:
        sixteen = self.console.color_system == "standard"
        theme = PLAIN if self._plain else choose_theme(self.looks.theme, sixteen=sixteen, environment=os.environ)
        self.register_theme(make_theme(theme))
        self.theme = theme

    def get_default_screen(self) -> BrowseScreen:
        """The browse screen, opened where the command line asked for."""
        screen = BrowseScreen(self.library, *self._start, THIN if self._low_bandwidth else FULL)
        screen.reader.article.limit_lines(self.looks.text_width)
        return screen

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
        signs = self._ascii if self.looks.glyphs == "ascii" else self._locale
        return (*super().get_line_filters(), *([signs] if signs else []), self._safety)

    async def on_event(self, event: events.Event) -> None:
        """Give the search line its keys at once: the next key may already wait, and must find the focus moved."""
        if isinstance(event, events.Key):
            typing = self.focused if isinstance(self.focused, SearchLine) else self.screen
            take_key: Callable[[events.Key], bool] | None = getattr(typing, "take_key", None)
            if take_key and take_key(event):
                return
        await super().on_event(event)

    def action_stop_job(self) -> None:
        """Stop and give the terminal to the shell until it brings the browser back; without a shell, say so."""
        if isinstance(self._driver, TerminalDriver) and self._driver.has_shell:
            self._driver.stop_job(with_group=True)
        elif isinstance(self.screen, BrowseScreen):
            self.screen.say("there is no shell here to go back to; Q quits")

    async def action_palette(self) -> None:
        """Offer the commands of the screen, and do the one that is chosen."""
        from sahel_tui.tui.palette import PaletteScreen, entries_of

        screen = self.screen
        entries = screen.palette_entries() if isinstance(screen, BrowseScreen) else entries_of(screen)

        async def do(action: str | None) -> None:
            if action:
                await screen.run_action(action)

        await self.push_screen(PaletteScreen(entries), do)


def say_complaints(settings: Settings) -> tuple[str, ...]:
    """What is wrong in the settings file, one line for all of it first where there are several."""
    lines = tuple(str(complaint) for complaint in settings.complaints)
    return (f"{len(lines)} mistakes in {settings.path}", *lines) if len(lines) > 1 else lines

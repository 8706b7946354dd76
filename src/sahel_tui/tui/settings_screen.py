"""The settings, at the foot of the screen over what they change: every change is seen at once."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

from sahel_tui.present.runs import Line, align_ends
from sahel_tui.present.text import cell_width, fit, visible
from sahel_tui.settings import SettingsError
from sahel_tui.settings.write import write_setting
from sahel_tui.tui.furniture import Offer
from sahel_tui.tui.keyed import KeyedScreen
from sahel_tui.tui.overview.keys import list_offers
from sahel_tui.tui.page import PageScreen, list_keys
from sahel_tui.tui.painting import paint_line
from sahel_tui.tui.registry import SHARED, list_actions
from sahel_tui.tui.settings_draft import ENTRIES, Draft, draft_lines
from sahel_tui.tui.settings_keys import SETTINGS_KEYS

if TYPE_CHECKING:
    from sahel_tui.tui.app import SahelApp

_ROWS = len(ENTRIES) + 5
"""A title, the settings, an empty line, two of words, the keys."""
_NEXT_TIME = "this holds from the next start, once it is kept"
_RULE = "─"
_TITLE = "─ Settings "


class SettingsScreen(KeyedScreen[str], ModalScreen[str]):
    """Leaves with what there is to say about it."""

    KEYED = "settings"

    def __init__(self, app: "SahelApp") -> None:
        super().__init__()
        self._browser = app
        self._draft = Draft(app.settings, app.shown, app.shown, app.tried)
        self._lines = SettingsLines(app.settings.path)
        self._acts: dict[str, Callable[[], None]] = {
            "down": lambda: self._move(self.times),
            "up": lambda: self._move(-self.times),
            "right": lambda: self._change(self.times),
            "left": lambda: self._change(-self.times),
            "keep": self._keep,
            "back": self._leave,
            "take_back": self._take_back,
        }

    def compose(self) -> ComposeResult:
        """The lines at the foot."""
        yield self._lines

    def on_mount(self) -> None:
        """Show what there is to set."""
        self._lines.offers = list_offers(self.keymap, self.KEYED, SETTINGS_KEYS)
        self._show(_say_environment())

    def say(self, words: str) -> None:
        """Say one line until the next key."""
        self._show(words)

    async def run_command(self, action: str) -> None:
        """Move, change, keep or leave."""
        if action == "settings":
            self._leave()
        elif action in SHARED:
            await self.run_shared(action)
        elif action == "help":
            items = list_keys(self.keymap, self.KEYED, list_actions()[self.KEYED])
            await self.app.push_screen(PageScreen("Keys in the settings", items))
        else:
            self._acts[action]()

    def _show(self, said: str = "") -> None:
        self._lines.show(self._draft, said)

    def _move(self, step: int) -> None:
        self._draft = self._draft.move(step)
        self._show()

    def _change(self, step: int) -> None:
        self._draft = self._draft.change(step)
        self._browser.show_settings(self._draft.shown)
        section, name = self._draft.entry.path
        self._show(_say_environment() if name == "theme" else _NEXT_TIME if section == "start" else "")

    def _keep(self) -> None:
        """Write what is new; where that fails, say so and stay."""
        settings = self._browser.settings
        changes = self._draft.changes()
        try:
            for key, value in changes.items():
                write_setting(_named(settings.path), key, value)
        except SettingsError as error:
            self._show(f"{error}; {self.say_key('back')} leaves it so for now")
            return
        self._browser.settings = self._draft.keep()
        self._browser.tried = frozenset()
        self.dismiss(f"kept in {say_path(settings.path)}" if changes else "")

    def _leave(self) -> None:
        changed = self._draft.shown != self._draft.before
        self._browser.tried = self._draft.tried
        self.dismiss("it looks like this until you quit" if changed else "")

    def _take_back(self) -> None:
        if self._draft.shown != self._draft.before:
            self._browser.show_settings(self._draft.before)
        self.dismiss("")


class SettingsLines(Widget):
    """A rule with the file's name, and the lines of the draft."""

    DEFAULT_CSS = "SettingsLines { dock: bottom; width: 100%; }"

    def __init__(self, path: Path | None) -> None:
        super().__init__()
        self.offers: Sequence[Offer] = ()
        """The keys and what they do."""
        self._path = path
        self._draft: Draft | None = None
        self._said = ""

    def show(self, draft: Draft, said: str) -> None:
        """Show the draft, and words about it."""
        self._draft, self._said = draft, said
        self.refresh()

    def on_mount(self) -> None:
        """Take the foot of the screen, and leave some of what is changed."""
        self._fit()

    def on_resize(self, event: events.Resize) -> None:
        """Take what there is now."""
        self._fit()

    def _fit(self) -> None:
        self.styles.height = min(_ROWS, max(4, self.app.size.height * 2 // 3))

    def render_line(self, y: int) -> Strip:
        """One painted row."""
        width, theme = self.size.width, self.app.theme
        if y == 0:
            return paint_line(self._title(width), width, theme)
        lines = draft_lines(self._draft, self._said, self.offers, width, self.size.height - 1) if self._draft else []
        return paint_line(lines[y - 1] if y <= len(lines) else (), width, theme)

    def _title(self, width: int) -> Line:
        said = visible(say_path(self._path))
        title = (
            _TITLE if cell_width(_TITLE + said) + 4 <= width else _RULE
        )  # Where there is no room for both, the file.
        path = f" {fit(said, max(0, width - cell_width(title) - 4))} "
        rule = _RULE * max(0, width - cell_width(title) - cell_width(path) - 1)
        return align_ends(((title, "heading"), (rule, "muted")), ((path, "muted"),), width)


def _named(path: Path | None) -> Path:
    if path is None:
        raise SettingsError("there is no home folder for config.toml: --config names a file")
    return path


def say_path(path: Path | None) -> str:
    """A path as a reader knows it, the home folder as `~`."""
    if path is None:
        return "no config.toml"
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)


def _say_environment() -> str:
    """What comes before the settings file."""
    if "NO_COLOR" in os.environ:
        return "NO_COLOR is set: no theme has colours here"
    named = os.environ.get("SAHEL_TUI_THEME")
    return f"SAHEL_TUI_THEME={named} is set, and comes before the file at every start" if named else ""

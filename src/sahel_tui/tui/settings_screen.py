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

from sahel_tui.settings import Complaint, SettingsError, read_settings
from sahel_tui.settings.write import write_setting
from sahel_tui.tui.key_hints import Offer
from sahel_tui.tui.keyed import KeyedScreen
from sahel_tui.tui.keymap import make_keymap
from sahel_tui.tui.overview.keys import list_offered
from sahel_tui.tui.page import PageItem, PageScreen, list_keys
from sahel_tui.tui.painting import paint_line
from sahel_tui.tui.registry import SHARED, list_actions
from sahel_tui.tui.said_paths import say_path
from sahel_tui.tui.settings_draft import Draft, count_lines, draft_lines
from sahel_tui.tui.settings_keys import SETTINGS_KEYS

if TYPE_CHECKING:
    from sahel_tui.tui.app import SahelApp

_LEFT = 4
"""Lines of the screen left to see what is changed; a third of a low one."""
_NEXT_TIME = "this holds from the next start, once it is kept"
_TITLE = "─ Settings "


class SettingsScreen(KeyedScreen[str], ModalScreen[str]):
    """Leaves with what there is to say about it."""

    KEYED = "settings"

    def __init__(self, app: "SahelApp") -> None:
        super().__init__()
        self._browser = app
        self._kept = read_settings(app.settings.path)
        self._draft = Draft(self._kept, app.shown, app.shown)
        self._lines = SettingsLines(say_file(app.settings.path))
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
        """Show what there is to set, and what is wrong in the file as it is now."""
        self._lines.offers = self.keymap.offer(self.KEYED, list_offered(SETTINGS_KEYS))
        self._show(self._say_mistakes() or _say_environment())

    def _say_mistakes(self) -> str:
        """The first mistake in the file, and how many more there are."""
        _, wrong_keys = make_keymap(list_actions(), self._kept)
        mistakes = sorted((*self._kept.complaints, *wrong_keys), key=lambda complaint: complaint.line)
        if not mistakes:
            return ""
        more = f" · {len(mistakes) - 1} more: sahel-tui settings lists them" if mistakes[1:] else ""
        return f"{tell_path(mistakes[0])}{more}"

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
            about = (PageItem("The file"), PageItem("", say_file(self._kept.path)), PageItem("Keys"))
            await self.app.push_screen(PageScreen("Keys in the settings", (*about, *items)))
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
            self._show(f"{error}; {self.say_key('back')} leaves it so until you quit")
            return
        self._browser.settings = self._draft.keep()
        self.dismiss(_say_saved(_named(settings.path)) if changes else "nothing to save")

    def _leave(self) -> None:
        changed = self._draft.shown != self._draft.before
        self.dismiss("it looks like this until you quit" if changed else "")

    def _take_back(self) -> None:
        if self._draft.shown != self._draft.before:
            self._browser.show_settings(self._draft.before)
        self.dismiss("")


class SettingsLines(Widget):
    """A rule with a title, and the lines of the draft."""

    DEFAULT_CSS = "SettingsLines { dock: bottom; width: 100%; }"

    def __init__(self, about: str) -> None:
        """`about`: what holds for all settings."""
        super().__init__()
        self.offers: Sequence[Offer] = ()
        """The keys and what they do."""
        self._about = about
        self._draft: Draft | None = None
        self._said = ""

    def show(self, draft: Draft, said: str) -> None:
        """Show the draft, and words about it."""
        self._draft, self._said = draft, said
        self._fit()
        self.refresh()

    def on_mount(self) -> None:
        """Take the foot of the screen, and leave some of what is changed."""
        self._fit()

    def on_resize(self, event: events.Resize) -> None:
        """Take what there is now."""
        self._fit()

    def _fit(self) -> None:
        width, height = self.app.size
        most = max(4, height * 2 // 3, height - _LEFT)
        self.styles.height = min(1 + count_lines(self._said, self._about, width), most)

    def render_line(self, y: int) -> Strip:
        """One painted row."""
        width, theme = self.size.width, self.app.theme
        if y == 0:
            return paint_line(((_TITLE, "heading"), ("─" * max(0, width - len(_TITLE)), "muted")), width, theme)
        room = self.size.height - 1
        lines = draft_lines(self._draft, self._said, self._about, self.offers, width, room) if self._draft else []
        return paint_line(lines[y - 1] if y <= len(lines) else (), width, theme)


def _named(path: Path | None) -> Path:
    if path is None:
        raise SettingsError("there is no home folder for config.toml: --config names a file")
    return path


def _say_saved(path: Path) -> str:
    return f"saved in {path.name} · in {say_path(path.parent)}"


def say_file(path: Path | None) -> str:
    """Where settings are kept, and that keys are set there alone."""
    if path is None:
        return "there is no home folder for config.toml: --config names a file"
    made = "" if path.exists() else "; sahel-tui settings --example prints one to begin with"
    return f"Which key does what is set by editing {say_path(path)}, under [keys]{made}"


def tell_path(mistake: Complaint) -> str:
    """A mistake, with the path of its file as a reader knows it."""
    return str(mistake).replace(str(mistake.path), say_path(mistake.path), 1)


def _say_environment() -> str:
    """What comes before the settings file."""
    if "NO_COLOR" in os.environ:
        return "NO_COLOR is set: no theme has colours here"
    named = os.environ.get("SAHEL_TUI_THEME")
    return f"SAHEL_TUI_THEME={named} is set, and comes before the file at every start" if named else ""

"""Where the wire meets Textual: the one place that overrides how an app draws."""

import os
from typing import TYPE_CHECKING, Any

from rich.color import ColorSystem
from rich.console import COLOR_SYSTEMS, RenderableType
from textual import events
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.screen import Screen

from sahel_tui.tui.driver import TerminalDriver
from sahel_tui.tui.terminal import terminal_encoding
from sahel_tui.tui.wire.abilities import find_abilities
from sahel_tui.tui.wire.fallback import replace_unwritable
from sahel_tui.tui.wire.frame import LastFrame, Update

if TYPE_CHECKING:
    from textual.app import App

    _Base = App[Any]
else:
    _Base = object


class WireMixin(_Base):
    """For an `App`: sends the terminal only the cells that changed since the last frame.

    `SAHEL_TUI_WIRE=off` in the environment leaves all drawing to Textual.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._last_frame: LastFrame | None = None
        if os.environ.get("SAHEL_TUI_WIRE", "on").lower() not in {"off", "0", "no"}:
            self._last_frame = LastFrame(find_abilities(os.environ))
        self._link_timed = False
        self._resizes_of_the_start = 2  # one of the app for itself, one of the driver

    def repaint(self) -> None:
        """Draw the whole screen again, whatever the terminal shows now."""
        if self._last_frame is not None:
            self._last_frame.forget()
        self.screen.refresh()

    def action_repaint(self) -> None:
        """Draw the screen again."""
        self.repaint()

    def _on_mount(self) -> None:
        self.app_resume_signal.subscribe(self, lambda _: self.repaint(), immediate=True)

    async def _on_resize(self, event: events.Resize) -> None:
        """Even at the same size: multiplexers announce a new terminal behind the old one like this."""
        if self._resizes_of_the_start:
            self._resizes_of_the_start -= 1
        elif event.size == self.size:
            self.repaint()
        elif self._last_frame is not None:
            self._last_frame.forget()

    def _set_pointer_shape(self, shape: str) -> None:
        """Say nothing: there is no mouse, and where OSC 22 is unknown its closing bell may be heard."""

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Textual's way from the compositor to the driver, for the updates the wire understands."""
        driver, frame = self._driver, self._last_frame
        seen = driver is not None and not driver.is_headless and not driver.is_inline
        if frame is None or not seen or not isinstance(renderable, LayoutUpdate | ChopsUpdate):
            super()._display(screen, renderable)
            return
        if self._running and not self._closed and not self._batch_count:
            self._send(frame, renderable)
        self.post_display_hook()

    def _send(self, frame: LastFrame, update: Update) -> None:
        """Write what the update changes; an error in rendering ends the app as it does in Textual."""
        try:
            written = frame.encode(update, *self._colours_and_cursor())
        except Exception as error:
            self._handle_exception(error)
        else:
            if written and self._driver is not None:
                self._driver.write(replace_unwritable(written, terminal_encoding()))
                self._time_link()
                self._driver.flush()

    def _time_link(self) -> None:
        """Time the link once, by the answer to a question behind the first frame."""
        if not self._link_timed and isinstance(self._driver, TerminalDriver):
            self._link_timed = True
            self._driver.time_link()

    def _colours_and_cursor(self) -> tuple[ColorSystem, tuple[int, int]]:
        x, y = self.screen.outer_size.clamp_offset(self.cursor_position)
        return COLOR_SYSTEMS[self.console.color_system or "truecolor"], (x, y)

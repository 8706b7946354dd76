"""Draws every frame twice: as Textual would and as the wire does, each on a glass of its own."""

from typing import TYPE_CHECKING, Any

from rich.color import ColorSystem
from rich.console import RenderableType
from rich.control import Control
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App
from textual.screen import Screen

from sahel_tui.tui.wire import WireMixin
from sahel_tui.tui.wire.frame import LastFrame
from sahel_tui.tui.wire.painter import Abilities

from .glass import Glass, first_difference

if TYPE_CHECKING:

    class _Base(WireMixin, App[Any]):
        """What the mixin is mixed with."""
else:
    _Base = object


class TwinMixin(_Base):
    """Before an app with `WireMixin`: `difference` holds the first frame the wire drew differently."""

    colours = ColorSystem.EIGHT_BIT
    abilities = Abilities(erases_coloured=True, erases_cells=True)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.animation_level = "none"
        self.console._color_system = self.colours
        self._twin_frame = LastFrame(self.abilities)
        self._stock = self._wired = Glass(1, 1)
        self.difference = ""
        self.stock_bytes = self.wire_bytes = self.frames = 0

    def repaint(self) -> None:
        """Draw it all again, the twin too."""
        self._twin_frame.forget()
        super().repaint()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        super()._display(screen, renderable)
        drawn = self._running and not self._closed and not self._batch_count
        if drawn and isinstance(renderable, LayoutUpdate | ChopsUpdate) and not self.difference:
            self._draw_twice(renderable)

    def _draw_twice(self, update: LayoutUpdate | ChopsUpdate) -> None:
        if isinstance(update, LayoutUpdate) and (self._stock.columns, self._stock.lines) != update.region.size:
            self._stock, self._wired = Glass(*update.region.size), Glass(*update.region.size)
        x, y = self.screen.outer_size.clamp_offset(self.cursor_position)
        stock = update.render_segments(self.console) + Control.move_to(x, y).segment.text
        wire = self._twin_frame.encode(update, self.colours, (x, y))
        self._stock.feed(stock)
        self._wired.feed(wire)
        self.frames += 1
        self.stock_bytes += len(stock.encode())
        self.wire_bytes += len(wire.encode())
        self.difference = first_difference(self._stock, self._wired)

"""An app that shows the compare screen alone, and one who reads it."""

from compare_library import make_compare_library
from driver import send_key
from painting_once import paint_now
from textual.pilot import Pilot

from sahel_tui.model import Claim
from sahel_tui.tui.compare.screen import CompareScreen
from sahel_tui.tui.keyed import KeyedApp
from sahel_tui.tui.theme import DARK, make_theme


class CompareApp(KeyedApp):
    """Nothing but the compare screen; keeps what it left with."""

    def __init__(self, *event_ids: str, row: int | None = None) -> None:
        super().__init__()
        self.register_theme(make_theme(DARK))
        self.theme = DARK
        self._compare = CompareScreen(make_compare_library(), event_ids, at=row)
        self.left_with: list[Claim | None] = []

    async def on_mount(self) -> None:
        """Open it."""
        await self.push_screen(self._compare, self.left_with.append)


class Reader:
    """Presses keys and reads the lines."""

    def __init__(self, app: CompareApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys and wait for the screen."""
        await self.hold(*keys)
        if isinstance(self.app.screen, CompareScreen):
            self.app.screen.settle()
        await self.pilot.pause(0)
        if self.app.is_running:
            paint_now(self.app)

    async def hold(self, *keys: str) -> None:
        """Press keys without resting: the texts below do not follow yet."""
        for key in keys:
            send_key(self.app, key)
            await self.pilot.pause(0)

    @property
    def lines(self) -> list[str]:
        """The screen as text."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    @property
    def pointed(self) -> str:
        """The line under the cursor."""
        return next((line for line in self.lines if line.startswith("▌")), "")

    @property
    def reversed(self) -> str:
        """The figure under the cursor."""
        strips = self.app.screen._compositor.render_strips()
        return "".join(s.text for strip in strips for s in strip if s.style and s.style.reverse).strip()

    def shows(self, words: str) -> bool:
        """Whether a line holds `words`."""
        return any(words in line for line in self.lines)

"""Nothing is imported before the first frame that the first frame does not show."""

from .conftest import Start

LATER = (
    "sahel_tui.present.infobox",
    "sahel_tui.claims",
    "sahel_tui.tui.compare.screen",
    "sahel_tui.tui.explanation",
    "sahel_tui.tui.page",
    "sahel_tui.tui.palette",
    "sahel_tui.tui.infobox_layout",
    "sahel_tui.tui.settings_screen",
    "tomlkit",
)
PROGRAM = """
import sys
from sahel_tui.cli import main
from sahel_tui.tui.terminal import prepare_environment

prepare_environment()
from sahel_tui.tui.wire.mixin import WireMixin

loaded = []
send = WireMixin._send

def send_and_tell(app, frame, update):
    WireMixin._send = send
    loaded.extend(name for name in sys.modules if name.startswith({later!r}))
    send(app, frame, update)
    app.exit()

WireMixin._send = send_and_tell
main()
print("loaded:", *loaded, ".")
"""


def test_the_first_frame_waits_for_nothing_it_does_not_show(start: Start) -> None:
    program = start("-c", PROGRAM.format(later=LATER), size=(120, 40))
    program.wait_for("loaded: .")

"""The keys of the settings."""

from sahel_tui.tui.commands import ScreenKey

SETTINGS_KEYS = (
    ScreenKey("down", ("j", "down", "tab"), "Next setting"),
    ScreenKey("up", ("k", "up", "shift+tab"), "Previous setting"),
    ScreenKey("right", ("right", "l", "space"), "Next value, shown at once", "change"),
    ScreenKey("left", ("left", "h", "backspace"), "Previous value, shown at once"),
    ScreenKey("back", ("q",), "Back, and look like this until you quit", "this time only"),
    ScreenKey("help", ("?",), "These keys", "help"),
    ScreenKey("keep", ("enter", "w"), "Save it in config.toml, and back", "saves"),
    ScreenKey("take_back", ("escape",), "Back, and look as before", "undoes"),
)

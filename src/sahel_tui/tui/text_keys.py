"""The keys of pages and panels of text."""

from sahel_tui.tui.commands import ScreenKey

PAGE_KEYS = (
    ScreenKey("down", ("j", "down"), "Next line"),
    ScreenKey("up", ("k", "up"), "Previous line"),
    ScreenKey("page_down", ("pagedown", "ctrl+f", "space"), "One page down"),
    ScreenKey("page_up", ("pageup",), "One page up"),
    ScreenKey("half_down", ("ctrl+d",), "Half a page down"),
    ScreenKey("half_up", ("ctrl+u",), "Half a page up"),
    ScreenKey("first", ("g", "home"), "To the beginning"),
    ScreenKey("last", ("G", "end"), "To the end"),
    ScreenKey("back", ("q", "escape", "enter"), "Back"),
    ScreenKey("help", ("?",), "Back, as the key that opened the page does"),
)

"""The keys of the screens over many events: one list for keymap, key line, help and palette."""

from collections.abc import Sequence

from sahel_tui.tui.commands import ScreenKey

_MOVES = (
    ScreenKey("down", ("j", "down"), "Next line"),
    ScreenKey("up", ("k", "up"), "Previous line"),
    ScreenKey("page_down", ("pagedown", "ctrl+f"), "One page down"),
    ScreenKey("page_up", ("pageup",), "One page up"),
    ScreenKey("half_down", ("ctrl+d",), "Half a page down"),
    ScreenKey("half_up", ("ctrl+u",), "Half a page up"),
    ScreenKey("first", ("g", "home"), "To the first line, or to the one of the number typed"),
    ScreenKey("last", ("G", "end"), "To the last line, or to the one of the number typed"),
    ScreenKey("came_from", ("'", "ctrl+o"), "Back to the line before the last jump"),
)
_WAYS_OUT = (
    ScreenKey("search", ("/",), "Search: what is found is shown here", "search"),
    ScreenKey("help", ("?",), "These keys", "help"),
    ScreenKey("back", ("q", "escape"), "Back to the list", "back"),
)
DISPUTES_KEYS = (
    ScreenKey("open", ("enter", "c"), "Compare: every voice of this row, and the sentences that say it", "compare"),
    *_MOVES,
    *_WAYS_OUT,
)
TIMELINE_KEYS = (
    ScreenKey("open", ("enter",), "Of a year, its months; of a month, its events in the list", "open"),
    ScreenKey("unit", ("m",), "Months or years", "months or years"),
    *_MOVES,
    *_WAYS_OUT,
)


def list_offered(keys: Sequence[ScreenKey]) -> list[tuple[str, str]]:
    """The actions that a key line offers, with its words, help and the way back last."""
    return [(key.action, key.short) for key in keys if key.short]

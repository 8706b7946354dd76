"""All actions of all screens, from the registries of each: what keymap, manual and settings file know."""

from collections.abc import Sequence

import sahel_tui.tui.acts  # noqa: F401  its commands register themselves
from sahel_tui.tui.commands import COMMANDS, COUNTED, DATED, ScreenKey
from sahel_tui.tui.compare.keys import KEYS as COMPARE_KEYS
from sahel_tui.tui.keymap import Listed
from sahel_tui.tui.overview.keys import DISPUTES_KEYS, TIMELINE_KEYS
from sahel_tui.tui.settings_keys import SETTINGS_KEYS
from sahel_tui.tui.text_keys import PAGE_KEYS

SHARED = {
    "palette": "palette",
    "settings": "settings",
    "tour": "tour",
    "repaint": "repaint",
    "stop": "stop_job",
    "quit": "quit",
}
"""Actions that every screen has, and what runs for them on the app."""
SCREEN_TITLES = {
    "browse": "Browsing",
    "compare": "In the compare screen",
    "disputes": "In the disputes screen",
    "timeline": "In the timeline",
    "settings": "In the settings",
    "page": "In help and other pages",
}
"""The screens by their names; the settings file adds `-screen` to them."""


TYPED = (("5{down}", COUNTED), ("2023-09", DATED))
"""What may be typed before a key, the keys of actions in braces."""
SEARCH_KEYS = (
    ("Enter", "keep what was found"),
    ("Esc Ctrl+c", "back to where the search began"),
    ("Tab", "search for what was probably meant"),
    ("Down", "into the list; after Up, a later search"),
    ("Up", "back out of the list, and on to earlier searches that begin with what was typed"),
    ("Left Right Home End", "in the line"),
    ("Backspace Delete Ctrl+w Ctrl+u Ctrl+k", "delete: a character, the word before, all before, all after"),
)
"""The keys of the search line, which stay as they are."""


def list_actions() -> dict[str, Sequence[Listed]]:
    """The actions of each screen."""
    shared = [ScreenKey(name, COMMANDS[name].keys, COMMANDS[name].words) for name in SHARED]
    return {
        "browse": tuple(COMMANDS.values()),
        "compare": (*COMPARE_KEYS, *shared),
        "disputes": (*DISPUTES_KEYS, *shared),
        "timeline": (*TIMELINE_KEYS, *shared),
        "settings": (*SETTINGS_KEYS, *shared),
        "page": (*PAGE_KEYS, *shared),
    }

"""The reader's config.toml: where it is, what it says, what is wrong in it, and writing one setting back."""

from sahel_tui.settings.complaints import Complaint
from sahel_tui.settings.keys import RemappedKeys
from sahel_tui.settings.looks import Looks
from sahel_tui.settings.place import find_settings_path
from sahel_tui.settings.read import SECTION_TYPES, Settings, SettingsError, read_settings
from sahel_tui.settings.start import Start

__all__ = [
    "SECTION_TYPES",
    "Complaint",
    "Looks",
    "RemappedKeys",
    "Settings",
    "SettingsError",
    "Start",
    "find_settings_path",
    "read_settings",
]

"""A settings file with everything in it that can be set, written from the registries."""

import json
from collections.abc import Iterator, Sequence

from sahel_tui.settings import SECTION_TYPES
from sahel_tui.settings.keys import SCREEN
from sahel_tui.settings.sections import Setting, list_settings
from sahel_tui.tui.commands import COMMANDS, GROUP_NAMES, say_key
from sahel_tui.tui.keymap import Listed
from sahel_tui.tui.registry import SCREEN_TITLES, list_actions

_HEAD = """\
# config.toml of sahel-tui: every setting, with what holds without it.
# A line counts once the # before it is gone."""
_KEYS = """\
# Keys in place of an action's own, on every screen that has the action: "n", or
# ["n", "Ctrl+n"]; [] for none. A key given here is taken from whatever had it.
# Names: Space, Enter, Tab, Esc, PgUp, PgDn, Home, End, F1; with Ctrl+, Alt+, Shift+."""


def example_settings() -> str:
    """The text of the file; every setting behind a `#`."""
    return "\n".join([*_say_values(), *_say_keys()]) + "\n"


def _say_values() -> Iterator[str]:
    yield _HEAD
    for name, section in SECTION_TYPES.items():
        yield from ("", f"[{name}]")
        for setting in list_settings(section):
            yield from _say_setting(setting)


def _say_keys() -> Iterator[str]:
    """The actions of the browse screen by group, then those of others that differ."""
    yield from ("", "[keys]", _KEYS)
    for group, name in GROUP_NAMES.items():
        yield f"\n# {name}"
        yield from _say_actions([command for command in COMMANDS.values() if command.group == group])
    said = {command.id: command.keys for command in COMMANDS.values()}
    for screen, actions in list_actions().items():
        other = [listed for listed in actions if said.get(listed.action) != listed.keys]
        if screen != "browse":
            yield from ("", f"[keys.{screen}{SCREEN}]", f"# {SCREEN_TITLES[screen]} alone.")
            yield from _say_actions(other)


def _say_setting(setting: Setting) -> Iterator[str]:
    yield f"# {setting.words}" + (f" ({setting.listed_choices})" if setting.choices else "")
    yield f"#{setting.name} = {json.dumps(setting.default)}"


def _say_actions(actions: Sequence[Listed]) -> Iterator[str]:
    for listed in actions:
        names = [say_key(key) for key in listed.keys]
        value = json.dumps(names if len(names) > 1 else names[0], ensure_ascii=False)
        yield f"#{listed.action} = {value}  # {listed.words}"

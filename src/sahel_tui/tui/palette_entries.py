"""What the palette offers on a screen: its actions, those of the list that it lacks, and the date that is typed."""

from collections.abc import Iterator
from typing import Any

from sahel_tui.tui.commands import COMMANDS, DATED
from sahel_tui.tui.keyed import KeyedScreen
from sahel_tui.tui.palette import Entry
from sahel_tui.tui.registry import TYPED, list_actions
from sahel_tui.tui.synonyms import SYNONYMS, TYPED_DATE

_DATE = "date"
"""Stands for the date, which no action does."""


def list_entries(screen: KeyedScreen[Any]) -> list[Entry]:
    """All that it offers, what can be done here first."""
    keyed, keymap, refused = screen.KEYED, screen.keymap, screen.refusals()
    here = [
        _make_entry(
            one.action,
            one.words,
            keymap.say_all(keyed, one.action),
            "not now" if one.action in refused else "",
        )
        for one in list_actions()[keyed]
    ]
    dated = [Entry(DATED, dict((said, key) for key, said in TYPED)[DATED], _DATE, also=TYPED_DATE)]
    return [*here, *(dated if screen.DATES else []), *_list_elsewhere(screen)]


def _list_elsewhere(screen: KeyedScreen[Any]) -> Iterator[Entry]:
    """What is done in the list alone: it is found here too, with where to do it."""
    here = {one.action for one in list_actions()[screen.KEYED]}
    for name, command in COMMANDS.items():
        if name not in here and command.group != "move" and name != "escape":
            yield _make_entry(name, command.words, screen.keymap.say_all("browse", name), "in the list")


def _make_entry(action: str, words: str, keys: str, hindered: str) -> Entry:
    return Entry(words, keys, action, hindered, SYNONYMS.get(action, ""))


def say_elsewhere(screen: KeyedScreen[Any], action: str) -> str:
    """Where an action is done that is none of this screen; empty for one that is."""
    if action == _DATE:
        return "type it here: 2023 and Enter, 2023-09 or 2023-09-28"
    if any(one.action == action for one in list_actions()[screen.KEYED]):
        return ""
    return screen.fill(f"{screen.keymap.say('browse', action)} does that in the list · {{back}} leads back")

"""The key bindings of the browse screen, from the registry of commands."""

from collections.abc import Iterator

from textual.binding import Binding

import sahel_tui.tui.acts  # noqa: F401  its commands register themselves
from sahel_tui.tui.commands import COMMANDS


def command_bindings() -> Iterator[Binding]:
    """A binding for every key of every command; the ids let a reader choose other keys."""
    for command in COMMANDS.values():
        for key in command.keys:
            yield Binding(key, f"run('{command.id}')", command.words, show=False, priority=True, id=command.id)

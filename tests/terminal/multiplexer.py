"""tmux and screen as they are installed: the browser inside, and what they show."""

import subprocess
from collections.abc import Mapping
from pathlib import Path


class Tmux:
    """A server of our own, without the user's settings."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self._socket, self._settings = folder / "socket", folder / "settings"
        self._settings.write_text("set -g status off\n", encoding="utf-8")
        self._environment = dict(environment)

    def run(self, *arguments: str) -> str:
        """What a tmux command prints."""
        command = ["tmux", "-f", str(self._settings), "-S", str(self._socket), *arguments]
        return subprocess.run(command, env=self._environment, capture_output=True, text=True, check=True).stdout

    def start(self, *command: str, size: tuple[int, int]) -> None:
        """Start a session of that size with one program."""
        self.run("new-session", "-d", "-x", str(size[0]), "-y", str(size[1]), *command)

    def press(self, *keys: str) -> None:
        """Send keys by tmux's names."""
        self.run("send-keys", *keys)

    def text(self) -> str:
        """What the pane shows."""
        return self.run("capture-pane", "-p")

    def close(self) -> None:
        """End the server."""
        subprocess.run(["tmux", "-S", str(self._socket), "kill-server"], capture_output=True, check=False)

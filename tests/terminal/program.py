"""A program in a real pseudo-terminal: press keys, wait for what the screen shows, count bytes, see how it ends."""

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from .glass import Glass

PATIENCE = 20.0
"""Seconds to wait for anything before the test fails; far more than a busy machine needs."""
QUIET = 0.3
KEYS = {
    "enter": b"\r",
    "escape": b"\x1b",
    "tab": b"\t",
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "end": b"\x1b[F",
    "pageup": b"\x1b[5~",
    "pagedown": b"\x1b[6~",
    "ctrl+l": b"\x0c",
    "ctrl+u": b"\x15",
    "ctrl+z": b"\x1a",
}
_SHELL_MODES = {"1049": "l", "25": "h", "2004": "l", "1004": "l", "7": "h", "1000": "l", "1003": "l"}
_MODE = re.compile(rb"\x1b\[\?(\d+)([hl])")


class Program:
    """One running program, its terminal and what was read from it."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], size: tuple[int, int], *, controlling: bool = True
    ) -> None:
        """Without a `controlling` terminal no signal tells the program that it was closed."""
        self.glass = Glass(*size)
        self.raw = b""
        self.read_at = 0.0
        """When the last bytes came, as `time.perf_counter` tells it; showing them takes a while, too."""
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._master, self._slave = pty.openpty()
        termios.tcsetwinsize(self._slave, (size[1], size[0]))
        self.attributes = termios.tcgetattr(self._slave)
        self.process = subprocess.Popen(
            command,
            env=dict(environment),
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            start_new_session=True,
            preexec_fn=(lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0)) if controlling else None,
        )
        os.set_blocking(self._master, False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for descriptor in {self._master, self._slave} - {-1}:
            os.close(descriptor)

    def press(self, *keys: str) -> None:
        """Send keys by name, or text as it is typed."""
        for key in keys:
            os.write(self._master, KEYS.get(key, key.encode()))

    def wait_for(self, *texts: str) -> None:
        """Read until the screen shows all `texts`."""
        self.wait_until(lambda: all(text in self.glass.text() for text in texts), f"{texts} on the screen")

    def wait_until(self, holds: Callable[[], bool], wanted: str) -> None:
        """Read until `holds()`; fail with the screen when it does not in time."""
        end = time.monotonic() + PATIENCE
        while not holds():
            self._read(0.1)
            if time.monotonic() > end or (self.process.poll() is not None and not self._read(0)):
                assert holds(), f"waited for {wanted}:\n{self.glass.text()}"

    def wait_for_quiet(self) -> int:
        """Read until nothing comes for a while; returns how many bytes came in all so far."""
        while self._read(QUIET):
            pass
        return len(self.raw)

    def listen(self, seconds: float) -> int:
        """Read for a while, whether anything comes or not; returns how many bytes came in all so far."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._read(left)
        return len(self.raw)

    def count(self, *keys: str, shows: str) -> int:
        """How many bytes come from pressing `keys` until the screen shows `shows` and is quiet."""
        before = self.wait_for_quiet()
        self.press(*keys)
        self.wait_for(shows)
        return self.wait_for_quiet() - before

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size."""
        self.glass.resize(lines, columns)
        termios.tcsetwinsize(self._slave, (lines, columns))
        self.process.send_signal(signal.SIGWINCH)

    def restore_attributes(self) -> None:
        """Set the line as it was before the program, as a shell does."""
        termios.tcsetattr(self._slave, termios.TCSANOW, self.attributes)

    def foreground(self) -> int:
        """The process group that has the terminal."""
        return os.tcgetpgrp(self._master)

    def cpu_seconds(self) -> float:
        """What the program has computed so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def left_behind(self) -> list[int]:
        """Processes of the program's session that are still there."""
        found = []
        for entry in filter(str.isdecimal, os.listdir("/proc")):
            with suppress(ProcessLookupError):
                if os.getsid(int(entry)) == self.process.pid:
                    found.append(int(entry))
        return found

    def wait(self, seconds: float) -> None:
        """Let time pass without reading."""
        select.select([], [], [], seconds)

    def hang_up(self) -> None:
        """Close the terminal under the program."""
        os.close(self._slave)
        os.close(self._master)
        self._master = self._slave = -1

    def wait_until_blocked(self) -> None:
        """Wait, reading nothing, until the terminal takes no more from the program."""
        waiting = -1
        while (held := self._held_bytes()) > waiting:
            waiting = held
            time.sleep(QUIET)

    def wait_for_end(self, *, reading: bool = True) -> tuple[int, float]:
        """The exit code, and how many seconds the program took to end."""
        began = time.monotonic()
        while self.process.poll() is None and time.monotonic() < began + PATIENCE:
            if reading:
                self._read(0.02)
            else:
                time.sleep(0.02)
        assert self.process.poll() is not None, f"still running:\n{self.glass.text()}"
        while reading and self._read(0):
            pass  # A terminal gives out some thousand bytes at a time.
        return self.process.returncode, time.monotonic() - began

    def broken_modes(self) -> list[str]:
        """What a shell would find changed: private modes, or the line settings."""
        last = {mode.decode(): state.decode() for mode, state in _MODE.findall(self.raw)}
        broken = [mode for mode, state in _SHELL_MODES.items() if last.get(mode, state) != state]
        return broken if termios.tcgetattr(self._slave) == self.attributes else [*broken, "stty"]

    def _held_bytes(self) -> int:
        """How much the terminal holds that was not read yet."""
        return int.from_bytes(fcntl.ioctl(self._master, termios.FIONREAD, bytes(4)), sys.byteorder)

    def _read(self, seconds: float) -> bool:
        """Read what has come, waiting so long for it; False when nothing came."""
        if self._master == -1:
            time.sleep(seconds)
            return False
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        received = os.read(self._master, 65536)
        self.read_at = time.perf_counter()
        self.raw += received
        self.glass.feed(self._decoder.decode(received))
        return True

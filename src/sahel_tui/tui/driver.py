"""The terminal as a job of a shell and over a link of unknown speed: given up, taken back whole, and timed."""

import os
import signal
import termios
import threading
import time
import tty
from typing import Any

from textual import events
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from sahel_tui.tui.messages import LinkTimed

_ASK_FOR_CURSOR = "\x1b[6n"
"""Of all questions the one that every terminal answers; multiplexers answer themselves, and so hide a slow link."""


class TerminalDriver(LinuxDriver):
    """Textual's driver, which stops as the kernel stops other programs and is continued once however often it is told.

    Textual stops itself with SIGSTOP, from which nobody brings back a program without a shell behind it, and starts
    a second reader of keys on every SIGCONT, also on one that follows no stop.
    """

    _stopping = False
    _asked_at: float | None = None

    def time_link(self) -> None:
        """Ask the terminal something behind all that was written; `LinkTimed` tells how long the answer took."""
        self._asked_at = time.monotonic()
        self.write(_ASK_FOR_CURSOR)

    def process_message(self, message: Message) -> None:
        """Hand on what came from the terminal, but for the answer to our own question."""
        if isinstance(message, events.CursorPosition) and self._asked_at is not None:
            message = LinkTimed(time.monotonic() - self._asked_at)
            self._asked_at = None
        super().process_message(message)

    @property
    def has_shell(self) -> bool:
        """Whether there may be a shell that can bring the program back; the leader of a session has none."""
        return os.getsid(0) != os.getpid()

    def stop_job(self, *, with_group: bool) -> None:
        """Give the terminal up and stop until continued, `with_group` all programs of this job; runs on the loop."""
        if self._in_use:
            self.suspend_application_mode()
        self._stopping = True
        ours = signal.signal(signal.SIGTSTP, signal.SIG_IGN)
        if with_group:
            os.kill(0, signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        signal.pthread_kill(threading.get_ident(), signal.SIGTSTP)  # returns when continued, or at once without a shell
        signal.signal(signal.SIGTSTP, ours)
        self._stopping = False
        self._take_back()

    def _sigtstp_application(self, *_: Any) -> None:
        """Stop from the loop: a signal may come in the middle of a write."""
        self._loop.call_soon_threadsafe(lambda: self.stop_job(with_group=False))

    def _sigcont_application(self, *_: Any) -> None:
        if not self._stopping:
            self._loop.call_soon_threadsafe(self._take_back)

    @property
    def _in_use(self) -> bool:
        return self._writer_thread is not None and self._writer_thread.is_alive()

    def _take_back(self) -> None:
        """Take the terminal if it was given up; else (after SIGSTOP) set it again, for a shell has had it."""
        if not self._in_use:
            self._must_signal_resume = True
            self.resume_application_mode()
            return
        attributes = termios.tcgetattr(self.fileno)
        attributes[tty.LFLAG] = self._patch_lflag(attributes[tty.LFLAG])
        attributes[tty.IFLAG] = self._patch_iflag(attributes[tty.IFLAG])
        termios.tcsetattr(self.fileno, termios.TCSANOW, attributes)
        self._app.post_message(self.SignalResume())

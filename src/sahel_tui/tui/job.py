"""The terminal as a shell's job takes it: given up on Ctrl+z, taken back whole when the job is brought to the front."""

import os
import signal
import termios
import threading
import tty
from typing import Any

from textual.drivers.linux_driver import LinuxDriver


class JobDriver(LinuxDriver):
    """Textual's driver, which stops as the kernel stops other programs and is continued once however often it is told.

    Textual stops itself with SIGSTOP, from which nobody brings back a program without a shell behind it, and starts
    a second reader of keys on every SIGCONT, also on one that follows no stop.
    """

    _stopping = False

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

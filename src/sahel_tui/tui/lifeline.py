"""Ends the browser in time, with the terminal as it was, when it is told to or its terminal is gone."""

import os
import select
import signal
import termios
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App

_ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
_TERMINAL_GONE = 128 + signal.SIGHUP
_LOOK_EVERY = 2.0
_GRACE = 1.0
"""Seconds the app may take for an orderly end."""
_RELEASED = b"\0"
_LEAVE = b"\x1b[m\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1049l\x1b[?25h\x1b[?1004l"
"""Colours, pasting, wrapping, mouse, screen, cursor and focus reports as a shell expects them."""


def run_guarded(app: "App[Any]") -> int:
    """Run the app in this terminal; returns the exit code, 128 + the signal's number when one ended it."""
    lifeline = Lifeline(app)
    try:
        app.run(mouse=False)
    except OSError:
        if not _is_terminal_gone():
            raise
    finally:
        lifeline.release()
    if _is_terminal_gone():
        _let_go()
        return _TERMINAL_GONE
    return app.return_code or 0


class Lifeline:
    """Hears signals and hang-ups in a thread of its own: the event loop may be blocked on a terminal nobody reads."""

    def __init__(self, app: "App[Any]") -> None:
        """Must be made in the main thread, before the app runs."""
        self._app = app
        self._attributes = termios.tcgetattr(0)
        self._ended = threading.Event()
        self._heard, self._speak = os.pipe()
        os.set_blocking(self._speak, False)
        self._handlers = {number: signal.signal(number, lambda *_: None) for number in _ENDING}
        self._speaker = signal.set_wakeup_fd(self._speak, warn_on_full_buffer=False)
        self._thread = threading.Thread(target=self._watch, name="lifeline", daemon=True)
        self._thread.start()

    def release(self) -> None:
        """The app has ended: stop watching, give the signals back."""
        self._ended.set()
        signal.set_wakeup_fd(self._speaker)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        os.write(self._speak, _RELEASED)
        self._thread.join()
        os.close(self._heard)
        os.close(self._speak)

    def _watch(self) -> None:
        code = self._wait_for_end()
        if code is None:
            return
        self._app.exit(return_code=code)
        if not self._ended.wait(_GRACE):
            self._force(code)

    def _wait_for_end(self) -> int | None:
        """The exit code to end with, as soon as there is a reason; None when released."""
        poller = select.poll()
        poller.register(self._heard, select.POLLIN)
        poller.register(0, 0)  # no events asked for: a hang-up is always told
        while True:
            ready = dict(poller.poll(_LOOK_EVERY * 1000))
            if _is_terminal_gone():
                return _TERMINAL_GONE
            if 0 in ready:
                poller.unregister(0)
            for number in os.read(self._heard, 64) if self._heard in ready else b"":
                if number in _ENDING:
                    return 128 + number
                if number == _RELEASED[0]:
                    return None
                self._wake_the_loop()

    def _wake_the_loop(self) -> None:
        """A signal (back from a stop, another size) that another thread took is not seen by a loop that sleeps."""
        self._app.call_later(lambda: None)

    def _force(self, code: int) -> None:
        """End now: nobody is left to hear of an error."""
        with suppress(OSError, termios.error):
            termios.tcsetattr(0, termios.TCSANOW, self._attributes)
            termios.tcflush(2, termios.TCOFLUSH)
            os.set_blocking(2, False)
            os.write(2, _LEAVE)
            os.set_blocking(2, True)
        os._exit(code)


def _let_go() -> None:
    """Point what was the terminal at nothing: Python would fail at its end to write what is left to say."""
    terminal = os.fstat(0).st_rdev
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (2, 1, 0):
        if os.fstat(descriptor).st_rdev == terminal:
            os.dup2(nothing, descriptor)


def _is_terminal_gone() -> bool:
    try:
        termios.tcgetattr(0)
    except termios.error:
        return True
    return False

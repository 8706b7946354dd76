"""Output through the reader's pager, as git does it: only on a terminal, and gone at once when all fits."""

import io
import os
import signal
import subprocess
from contextlib import suppress
from typing import TextIO

from sahel_tui.tui.pager import find_pager, pager_environment


class Pager:
    """A pager that runs, and the stream to write into it."""

    def __init__(self, command: str, encoding: str) -> None:
        self._process = subprocess.Popen(command, shell=True, stdin=subprocess.PIPE, env=pager_environment())
        pipe = self._process.stdin
        assert pipe is not None
        self.stream: TextIO = io.TextIOWrapper(pipe, encoding=encoding, errors="replace", newline="\n")

    def finish(self) -> None:
        """Wait until the reader leaves the pager; Ctrl-C is its business until then."""
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            with suppress(BrokenPipeError):  # The reader has seen enough.
                self.stream.close()
            self._process.wait()
        finally:
            signal.signal(signal.SIGINT, before)


def choose_pager(answers: TextIO | None) -> str | None:
    """The pager for what goes to `answers`; None unless that is the terminal of this process."""
    try:
        descriptor = answers.fileno() if answers is not None else -1
    except io.UnsupportedOperation:
        return None
    return find_pager() if descriptor == 1 and os.isatty(descriptor) else None

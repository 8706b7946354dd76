"""How far an import is: a bar that redraws itself on a terminal, a line now and then elsewhere."""

import time
from typing import TYPE_CHECKING

from sahel_tui.cli.output import Output
from sahel_tui.present.progress import describe_progress

if TYPE_CHECKING:
    from sahel_tui.library.reports import ImportProgress

LINE_PAUSE = 5.0
"""Seconds between two lines where no terminal redraws them; a short import stays silent."""


class ProgressTeller:
    """Tells the person at the keyboard what an import is doing."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._stage = ""
        self._started = self._said = time.monotonic()

    def tell(self, progress: "ImportProgress") -> None:
        """Show where the import is now."""
        now = time.monotonic()
        if progress.stage != self._stage:
            self._stage, self._started = progress.stage, now
        if self._output.redraws:
            self._output.progress(describe_progress(progress, now - self._started, bar=True))
        elif now - self._said >= LINE_PAUSE:
            self._said = now
            self._output.say(describe_progress(progress, now - self._started, bar=False))

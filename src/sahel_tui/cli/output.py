"""Where a command's words go: data on one stream, narration on the other, neither able to act on a terminal."""

import os
import re
import sys
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from sahel_tui.dataclass import dataclass, replace
from sahel_tui.present.glyphs import to_ascii
from sahel_tui.present.text import fit, visible

if TYPE_CHECKING:
    from sahel_tui.cli.paging import Pager
    from sahel_tui.cli.painting import MarkPainter

PIPE_WIDTH, WIDEST = 80, 100
WHEN = ("auto", "always", "never")
"""When to colour."""
PROGRESS_PAUSE = 0.1
"""Seconds between two lines of progress."""


# Accents on one letter: no script needs more than a few, and a stack of thousands paints over the lines above it.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u06d6-\u06ed"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_STACK = re.compile(f"([{_MARKS}]{{16}})[{_MARKS}]+")


def _show(text: str) -> str:
    """What of a text a terminal may get."""
    return _STACK.sub(r"\1", visible(text))


def measure_terminal() -> int:
    """Cells of a line of the terminal, or of what `COLUMNS` says; `shutil` knows as well, but takes 2 ms to load."""
    try:
        named = int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        named = 0
    if named > 0 or sys.__stdout__ is None:
        return named or PIPE_WIDTH
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or PIPE_WIDTH
    except (OSError, ValueError):
        return PIPE_WIDTH


@dataclass(frozen=True, slots=True)
class Manner:
    """How a reader wants text to be printed."""

    width: int | None = None
    """Cells a line may take; None for what the terminal has."""
    colour: str = "auto"
    """One of `WHEN`."""
    paged: bool = False
    """Whether what does not fit the terminal goes through a pager."""


class Output:
    """The two streams of a command."""

    def __init__(self, answers: TextIO | None, narration: TextIO | None) -> None:
        self._answers = answers
        self._manner = Manner()
        self._pager: Pager | None = None
        self._painter: MarkPainter | None = None
        self._narration = narration
        self._progressed = 0.0
        self._progress_stands = False
        self._unicode = (getattr(answers, "encoding", None) or "utf-8").lower().replace("-", "") == "utf8"

    @property
    def is_terminal(self) -> bool:
        """Whether a person looks at the data, so that columns may be aligned and cut."""
        return self._answers is not None and self._answers.isatty()

    def follow(self, manner: Manner) -> None:
        """Print as the reader wants it."""
        self._manner = manner
        if manner.colour != "never" and (self.is_terminal or manner.colour == "always"):
            from sahel_tui.cli.painting import MarkPainter, wants_colour

            self._painter = MarkPainter(os.environ) if wants_colour(manner.colour, self.is_terminal) else None

    @property
    def redraws(self) -> bool:
        """Whether a person looks at the narration, so that a line may replace the one before it."""
        return self._narration is not None and self._narration.isatty()

    @property
    def width(self) -> int:
        """Cells a line may take: what was asked for, the terminal's width up to 100, or 80 where there is none."""
        if self._manner.width:
            return self._manner.width
        return min(WIDEST, measure_terminal()) if self.is_terminal else PIPE_WIDTH

    def line(self, text: str = "") -> None:
        """One line of data."""
        self._write(_show(text).rstrip())

    def lines(self, lines: Iterable[str]) -> None:
        """Several lines of data."""
        for text in lines:
            self.line(text)

    def cells(self, cells: Iterable[str]) -> None:
        """One line of TAB-separated cells."""
        self._write("\t".join(_show(cell) for cell in cells))

    def record(self, record: object) -> None:
        """One JSON object on a line of its own, always UTF-8."""
        from sahel_tui.present.json_lines import json_line

        self.exactly(json_line(record))

    def exactly(self, text: str) -> None:
        """Machine-readable text as it is, always UTF-8."""
        stream = self._open_data()
        stream.flush()
        stream.buffer.write(text.encode())

    def say(self, text: str) -> None:
        """One line for the person at the keyboard, beside the data."""
        if self._narration is not None:
            if self._progress_stands:
                self.progress("")
            self._narration.write(f"sahel-tui: {_show(text)}\n")

    def add(self, lines: Iterable[str]) -> None:
        """More lines of what was just said."""
        if self._narration is not None:
            self._narration.writelines(f"{_show(text)}\n" for text in lines)

    def progress(self, text: str) -> None:
        """A line that replaces the one before it, ten times a second at most; nothing where nobody watches."""
        now = time.monotonic()
        if self._narration is None or not self.redraws or (text and now - self._progressed < PROGRESS_PAUSE):
            return
        self._progressed, self._progress_stands = now, bool(text)
        self._narration.write(f"\r\x1b[K{fit(_show(text), measure_terminal() - 1)}")
        self._narration.flush()

    def flush(self) -> None:
        """Hand the data on now, so that a full disk or a closed pipe is noticed here; a pager is waited for."""
        if self._pager is not None:
            self._pager.finish()
        elif self._answers is not None:
            self._answers.flush()

    def finish(self) -> None:
        """Hand on what can still be handed on."""
        try:
            self.flush()
        except OSError:
            self.abandon()

    def abandon(self) -> None:
        """Let the interpreter end in silence when the data can no longer be written."""
        if self._pager is not None:
            self._pager.finish()
        elif self._answers is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), self._answers.fileno())

    def _write(self, text: str) -> None:
        text = self._painter.paint(text) if self._painter else text
        self._open_data().write((text if self._unicode else to_ascii(text)) + "\n")

    def _open_data(self) -> TextIO:
        if self._answers is None:
            raise OSError("standard output is closed, so there is nowhere to print")
        if self._manner.paged and self._pager is None and self.is_terminal:
            self._pager = self._start_pager(self._answers)
        return self._pager.stream if self._pager else self._answers

    def _start_pager(self, answers: TextIO) -> "Pager | None":
        from sahel_tui.cli.paging import Pager, choose_pager

        command = choose_pager(answers)
        if command is None:
            self._manner = replace(self._manner, paged=False)
            return None
        answers.flush()
        return Pager(command, answers.encoding)

    @property
    def is_paged(self) -> bool:
        """Whether a pager has been started."""
        return self._pager is not None

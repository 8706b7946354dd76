"""Files and folders -> documents; what cannot be read becomes one refusal."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from sahel_tui.documents.errors import Refusal
from sahel_tui.documents.intake.folders import refuse_path, shown, system_reason, walk_folder
from sahel_tui.documents.intake.forms import Found, read_source
from sahel_tui.documents.intake.limits import Budget, InputError
from sahel_tui.documents.intake.source import Metered, Source
from sahel_tui.documents.intake.trace import Trace, Wanted


def read_documents(path: Path, wanted: Wanted, trace: Trace) -> Iterator[Found]:
    """The documents of a file, or of all files under a folder in the order of their paths.

    Hidden files are skipped. What cannot be read, and a folder without a file, is one Refusal; nothing is raised for
    what files hold.
    """
    if not os.path.isdir(path):
        yield from _read_file(path, wanted, trace)
        return
    empty = True
    for found in walk_folder(path):
        empty = False
        if isinstance(found, Refusal):
            yield found
        else:
            yield from _read_file(found, wanted, trace)
    if empty:
        yield refuse_path(
            path, "the folder holds no file to read", "name one with documents; hidden files do not count"
        )


def _read_file(path: Path, wanted: Wanted, trace: Trace) -> Iterator[Found]:
    """The documents in one file, or why it was not read."""
    try:
        with open(path, "rb") as stream:
            yield from _read_stream(stream, path, wanted, trace)
    except FileNotFoundError:
        broken = os.path.islink(path)
        yield refuse_path(path, "the link leads nowhere" if broken else "there is no such file", "check the path")
    except (OSError, ValueError) as error:
        yield refuse_path(path, system_reason(error), "check that it is a file you may read")


def _read_stream(stream: BinaryIO, path: Path, wanted: Wanted, trace: Trace) -> Iterator[Found]:
    budget = Budget(os.fstat(stream.fileno()).st_size)
    try:
        source = Source(
            Metered(stream, trace.on_bytes),
            shown(path.name),
            shown(str(path)),
            budget=budget,
            wanted=wanted,
            trace=trace,
        )
    except InputError as error:
        yield refuse_path(path, error.reason, error.advice)
        return
    yield from read_source(source)

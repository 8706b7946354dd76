"""Writing the file a command was told to write."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from sahel_tui.cli.command import CommandError


@contextmanager
def write_named(path: Path) -> Iterator[TextIO]:
    """A stream to the file at `path`, all of it or nothing; what cannot be written is a CommandError."""
    from sahel_tui.write_file import write_beside

    try:
        with write_beside(path) as stream:
            yield stream
    except OSError as error:
        raise CommandError(f"cannot write {path}: {error.strerror}") from error

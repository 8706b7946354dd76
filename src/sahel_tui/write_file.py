"""Writing a file the user named: all of it, or nothing."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


@contextmanager
def write_beside(path: Path) -> Iterator[TextIO]:
    """A stream to a new file beside `path` that takes its name once everything is on the disk.

    A file that was there passes its permissions on. A pipe or device at `path` is written to directly. Raises OSError
    when it cannot be written.
    """
    is_device = path.exists() and not path.is_file()
    written = path if is_device else path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with written.open("w", encoding="utf-8", newline="\n") as stream:
            if path.is_file():
                shutil.copymode(path, written)
            yield stream
            if not is_device:
                stream.flush()
                os.fsync(stream.fileno())
        if not is_device:
            os.replace(written, path)
    finally:
        if not is_device:
            written.unlink(missing_ok=True)

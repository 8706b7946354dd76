"""A file of lines that only grows: one JSON object a line, any number of writers, nothing ever written over.

A line is one `write` to a file opened to append, so no two writers mix; a writer killed half-way leaves a line without
an end, which the next one ends before it begins its own. What cannot be read is left where it is and counted.
"""

import fcntl
import json
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_PATIENCE = 2.0
"""Seconds to wait for another writer; one that was stopped with the lock must not stop this one."""
_PAUSE = 0.005


class NotebookError(Exception):
    """Something could not be kept; the message says what, where and why."""


class Pages:
    """The lines of one file, read as they come."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._read = 0
        self._version: tuple[int, int] | None = None
        """Device and number of the file whose first `_read` bytes were read."""

    def read_new(self) -> tuple[bool, list[bytes]]:
        """Whether to begin anew, as it is another file, and the whole lines since the last call; raises OSError."""
        try:
            with self.path.open("rb") as file:
                found = os.fstat(file.fileno())
                version = found.st_dev, found.st_ino
                anew = version != self._version or found.st_size < self._read
                if anew:
                    self._version, self._read = version, 0
                elif found.st_size == self._read:
                    return False, []
                file.seek(self._read)
                content = file.read()
        except FileNotFoundError:
            gone, self._version, self._read = self._version is not None, None, 0
            return gone, []
        end = content.rfind(b"\n") + 1
        self._read += end
        return anew, [line for line in content[:end].split(b"\n") if line.strip()]

    @contextmanager
    def writing(self) -> Iterator["Writer"]:
        """Keep other writers waiting, two seconds at most; raises `NotebookError` when the file cannot be written."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle = os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise NotebookError(f"{self.path} cannot be written ({error.strerror})") from error
        try:
            yield Writer(self.path, handle, _lock(handle))
        finally:
            os.close(handle)


class Writer:
    """Adds lines to a file that is open."""

    def __init__(self, path: Path, handle: int, locked: bool) -> None:
        self._path = path
        self._handle = handle
        self._locked = locked

    def append(self, records: Sequence[dict[str, Any]]) -> None:
        """Have these on disk, all of them, before going on; raises `NotebookError`."""
        text = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        lines = text.encode("utf-8", "replace")
        try:
            size = os.fstat(self._handle).st_size
            torn = size and os.pread(self._handle, 1, size - 1) != b"\n"
            self._write((b"\n" if torn else b"") + lines, size)
            os.fsync(self._handle)
        except OSError as error:
            raise NotebookError(f"{self._path} cannot be written ({error.strerror})") from error

    def _write(self, content: bytes, size: int) -> None:
        """All or nothing, also on a disk that fills up."""
        try:
            while content:
                content = content[os.write(self._handle, content) :]
        except OSError:
            if self._locked:
                os.ftruncate(self._handle, size)
            raise


def _lock(handle: int) -> bool:
    """Whether this is the only writer; without a lock a line is still written whole, only not after reading all."""
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > end:
                return False
            time.sleep(_PAUSE)
        except OSError:  # A file system without locks.
            return False
        else:
            return True

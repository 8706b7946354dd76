"""Documents found in a damaged library file, page by page, whatever has become of its tables of contents.

A document's id is a digest of its text, so that what is found is known to be whole. The format of the file is
documented at https://www.sqlite.org/fileformat2.html.
"""

import mmap
import struct
from collections.abc import Collection, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from sahel_tui.store.originals import Original

_ROWS, _KEYED = 0x0D, 0x0A
"""First byte of a leaf: of a table with row ids, and of one without such as `meta`."""
_USUAL_PAGE = 4096
_MOST_PAYLOAD = 1 << 31
_WIDTHS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_COLUMNS = {
    # place of the text in the record: places of name, format, address, origin
    6: (3, 4, 5, 2),
    7: (4, 5, 6, 3),  # up to schema 2
}


class _Broken(Exception):
    """Nothing that makes sense stands here."""


def carve_originals(path: Path) -> Iterator[Original]:
    """The imported documents whose rows can be read whole, each once, in the order of the file."""
    if not path.stat().st_size:
        return
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        pages = _Pages(content)
        found: set[str] = set()
        for record in pages.find_records():
            original = _find_original(record)
            if original and original.key not in found:
                found.add(original.key)
                yield original


def carve_meta(path: Path, keys: Collection[str]) -> dict[str, str]:
    """What the library says of itself under these keys, as far as it can be read; each as it was found first."""
    said: dict[str, str] = {}
    if not path.stat().st_size:
        return said
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        for record in _Pages(content).find_records(_KEYED):
            if len(record) == 2 and record[0] in keys and isinstance(record[1], str):
                said.setdefault(*record)
            if len(said) == len(keys):
                break
    return said


def _find_original(record: list[Any]) -> Original | None:
    for place, (name, form, address, origin) in _COLUMNS.items():
        if len(record) <= place or not isinstance(record[place], str) or record[origin] != "imported":
            continue
        key = sha256(record[place].encode("utf-8", "surrogatepass")).hexdigest()[:12]
        if record[1] == key:
            return Original(key, record[place], str(record[name]), str(record[form]), record[address])
    return None


class _Pages:
    """The pages of a file."""

    def __init__(self, content: mmap.mmap) -> None:
        self._content = content
        (size,) = struct.unpack(">H", content[16:18].ljust(2, b"\0"))
        size = 65_536 if size == 1 else size
        self._size = size if size >= 512 and size & (size - 1) == 0 else _USUAL_PAGE

    def find_records(self, leaf: int = _ROWS) -> Iterator[list[Any]]:
        """The records of all leaves that look like leaves of this kind."""
        for start in range(0, len(self._content), self._size):
            if self._content[start] == leaf:
                yield from self._read_leaf(start, leaf)

    def _read_leaf(self, start: int, leaf: int) -> Iterator[list[Any]]:
        (cells,) = struct.unpack_from(">H", self._content, start + 3)
        for number in range(min(cells, self._size // 4)):
            with suppress(_Broken, IndexError, struct.error, UnicodeDecodeError):
                (cell,) = struct.unpack_from(">H", self._content, start + 8 + 2 * number)
                yield _read_record(self._read_payload(start + cell, leaf))

    def _read_payload(self, cell: int, leaf: int) -> bytes:
        """The bytes of a cell, with those that went on to other pages."""
        length, place = _read_number(self._content, cell)
        if leaf == _ROWS:
            _, place = _read_number(self._content, place)
        if length > min(_MOST_PAYLOAD, len(self._content)):
            raise _Broken
        local = self._find_local(length, leaf)
        payload = bytearray(self._content[place : place + local])
        next_page = struct.unpack_from(">I", self._content, place + local)[0] if local < length else 0
        while next_page and len(payload) < length:
            start = (next_page - 1) * self._size
            (next_page,) = struct.unpack_from(">I", self._content, start)
            payload += self._content[start + 4 : start + self._size]
        if len(payload) < length:
            raise _Broken
        return bytes(payload[:length])

    def _find_local(self, length: int, leaf: int) -> int:
        """How many bytes of a payload stand in the leaf itself."""
        most = self._size - 35 if leaf == _ROWS else (self._size - 12) * 64 // 255 - 23
        if length <= most:
            return length
        least = (self._size - 12) * 32 // 255 - 23
        wanted = least + (length - least) % (self._size - 4)
        return wanted if wanted <= most else least


def _read_record(payload: bytes) -> list[Any]:
    end, place = _read_number(payload, 0)
    kinds = []
    while place < end:
        kind, place = _read_number(payload, place)
        kinds.append(kind)
    values = []
    for kind in kinds:
        value, end = _read_value(payload, kind, end)
        values.append(value)
    return values


def _read_value(payload: bytes, kind: int, start: int) -> tuple[Any, int]:
    """A value of the kinds that documents have, and where the next begins."""
    if kind >= 12:
        end = start + (kind - 12) // 2
        if end > len(payload):
            raise _Broken
        return (payload[start:end].decode("utf-8") if kind % 2 else payload[start:end]), end
    if kind in _WIDTHS:
        end = start + _WIDTHS[kind]
        return int.from_bytes(payload[start:end], "big", signed=True), end
    if kind in (0, 8, 9):
        return (None if kind == 0 else kind - 8), start
    raise _Broken


def _read_number(content: "bytes | mmap.mmap", place: int) -> tuple[int, int]:
    """A number of one to nine bytes, seven bits each, and where the next begins."""
    number = 0
    for count in range(8):
        byte = content[place + count]
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            return number, place + count + 1
    return number << 8 | content[place + 8], place + 9

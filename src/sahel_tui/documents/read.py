"""Files and folders -> documents; a file that cannot be read becomes one refusal."""

import os
from collections.abc import Iterator
from pathlib import Path

from sahel_tui.documents.errors import DocumentError, Refusal
from sahel_tui.documents.parse import parse_document
from sahel_tui.model import Document

LARGEST_FILE = 32 * 1024 * 1024
"""Bytes; an article has a few thousand."""

_SNIFFED = 8_192
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\b\x1b"))
_MOST_CONTROLS = 0.05
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_WIDE_MARKS = {b"\xff\xfe": "UTF-16LE", b"\xfe\xff": "UTF-16BE"}


def read_documents(path: Path, *, format: str | None = None) -> Iterator[Document | Refusal]:
    """The documents of a file, or of all files under a folder in the order of their paths.

    Hidden files are skipped. A file that cannot be read is one Refusal; nothing is raised for what files hold.
    """
    if not os.path.isdir(path):
        yield read_file(path, format=format)
        return
    for found in _walk(path):
        yield found if isinstance(found, Refusal) else read_file(found, format=format)


def read_file(path: Path, *, format: str | None = None) -> Document | Refusal:
    """The document in one file, or why it was not read."""
    try:
        with open(path, "rb") as stream:
            content = stream.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        broken = os.path.islink(path)
        return _refuse(path, "the link leads nowhere" if broken else "there is no such file", "check the path")
    except (OSError, ValueError) as error:
        return _refuse(path, _system_reason(error), "check that it is a file you may read")
    return _parse_bytes(content, path, format)


def _walk(folder: Path) -> Iterator[Path | Refusal]:
    """The files to read under `folder`, sorted level by level; what cannot be followed is refused."""
    root = folder.resolve()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if os.path.islink(path) and path != folder:
            yield from _follow(path, root)
        elif os.path.isdir(path):
            entries = _list(path)
            if isinstance(entries, Refusal):
                yield entries
            else:
                waiting.extend(reversed(entries))
        elif os.path.isfile(path):
            yield path
        else:
            yield _refuse(path, "it is no ordinary file", "leave it out")


def _list(folder: Path) -> list[Path] | Refusal:
    """The entries of a folder by name, without hidden ones."""
    try:
        names = sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError as error:
        return _refuse(folder, _system_reason(error), "check its permissions")
    return [folder / name for name in names]


def _follow(link: Path, root: Path) -> Iterator[Path | Refusal]:
    """Nothing for a link to what is read anyway; a refusal for one that leads outside the folder or nowhere."""
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):
        yield _refuse(link, "the link leads nowhere", "restore its target or remove the link")
        return
    if not target.is_relative_to(root):
        yield _refuse(link, "the link leads outside the folder", "name its target itself to read it")
    elif target.is_file() and any(part.startswith(".") for part in target.relative_to(root).parts):
        yield link


def _parse_bytes(content: bytes, path: Path, format: str | None) -> Document | Refusal:
    if len(content) > LARGEST_FILE:
        return _refuse(path, f"it is larger than {LARGEST_FILE // 1024**2} MB", "split it into one file for each event")
    if refusal := _refuse_bytes(content, path):
        return refusal
    try:
        text = content.removeprefix(_BYTE_ORDER_MARK).decode("utf-8")
        return parse_document(text, _shown(path.name), format=format)
    except UnicodeDecodeError as error:
        return _refuse_encoding(content, path, error.start)
    except DocumentError as error:
        return _refuse(path, error.reason, error.advice, error.line)


def _refuse_bytes(content: bytes, path: Path) -> Refusal | None:
    """A refusal for bytes that by their looks are no UTF-8 text."""
    encoding = _WIDE_MARKS.get(content[:2])
    if encoding:
        return _refuse(path, f"it is {encoding}, not UTF-8", f"convert it: iconv -f {encoding} -t UTF-8")
    start = content[:_SNIFFED]
    controls = len(start) - len(start.translate(None, _CONTROLS))
    if b"\0" in start or controls > _MOST_CONTROLS * len(start):
        return _refuse(path, "it is a binary file, not text", "leave it out, or save what it shows as text")
    return None


def _refuse_encoding(content: bytes, path: Path, start: int) -> Refusal:
    """A refusal that names the first byte that is not UTF-8, by its offset in the file."""
    offset = start + (len(_BYTE_ORDER_MARK) if content.startswith(_BYTE_ORDER_MARK) else 0)
    reason = f"byte {content[offset]:#04x} at offset {offset:,} is not UTF-8"
    line = content.count(b"\n", 0, offset) + 1
    return _refuse(path, reason, "convert it, for instance: iconv -f WINDOWS-1252 -t UTF-8", line)


def _refuse(path: Path, reason: str, advice: str, line: int | None = None) -> Refusal:
    return Refusal(_shown(path.name), _shown(str(path)), line, reason, advice)


def _shown(name: str) -> str:
    """A file name that can be printed and stored, whatever bytes it has."""
    return os.fsencode(name).decode("utf-8", "replace")


def _system_reason(error: OSError | ValueError) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()

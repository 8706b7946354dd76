"""Bytes -> text, or one clear word on why they are none."""

import re

from sahel_tui.documents.errors import Refusal
from sahel_tui.documents.intake.source import Source

LARGEST_TEXT = 32 * 1024 * 1024
"""Bytes; an article has a few thousand."""

_SNIFFED = 8_192
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\b\x1b"))
_MOST_CONTROLS = 0.05
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_WIDE_MARKS = {b"\xff\xfe": "UTF-16LE", b"\xfe\xff": "UTF-16BE"}
_ADDRESS = re.compile(r"\s*#\s{0,3}(https?://\S+)[^\S\n]*\n")


def read_text(source: Source) -> str | Refusal:
    """The whole text of a source; raises InputError when it is too large or cannot be had."""
    content = source.read_all(LARGEST_TEXT)
    if refusal := refuse_bytes(source, content):
        return refusal
    try:
        return content.removeprefix(_BYTE_ORDER_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        return _refuse_encoding(source, content, error.start)


def split_address(text: str) -> tuple[str | None, str]:
    """The address in a first line `# https://…`, and the text below it."""
    found = _ADDRESS.match(text)
    return (found[1], text[found.end() :]) if found else (None, text)


def refuse_bytes(source: Source, content: bytes) -> Refusal | None:
    """A refusal for bytes that by their looks are no UTF-8 text."""
    encoding = _WIDE_MARKS.get(content[:2])
    if encoding:
        return source.refuse(f"it is {encoding}, not UTF-8", f"convert it: iconv -f {encoding} -t UTF-8")
    start = content[:_SNIFFED]
    controls = len(start) - len(start.translate(None, _CONTROLS))
    if b"\0" in start or controls > _MOST_CONTROLS * len(start):
        return source.refuse("it is a binary file, not text", "leave it out, or save what it shows as text")
    return None


def _refuse_encoding(source: Source, content: bytes, start: int) -> Refusal:
    """A refusal that names the first byte that is not UTF-8, by its offset in the file."""
    offset = start + (len(_BYTE_ORDER_MARK) if content.startswith(_BYTE_ORDER_MARK) else 0)
    reason = f"byte {content[offset]:#04x} at offset {offset:,} is not UTF-8"
    line = content.count(b"\n", 0, offset) + 1
    return source.refuse(reason, "convert it, for instance: iconv -f WINDOWS-1252 -t UTF-8", line)

"""What a stream holds, judged by its first bytes and never by its name."""

import re

from sahel_tui.documents.data_sets.headers import find_data_set
from sahel_tui.documents.wiki.names import EVENT_INFOBOXES, infobox_kind

COMPRESSIONS = ("gzip", "bzip2", "xz", "zstd")
ARCHIVES = ("zip", "tar")
UNSUPPORTED = {"7z": "a 7z archive", "rar": "a RAR archive", "pdf": "a PDF file", "database": "an SQLite database"}
"""What is recognised only to be refused by name."""

_MAGIC = (
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
    (b"%PDF-", "pdf"),
    (b"SQLite format 3\0", "database"),
)
_TAR_MARK = 257
_PREAMBLE = re.compile(
    r"(?:\s|<\?xml[^>]{0,200}\?>|<!--(?:(?!-->).){0,2000}-->|# https?://\S+\n|"
    r"<!DOCTYPE\s+mediawiki[^>\[]{0,200}(?:\[[^\]]{0,5000}\])?\s*>)*",
    re.DOTALL,
)
_XML = re.compile(r"<mediawiki\b|<page>\s*<title>", re.IGNORECASE)
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|div|article|section|main|header|p|h[1-6]|table|meta|title|link|script|span)\b",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"</(?:p|div|a|span|li|td|h[1-6]|body|html|table)>", re.IGNORECASE)
_JSON = re.compile(r"\{\s*[\"}]|\[\s*[{\"]")
_INFOBOX = re.compile(r"\{\{\s{0,9}((?:#invoke:\s{0,9})?(?:infobox|warbox)[^{}|<\n]{0,60})", re.IGNORECASE)
_WIKI_MARKS = re.compile(r"\{\{[^\W\d_]|\[\[[^\[\]\n]{1,200}\]\]|'''|<ref\b|^==[^=\n]{1,100}==\s*$", re.MULTILINE)
_PLAIN = re.compile(r"^(?:= [^=\n]{1,200} =|Infobox|Jump to content|Aller au contenu)\s*$", re.MULTILINE)
_REDIRECT = re.compile(r"#\s?REDIRECT", re.IGNORECASE)
_FEW = 3


def sniff(start: bytes) -> str:
    """The format of what begins with `start`: a compression, an archive, a markup, a data set, or `text`."""
    for magic, kind in _MAGIC:
        if start.startswith(magic):
            return kind
    if start[_TAR_MARK : _TAR_MARK + 5] == b"ustar":
        return "tar"
    return sniff_text(start.decode("utf-8", "replace").removeprefix("\ufeff"))


def sniff_text(text: str) -> str:
    """The format of a text that begins with `text`."""
    body = text[_end_of_preamble(text) :]
    if _XML.match(body):
        return "xml"
    if _HTML.match(body):
        return "html"
    if _JSON.match(body):
        return "export" if _is_export(body) else "api"
    if data_set := find_data_set(text):
        return data_set
    if _is_wikitext(body):
        return "wikitext"
    return "html" if len(_CLOSED.findall(body)) >= _FEW and not _PLAIN.search(body[:2_000]) else "text"


def _is_export(body: str) -> bool:
    """Whether a JSON text is a document or a reader's mark as an export writes them."""
    return body.startswith('{"notebook"') or (body.startswith('{"') and '"name":' in body[:4_000] and '"text":' in body)


def _end_of_preamble(text: str) -> int:
    found = _PREAMBLE.match(text)
    return found.end() if found else 0


def _is_wikitext(body: str) -> bool:
    """An infobox template, or several marks that only wikitext has and none of a plain export."""
    if _REDIRECT.match(body) or any(infobox_kind(found[1]) in EVENT_INFOBOXES for found in _INFOBOX.finditer(body)):
        return True
    if _PLAIN.search(body[:2_000]):
        return False
    kinds = {found[0][:2] for found in _WIKI_MARKS.finditer(body)}
    return bool(_INFOBOX.search(body)) or len(kinds - {"=="}) >= 2

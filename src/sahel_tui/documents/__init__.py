"""Files, folders and texts -> documents, with the place of every part in the text."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from sahel_tui.model import Document

if TYPE_CHECKING:
    from sahel_tui.documents.data_sets.unread import UnreadRow
    from sahel_tui.documents.errors import DocumentError, Refusal
    from sahel_tui.documents.intake.trace import Trace, Wanted

TEXT_FORMATS = ("plain", "capture", "table")
"""Formats that are read in place."""

FORMATS = (*TEXT_FORMATS, "wikitext", "xml", "api", "html", "ged", "acled", "export")
"""Every format that can be asked for; all but the first three are written down in the plain form first."""

__all__ = [
    "FORMATS",
    "TEXT_FORMATS",
    "DocumentError",
    "Refusal",
    "Trace",
    "UnreadRow",
    "Wanted",
    "parse_document",
    "read_documents",
    "read_inputs",
]
_OF_READING = {
    **dict.fromkeys(("DocumentError", "Refusal"), "sahel_tui.documents.errors"),
    **dict.fromkeys(("Trace", "Wanted"), "sahel_tui.documents.intake.trace"),
    "UnreadRow": "sahel_tui.documents.data_sets.unread",
}


def __getattr__(name: str) -> object:
    """What only reading needs, and showing a document does not."""
    if name not in _OF_READING:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_OF_READING[name]), name)


def parse_document(text: str, name: str, *, format: str | None = None) -> Document:
    """The document `text` holds; `name` is its file name. Raises DocumentError for a text that is none."""
    from sahel_tui.documents import parse  # A look-up of stored documents should not pay for the readers.

    return parse.parse_document(text, name, format=format)


def read_documents(
    path: Path, *, format: str | None = None, every_page: bool = False, trace: "Trace | None" = None
) -> "Iterator[Document | Refusal]":
    """The documents of a file, or of all files under a folder in the order of their paths.

    `format` forces one for every text; `every_page` reads the pages of a wiki that are about no event too. Hidden files
    are skipped. What cannot be read is one Refusal; nothing is raised for what files hold.
    """
    from sahel_tui.documents.data_sets.unread import UnreadRow
    from sahel_tui.documents.intake.trace import Trace, Wanted

    inputs = read_inputs(path, Wanted(format, every_page), trace or Trace())
    return (found for found in inputs if not isinstance(found, UnreadRow))


def read_inputs(path: Path, wanted: "Wanted", trace: "Trace") -> "Iterator[Document | UnreadRow | Refusal]":
    """What `read_documents` gives; with `wanted.unread_rows`, rows of data sets as they are."""
    from sahel_tui.documents import read

    return read.read_documents(path, wanted, trace)

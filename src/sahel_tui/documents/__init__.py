"""Files, folders and texts -> documents, with the place of every part in the text."""

from sahel_tui.documents.errors import DocumentError, Refusal
from sahel_tui.documents.event import describe_event
from sahel_tui.documents.parse import parse_document
from sahel_tui.documents.read import read_documents

__all__ = ["DocumentError", "Refusal", "describe_event", "parse_document", "read_documents"]

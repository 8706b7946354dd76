"""Documents that a library kept, read again."""

from sahel_tui.dataclass import replace
from sahel_tui.documents import parse_document
from sahel_tui.model import Document
from sahel_tui.store.originals import Original


def parse_original(original: Original) -> Document:
    """The document that was read from this text; raises `DocumentError`."""
    document = parse_document(original.text, original.name, format=original.format or None)
    return replace(document, address=original.address) if original.address else document

"""Documents that an export wrote, read back: one JSON object a line with text, name, format and address.

What a reader has noted about them may stand between them; whoever reads the documents is told of it.
"""

from collections.abc import Iterator

from sahel_tui.dataclass import replace
from sahel_tui.documents.errors import DocumentError, Refusal
from sahel_tui.documents.intake.lines import read_lines
from sahel_tui.documents.intake.source import Source
from sahel_tui.documents.parse import parse_document
from sahel_tui.model import Document

_ADVICE = "give one JSON object a line, as `sahel-tui export` writes them"
MARK_KEY = "notebook"
"""The key that only the marks of a reader have."""
_LONGEST_LINE = 128 * 1024 * 1024


def read_export(source: Source) -> Iterator[Document | Refusal]:
    """The documents of an export, each as it was; a refusal for each line that holds none."""
    for number, line in enumerate(read_lines(source, _LONGEST_LINE), 1):
        if line.strip() and (found := _read_line(source, number, line)):
            yield found


def _read_line(source: Source, number: int, line: bytes) -> Document | Refusal | None:
    """What a line holds; None for a reader's mark, which is no document."""
    import orjson  # 13 ms that only an export is worth.

    try:
        record = orjson.loads(line)
        if isinstance(record, dict) and MARK_KEY in record:
            source.trace.on_mark(source.path, number, record)
            return None
        return parse_record(record)
    except orjson.JSONDecodeError as error:
        return source.refuse(f"no JSON ({error})", _ADVICE, number)
    except DocumentError as error:
        return source.refuse(f"{error.name}: {error.reason}", error.advice, number)
    except TypeError as error:
        return source.refuse(f"no document of an export ({error})", _ADVICE, number)


def parse_record(record: object) -> Document:
    """The document of one record; raises TypeError for what is no record, DocumentError for what is no document."""
    if not isinstance(record, dict):
        raise TypeError("not an object")
    text, name, form, address = (record.get(key) for key in ("text", "name", "format", "address"))
    if not isinstance(text, str) or not isinstance(name, str):
        raise TypeError("it has no text or no name")
    document = parse_document(text, name, format=str(form) if form else None)
    document = replace(document, together=_read_ids(record, "together"), apart=_read_ids(record, "apart"))
    return replace(document, address=address) if isinstance(address, str) and address else document


def _read_ids(record: dict[str, object], key: str) -> tuple[str, ...]:
    """Ids of documents a reader has linked with this one or parted from it."""
    ids = record.get(key) or []
    if not isinstance(ids, list) or not all(isinstance(one, str) for one in ids):
        raise TypeError(f"{key} is no list of ids")
    return tuple(ids)

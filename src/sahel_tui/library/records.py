"""Documents that an export wrote, read back: one JSON object a line with text, name, format and address."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from sahel_tui.documents import DocumentError, Refusal, parse_document, read_documents
from sahel_tui.model import Document
from sahel_tui.store.originals import Original

_ADVICE = "give one JSON object a line, as `sahel-tui export` writes them"


Input = tuple[Document | Refusal, int]
"""What was found, and how many bytes it takes where it was found."""


def read_inputs(path: Path, *, format: str | None = None) -> Iterator[Input]:
    """The documents of a file or folder, or of an export; a refusal for each that cannot be read."""
    if _is_export(path):
        yield from _read_export(path)
        return
    for found in read_documents(path, format=format):
        yield found, 0 if isinstance(found, Refusal) else len(found.text.encode("utf-8", "surrogatepass"))


def measure(paths: Iterable[Path]) -> int:
    """Bytes of these files and of the files in these folders, hidden ones left out; what cannot be seen counts 0."""
    return sum(_measure(path) for path in paths)


def _measure(path: Path) -> int:
    try:
        if not path.is_dir():
            return path.stat().st_size
        return sum(_measure(entry) for entry in path.iterdir() if not entry.name.startswith(".") and _is_own(entry))
    except OSError:
        return 0  # Reading it says why.


def _is_own(entry: Path) -> bool:
    return not entry.is_symlink()


def parse_original(original: Original) -> Document:
    """The document that was read from this text; raises `DocumentError`."""
    document = parse_document(original.text, original.name, format=original.format or None)
    return replace(document, address=original.address) if original.address else document


def _is_export(path: Path) -> bool:
    """A file that starts like our own export, whatever it is called."""
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            start = file.read(512).lstrip()
    except OSError:
        return False  # Reading it as a document says why.
    return start.startswith(b'{"') and b'"name":' in start


def _read_export(path: Path) -> Iterator[Input]:
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield _read_line(path, number, line), len(line)


def _read_line(path: Path, number: int, line: bytes) -> Document | Refusal:
    import orjson  # 13 ms that only an export is worth.

    try:
        return parse_original(_original(orjson.loads(line)))
    except orjson.JSONDecodeError as error:
        return Refusal(path.name, str(path), number, f"no JSON ({error})", _ADVICE)
    except DocumentError as error:
        return Refusal(path.name, str(path), number, f"{error.name}: {error.reason}", error.advice)
    except TypeError as error:
        return Refusal(path.name, str(path), number, f"no document of an export ({error})", _ADVICE)


def _original(record: Any) -> Original:
    if not isinstance(record, dict):
        raise TypeError("not an object")
    text, name, form, address = (record.get(key) for key in ("text", "name", "format", "address"))
    if not isinstance(text, str) or not isinstance(name, str):
        raise TypeError("it has no text or no name")
    return Original("", text, name, str(form or ""), address if isinstance(address, str) else None)

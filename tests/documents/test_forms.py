"""Every format that is written down in the plain form: one input file, and the documents that come out of it.

`python tests/documents/test_forms.py` writes the expectations anew; read the difference before you keep it.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sahel_tui.claims import extract_claims
from sahel_tui.documents import FORMATS, TEXT_FORMATS, Refusal, Trace, read_documents
from sahel_tui.documents.event import describe_event
from sahel_tui.documents.exports import parse_record
from sahel_tui.model import Document

FORMS = Path(__file__).parent / "forms"
INPUTS = sorted(path for path in FORMS.glob("*/*") if path.suffix != ".expected")


class Listener(Trace):
    """Writes down all that a reader tells."""

    def __init__(self) -> None:
        self.forms: list[str] = []
        self.told: list[str] = []

    def on_input(self, path: str, form: str) -> None:
        self.forms.append(form)

    def on_skipped(self, path: str, count: int, reason: str) -> None:
        self.told.append(f"left out {reason}: {count}")

    def on_remark(self, path: str, line: int | None, message: str) -> None:
        self.told.append(f"remark, line {line}: {message}")


def describe(path: Path) -> str:
    """All that comes out of an input: documents with their event and claims, refusals, remarks."""
    listener = Listener()
    found = [line for item in read_documents(path, trace=listener) for line in _describe(item)]
    return "\n".join([*found, *listener.told]) + "\n"


def _describe(item: Document | Refusal) -> Iterator[str]:
    if isinstance(item, Refusal):
        yield f"refused, line {item.line}: {item.reason}; {item.advice}"
        return
    event = describe_event(item)
    yield f"document {item.name} · {item.title} · {event.date}…{event.date_end} · {event.place} · {item.language}"
    yield from (f"    {line}".rstrip() for line in item.text.rstrip("\n").split("\n"))
    for claim in extract_claims(item):
        quote = " ".join(claim.quote.split())
        yield f"  {claim.count} {claim.category} · {claim.side} · {claim.source} · “{quote}” in {claim.where}"


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_reads_as_expected(path: Path) -> None:
    assert describe(path) == path.with_suffix(".expected").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_format_is_told_by_the_content(path: Path, tmp_path: Path) -> None:
    listener = Listener()
    nameless = tmp_path / "a"
    nameless.write_bytes(path.read_bytes())
    for _ in read_documents(nameless, trace=listener):
        pass
    assert listener.forms == [path.parent.name]


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_was_written_down_is_read_again_as_the_same(path: Path) -> None:
    """A stored text is all that is needed to read a document anew."""
    from sahel_tui.documents import parse_document

    for item in read_documents(path):
        if isinstance(item, Document):
            assert parse_document(item.text, item.name, format=item.format) == item
            assert parse_document(item.text, item.name).format == "plain"
            names = ("name", "text", "format", "address")
            assert parse_record({name: getattr(item, name) for name in names}) == item


def test_every_format_has_inputs() -> None:
    assert {path.parent.name for path in INPUTS} == set(FORMATS) - set(TEXT_FORMATS) - {"export"}
    assert {path.with_suffix("") for path in FORMS.glob("*/*.expected")} == {path.with_suffix("") for path in INPUTS}


if __name__ == "__main__":
    for case in INPUTS:
        case.with_suffix(".expected").write_text(describe(case), encoding="utf-8")

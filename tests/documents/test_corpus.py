"""The bundled corpus, and real captures where they are at hand."""

import json
from pathlib import Path

import pytest

from sahel_tui.bundled import bundled_path
from sahel_tui.documents import Refusal, parse_document, read_documents
from sahel_tui.documents.event import describe_event
from sahel_tui.model import Document

SHARED = Path(__file__).parents[3] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the real captures are not beside the checkout")


def read_all(folder: Path) -> list[Document]:
    """All documents of a folder, of which none is refused."""
    found = list(read_documents(folder))
    assert [item for item in found if isinstance(item, Refusal)] == []
    return [item for item in found if isinstance(item, Document)]


def test_the_bundled_corpus_is_read_without_a_refusal() -> None:
    documents = read_all(bundled_path("events"))
    assert len(documents) == len(list(bundled_path("events").glob("*.txt"))) >= 85
    assert [document.name for document in documents] == sorted(document.name for document in documents)
    for document in documents:
        event = describe_event(document)
        assert event.date == document.name[:10], document.name
        assert event.place, document.name
        assert [section.kind for section in document.sections][:2] == ["lead", "text"], document.name
        assert [entry.number for entry in document.references] == list(range(1, len(document.references) + 1))
        assert document.format == ("capture" if ".capture." in document.name else "plain")


def test_two_captures_of_an_event_have_the_same_event() -> None:
    events: dict[str, set[str]] = {}
    for document in read_all(bundled_path("events")):
        if ".capture." in document.name:
            twin = document.name.replace(".capture", "")
            events[twin] = {describe_event(document).date}
    for document in read_all(bundled_path("events")):
        if document.name in events:
            assert events[document.name] == {describe_event(document).date}


@needs_shared
def test_the_seeds_are_read() -> None:
    documents = read_all(SHARED / "seeds")
    assert [document.format for document in documents] == ["plain", "plain", "capture", "plain", "plain"]
    assert len({describe_event(document).id for document in documents}) == 4
    assert documents[3].sections[-1].kind == "references"


@needs_shared
def test_the_annotated_captures_are_read() -> None:
    documents = read_all(SHARED / "gold" / "docs")
    assert len(documents) == 30
    assert all(document.sections and document.address for document in documents)
    assert {document.name[:3] for document in documents if document.language == "fr"} == {"063", "066", "067"}
    assert {document.name[:3] for document in documents if not document.fields} == {"050", "063", "067"}


@needs_shared
def test_annotated_claims_stand_in_the_field_or_section_they_are_said_to_stand_in() -> None:
    for gold in sorted((SHARED / "gold").glob("*.jsonl")):
        for entry in map(json.loads, gold.read_text(encoding="utf-8").splitlines()):
            path = next(path for path in (SHARED / "gold", SHARED / "seeds", SHARED) if (path / entry["doc"]).exists())
            document = parse_document((path / entry["doc"]).read_text(encoding="utf-8"), entry["doc"])
            for claim in entry["claims"]:
                assert _parts_at(document, claim["start"], claim["end"]) >= {claim["where"]}, claim


def _parts_at(document: Document, start: int, end: int) -> set[str]:
    """The fields (also without their number) and sections that a stretch lies in."""
    keys = {field.key for field in document.fields if field.start <= start and end <= field.end}
    titles = {part.title for part in document.sections if part.start <= start and end <= part.end}
    return (
        {f"infobox:{key}" for key in keys}
        | {f"infobox:{key.rstrip('0123456789')}" for key in keys}
        | {f"text:{title}" for title in titles}
    )

"""One event written down in four forms gives the same claims: plain export, wikitext, saved page, copied page."""

from pathlib import Path

import pytest

from sahel_tui.claims import extract_claims
from sahel_tui.documents import read_documents
from sahel_tui.documents.event import describe_event
from sahel_tui.model import Document

FOLDER = Path(__file__).parent / "same_event"
EVENTS = sorted(path.stem for path in FOLDER.glob("*.wiki"))
FORMS = (".wiki", ".html", ".capture.txt")


def read(path: Path) -> Document:
    (document,) = read_documents(path)
    assert isinstance(document, Document)
    return document


def describe_claims(document: Document) -> list[tuple[object, ...]]:
    """The claims but for those of the list of references, without where their characters stand."""
    return [
        (claim.where, claim.category, claim.count, claim.victims, claim.side, claim.source, claim.incident)
        for claim in extract_claims(document)
        if "citation" not in claim.flags
    ]


def test_there_are_five_events() -> None:
    assert len(EVENTS) == 5


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", EVENTS)
def test_claims_are_the_same_in_every_form(name: str, form: str) -> None:
    plain, other = read(FOLDER / f"{name}.txt"), read(FOLDER / f"{name}{form}")
    assert describe_event(other).id == describe_event(plain).id
    assert describe_event(other).place == describe_event(plain).place
    claims = describe_claims(plain)
    if form == ".capture.txt":  # its columns are lost, and with them the number of the field
        claims = [(str(where).rstrip("0123456789"), *rest) for where, *rest in claims]
    assert describe_claims(other) == claims
    assert len(claims) >= 4

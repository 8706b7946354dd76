"""Every claim can be followed to its characters, in all shipped data and in any text."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sahel_tui.bundled import bundled_path
from sahel_tui.claims import extract_claims
from sahel_tui.claims.parties.sides import find_sides
from sahel_tui.compare import compare_claims
from sahel_tui.documents import parse_document
from sahel_tui.model import CATEGORIES, Document

EVENTS = sorted(bundled_path("events").glob("*.txt"))

WORDS = (
    "killed",
    "wounded",
    "were",
    "the",
    "army",
    "said",
    "JNIM",
    "soldiers",
    "civilians",
    "twelve",
    "14",
    "dozens",
    "of",
    "at",
    "least",
    "more",
    "than",
    "up",
    "most",
    "between",
    "and",
    "or",
    "to",
    "7",
    "including",
    "among",
    "them",
    "Mali",
    "tués",
    "blessés",
    "selon",
    "dont",
    "au",
    "moins",
    "(",
    ")",
    ",",
    ".",
    ":",
    ";",
    "–",
    "+",
    "~",
    "per",
    "[1]",
    "<hr>",
    "None",
    "unknown",
    "lost",
    "3,000",
    "2021",
    "March",
    "\n",
    "\n\n",
    "-",
    "Casualties1:",
    "a",
    "vingtaine",
    "quatre-vingt-dix-sept",
    "toll",
    "bodies",
    "hostages",
    "no",
)


def assert_quotes(document: Document) -> int:
    claims = extract_claims(document)
    compare_claims(claims, find_sides(document, claims))
    for claim in claims:
        assert document.text[claim.start : claim.end] == claim.quote
        assert claim.quote.strip() == claim.quote != ""
        assert claim.category in CATEGORIES
        assert claim.rule
        assert str(claim.count)
    return len(claims)


@pytest.mark.parametrize("path", EVENTS, ids=lambda path: path.stem)
def test_bundled_claims_quote_their_text(path: Path) -> None:
    document = parse_document(path.read_text(encoding="utf-8"), path.name)
    assert assert_quotes(document) > 0


@settings(max_examples=150)
@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_any_words_are_read(words: list[str]) -> None:
    assert_quotes(parse_document("= Title =\n\nInfobox\n- Date: March 3, 2021\n\n" + " ".join(words), "words.txt"))


@settings(max_examples=100)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    page = f"= Title =\n\nInfobox\n- Casualties1: {text}\n\n14 soldiers were killed {text}"
    assert_quotes(parse_document(page, "text.txt"))
